import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slimPath } from "../../../src/report/svg/path.ts";
import { simplified } from "../../../src/report/svg/simplified.ts";
import { walked } from "./walked.ts";

describe("slimPath", () => {
  it("writes relative steps of a tenth of a pixel", () => {
    expect(slimPath("M0,10L1.234,9.5L2.5,12.04")).toBe("M0,10l1.2-.5 1.3 2.5");
  });

  it("writes level and upright steps with one number", () => {
    expect(slimPath("M0,0L5,0L5,3L7,3Z")).toBe("M0,0h5v3h2z");
  });

  it("leaves out what lies on the way", () => {
    expect(slimPath("M0,0L1,0L2,0L3,5Z")).toBe("M0,0h2l1 5z");
    expect(slimPath("M0,0L4,2.2L8,4L12,0")).toBe("M0,0l8 4 4-4");
  });

  it("keeps the pieces of a broken line apart", () => {
    expect(slimPath("M0,0L1,1M5,5L6,4")).toBe("M0,0l1 1M5,5l1-1");
  });

  it("rounds places, not steps, so that errors do not add up", () => {
    const thirds = Array.from({ length: 31 }, (_, step) => [step / 3, step % 2 === 0 ? 0 : 9]);
    const points = walked(slimPath(`M${thirds.map((point) => point.join()).join("L")}`));
    expect(points).toHaveLength(31);
    expect(points.at(-1)?.[0]).toBeCloseTo(10, 6);
  });

  it("a long line goes through places of half a pixel", () => {
    const steps = Array.from({ length: 80 }, (_, step) => `${step * 2.3},${(step % 7) * 11.17}`);
    for (const [x, y] of walked(slimPath(`M${steps.join("L")}`)).slice(1)) {
      expect((x * 2) % 1).toBeCloseTo(0, 6);
      expect((y * 2) % 1).toBeCloseTo(0, 6);
    }
  });
});

/** Distance of a point from the nearest stretch of a line. */
function away([x, y]: readonly [number, number], line: readonly number[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [startX = 0, startY = 0, endX = 0, endY = 0] = line.slice(at, at + 4);
    const [across, down] = [endX - startX, endY - startY];
    const length = across ** 2 + down ** 2;
    const along = length === 0 ? 0 : ((x - startX) * across + (y - startY) * down) / length;
    const share = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(x - startX - share * across, y - startY - share * down));
  }
  return nearest;
}

describe("simplified", () => {
  const lines = fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 60 })
    .map((values) => values.flatMap((value, place) => [place * 23, value]));

  it("passes every point that it leaves out within four tenths of a pixel", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const short = simplified(line);
        for (let at = 0; at < line.length; at += 2)
          expect(away([line[at] ?? 0, line[at + 1] ?? 0], short)).toBeLessThanOrEqual(4.0001);
      }),
    );
  });

  it("keeps both ends, the highest and the lowest point", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const short = simplified(line);
        const heights = (points: readonly number[]) => points.filter((_, place) => place % 2 === 1);
        expect(short.slice(0, 2)).toEqual(line.slice(0, 2));
        expect(short.slice(-2)).toEqual(line.slice(-2));
        expect(Math.max(...heights(short))).toBe(Math.max(...heights(line)));
        expect(Math.min(...heights(short))).toBe(Math.min(...heights(line)));
      }),
    );
  });

  it("leaves a straight line its ends", () => {
    expect(simplified([0, 0, 10, 10, 20, 20, 30, 30])).toEqual([0, 0, 30, 30]);
  });
});
