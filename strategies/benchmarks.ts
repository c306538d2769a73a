import { monthly, strategy } from "assay";

export const spx = strategy({
  id: "spx",
  title: "S&P 500, total return",
  short: "S&P 500",
  rationale: "The large shares of the United States, with their dividends.",
  assets: ["spxTotal"],
  weights: { spxTotal: 1 },
  rebalance: monthly,
});

export const qqq = strategy({
  id: "qqq",
  title: "Nasdaq-100 (QQQ), total return",
  short: "Nasdaq-100",
  rationale:
    "The hundred largest shares of the Nasdaq, most of them technology, with their dividends.",
  assets: ["qqqTotal"],
  weights: { qqqTotal: 1 },
  rebalance: monthly,
});

export const sixtyForty = strategy({
  id: "sixty-forty",
  title: "60/40 S&P 500 and long bonds",
  rationale: "What a cautious investor held all the while.",
  assets: ["spxTotal", "longBond"],
  weights: { spxTotal: 0.6, longBond: 0.4 },
  rebalance: monthly,
});

export const gold = strategy({
  id: "gold",
  title: "Gold (held as a fund)",
  rationale: "What earns nothing and cannot be printed, with the cost of holding it as a fund.",
  assets: ["gold"],
  weights: { gold: 1 },
  rebalance: monthly,
});

export const cash = strategy({
  id: "cash",
  title: "Cash (Treasury bills)",
  short: "Cash",
  rationale: "What money earns without any risk of its price.",
  assets: [],
  weights: {},
  rebalance: monthly,
});

export const permanent = strategy({
  id: "permanent",
  title: "Permanent Portfolio",
  rationale: "A quarter each in shares, long bonds, gold and cash: a bet on no regime at all.",
  assets: ["spxTotal", "longBond", "gold"],
  weights: { spxTotal: 0.25, longBond: 0.25, gold: 0.25 },
  rebalance: monthly,
});
