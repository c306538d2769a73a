import { bullBear, markovStates, phases, recorded, segments, uniformOf } from "assay";
import {
  goldTrend,
  inflationTrend,
  moneyAgainstOutput,
  realYield,
  relativeTrend,
  sharesInDrawdown,
  stockBondSign,
  termSpread,
  turbulence,
} from "./rules.ts";

/** The essay divides the years since the first close of QQQ into four; a fifth is what came after it. */
export const essayPhases = phases({
  id: "essay-phases",
  title: "The essay's four phases, and what came after",
  question: "In which years was the excess over the benchmarks earned?",
  note: "The boundaries were named after the fact, by looking at the ratios. On monthly figures a boundary is the end of its month: the fall of gold by a tenth on 30 January 2026, four days after the essay, is counted in the fourth phase and not in the time since.",
  start: "1999-03-10",
  phases: [
    { id: "dot-com", title: "1 Dot-com", until: "2002-12-31" },
    { id: "gold-decade", title: "2 Gold decade", until: "2011-12-30" },
    { id: "low-rates", title: "3 Low rates, technology", until: "2023-12-29" },
    { id: "reset", title: "4 Reset", until: "2026-01-26" },
    { id: "since", title: "Since the essay", until: null },
  ],
});

/** What is known only afterwards describes; nothing may be decided on it. */

export const recession = recorded({
  id: "recession",
  title: "US recessions",
  question: "What did each portfolio do in recessions?",
  note: "Dated 4 to 21 months afterwards: nobody could act on it.",
  of: "recession",
  labels: [
    { id: "expansion", title: "Expansion" },
    { id: "recession", title: "Recession" },
  ],
  because: "recessions are dated 4 to 21 months after they began",
});

const shares = {
  question: "What did each portfolio do in bull and in bear markets?",
  of: "spx",
} as const;

export const bullAndBear = bullBear({
  ...shares,
  id: "bull-bear",
  title: "Bull and bear markets of shares, by their length",
  note: "Turns of the month-ends of the S&P 500 (Pagan and Sossounov 2003).",
  dating: { by: "pagan-sossounov" },
});

export const bullAndBearBySize = bullBear({
  ...shares,
  id: "bull-bear-size",
  title: "Bull and bear markets of shares, by their size",
  note: "A rise of a fifth from the lowest or a fall of 15 % from the highest close of the S&P 500 confirms a turn (Lunde and Timmermann 2004).",
  dating: { by: "lunde-timmermann" },
});

export const turbulenceAfterwards = markovStates({
  id: "turbulence-afterwards",
  title: "Shares in their turbulent state, seen afterwards",
  question: "What did each portfolio do while shares were turbulent?",
  note: "The same two kinds of months, learnt from all months from 1962 to the end of the run, and each month judged with those that followed it.",
  of: "spx",
  from: "1962-01-31",
  uniform: () => uniformOf(1989),
});

export const trendsOfShares = segments({
  id: "trends",
  title: "Trends of shares against gold",
  question: "When did the ratio change its course?",
  note: "Straight lines through the logarithm of the S&P 500 in gold (Bai and Perron 1998), their number by BIC. A price wanders around any line, and BIC then finds breaks where there are none: the test beside it takes that into account.",
  of: "spxGold",
  search: { by: "trends" },
});

export const changesOfShares = segments({
  id: "changes",
  title: "Changes in the returns of shares against gold",
  question: "When did mean or variance of its returns change?",
  note: "Monthly log returns of the S&P 500 in gold, segments of least cost (Killick, Fearnhead and Eckley 2012).",
  of: "spxGold",
  search: { by: "returns", of: "mean-and-variance" },
});

/** The essay's phases first: they are those that charts are shaded by. */
export const essayRegimes = [
  essayPhases,
  goldTrend,
  relativeTrend,
  realYield,
  moneyAgainstOutput,
  inflationTrend,
  sharesInDrawdown,
  termSpread,
  stockBondSign,
  turbulence,
  recession,
  bullAndBear,
  bullAndBearBySize,
  turbulenceAfterwards,
  trendsOfShares,
  changesOfShares,
] as const;
