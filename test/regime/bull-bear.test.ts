import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { turnsOf } from "../../src/regime/bull-bear.ts";
import { lundeTimmermann } from "../../src/regime/lunde-timmermann.ts";
import { paganSossounov } from "../../src/regime/pagan-sossounov.ts";
import { marketsOf } from "../../src/regime/turns.ts";

const prices = fc
  .array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { maxLength: 150 })
  .map((steps) => {
    const out = [100];
    for (const step of steps) out.push(out.at(-1)! * (1 + step));
    return out;
  });

/** A straight way from price to price, so many months each. */
const along = (...corners: readonly [months: number, price: number][]) => {
  const out = [corners[0]![1]];
  for (const [months, price] of corners.slice(1)) {
    const from = out.at(-1)!;
    for (let m = 1; m <= months; m += 1) out.push(from + ((price - from) * m) / months);
  }
  return out;
};

describe("lundeTimmermann", () => {
  it("dates turns at extremes and confirms them where the price has come far enough", () => {
    expect(lundeTimmermann([100, 110, 120, 100, 90, 95, 110])).toEqual([
      { kind: "trough", row: 0, confirmed: 2 },
      { kind: "peak", row: 2, confirmed: 3 },
      { kind: "trough", row: 4, confirmed: 6 },
    ]);
  });

  it("takes other sizes", () => {
    const found = lundeTimmermann([100, 110, 120, 100, 90, 95, 110], { up: 0.2, down: 0.3 });
    expect(found).toEqual([{ kind: "trough", row: 0, confirmed: 2 }]);
  });

  it("has no turns in a constant price or in none", () => {
    expect(lundeTimmermann(new Array(50).fill(7))).toEqual([]);
    expect(lundeTimmermann([])).toEqual([]);
  });

  it("alternates, confirms after the turn, and does not change what it confirmed", () => {
    fc.assert(
      fc.property(prices, (path) => {
        const turns = lundeTimmermann(path);
        for (const [i, turn] of turns.entries()) {
          expect(turn.confirmed).toBeGreaterThan(turn.row);
          if (i > 0) expect(turn.kind).not.toBe(turns[i - 1]!.kind);
          const then = lundeTimmermann(path.slice(0, turn.confirmed + 1));
          expect(then).toEqual(turns.slice(0, i + 1));
          expect(lundeTimmermann(path.slice(0, turn.confirmed))).toEqual(turns.slice(0, i));
        }
      }),
    );
  });
});

describe("paganSossounov", () => {
  it("dates the corners of long markets", () => {
    const path = along([0, 100], [20, 200], [20, 100], [20, 180]);
    expect(paganSossounov(path).map(({ kind, row }) => [kind, row])).toEqual([
      ["peak", 20],
      ["trough", 40],
    ]);
  });

  it("confirms a turn on the first month that dates it", () => {
    const [peak] = paganSossounov(along([0, 100], [20, 200], [20, 100], [20, 180]));
    expect(peak!.confirmed).toBe(26);
  });

  it("drops a cycle that is too short, and a market that is too short and small", () => {
    const short = along([0, 100], [20, 200], [7, 150], [8, 210], [20, 100]);
    // Its peaks lie 15 months apart: the lower one goes.
    expect(paganSossounov(short).map(({ row }) => row)).toEqual([27, 35]);
    const small = along([0, 100], [20, 200], [3, 190], [30, 300]);
    expect(paganSossounov(small)).toEqual([]);
  });

  it("keeps a short market that moved far", () => {
    const crash = along([0, 100], [20, 200], [3, 120], [30, 300]);
    expect(paganSossounov(crash).map(({ row }) => row)).toEqual([20, 23]);
  });

  it("has no turns in a constant or a short price", () => {
    expect(paganSossounov(new Array(100).fill(7))).toEqual([]);
    expect(paganSossounov([1, 2, 1])).toEqual([]);
    expect(paganSossounov([])).toEqual([]);
  });

  it("keeps its own rules on any price", () => {
    fc.assert(
      fc.property(prices, (path) => {
        const turns = paganSossounov(path);
        for (let i = 1; i < turns.length; i += 1) {
          const [a, b] = [turns[i - 1]!, turns[i]!];
          expect(a.kind).not.toBe(b.kind);
          const moved = Math.abs(path[b.row]! / path[a.row]! - 1);
          expect(b.row - a.row >= 4 || moved > 0.2).toBe(true);
          const rises = path[b.row]! > path[a.row]!;
          expect(rises).toBe(b.kind === "peak");
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("marketsOf", () => {
  it("counts the month of a peak to the bull market, that of a trough to the bear market", () => {
    const path = [100, 110, 120, 100, 90, 95, 110];
    expect(marketsOf(turnsOf(path, { by: "lunde-timmermann" }), 7)).toEqual([
      ...["bear", "bull", "bull", "bear", "bear", "bull", "bull"],
    ]);
    expect(marketsOf([], 2)).toEqual([undefined, undefined]);
  });
});
