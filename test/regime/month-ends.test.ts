import { describe, expect, it } from "vitest";
import { monthEndRows } from "../../src/regime/month-ends.ts";
import { dayOf } from "../../src/series/day.ts";

describe("monthEndRows", () => {
  it("are the rows before another month, and not the last row, whose month may go on", () => {
    const days = [dayOf(2020, 1, 30), dayOf(2020, 1, 31), dayOf(2020, 3, 2), dayOf(2020, 4, 1)];
    expect(monthEndRows(days)).toEqual([1, 2]);
    expect(monthEndRows([])).toEqual([]);
  });
});
