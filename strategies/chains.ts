import type { ChainSpec } from "assay";

/** What a share counted in gold is made of: share in money, money in goods, goods in gold. */
export const essayChains: readonly ChainSpec[] = [
  {
    id: "spx-in-gold",
    title: "S&P 500 in gold",
    of: "spx / gold",
    links: ["spx / m2", "m2 / cpi", "cpi / gold"],
  },
  {
    id: "spx-total-in-gold",
    title: "S&P 500 with dividends in gold",
    of: "spxTotal / gold",
    links: ["spxTotal / spx", "spx / m2", "m2 / cpi", "cpi / gold"],
  },
  {
    id: "qqq-in-gold",
    title: "QQQ in gold",
    of: "qqq / gold",
    links: ["qqq / m2", "m2 / cpi", "cpi / gold"],
  },
];
