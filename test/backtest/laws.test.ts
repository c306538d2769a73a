import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLedger } from "../../bench/plain-ledger.ts";
import type { Ledger } from "../../src/backtest/ledger.ts";
import { simulate, simulateWealth } from "../../src/backtest/simulate.ts";
import type { World } from "../../src/backtest/world.ts";
import { asPlain } from "./as-plain.ts";
import { type RandomWorld, randomWorlds } from "./random-world.ts";

const run = ({ world, plan, terms }: RandomWorld, cash = 1) => simulate(world, plan, terms, cash);

function longAndShort(ledger: Ledger, world: World, row: number): { long: number; short: number } {
  let long = 0;
  let short = 0;
  for (let i = 0; i < world.assets; i++) {
    const value = ledger.units[row * world.assets + i]! * world.prices[row * world.assets + i]!;
    if (value > 0) long += value;
    else short -= value;
  }
  return { long, short };
}

/** What the units held over a period gained by its prices. */
function gainOf(ledger: Ledger, { assets, prices }: World, row: number): number {
  let gain = 0;
  for (let i = 0; i < assets; i++) {
    const move = prices[row * assets + i]! - prices[(row - 1) * assets + i]!;
    gain += ledger.units[(row - 1) * assets + i]! * move;
  }
  return gain;
}

const wild = { reach: 1.2, shock: 0.6 };

describe("the ledger on random worlds", () => {
  it("is worth cash plus longs less shorts on every row", () => {
    fc.assert(
      fc.property(randomWorlds(wild), (random) => {
        const ledger = run(random);
        const last = ledger.ruin ?? ledger.rows;
        for (let row = 0; row < last; row++) {
          const paid = random.terms.financing === "futures" ? 0 : 1;
          const { long, short } = longAndShort(ledger, random.world, row);
          const opening = row === 0 ? ledger.trading[0]! : 0;
          expect(ledger.cash[row]! + paid * (long - short) + opening).toBeCloseTo(
            ledger.wealth[row]!,
            9,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("moves cash by trades and accruals alone", () => {
    fc.assert(
      fc.property(randomWorlds(wild), (random) => {
        const ledger = run(random);
        for (let row = 1; row < (ledger.ruin ?? ledger.rows); row++) {
          const accrued =
            ledger.rebate[row]! +
            ledger.interest[row]! -
            ledger.borrow[row]! -
            ledger.financing[row]! -
            ledger.expense[row]! -
            ledger.management[row]!;
          const funded = random.terms.financing === "futures" ? 0 : 1;
          const settled = funded === 1 ? 0 : gainOf(ledger, random.world, row);
          const spent = ledger.trades
            .filter((trade) => trade.row === row)
            .reduce((sum, { notional, cost }) => sum + funded * notional + cost, 0);
          expect(ledger.cash[row]!).toBeCloseTo(
            ledger.cash[row - 1]! + accrued + settled - spent,
            9,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it("scales with its start cash", () => {
    fc.assert(
      fc.property(
        randomWorlds(wild),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (random, scale) => {
          const small = run(random, 1);
          const fixedFee = random.terms.fixedFee * scale;
          const large = run({ ...random, terms: { ...random.terms, fixedFee } }, scale);
          expect(large.ruin).toBe(small.ruin);
          for (let row = 0; row < small.rows; row++)
            expect(Math.abs(large.wealth[row]! / scale - small.wealth[row]!)).toBeLessThan(
              1e-9 * Math.max(1, small.wealth[row]!),
            );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the assets", () => {
    fc.assert(
      fc.property(randomWorlds(), (random) => {
        const forward = run(random);
        const backward = run(reversed(random));
        for (let row = 0; row < forward.rows; row++)
          expect(backward.wealth[row]!).toBeCloseTo(forward.wealth[row]!, 9);
      }),
      { numRuns: 300 },
    );
  });

  it("tracks the index of a single asset that is held whole and free", () => {
    fc.assert(
      fc.property(randomWorlds({ free: true, longOnly: true }), (random) => {
        const { world, plan } = random;
        const whole = [1, ...new Array<number>(world.assets - 1).fill(0)];
        const held = {
          ...plan,
          lag: 0,
          decide: (_: number, target: Float64Array) => target.set(whole),
        };
        const ledger = simulate(
          world,
          held,
          { ...random.terms, noTradeBelow: 0, financing: "default" },
          1,
        );
        for (let row = 0; row < world.rows; row++)
          expect(ledger.wealth[row]!).toBeCloseTo(
            world.prices[row * world.assets]! / world.prices[0]!,
            9,
          );
      }),
      { numRuns: 300 },
    );
  });

  it("gives w and -w together twice the cash return over one free period", () => {
    fc.assert(
      fc.property(randomWorlds({ free: true, reach: 0.3 }), (random) => {
        const { world, plan, weights } = random;
        const oneStep = { ...plan, lag: 0, schedule: new Uint8Array(world.rows) };
        const wealth = (sign: number) =>
          simulate(
            world,
            {
              ...oneStep,
              decide: (_, target) => target.set(weights.map((weight) => sign * weight)),
            },
            { ...random.terms, noTradeBelow: 0 },
            1,
          ).wealth[1]!;
        const cash = world.rate[1]! * world.years[1]!;
        expect(wealth(1) - 1 + (wealth(-1) - 1)).toBeCloseTo(2 * cash, 12);
      }),
      { numRuns: 300 },
    );
  });

  it("is worth the same to the last bit where nobody keeps a record of it", () => {
    fc.assert(
      fc.property(randomWorlds(wild), fc.boolean(), ({ world, plan, terms }, recourse) => {
        const owing = { ...terms, recourse };
        const { wealth, ruin } = simulate(world, plan, owing, 1);
        const bare = simulateWealth(world, plan, owing, 1);
        expect(bare.ruin).toBe(ruin);
        expect(bare.wealth).toEqual(wealth);
      }),
      { numRuns: 300 },
    );
  });

  it("holds its units between trades", () => {
    fc.assert(
      fc.property(randomWorlds(), (random) => {
        const ledger = run(random);
        const traded = new Set(ledger.trades.map(({ row, asset }) => `${row} ${asset}`));
        for (let row = 1; row < (ledger.ruin ?? ledger.rows); row++)
          for (let i = 0; i < ledger.assets; i++)
            if (!traded.has(`${row} ${i}`))
              expect(ledger.units[row * ledger.assets + i]).toBe(
                ledger.units[(row - 1) * ledger.assets + i],
              );
      }),
      { numRuns: 300 },
    );
  });

  it("is unchanged up to a row by whatever prices and rates come after it", () => {
    fc.assert(
      fc.property(randomWorlds(wild), fc.nat(), (random, at) => {
        const { world } = random;
        const cut = at % (world.rows - 1);
        const other = {
          ...world,
          prices: Float64Array.from(world.prices, (price, cell) =>
            cell < (cut + 1) * world.assets ? price : price * 3,
          ),
          rate: Float64Array.from(world.rate, (rate, row) => (row <= cut ? rate : 1)),
        };
        const one = run(random);
        const two = run({ ...random, world: other });
        for (let cell = 0; cell < (cut + 1) * world.assets; cell++)
          expect(two.units[cell]).toBe(one.units[cell]);
      }),
      { numRuns: 300 },
    );
  });

  it("agrees with books kept the plain way, through margin calls and ruin", () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(randomWorlds({ reach: 2, shock: 0.9 }), (random) => {
        const ledger = run(random);
        const plain = plainLedger(...asPlain(random));
        for (const event of ledger.events) seen[event.kind] = (seen[event.kind] ?? 0) + 1;
        expect(plain.at(-1)?.event === "ruin").toBe(ledger.ruin !== undefined);
        for (const [row, state] of plain.entries()) {
          const scale = Math.max(1, state.wealth);
          expect(Math.abs(ledger.wealth[row]! - state.wealth)).toBeLessThan(1e-10 * scale);
        }
      }),
      { numRuns: 3000, seed: 1971 },
    );
    for (const kind of ["margin call", "forced trade", "ruin"])
      expect(seen[kind] ?? 0).toBeGreaterThan(50);
  });
});

function reversed({ world, terms, plan, weights }: RandomWorld): RandomWorld {
  const flip = (table: ArrayLike<number>) =>
    Float64Array.from({ length: table.length }, (_, cell) => {
      const column = cell % world.assets;
      return table[cell - column + (world.assets - 1 - column)]!;
    });
  const back = [...weights].reverse();
  return {
    weights: back,
    world: { ...world, prices: flip(world.prices) },
    terms: {
      ...terms,
      cost: flip(terms.cost),
      borrow: flip(terms.borrow),
      expense: flip(terms.expense),
    },
    plan: { ...plan, decide: (_row, target) => target.set(back) },
  };
}
