import type { Word } from "./word.ts";

export const term = (
  name: string,
  definition: string,
  rest: Partial<Pick<Word, "also" | "see" | "formula" | "source" | "unknown">> = {},
): Word => ({ key: name, name, kind: "term", definition, ...rest });

/** The words of the trade as they are used here. */
export const TERMS: readonly Word[] = [
  term("series", "One dated quantity with a unit, an origin and a publication lag.", {
    see: ["catalog", "lag", "panel"],
  }),
  term(
    "catalog",
    "What series there are, where their figures stand, and how derived ones are made.",
    {
      see: ["series"],
    },
  ),
  term("panel", "Several series on one calendar, each value as it was known on that day.", {
    see: ["view"],
  }),
  term(
    "view",
    "What could be known at one close: the only thing that a decision may read. It holds values that were published by then and none that came later.",
    { see: ["lag", "strategy"] },
  ),
  term(
    "numeraire",
    "The unit that wealth is counted in: the currency of the books, or any series quoted in it. Wealth is divided by the price of the unit and every measure is computed anew.",
    {
      also: ["unit", "units"],
      formula: "V in the unit = V / price of the unit",
      see: ["riskless", "another unit"],
    },
  ),
  term(
    "riskless",
    "What a holder of a unit earns without risk: the cash rate translated into the unit, or nothing where the unit itself can be held.",
    {
      also: ["riskless rate", "risk-free rate"],
      formula: "(1 + r) / (1 + n) - 1, n the return of the unit; or 0",
      see: ["numeraire", "sharpe"],
    },
  ),
  term(
    "strategy",
    "When to trade and which weights to hold, constant or a function of the view. A benchmark is a strategy too.",
    { see: ["benchmark", "view", "rebalance"] },
  ),
  term("benchmark", "A strategy that others are compared with; it pays the same costs.", {
    see: ["strategy", "relativeWealth"],
  }),
  term(
    "ledger",
    "The books of one simulated strategy: units held, cash, wealth, trades, costs, interest and events.",
    { also: ["books"], formula: "wealth = cash + longs - shorts", see: ["wealth"] },
  ),
  term("wealth", "The value of the books in a unit: again a series.", {
    see: ["ledger", "numeraire"],
  }),
  term(
    "drawdown",
    "A fall from a peak, with its trough and its recovery, or open. The base counts as a peak.",
    { see: ["maxDrawdown", "drawdowns", "timeUnderWater"] },
  ),
  term(
    "regime",
    "A labelling of the calendar, by a causal rule (`regime`, `aboveAverage` and others), which a strategy can ask and a test may use, or afterwards. Phases that were dated by hand with hindsight describe; nothing may be decided or tested on them.",
    { also: ["phase", "phases"], see: ["causal", "hindsight", "logExcess"] },
  ),
  term(
    "spell",
    "An unbroken run of periods in one state: a state that came three times has three spells. Tests count spells and not months, since the months of a spell go together.",
    { also: ["spells"], see: ["regime", "thin"] },
  ),
  term(
    "log growth",
    "The natural logarithm of what wealth was multiplied by: +0.69 doubles, -0.69 halves. Unlike percent, it adds up over periods, assets and causes.",
    {
      also: ["logarithmic growth", "log return", "contribution to log growth"],
      formula: "ln(V_end / V_start)",
      see: ["growth", "legs"],
    },
  ),
  term(
    "same-close",
    "Trading at the very close that the decision was read from (`lag: 0` with a function). Nobody can: the close is known when it is over. Such figures are marked wherever they stand first.",
    { also: ["same close"], see: ["lag", "view"] },
  ),
  term(
    "exposure before the trades",
    "What was held over wealth at a close, before the trades of that close brought it back to its targets: where prices have carried it since the last ones. Highest exposures count both moments.",
    { also: ["before the trades"], see: ["grossExposure", "netExposure", "rebalance"] },
  ),
  term(
    "share of risk",
    "The part of a portfolio's variance that came from one asset, with the weights as they were. Shares sum to one with that of cash and costs; an asset with a share below zero moved against the whole.",
    {
      also: ["risk share", "riskShare"],
      formula: "cov(gain of the asset over wealth, r) / var(r)",
      source: "Litterman (1996)",
      see: ["volatility"],
    },
  ),
  term("study", "Strategies, benchmarks, units and regimes that are run together on one catalog.", {
    see: ["findings"],
  }),
  term(
    "findings",
    "Everything that a run found, as one plain value. The report and the terminal show it and compute nothing.",
    { see: ["study"] },
  ),
  term(
    "splice",
    "Series joined by their returns, each from the first day that it shares with the one before.",
    {
      also: ["proxy"],
      see: ["series"],
    },
  ),
  term(
    "base",
    "The first row of a run. Wealth on it is the start wealth, returns begin after it, and it counts as a peak.",
  ),
  term(
    "period",
    "The time from one row to the next: a month or a trading day. K, the periods a year, is 12 or 252.",
    { also: ["perYear", "periods a year"], see: ["clock"] },
  ),
  term(
    "margin call",
    "A close on which wealth is below the maintenance margin. Every leg is then scaled back to the initial margin.",
    { see: ["margin", "forcedTrade", "ruin"] },
  ),
  term("ruin", "Wealth of zero or less at a close: the run ends with a return of -100%.", {
    see: ["lossToRuin", "recourse"],
  }),
  term(
    "late asset",
    "An asset that has no price yet, or no longer. `lateAssets` says where its weight goes.",
    { see: ["lateAssets"] },
  ),
];
