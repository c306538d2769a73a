import { expect, it } from "vitest";
import { startHorizonMap } from "../../src/inference/start-horizon-map.ts";

it("four half-years by hand", () => {
  const e = Math.E;
  const map = startHorizonMap([1, e, e ** 2, e ** 2, e ** 4], 2, 1);
  expect(map.starts).toEqual([0, 1, 2]);
  expect(map.horizons).toEqual([1, 2]);
  const rounded = map.values.map((row) =>
    row.map((v) => (v === null ? null : Math.round(v * 1e9) / 1e9)),
  );
  expect(rounded).toEqual([
    [2, 2],
    [1, null],
    [2, null],
  ]);
});

it("starts as often as told, and has none where the record is short", () => {
  expect(startHorizonMap(new Float64Array(61).fill(1), 12, 12).starts).toEqual([0, 12, 24, 36, 48]);
  expect(startHorizonMap([1, 1, 1], 12, 12)).toEqual({ starts: [], horizons: [], values: [] });
  expect(startHorizonMap([], 12, 12)).toEqual({ starts: [], horizons: [], values: [] });
});

it("ruin has no growth", () => {
  expect(startHorizonMap([1, 0], 1, 1).values).toEqual([[null]]);
});
