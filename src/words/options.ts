import type { Word } from "./word.ts";

type More = Partial<Pick<Word, "also" | "see" | "source" | "unit">>;

const optionOf =
  (where: string) =>
  (key: string, definition: string, more: More = {}): Word => ({
    key,
    name: `${key}, of ${where}`,
    kind: "option",
    definition,
    ...more,
  });

const accounting = optionOf("assumptions");
const margin = optionOf("assumptions: margin");
const financing = optionOf("assumptions: financing");
const spread = optionOf("assumptions: spreads");
const strategic = optionOf("a strategy");
const late = optionOf("a strategy: lateAssets");
const rebalancing = optionOf("a strategy: rebalance");
const unit = optionOf("a numeraire");
const studious = optionOf("a study");
const terminal = optionOf("assay run");

/** What a study file and the command line can be told. */
export const OPTIONS: readonly Word[] = [
  accounting("startWealth", "Wealth on the base row, in the currency of the books. Default 1.", {
    see: ["fixedFee"],
  }),
  accounting(
    "cashRate",
    "The series of the riskless rate, a fraction a year, known at the row before.",
    {
      see: ["riskless", "idle"],
    },
  ),
  accounting(
    "oneWay",
    "Trading cost of an asset as a fraction of what is traded, one number or by era (`costs`). Targets hold exactly on wealth after costs.",
    { also: ["trading cost", "bp"], see: ["earlierCosts", "fixedFee"] },
  ),
  accounting("earlierCosts", "Every trading cost before a day is multiplied.", { see: ["oneWay"] }),
  accounting(
    "borrow",
    "Fee on short positions, by asset and for all others, on the balances of the close before.",
    { unit: "a year", also: ["borrow fee"], see: ["rebate"] },
  ),
  accounting(
    "expenses",
    "Fund fee on the size of a position, for assets whose series does not bear it already.",
    { unit: "a year", also: ["expense ratio"], see: ["managementFee"] },
  ),
  accounting(
    "spreads",
    "What is taken off the cash rate on idle cash and on short proceeds, and put on a debit.",
    {
      unit: "a year",
      see: ["idle", "rebate", "debit"],
    },
  ),
  spread("idle", "Taken off the cash rate on cash that is not tied up. Default 0.", {
    unit: "a year",
  }),
  spread(
    "rebate",
    "Short proceeds are locked as collateral and earn the cash rate less this spread. Default 0. `none` pays nothing at all on them, as retail brokers do: a spread of the rate itself.",
    { unit: "a year", also: ["retail rebate"], see: ["borrow", "portfolioMargin"] },
  ),
  spread("debit", "Put on the cash rate where cash is borrowed. Default 1%.", { unit: "a year" }),
  accounting("margin", "How much wealth positions need, and what is done when it is not there.", {
    see: ["maintenanceLong", "initial", "full", "haircut", "forcedTrade", "recourse"],
  }),
  margin("maintenanceLong", "Wealth needed at each close, as a fraction of longs. Default 25%.", {
    source: "FINRA Rule 4210",
    see: ["maintenanceShort", "margin call"],
  }),
  margin("maintenanceShort", "Wealth needed at each close, as a fraction of shorts. Default 30%.", {
    source: "FINRA Rule 4210",
    see: ["maintenanceLong", "margin call"],
  }),
  margin("initial", "The margin to which a margin call scales every leg back. Default 50%.", {
    source: "Regulation T",
    see: ["margin call"],
  }),
  margin("full", "Assets that nobody lends against: margin of 100%, initial and maintenance."),
  margin("haircut", "Margin on the collateral asset, initial and maintenance. Default 15%.", {
    see: ["collateral"],
  }),
  margin(
    "forcedTrade",
    "When a margin call is executed on daily data: at the `next` close (default) or at the `same`.",
    {
      see: ["margin call"],
    },
  ),
  margin(
    "recourse",
    "Whether a loss beyond all wealth stays as a debt. Default: it is limited to what there was.",
    {
      see: ["ruin"],
    },
  ),
  accounting("financing", "Who pays for what: `default`, `portfolioMargin` or `futures`.", {
    see: ["portfolioMargin", "futures", "rebate"],
  }),
  financing(
    "portfolioMargin",
    "Short proceeds pay for longs, and interest is reckoned on cash alone, instead of being locked for a rebate.",
    { see: ["rebate", "collateral"] },
  ),
  financing(
    "futures",
    "Positions take no cash at all: all wealth earns the cash rate, and prices must be excess returns.",
    { see: ["financing"] },
  ),
  accounting(
    "collateral",
    "An asset in which everything is held that would be cash, so that nothing earns the cash rate. Needs `portfolioMargin`. It is how books are kept in another money than that of the prices: weights, proportional costs and margins are ratios and the same in any money, and cash alone differs.",
    { also: ["ledgerNumeraire"], see: ["portfolioMargin", "haircut", "numeraire"] },
  ),
  accounting(
    "dividends",
    "What is done with an asset that is a price without its income: refused by default (`reinvested`: hold its total return), or paid into cash on its day (`cash`).",
    { also: ["income"], see: ["withholding"] },
  ),
  accounting(
    "withholding",
    "The fraction of income paid in cash that is withheld as tax on longs; shorts owe all of it. Default 0.",
    { see: ["dividends"] },
  ),
  accounting(
    "sizing",
    "The wealth of which target weights are fractions: `after` the costs of the trade, solved exactly (default); `approximate`ly so, the costs reckoned once, off by the square of a cost; or `before` them, so that the cost comes out of cash.",
    { see: ["oneWay", "weights"] },
  ),
  accounting(
    "closeOut",
    "Whether everything is sold, at its cost, on the last row. Default: it is not.",
    { see: ["oneWay"] },
  ),
  accounting(
    "dayCount",
    "Days of the year by which the cash rate is quoted: 365 (bond-equivalent, default) or 360 (money market). Monthly rows accrue a twelfth of a year.",
    { see: ["cashRate"] },
  ),
  accounting(
    "delisting",
    "The return on its last price at which an asset that has ended is turned into cash, by asset: -0.3 loses 30% of it. Default 0: at the last price.",
    { also: ["delisting return", "final return"], see: ["late asset", "oneWay"] },
  ),
  accounting("managementFee", "Fee on wealth, each period, on the wealth of the close before.", {
    unit: "a year",
    see: ["expenses"],
  }),
  accounting(
    "fixedFee",
    "Money a trade, beside the proportional cost. Needs `startWealth`, of which it is a part.",
    { see: ["oneWay", "startWealth"] },
  ),
  accounting("noTradeBelow", "Trades below this fraction of wealth are left undone. Default 1 bp."),
  accounting(
    "seed",
    "The start of everything random: a whole number. The same seed gives the same run.",
  ),
  strategic(
    "weights",
    "Fractions of wealth by asset, negative for shorts; what is left over is cash. Constant, or a function of the view.",
    {
      see: ["view", "lag"],
    },
  ),
  strategic(
    "lag",
    "Rows between the decision and the trade. 1 by default; constant weights on monthly rows use no information and trade on the row itself. 0 with a function is same-close trading and is labelled so.",
    {
      see: ["view"],
    },
  ),
  strategic(
    "rebalance",
    "When a strategy comes back to its weights: at the end of calendar periods, on drift, or on either.",
    {
      also: ["weekly", "monthly", "quarterly", "yearly", "never"],
      see: ["drifted", "either"],
    },
  ),
  rebalancing(
    "drifted",
    "When a weight has left its target by more than an absolute or a relative band, by default 5 points or a quarter of the target; then all legs go to `target`, or those outside to the `edge` or `halfway` back. Bands are fractions; Infinity is no band of that kind.",
    { also: ["band", "bands"], see: ["rebalance"] },
  ),
  rebalancing("either", "A calendar rule and a drift rule together, whichever comes first.", {
    see: ["rebalance", "drifted"],
  }),
  strategic(
    "volatilityTarget",
    "An overlay that scales all weights to a volatility, from the past of the unscaled portfolio, up to a cap.",
    { also: ["overlay", "cap"], source: "RiskMetrics (1996) for daily weights" },
  ),
  strategic(
    "lateAssets",
    "Where the weight of an asset goes that has no price yet: `sleeve`, `cash` or `truncate`.",
    {
      see: ["sleeve", "truncate", "late asset"],
    },
  ),
  late(
    "sleeve",
    "The weight of a missing asset is spread over the living assets of the same sign in proportion, so that longs and shorts stay as declared.",
    { see: ["lateAssets"] },
  ),
  late("truncate", "The whole run begins with the youngest asset.", { see: ["lateAssets"] }),
  unit(
    "rate",
    "What is riskless in a unit, as a series: `riskless: { rate: id }` earns what was known of it at the row before, in fractions a year. Beside it `riskless` may be `cash` (the cash rate, translated), `itself` (nothing: gold in gold) or one number a year.",
    { also: ["lease rate"], unit: "a year", see: ["riskless", "cashRate", "numeraire"] },
  ),
  unit(
    "hedge",
    "Forwards on the unit per unit of wealth in the hedged reading of each portfolio: R + h (n - r y), set anew every period. 1 takes the whole exposure away, 0 (default) is no such reading. Books and measures stay as they are.",
    { also: ["hedged"], see: ["numeraire"] },
  ),
  studious(
    "calendar",
    "The series whose days are the rows of a run, where it is not the calendar of the catalog: a longer history begins with something else.",
    { see: ["frequency"] },
  ),
  studious(
    "dispensable",
    "Assets without each of which a strategy has to stay ahead, beside its most helpful leg, before it is said to beat a benchmark.",
    { see: ["stress", "decision"] },
  ),
  terminal("frequency", "Rows of a run: `monthly`, or `daily` on folders given with --data."),
  terminal("from", "First day of a run: the base is the first row on it or after it.", {
    see: ["base"],
  }),
  terminal("to", "Last day of a run."),
  terminal("in", "Units to measure in, such as usd,gold.", { see: ["numeraire"] }),
  terminal(
    "data",
    "Folder of CSV files; may be repeated. Makes a run daily, on these files instead of the shipped figures; with `--frequency monthly` only what is not shipped is read from it.",
    { see: ["frequency"] },
  ),
];
