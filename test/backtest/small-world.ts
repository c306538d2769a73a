import type { Plan, Terms, World } from "../../src/backtest/world.ts";

/** A world from price paths that a reader can follow in the head: one list a asset, free of interest. */
export function smallWorld(
  paths: readonly (readonly number[])[],
  more: Partial<World> = {},
): World {
  const rows = paths[0]!.length;
  return {
    rows,
    assets: paths.length,
    prices: Float64Array.from(
      { length: rows * paths.length },
      (_, cell) => paths[cell % paths.length]![Math.floor(cell / paths.length)]!,
    ),
    fresh: new Uint8Array(rows * paths.length).fill(1),
    rate: new Float64Array(rows),
    years: new Float64Array(rows).fill(1 / 12),
    ...more,
  };
}

/** Terms under which nothing costs anything. */
export function freeTerms(world: World, more: Partial<Terms> = {}): Terms {
  const each = (value: number) => new Float64Array(world.assets).fill(value);
  return {
    cost: new Float64Array(world.rows * world.assets),
    borrow: each(0),
    expense: each(0),
    rebateSpread: 0,
    idleSpread: 0,
    debitSpread: 0,
    maintenanceLong: each(0.25),
    maintenanceShort: each(0.3),
    initialMargin: each(0.5),
    noTradeBelow: 0,
    forcedTradeLag: 1,
    financing: "default",
    managementFee: 0,
    fixedFee: 0,
    recourse: false,
    sizing: "after",
    closeOut: false,
    ...more,
  };
}

/** Constant weights, decided on the first row and wherever the schedule says. */
export function holding(weights: readonly number[], more: Partial<Plan> = {}): Plan {
  return {
    schedule: new Uint8Array(1000),
    band: null,
    lag: 0,
    decide: (_row, target) => target.set(weights),
    ...more,
  };
}
