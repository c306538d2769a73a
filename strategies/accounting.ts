import { assumptions, bp, percent } from "assay";

/**
 * What it costs to trade, borrow and hold: the same for every strategy and benchmark of a study.
 * One-way costs are half spread, impact and commission together.
 */
export const accounting = assumptions({
  cashRate: "billRate",
  costs: {
    gold: 2 * bp, // held as a fund
    bitcoin: [
      { until: "2012-01-01", oneWay: 100 * bp },
      { until: "2014-01-01", oneWay: 50 * bp },
      { oneWay: 20 * bp },
    ],
    minersProxy: 15 * bp,
    gdx: 5 * bp,
    xle: 5 * bp,
    amlp: 10 * bp,
    longBond: 3 * bp,
    spxTotal: 2 * bp,
    qqqTotal: 2 * bp,
  },
  earlierCosts: { before: "1993-01-01", times: 5 },
  borrow: { longBond: 25 * bp, others: 50 * bp },
  expenses: { gold: 0.4 * percent },
  margin: { full: ["bitcoin"] },
});
