import { describe, expect, it } from "vitest";
import { dotRows } from "../../../src/report/chart/dot-rows.ts";

describe("dotRows", () => {
  it("joins the lowest to the highest mark of each row, whatever their order", () => {
    const dot = (row: string, kind: string, value: number | null) => ({
      row,
      kind,
      value,
      text: "",
    });
    const { spec } = dotRows({
      data: "dots",
      rows: ["a", "b"],
      kinds: ["x", "y", "z"],
      dots: [dot("a", "x", 0.1), dot("a", "y", -0.2), dot("a", "z", 0.05), dot("b", "x", null)],
      axisTitle: "growth a year",
    });
    expect(JSON.stringify(spec)).toContain('"values":[{"row":"a","lowest":-0.2,"highest":0.1}]');
  });
});
