import { describe, expect, it } from "vitest";
import { placeLevels } from "../../../src/report/chart/level-labels.ts";

const plot = { left: 0, right: 200, top: 0, bottom: 100 };
const place = (y: number, line: readonly (readonly [number, number])[] = []) =>
  placeLevels([{ text: "claimed", y }], plot, [line])[0]!;

describe("the name of a level", () => {
  it("stands over it at the left where nothing is in the way", () => {
    expect(place(50)).toEqual({ text: "claimed", x: 4, y: 46, anchor: "start" });
  });

  it("stands under it where there is no room above, and over it at the bottom", () => {
    expect(place(5).y).toBeGreaterThan(5 + 8);
    expect(place(95).y).toBeLessThan(95);
  });

  it("keeps away from a line: under it, or at the other end", () => {
    const over = [[0, 42] as const, [200, 42] as const];
    expect(place(50, over).y).toBeGreaterThan(50);
    const around = [[0, 40] as const, [20, 60] as const, [40, 40] as const];
    expect(place(50, around).anchor).toBe("end");
  });

  it("stands in the middle where lines pass at both ends", () => {
    const ends = [
      [0, 40],
      [5, 60],
      [10, 40],
      [60, 90],
      [150, 90],
      [190, 40],
      [200, 60],
    ] as const;
    expect(place(50, ends)).toMatchObject({ x: 100, anchor: "middle" });
  });

  it("is not set on another name", () => {
    const [first, second] = placeLevels(
      [
        { text: "from", y: 50 },
        { text: "to", y: 52 },
      ],
      plot,
      [],
    );
    const apart = Math.abs(first!.y - second!.y) > 11 || first!.anchor !== second!.anchor;
    expect(apart).toBe(true);
  });

  it("does not mind gaps in a line, nor the lack of any", () => {
    expect(placeLevels([], plot, [[null]])).toEqual([]);
    expect(placeLevels([{ text: "a", y: 50 }], plot, [[null, [10, 45], null]])).toHaveLength(1);
  });
});
