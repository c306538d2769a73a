import type { PlainDay, PlainTerms } from "../../bench/plain-ledger.ts";
import type { RandomWorld } from "./random-world.ts";

/** A random world as the plain books read it, for one unit of start cash. */
export function asPlain({
  world,
  terms,
  plan,
  weights,
}: RandomWorld): [PlainDay[], PlainTerms, number] {
  const names = weights.map((_, i) => `asset ${i}`);
  const byName = <T>(value: (i: number) => T) =>
    Object.fromEntries(names.map((name, i) => [name, value(i)]));
  const due = new Set<number>();
  for (let row = 0; row < world.rows - 1; row++)
    if (row === 0 || plan.schedule[row] === 1) due.add(row + plan.lag);
  const days = Array.from({ length: world.rows }, (_, row) => ({
    prices: byName((i) => world.prices[row * world.assets + i]!),
    rate: world.rate[row]!,
    years: world.years[row]!,
    order: due.has(row) ? byName((i) => weights[i]!) : null,
  }));
  const assets = byName((i) => ({
    cost: terms.cost[i]!,
    borrow: terms.borrow[i]!,
    expense: terms.expense[i]!,
    maintenanceLong: terms.maintenanceLong[i]!,
    maintenanceShort: terms.maintenanceShort[i]!,
    initialMargin: terms.initialMargin[i]!,
  }));
  const { rebateSpread, idleSpread, debitSpread, noTradeBelow, forcedTradeLag } = terms;
  const { financing, managementFee, fixedFee, sizing } = terms;
  return [
    days,
    {
      assets,
      rebateSpread,
      idleSpread,
      debitSpread,
      noTradeBelow,
      forcedTradeLag,
      financing,
      managementFee,
      fixedFee,
      sizing,
    },
    1,
  ];
}
