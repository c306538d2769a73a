import { describe, expect, test } from "vitest";
import { logRange, sparkline } from "../../src/cli/sparkline.ts";

describe("sparkline", () => {
  test("doublings are equal steps, the least value lowest and the greatest highest", () => {
    const line = [1, 2, 4, 8, 16, 32, 64, 128];
    expect(logRange([line])).toEqual([0, Math.log(128)]);
    expect(sparkline(line, logRange([line])!, 8, true)).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline(line, logRange([line])!, 8, false)).toBe("_.-:=+*#");
  });

  test("each character is the last value of an equal part of the rows", () => {
    expect(sparkline([1, 1, 100, 1], [0, Math.log(100)], 2, true)).toBe("▁▁");
    expect(sparkline([1, 100, 1, 100], [0, Math.log(100)], 2, true)).toBe("██");
  });

  test("what is unknown or not above zero is blank, and lines share the scale that they are given", () => {
    expect(logRange([[null, 0, -1]])).toBeUndefined();
    expect(
      logRange([
        [1, 4],
        [null, 16],
      ]),
    ).toEqual([0, Math.log(16)]);
    expect(sparkline([1, null, 0], [0, 1], 3, true)).toBe("▁  ");
    expect(sparkline([5, 5], [Math.log(5), Math.log(5)], 2, true)).toBe("▁▁");
  });
});
