import { monthly, strategy } from "assay";

export const spx = strategy({
  id: "spx",
  title: "S&P 500, total return",
  rationale: "What the essay says has not really risen, with its dividends.",
  assets: ["spxTotal"],
  weights: { spxTotal: 1 },
  rebalance: monthly,
});

export const qqq = strategy({
  id: "qqq",
  title: "Nasdaq-100 (QQQ), total return",
  rationale: "The technology shares that carry the hope in AI, with their dividends.",
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
  rationale: "The essay's own ruler, with the cost of holding it.",
  assets: ["gold"],
  weights: { gold: 1 },
  rebalance: monthly,
});

export const cash = strategy({
  id: "cash",
  title: "Cash (Treasury bills)",
  rationale: "What money earns while it is debased.",
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
