import type { METRICS } from "./metric.ts";

/** What a measure's row in the report leaves out: its formula, when it has no value, and whose it is. */
export interface Formula {
  readonly formula: string;
  readonly unknown?: string;
  readonly source?: string;
  readonly also?: readonly string[];
}

const SHORT = "a run of under one year";
const FLAT = "a denominator of under 0.1% a year";
const STILL = "returns that do not vary";
const EMPTY = "a run without returns";

/**
 * V wealth, R its returns, r the riskless return of the unit, e = R - r, n their number, K periods a year,
 * dd wealth over its running maximum less 1. The compiler holds the list complete.
 */
export const FORMULAS: Readonly<Record<keyof typeof METRICS, Formula>> = {
  totalReturn: { formula: "V_n / V_0 - 1" },
  cagr: {
    formula: "(V_n / V_0)^(1 / years) - 1, years = calendar days / 365.25",
    unknown: SHORT,
    also: ["growth", "compound annual growth rate", "annual return"],
  },
  meanReturn: { formula: "mean(R) K", unknown: SHORT },
  volatility: {
    formula: "sd(R) sqrt(K), divisor n - 1",
    unknown: `${SHORT}; fewer than two returns`,
    also: ["vol", "standard deviation"],
  },
  downsideDeviation: {
    formula: "sqrt(mean(min(e, 0)^2)) over all n",
    unknown: EMPTY,
    source: "Sortino and van der Meer (1991)",
  },
  sharpe: {
    formula: "mean(e) / sd(e) sqrt(K), e = R - r, divisor n - 1",
    unknown: `${SHORT}; ${FLAT}`,
    source: "Sharpe (1994)",
  },
  sharpeLo: {
    formula:
      "mean(e) / sd(e) K / sqrt(K + 2 sum_(k = 1..K-1) (K - k) rho_k), rho_k the autocorrelation of e",
    unknown: `${SHORT}; fewer than 2 K returns; ${FLAT}`,
    source: "Lo (2002)",
    also: ["Lo-adjusted Sharpe"],
  },
  sortino: {
    formula: "mean(e) / downside deviation sqrt(K)",
    unknown: `${SHORT}; ${FLAT}`,
    source: "Sortino and van der Meer (1991)",
  },
  calmar: {
    formula: "growth a year / |deepest drawdown|",
    unknown: `${SHORT}; a drawdown of under 0.1%`,
    source: "Young (1991), over the whole run",
  },
  calmar36: {
    formula: "growth a year / |deepest drawdown|, both of the last 36 months",
    unknown: "a run of under 36 months; a drawdown of under 0.1%",
    source: "Young (1991)",
  },
  martin: {
    formula: "(growth a year - riskless growth a year) / Ulcer index",
    unknown: `${SHORT}; an Ulcer index of under 0.1%`,
    source: "Martin and McCann (1989)",
    also: ["Ulcer performance index", "UPI"],
  },
  painRatio: {
    formula: "(growth a year - riskless growth a year) / Pain index",
    unknown: `${SHORT}; a Pain index of under 0.1%`,
    source: "Becker (2006)",
  },
  omega: {
    formula: "sum max(R, 0) / sum max(-R, 0)",
    unknown: "losses of under 0.1% a year",
    source: "Keating and Shadwick (2002)",
    also: ["omega ratio"],
  },
  probabilisticSharpe: {
    formula: "N(SR sqrt(n - 1) / sqrt(1 - g1 SR + (b2 - 1)/4 SR^2)), SR a period, moments of e",
    unknown: STILL,
    source: "Bailey and López de Prado (2012)",
    also: ["PSR"],
  },
  minTrackRecordYears: {
    formula: "(1 + (1 - g1 SR + (b2 - 1)/4 SR^2) (1.645 / SR)^2) / K, SR a period",
    unknown: `${STILL}; a Sharpe ratio that is not above zero`,
    source: "Bailey and López de Prado (2012)",
    also: ["MinTRL", "minimum track record length"],
  },
  maxDrawdown: {
    formula: "min_t V_t / max_(s <= t) V_s - 1, t from the base",
    also: ["max drawdown", "maximum drawdown", "maxDD"],
  },
  timeUnderWater: { formula: "share of t = 1..n with dd_t < 0" },
  longestUnderWaterDays: { formula: "max over falls of day of recovery - last day at the peak" },
  ulcer: { formula: "sqrt(mean(dd^2)), t = 1..n", source: "Martin and McCann (1989)" },
  pain: { formula: "mean |dd|, t = 1..n", source: "Becker (2006)" },
  var95: {
    formula: "-quantile(R, 0.05), type 7",
    unknown: EMPTY,
    source: "Hyndman and Fan (1996), type 7",
    also: ["VaR", "value at risk"],
  },
  var95Normal: {
    formula: "-(mean(R) + z sd(R)), z = -1.645",
    unknown: "fewer than two returns",
  },
  var95CornishFisher: {
    formula:
      "-(mean(R) + c sd(R)), c = z + (z^2 - 1) g1/6 + (z^3 - 3z)(b2 - 3)/24 - (2z^3 - 5z) g1^2/36",
    unknown: STILL,
    source: "Cornish and Fisher (1937)",
  },
  cvar95: {
    formula: "-(sum of the worst k returns) / k, k = 0.05 n, the last one by the fraction of k",
    unknown: EMPTY,
    source: "Acerbi and Tasche (2002)",
    also: ["CVaR", "ES", "expected shortfall", "conditional value at risk"],
  },
  tailRatio: {
    formula: "|quantile(R, 0.95)| / |quantile(R, 0.05)|, type 7",
    unknown: "a lower quantile near zero",
  },
  bestPeriod: { formula: "max R", unknown: EMPTY },
  worstPeriod: { formula: "min R", unknown: EMPTY },
  bestYear: {
    formula: "max over full calendar years of last wealth over that of the year before, less 1",
    unknown: "a run without a full calendar year",
  },
  worstYear: {
    formula: "min over full calendar years of last wealth over that of the year before, less 1",
    unknown: "a run without a full calendar year",
  },
  hitRate: { formula: "share of t with R_t > 0", unknown: EMPTY, also: ["win rate"] },
  skewness: { formula: "g1 = m3 / m2^1.5", unknown: STILL, source: "Joanes and Gill (1998)" },
  skewnessUnbiased: {
    formula: "G1 = g1 sqrt(n (n - 1)) / (n - 2)",
    unknown: `${STILL}; fewer than three`,
    source: "Joanes and Gill (1998)",
  },
  kurtosis: { formula: "b2 = m4 / m2^2", unknown: STILL, source: "Joanes and Gill (1998)" },
  excessKurtosisUnbiased: {
    formula: "G2 = ((n + 1)(b2 - 3) + 6)(n - 1) / ((n - 2)(n - 3))",
    unknown: `${STILL}; fewer than four`,
    source: "Joanes and Gill (1998)",
  },
  stability: {
    formula: "R squared of ln V_1..V_n on time",
    unknown: "fewer than three returns; a path that does not move; ruin",
  },
};
