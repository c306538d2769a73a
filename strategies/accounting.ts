import { assumptions, bp, percent } from "assay";

/**
 * What it costs to trade, borrow and hold: the same for every strategy and benchmark of a study.
 * One-way costs are half spread, impact and commission together.
 */
export const accounting = assumptions({
  cashRate: "billRate",
  costs: {
    gold: bp(2), // held as a fund
    bitcoin: [
      { until: "2012-01-01", oneWay: bp(100) },
      { until: "2014-01-01", oneWay: bp(50) },
      { oneWay: bp(20) },
    ],
    minersProxy: bp(15),
    gdx: bp(5),
    xle: bp(5),
    amlp: bp(10),
    longBond: bp(3),
    spxTotal: bp(2),
    qqqTotal: bp(2),
  },
  earlierCosts: { before: "1993-01-01", times: 5 },
  borrow: { longBond: bp(25), others: bp(50) },
  expenses: { gold: percent(0.4) },
  margin: { full: ["bitcoin"] },
});
