import type { Strategy } from "../backtest/strategy.ts";

type Decides = Extract<Strategy["weights"], (...given: never) => unknown>;

/**
 * A weight function without one asset: it is asked as it was, of the same view, and the weight that it gives
 * the asset is set to zero, so that it lies in cash. Nothing is spread over the others: what the function
 * would have held in its place nobody knows.
 */
export function masked(weights: Decides, asset: string): Decides {
  return (view) => ({ ...weights(view), [asset]: 0 });
}
