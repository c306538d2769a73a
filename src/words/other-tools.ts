import { term } from "./terms.ts";
import type { Word } from "./word.ts";

/** Figures that other tools print and this one does not, so that who looks for them learns why. */
export const OTHER_TOOLS: readonly Word[] = [
  term(
    "kelly",
    "Not computed, because the bet of greatest log growth rests on a mean that no record of this length knows: an error in it turns growth into ruin. See the growth a year and what loss would ruin instead.",
    { also: ["Kelly criterion"], see: ["cagr", "lossToRuin", "log growth"] },
  ),
  term(
    "treynor",
    "Not computed; it follows from alpha and beta, which are printed for each benchmark in each unit: the mean excess return a year over beta.",
    {
      also: ["Treynor ratio"],
      formula: "alpha / beta + mean excess of the benchmark",
      see: ["alpha", "beta"],
    },
  ),
  term(
    "r squared",
    "Not printed; it follows from the correlation with the benchmark, whose square it is.",
    { also: ["R2", "R²"], formula: "correlation^2", see: ["correlation"] },
  ),
  term(
    "profit factor",
    "Gains over losses. By periods it is omega about zero, which is computed; by trades it is not, because portfolios are rebalanced and have no trades that open and close.",
    { see: ["omega", "hitRate"] },
  ),
  term(
    "gain to pain",
    "Not computed, because it says the same as omega about zero: it is omega less 1.",
    { also: ["gain to pain ratio"], formula: "sum of returns / |sum of losses|", see: ["omega"] },
  ),
  term(
    "recovery factor",
    "Not computed, because it grows with the length of the record: total return over the deepest drawdown. The Calmar ratio has growth a year on top.",
    { formula: "total return / |deepest drawdown|", see: ["totalReturn", "maxDrawdown", "calmar"] },
  ),
  term(
    "time in market",
    "Not computed, because a portfolio is rarely all in or all out. See how much is held over wealth; the weights of each row are in the report's tables.",
    { also: ["exposure time"], see: ["grossExposure", "netExposure"] },
  ),
];
