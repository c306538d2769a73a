import { describe, expect, it } from "vitest";
import { figuresBy, figuresOnRows, publicationsOf } from "../../src/market/publications.ts";
import { seriesOf } from "../series/series-of.ts";

const plain = (figures: ReturnType<typeof publicationsOf>) =>
  Array.from(figures.values, (value, at) => [figures.periods[at]!, figures.published[at]!, value]);
const series = { ...seriesOf("cpi", {}), days: [10, 20, 30, 40], values: [5, 5, Number.NaN, 6] };

const rows = { days: [10, 13, 20, 23, 30, 33, 40, 43], maxStale: 1 };

describe("publicationsOf", () => {
  it("has a figure for each period with a value, equal ones among them, known after the lag", () => {
    expect(plain(publicationsOf({ ...series, lag: 3 }, rows))).toEqual([
      [10, 13, 5],
      [20, 23, 5],
      [40, 43, 6],
    ]);
  });

  it("goes by the source's own days, and lets no figure be known before the one in front of it", () => {
    const known = [25, 23, 33, 43];
    expect(
      plain(publicationsOf({ ...series, known }, rows)).map(([, published]) => published),
    ).toEqual([25, 25, 43]);
  });

  it("has none that was filled in from its neighbours", () => {
    const filled = publicationsOf({ ...series, filled: [20], lag: 0 }, rows);
    expect(Array.from(filled.periods)).toEqual([10, 40]);
  });
});

describe("figuresBy", () => {
  const all = publicationsOf({ ...series, lag: 3 }, rows);

  it("gives the last ones that were published by a day, in arrays of their own", () => {
    expect(plain(figuresBy(all, 42, Infinity)).map(([period]) => period)).toEqual([10, 20]);
    expect(plain(figuresBy(all, 23, 1))).toEqual([[20, 23, 5]]);
    expect(plain(figuresBy(all, 12, 9))).toEqual([]);
    const { values } = figuresBy(all, 42, 1);
    expect((values as Float64Array).buffer.byteLength).toBe(8);
  });
});

describe("figuresOnRows", () => {
  it("takes each known row for a figure of its own day", () => {
    expect(plain(figuresOnRows([1, 2, 3], [7, Number.NaN, 9]))).toEqual([
      [1, 1, 7],
      [3, 3, 9],
    ]);
  });
});
