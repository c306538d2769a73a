import type { Ledger } from "../backtest/ledger.ts";
import type { World } from "../backtest/world.ts";

/** What was held at a close as the market left it, before the trades of that close; fractions of wealth. */
export interface Exposure {
  /** In the order of the ledger; negative for shorts. */
  readonly weights: readonly number[];
  readonly long: number;
  /** Its size: positive. */
  readonly short: number;
  readonly gross: number;
  readonly net: number;
  /** What is left of wealth: 1 less the net exposure, negative for a debit. */
  readonly cash: number;
}

/**
 * The exposure at the close of a row, before its trades: units of the row before at this row's prices, over
 * wealth before the cost of the trades. On the base row, what its trades bought. Null where no wealth is left.
 */
export function exposureAt(ledger: Ledger, world: World, row: number): Exposure | null {
  const { assets, units, wealth, trading } = ledger;
  const held = Math.max(0, row - 1) * assets;
  const whole = row === 0 ? wealth[0]! - trading[0]! : wealth[row]! + trading[row]!;
  if (!(whole > 0)) return null;
  const weights = Array.from({ length: assets }, (_, i) => {
    const size = units[held + i]!;
    return size === 0 ? 0 : (size * world.prices[row * assets + i]!) / whole;
  });
  let long = 0;
  let short = 0;
  for (const weight of weights) {
    if (weight > 0) long += weight;
    else short -= weight;
  }
  const net = long - short;
  return { weights, long, short, gross: long + short, net, cash: 1 - net };
}
