import { expect, it } from "vitest";
import { startHorizonMap } from "../../../src/report/chart/start-horizon.ts";
import { sampleMaps } from "../sample-inference.ts";

const [map] = sampleMaps;

it("has a cell for every second start and each horizon that is known", () => {
  const { data } = startHorizonMap(map!, "map");
  const cells = data.map as readonly Record<string, number | string>[];
  expect(cells.map(({ start, years, value }) => [start, years, value])).toEqual([
    ["2000-12-31", 1, 0.1],
    ["2000-12-31", 2, -0.05],
    ["2001-06-30", 1, -0.3],
    ["2001-06-30", 2, 0.25],
  ]);
  expect(cells.map(({ text }) => text)).toEqual(["+10.5%", "−4.9%", "−25.9%", "+28.4%"]);
});

it("a cell that was ahead fills its room, one that was behind stands apart", () => {
  const cells = startHorizonMap(map!, "map").data.map as readonly Record<string, number>[];
  const [ahead, behind] = cells;
  expect(ahead!.t).toBe(Date.UTC(2000, 11, 31));
  expect(ahead!.end).toBe(Date.UTC(2001, 5, 30));
  expect([ahead!.low, ahead!.high]).toEqual([0.5, 1.5]);
  expect(behind!.t).toBeGreaterThan(ahead!.t!);
  expect(behind!.end).toBeLessThan(ahead!.end!);
  expect([behind!.low, behind!.high]).toEqual([1.67, 2.33]);
});
