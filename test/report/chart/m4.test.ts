import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { m4, pixelColumns } from "../../../src/report/chart/m4.ts";
import { crowded, drawnLines } from "../../../src/report/lines.ts";
import { formatDay } from "../../../src/series/day.ts";

const dates = (count: number) => Array.from({ length: count }, (_, day) => formatDay(day));

describe("m4 by hand", () => {
  it("parts times into columns of one width; a column without rows is not there", () => {
    expect(pixelColumns([0, 1, 2, 3, 9, 10], 5)).toEqual({
      starts: [0, 2, 4, 6],
      ends: [0, 1, 2, 3, 4, 5],
    });
  });

  it("keeps the first, last, lowest and highest of each column", () => {
    const columns = { starts: [0, 6, 9], ends: [] };
    expect(m4([5, 6, 9, 1, 6, 5, 3, 3, 3], columns)).toEqual([0, 2, 3, 5, 6, 8]);
  });

  it("passes over unknown values but keeps the ends, so that a gap stays a gap", () => {
    const columns = { starts: [0, 4, 8], ends: [] };
    expect(m4([1, 2, null, null, null, null, null, null], columns)).toEqual([0, 1, 3, 4, 7]);
  });
});

describe("drawnLines", () => {
  it("leaves short lines untouched", () => {
    const values = dates(400).map((_, row) => row);
    const drawn = drawnLines(dates(400), { a: values });
    expect(drawn.lines.a).toBe(values);
    expect("thinned" in drawn).toBe(false);
  });

  it("a long line keeps its deepest and its highest point, and those of every column", () => {
    const long = dates(7000);
    const columns = crowded(long);
    fc.assert(
      fc.property(fc.array(fc.nat(6999), { minLength: 2, maxLength: 9 }), (rows) => {
        const values = long.map((_, row) => Math.sin(row / 50));
        rows.forEach((row, place) => {
          values[row] = place % 2 === 0 ? -9 - place : 9 + place;
        });
        const { lines, thinned } = drawnLines(long, { a: values });
        const kept = thinned?.rows.a ?? [];
        expect(kept.length).toBeLessThan(4 * ((columns?.starts.length ?? 0) - 1) + 1);
        expect(kept).toContain(values.indexOf(Math.min(...values)));
        expect(kept).toContain(values.indexOf(Math.max(...values)));
        expect(lines.a).toEqual(kept.map((row) => values[row]));
      }),
      { numRuns: 30 },
    );
  });

  it("lines on the same days share the rows that can be read off together, the last day among them", () => {
    const long = dates(7000);
    const { thinned } = drawnLines(long, {
      up: long.map((_, row) => row),
      wave: long.map((_, row) => Math.cos(row)),
    });
    for (const rows of Object.values(thinned?.rows ?? {}))
      expect(rows).toEqual(expect.arrayContaining([...(thinned?.shared ?? [])]));
    expect(thinned?.shared.at(-1)).toBe(6999);
    expect(thinned?.shared[0]).toBe(0);
  });
});
