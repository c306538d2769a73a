import { describe, expect, it } from "vitest";
import { stackedRows } from "../../../src/report/chart/stacked-rows.ts";
import { strongLine } from "../../../src/report/palette.ts";

describe("stackedRows", () => {
  it("lays what is positive to the right of zero and what is negative to the left", () => {
    const { data } = stackedRows({
      data: "stack",
      parts: ["a", "b", "c", "d"].map((key, place) => ({ key, style: strongLine(place) })),
      rows: [{ label: "whole", values: [1, -2, 3, -0.5], whole: 1.5 }],
      axisTitle: "log growth",
    });
    expect(data.stack).toMatchObject([
      { part: "a", from: 0, to: 1 },
      { part: "b", from: 0, to: -2 },
      { part: "c", from: 1, to: 4 },
      { part: "d", from: -2, to: -2.5 },
    ]);
  });
});
