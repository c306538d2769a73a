import fc from "fast-check";
import type { Financing, Plan, Sizing, Terms, World } from "../../src/backtest/world.ts";

/** A small market, a strategy of constant weights in it, and what trading there costs. */
export interface RandomWorld {
  readonly world: World;
  readonly terms: Terms;
  readonly plan: Plan;
  readonly weights: readonly number[];
}

export interface Shape {
  /** Weights reach from `-reach` to `reach`. */
  readonly reach?: number;
  /** Largest move of a price from one row to the next. */
  readonly shock?: number;
  readonly free?: boolean;
  readonly longOnly?: boolean;
}

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Random walks of 2 to 40 rows and 1 to 5 assets, some with shorts, leverage and violent moves. */
export function randomWorlds(shape: Shape = {}): fc.Arbitrary<RandomWorld> {
  const { reach = 0.8, shock = 0.1, free = false, longOnly = false } = shape;
  const fee = (max: number) => (free ? fc.constant(0) : amount(max));
  return fc
    .record({ rows: fc.integer({ min: 2, max: 40 }), assets: fc.integer({ min: 1, max: 5 }) })
    .chain(({ rows, assets }) => {
      const each = <T>(value: fc.Arbitrary<T>, count = assets) =>
        fc.array(value, { minLength: count, maxLength: count });
      const move = fc.double({ min: -shock, max: shock, noNaN: true });
      return fc
        .record({
          moves: each(move, rows * assets),
          rates: each(fc.double({ min: -0.01, max: 0.12, noNaN: true }), rows),
          weights: each(
            fc
              .integer({ min: longOnly ? 0 : -100 * reach, max: 100 * reach })
              .map((points) => points / 100),
          ),
          schedule: each(fc.constantFrom(0, 1), rows),
          lag: fc.constantFrom(0, 1, 2),
          cost: each(fee(0.01)),
          borrow: each(fee(0.05)),
          expense: each(fee(0.02)),
          spreads: each(fee(0.03), 3),
          noTradeBelow: fc.constantFrom(0, 1e-4),
          forcedTradeLag: fc.constantFrom<0 | 1>(0, 1),
          financing: fc.constantFrom<Financing>("default", "default", "portfolioMargin", "futures"),
          managementFee: fee(0.02),
          noRebate: fc.constantFrom(false, false, false, true),
          sizing: fc.constantFrom<Sizing>("after", "after", "approximate", "before"),
          fixedFee: free ? fc.constant(0) : fc.constantFrom(0, 0, 1e-4),
        })
        .map((given): RandomWorld => {
          const prices = new Float64Array(rows * assets).fill(100);
          for (let cell = assets; cell < prices.length; cell++)
            prices[cell] = prices[cell - assets]! * (1 + given.moves[cell]!);
          return {
            weights: given.weights,
            world: {
              rows,
              assets,
              prices,
              fresh: new Uint8Array(rows * assets).fill(1),
              rate: Float64Array.from(given.rates),
              years: new Float64Array(rows).fill(1 / 12),
            },
            terms: {
              cost: Float64Array.from(
                { length: rows * assets },
                (_, cell) => given.cost[cell % assets]!,
              ),
              borrow: given.borrow,
              expense: given.expense,
              rebateSpread: given.noRebate && !free ? "none" : given.spreads[0]!,
              idleSpread: given.spreads[1]!,
              debitSpread: given.spreads[2]!,
              maintenanceLong: given.weights.map(() => 0.25),
              maintenanceShort: given.weights.map(() => 0.3),
              initialMargin: given.weights.map(() => 0.5),
              noTradeBelow: given.noTradeBelow,
              forcedTradeLag: given.forcedTradeLag,
              financing: given.financing,
              managementFee: given.managementFee,
              fixedFee: given.fixedFee,
              recourse: false,
              sizing: given.sizing,
              closeOut: false,
            },
            plan: {
              schedule: given.schedule,
              band: null,
              lag: given.lag,
              decide: (_row, target) => target.set(given.weights),
            },
          };
        });
    });
}
