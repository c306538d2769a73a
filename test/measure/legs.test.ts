import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import type { Plan, Terms, World } from "../../src/backtest/world.ts";
import { attribution } from "../../src/measure/attribution.ts";
import { type Leg, type LegBooks, type Legs, legs } from "../../src/measure/legs.ts";
import { randomWorlds } from "../backtest/random-world.ts";
import { freeTerms, holding, smallWorld } from "../backtest/small-world.ts";

// One row of a year's length at 1 %, unless a test says otherwise.
const year = { rate: [0, 0.01], years: [0, 1] };

function keep(
  world: World,
  plan: Plan,
  terms: Partial<Terms> = {},
  yields: LegBooks["yields"] = [],
): LegBooks {
  const all = freeTerms(world, terms);
  return {
    ledger: simulate(world, plan, all, 100),
    world,
    terms: all,
    yields: Array.from({ length: world.assets }, (_, i) => yields[i] ?? null),
  };
}

const moneyOf = (books: LegBooks) => legs(books, [{ from: 0, to: books.world.rows - 1 }])!.money;

/** A leg without the sources that brought nothing. */
function brought(leg: Leg): Record<string, number> {
  const entries = Object.entries(leg).filter(([, value]) => value !== null && value !== 0);
  return Object.fromEntries(entries.map(([key, value]) => [key, Number(value.toFixed(10))]));
}

describe("the legs of a portfolio", () => {
  it("a long pays cash for its capital: 10 of price, 1 of interest forgone", () => {
    const money = moneyOf(keep(smallWorld([[10, 11]], year), holding([1])));
    expect(brought(money.assets[0]!)).toEqual({ price: 10, financing: -1, total: 9 });
    expect(money.riskless).toBeCloseTo(1, 12);
    expect(money.total).toBeCloseTo(10, 12);
    expect(money.assets[0]!.income).toBeNull();
  });

  it("a short earns cash on its proceeds and pays its borrow fee", () => {
    // Short 5 units at 10: the fall to 9 brings 5, cash on 50 brings 0.5, the fee of 2 % takes 1.
    const books = keep(smallWorld([[10, 9]], year), holding([-0.5]), { borrow: [0.02] });
    const money = moneyOf(books);
    expect(brought(money.assets[0]!)).toEqual({
      price: 5,
      financing: 0.5,
      borrow: -1,
      total: 4.5,
    });
    expect([money.riskless, money.spreads].map((value) => value.toFixed(9))).toEqual([
      "1.000000000",
      "0.000000000",
    ]);
    expect(books.ledger.wealth[1]).toBeCloseTo(105.5, 12);
  });

  it("a debit pays the riskless rate through its leg, and its spread in a line of its own", () => {
    const money = moneyOf(
      keep(smallWorld([[10, 10]], year), holding([1.5]), { debitSpread: 0.02 }),
    );
    expect(brought(money.assets[0]!)).toEqual({ financing: -1.5, total: -1.5 });
    expect(money.spreads).toBeCloseTo(-1, 12);
    expect(money.total).toBeCloseTo(-1.5, 12);
  });

  it("spreads on idle cash and on the rebate are in the same line", () => {
    const terms = { idleSpread: 0.004, rebateSpread: 0.006 };
    const money = moneyOf(keep(smallWorld([[10, 10]], year), holding([-0.5]), terms));
    expect(money.spreads).toBeCloseTo(-(100 * 0.004 + 50 * 0.006), 12);
  });

  it("futures tie up no capital", () => {
    const money = moneyOf(
      keep(smallWorld([[10, 11]], year), holding([1]), { financing: "futures" }),
    );
    expect(brought(money.assets[0]!)).toEqual({ price: 10, total: 10 });
    expect(money.riskless).toBeCloseTo(1, 12);
  });

  it("fees: of the fund on its leg, of the manager on the whole", () => {
    const money = moneyOf(
      keep(smallWorld([[10, 10]], year), holding([0.5]), { expense: [0.004], managementFee: 0.01 }),
    );
    expect(brought(money.assets[0]!)).toEqual({ expense: -0.2, financing: -0.5, total: -0.7 });
    expect(money.management).toBeCloseTo(-1, 12);
  });

  it("the cost of the first trade falls into the first return", () => {
    const books = keep(smallWorld([[10, 10, 10]]), holding([1]), { cost: new Array(3).fill(0.01) });
    const first = legs(books, [{ from: 0, to: 1 }])!.money;
    const rest = legs(books, [{ from: 1, to: 2 }])!.money;
    expect(first.assets[0]!.trading).toBeCloseTo(100 / 1.01 - 100, 10);
    expect(rest.total).toBe(0);
  });

  it("income inside the marks is told apart where a price without it is known", () => {
    const books = keep(smallWorld([[10, 11]]), holding([1]), {}, [[0, 0.03]]);
    expect(brought(moneyOf(books).assets[0]!)).toEqual({ price: 7, income: 3, total: 10 });
  });

  it("income paid in cash is income", () => {
    const books = keep(smallWorld([[10, 10.7]], { income: [0, 0.3] }), holding([-1]));
    expect(brought(moneyOf(books).assets[0]!)).toEqual({ price: -7, income: -3, total: -10 });
  });

  it("is null where wealth is gone", () => {
    const books = keep(smallWorld([[10, 25]]), holding([-1]));
    expect(legs(books, [{ from: 0, to: 1 }])).toBeNull();
  });
});

const parts = ({ assets, riskless, spreads, management }: Legs) => [
  ...assets.map(({ total }) => total),
  riskless,
  spreads,
  management,
];
const sources = ({ total: _, ...leg }: Leg) => Object.values(leg).map((value) => value ?? 0);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("on random worlds, under every kind of financing and fee, legs", () => {
  const books = randomWorlds({ shock: 0.3 })
    .chain(({ world, plan, terms }) =>
      fc
        .array(fc.double({ min: -0.02, max: 0.05, noNaN: true }), {
          minLength: world.rows,
          maxLength: world.rows,
        })
        .map((yields) => ({ world, plan, terms, yields })),
    )
    .map(({ world, plan, terms, yields }) => ({
      ledger: simulate(world, plan, terms, 1),
      world,
      terms,
      // The odd legs know their income.
      yields: Array.from({ length: world.assets }, (_, i) => (i % 2 === 1 ? yields : null)),
    }))
    .filter(({ ledger }) => ledger.ruin === undefined);

  it("sum to the change of wealth and to log growth, source by source and leg by leg", () => {
    fc.assert(
      fc.property(books, fc.nat(), (one, at) => {
        const { wealth, rows } = one.ledger;
        const from = at % rows;
        const { money, log } = legs(one, [{ from, to: rows - 1 }])!;
        const end = wealth[rows - 1]!;
        expect(sum(parts(money))).toBeCloseTo(end - wealth[from]!, 9);
        expect(sum(parts(log))).toBeCloseTo(Math.log(end / wealth[from]!), 9);
        expect([money.total, log.total]).toEqual([
          expect.closeTo(end - wealth[from]!, 9),
          expect.closeTo(Math.log(end / wealth[from]!), 9),
        ]);
        for (const leg of [...money.assets, ...log.assets])
          expect(sum(sources(leg))).toBeCloseTo(leg.total, 9);
      }),
      { numRuns: 500 },
    );
  });

  it("add up over time, and hold what the plain attribution says of each asset", () => {
    fc.assert(
      fc.property(books, fc.nat(), (one, at) => {
        const last = one.ledger.rows - 1;
        const middle = at % one.ledger.rows;
        const whole = legs(one, [{ from: 0, to: last }])!.log;
        const halves = legs(one, [
          { from: 0, to: middle },
          { from: middle, to: last },
        ])!.log;
        for (const [i, part] of parts(halves).entries())
          expect(part).toBeCloseTo(parts(whole)[i]!, 9);
        const plain = attribution(one.ledger, one.world, 0, last)!;
        for (const [i, { price, income }] of whole.assets.entries())
          expect(price + (income ?? 0)).toBeCloseTo(plain.assets[i]!, 9);
      }),
      { numRuns: 200 },
    );
  });
});
