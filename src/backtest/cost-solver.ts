import type { Column } from "../series/series.ts";

/**
 * Wealth after a rebalance that pays its own proportional costs: the `y` that solves
 * `y + sum of c_i |w_i y - x_i| = wealth` over the legs that trade.
 *
 * The left side is convex, piecewise linear and strictly increasing while `sum of c_i |w_i| < 1`,
 * so Newton's method from `y = wealth` moves down only and stops on the exact segment after at most
 * one step a kink; no tolerance is involved.
 *
 * @param wealth before the trade, in money
 * @param exposures `x_i = units x price`, signed, in money
 * @param targets `w_i`, fractions of wealth after costs
 * @param costs `c_i`, one-way, fractions of traded notional
 * @param trading 1 for a leg that trades, 0 for one that keeps its units
 */
export function wealthAfterCosts(
  wealth: number,
  exposures: Column,
  targets: Column,
  costs: Column,
  trading: Column,
): number {
  let after = wealth;
  for (let step = 0; step <= exposures.length + 1; step++) {
    let saved = 0;
    let slope = 0;
    for (let i = 0; i < exposures.length; i++) {
      if (trading[i] === 0) continue;
      const trade = targets[i]! * after - exposures[i]!;
      if (trade > 0) {
        saved += costs[i]! * exposures[i]!;
        slope += costs[i]! * targets[i]!;
      } else if (trade < 0) {
        saved -= costs[i]! * exposures[i]!;
        slope -= costs[i]! * targets[i]!;
      }
    }
    const next = (wealth + saved) / (1 + slope);
    if (!(next < after)) return after;
    after = next;
  }
  return after;
}

/**
 * The same with the costs reckoned once, as if the targets were of the wealth before them:
 * `wealth - sum of c_i |w_i wealth - x_i|`. It is off by the square of a cost.
 */
export function reckonedOnce(
  wealth: number,
  exposures: Column,
  targets: Column,
  costs: Column,
  trading: Column,
): number {
  let after = wealth;
  for (let i = 0; i < exposures.length; i++)
    if (trading[i] !== 0) after -= costs[i]! * Math.abs(targets[i]! * wealth - exposures[i]!);
  return after;
}
