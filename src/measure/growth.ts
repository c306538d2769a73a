import type { Column } from "../series/series.ts";
import { mean, standardDeviation } from "./moments.ts";
import { ROUNDING, ratio } from "./ratio.ts";

/** `V_n / V_0 - 1`. */
export function totalReturn(wealth: Column): number {
  return wealth[wealth.length - 1]! / wealth[0]! - 1;
}

/** Compound growth a year, `(V_n / V_0)^(1 / years) - 1`; -1 where wealth ended at zero. */
export function cagr(wealth: Column, years: number): number {
  return (wealth[wealth.length - 1]! / wealth[0]!) ** (1 / years) - 1;
}

/** Returns chained into one: the product of `1 + r`, less 1. */
export function chained(returns: Column): number {
  let growth = 1;
  for (let t = 0; t < returns.length; t += 1) growth *= 1 + returns[t]!;
  return growth - 1;
}

/** Standard deviation of the returns times the root of the periods a year; NaN for fewer than two. */
export function volatility(returns: Column, perYear: number): number {
  return standardDeviation(returns) * Math.sqrt(perYear);
}

/** Share of values above zero; zeros, and what is zero but for rounding, do not count as hits. */
export function hitRate(values: Column): number {
  let hits = 0;
  for (let t = 0; t < values.length; t += 1) if (values[t]! > ROUNDING) hits += 1;
  return hits / values.length;
}

/**
 * R squared of log wealth on time, rows 1 to n (the base is left out). Null for fewer than three
 * returns, for a path that does not move, and after ruin, where the logarithm has no value.
 */
export function stability(wealth: Column): number | null {
  const n = wealth.length - 1;
  if (n < 3 || !(wealth[n]! > 0)) return null;
  const logs = new Float64Array(n);
  for (let t = 0; t < n; t += 1) logs[t] = Math.log(wealth[t + 1]! / wealth[0]!);
  const centre = mean(logs);
  let cross = 0;
  for (let t = 0; t < n; t += 1) cross += (t - (n - 1) / 2) * (logs[t]! - centre);
  const timeSquares = (n * (n * n - 1)) / 12;
  const explained = Math.abs(cross) / Math.sqrt(timeSquares * (n - 1));
  const correlation = ratio(explained, standardDeviation(logs));
  return correlation === null ? null : Math.min(1, correlation * correlation);
}
