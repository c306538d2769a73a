import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf } from "../../src/backtest/plan-of.ts";
import { drifted, either, monthly } from "../../src/backtest/rebalance.ts";
import { simulate } from "../../src/backtest/simulate.ts";
import { strategy } from "../../src/backtest/strategy.ts";
import { termsOf } from "../../src/backtest/terms-of.ts";
import { clockOf, worldOf } from "../../src/backtest/world-of.ts";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel, type Panel } from "../../src/market/panel.ts";
import type { Column, Series } from "../../src/series/series.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";
import { accounting } from "./accounting.ts";

// A rule that uses all that a view offers: prices, history, a series with a publication lag.
const rule = strategy({
  id: "rule",
  title: "Follow gold's trend and the money supply",
  rationale: "For the test of look-ahead.",
  assets: ["gold", "silver"],
  inputs: ["m2"],
  weights: (view) => {
    if (!view.knows("gold", 3) || !view.knows("m2", 2)) return { gold: 0.3 };
    const [before, , now] = Array.from(view.history("gold", 3)) as [number, number, number];
    const [older, newer] = Array.from(view.history("m2", 2)) as [number, number];
    const ends = Array.from(view.monthEnds("silver", 4));
    const trend = ends.at(-1)! / ends[0]! - 1;
    return { gold: Math.tanh(now / before - 1), silver: 0.5 * Math.tanh(newer - older + trend) };
  },
  rebalance: either(monthly, drifted({ absolute: 0.02 })),
  lag: 0,
});

const ROWS = 30;
const days = monthEnds(2000, 1, ROWS);

type Paths = Readonly<Record<"gold" | "silver" | "m2" | "rate", readonly number[]>>;

const paths: fc.Arbitrary<Paths> = fc.record({
  gold: fc.array(fc.double({ min: 50, max: 150, noNaN: true }), {
    minLength: ROWS,
    maxLength: ROWS,
  }),
  silver: fc.array(fc.double({ min: 5, max: 15, noNaN: true }), {
    minLength: ROWS,
    maxLength: ROWS,
  }),
  m2: fc.array(fc.double({ min: 1, max: 3, noNaN: true }), { minLength: ROWS, maxLength: ROWS }),
  rate: fc.constant(new Array<number>(ROWS).fill(0.03)),
});

function panelOf(world: Paths, rows: number): Panel {
  const cut = (id: keyof Paths, more: Partial<Series> = {}) => ({
    ...seriesOf(id, {}, more),
    days: days.slice(0, rows),
    values: world[id].slice(0, rows),
  });
  const all = [cut("gold"), cut("silver"), cut("m2", { lag: 28 }), cut("rate")];
  const calendar = calendarOf("monthly", all[0]!, [], all, { from: days[0]!, to: undefined });
  return openPanel(calendar, all);
}

/** Units held by row: what was decided and traded, in a form that one day of peeking must change. */
function unitsIn(panel: Panel): Column {
  const terms = termsOf(panel, rule.assets, accounting);
  const world = worldOf(
    panel,
    rule.assets,
    clockOf(panel, { cashRate: "rate", dayCount: 365 }),
    accounting,
  );
  return simulate(world, planOf(panel, rule, terms), terms, 1).units;
}

/**
 * The law: another future after a row changes nothing decided or traded up to that row. (Cutting the
 * data there instead would be blind to one row of peeking, because the last row of a run never trades.)
 */
function theFutureChangesNothing(read: (panel: Panel) => Panel): void {
  fc.assert(
    fc.property(paths, paths, fc.integer({ min: 3, max: ROWS - 2 }), (past, future, cut) => {
      const joined = (id: keyof Paths) => [
        ...past[id].slice(0, cut + 1),
        ...future[id].slice(cut + 1),
      ];
      const other = {
        gold: joined("gold"),
        silver: joined("silver"),
        m2: joined("m2"),
        rate: joined("rate"),
      };
      const one = unitsIn(read(panelOf(past, ROWS)));
      const two = unitsIn(read(panelOf(other, ROWS)));
      for (let cell = 0; cell < (cut + 1) * 2; cell++) expect(two[cell]).toBe(one[cell]);
    }),
    { numRuns: 200, seed: 27 },
  );
}

/** A panel whose views see one row further than they may. */
function peeking(panel: Panel): Panel {
  const known = (id: string): Column => {
    const column = panel.known(id);
    return Float64Array.from(
      { length: column.length },
      (_, row) => column[Math.min(row + 1, column.length - 1)]!,
    );
  };
  return { ...panel, known };
}

describe("look-ahead", () => {
  it("is not there: another future after a day changes no decision up to that day", () => {
    theFutureChangesNothing((panel) => panel);
  });

  it("is not there: cutting the data after a day changes no decision before it", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 3, max: ROWS - 1 }), (world, rows) => {
        const whole = unitsIn(panelOf(world, ROWS));
        const short = unitsIn(panelOf(world, rows));
        for (let cell = 0; cell < (rows - 1) * 2; cell++) expect(short[cell]).toBe(whole[cell]);
      }),
      { numRuns: 200 },
    );
  });

  it("would be found: the same law fails when views see one row too far", () => {
    let failure: unknown;
    try {
      theFutureChangesNothing(peeking);
    } catch (error) {
      failure = error;
    }
    // The law itself must have failed, not something on the way to it.
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).cause).toHaveProperty("name", "AssertionError");
  });
});
