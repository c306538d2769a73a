import type { Ledger } from "../backtest/ledger.ts";
import { incomePerUnit, type World } from "../backtest/world.ts";
import type { Column } from "../series/series.ts";
import { mean } from "./moments.ts";

/** Whose moves the moves of the whole were: shares of its variance, which sum to 1. */
export interface RiskShares {
  /** In the order of the ledger; negative for what moved against the whole. */
  readonly assets: readonly number[];
  /** Of interest, fees and trading costs. */
  readonly rest: number;
}

/**
 * The part of each asset in the variance of the portfolio's returns: `cov(g, r) / var(r)` with `g` the gain
 * of the asset in a period over the wealth before it (Litterman 1996, for the weights as they were). Null
 * where returns do not vary and after ruin.
 */
export function riskShares(ledger: Ledger, world: World, end: number): RiskShares | null {
  const { wealth, assets } = ledger;
  if (!(wealth[end]! > 0)) return null;
  const returns = new Float64Array(end);
  for (let t = 0; t < end; t++) returns[t] = wealth[t + 1]! / wealth[t]! - 1;
  const variance = products(returns, returns);
  if (!(variance / end > 1e-12)) return null;
  const shares = Array.from(
    { length: assets },
    (_, i) => products(gains(ledger, world, i, end), returns) / variance,
  );
  return { assets: shares, rest: 1 - shares.reduce((sum, share) => sum + share, 0) };
}

/** Price change and income of an asset in each period over the wealth before it. */
function gains({ units, wealth, assets }: Ledger, world: World, asset: number, end: number) {
  const found = new Float64Array(end);
  for (let t = 1; t <= end; t++) {
    const here = t * assets + asset;
    const held = units[here - assets]!;
    if (held === 0) continue;
    const move = world.prices[here]! - world.prices[here - assets]!;
    found[t - 1] = (held * (move + incomePerUnit(world, here, held > 0))) / wealth[t - 1]!;
  }
  return found;
}

/** Sum of the products of deviations from the means. */
function products(a: Column, b: Column): number {
  const [centreA, centreB] = [mean(a), mean(b)];
  let sum = 0;
  for (let t = 0; t < a.length; t += 1) sum += (a[t]! - centreA) * (b[t]! - centreB);
  return sum;
}
