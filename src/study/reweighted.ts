import type { Weights } from "../backtest/strategy.ts";

/**
 * The weights with one asset's set anew and the difference spread over the others of its sign in proportion
 * to theirs, so that the sum of the long and that of the short weights stay. Where there are no others, the
 * difference is cash.
 */
export function reweighted(weights: Weights, asset: string, to: number): Weights {
  const own = weights[asset] ?? 0;
  const shares = (other: string, weight: number) =>
    other !== asset && weight !== 0 && weight > 0 === own > 0;
  const entries = Object.entries(weights).map(([id, weight = 0]) => [id, weight] as const);
  const others = entries.reduce((sum, [id, weight]) => sum + (shares(id, weight) ? weight : 0), 0);
  const growth = others === 0 ? 1 : (others + own - to) / others;
  return Object.fromEntries(
    entries.map(([id, weight]) => {
      if (id === asset) return [id, to];
      return [id, shares(id, weight) ? weight * growth : weight];
    }),
  );
}
