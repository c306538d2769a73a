import type { Ledger } from "../backtest/ledger.ts";
import { incomePerUnit, type World } from "../backtest/world.ts";

/** Contributions to log growth in the currency of the books; all together they are `ln(V_to / V_from)`. */
export interface Attribution {
  /** Of the price change and income of each asset held, long or short, in the order of the ledger. */
  readonly assets: readonly number[];
  /** Of interest at the riskless rate: on idle cash and short proceeds received, on a debit paid. */
  readonly cash: number;
  /** Of trading costs, borrow fees, debit spreads, fund expenses and management fees. */
  readonly costs: number;
}

/**
 * Where the growth from one row to another came from. In each period the change of wealth is split
 * exactly into money: `units x (price change + income)` of each asset, interest, costs. Money becomes log growth by
 * the factor `ln(V_t / V_{t-1}) / (V_t - V_{t-1})` of its period (the logarithmic mean; Carino 1999),
 * so that contributions add up over assets and over time. Null where wealth ends at zero.
 */
export function attribution(
  ledger: Ledger,
  world: World,
  from: number,
  to: number,
): Attribution | null {
  const { wealth, units, assets } = ledger;
  if (!(wealth[to]! > 0)) return null;
  const byAsset = new Float64Array(assets);
  let cash = 0;
  let costs = 0;
  for (let t = from + 1; t <= to; t++) {
    const factor = logPerMoney(wealth[t - 1]!, wealth[t]!);
    const here = t * assets;
    const before = here - assets;
    for (let i = 0; i < assets; i++) {
      const held = units[before + i]!;
      if (held === 0) continue;
      const move = world.prices[here + i]! - world.prices[before + i]!;
      byAsset[i]! += factor * held * (move + incomePerUnit(world, here + i, held > 0));
    }
    cash += factor * (ledger.rebate[t]! + ledger.interest[t]!);
    // The cost of a trade on the base row falls into the first return.
    const trading = ledger.trading[t]! + (t === 1 ? ledger.trading[0]! : 0);
    const fees =
      ledger.borrow[t]! + ledger.financing[t]! + ledger.expense[t]! + ledger.management[t]!;
    costs -= factor * (trading + fees);
  }
  return { assets: Array.from(byAsset), cash, costs };
}

/** `ln(b / a) / (b - a)`, and its limit `1 / a` where the two are equal: log growth per money gained. */
export function logPerMoney(a: number, b: number): number {
  const change = b / a - 1;
  return (change === 0 ? 1 : Math.log1p(change) / change) / a;
}
