import { expect, it } from "vitest";
import {
  FEWEST_PERIODS,
  sameButForScale,
  tooShort,
  uninformative,
} from "../../src/inference/comparable.ts";

it("two years of months are the least that anything is inferred from", () => {
  expect(FEWEST_PERIODS).toBe(24);
  expect(tooShort(24)).toBeNull();
  expect(tooShort(23)?.reason).toBe("23 periods are too few; at least 24 are needed");
  expect(tooShort(1, "months")?.reason).toBe("one month is too few; at least 24 are needed");
  expect(tooShort(0, "months")?.reason).toBe("0 months are too few; at least 24 are needed");
  expect(tooShort(8, "periods", 32)?.reason).toBe("8 periods are too few; at least 32 are needed");
});

it("what says nothing has a reason, the first that holds", () => {
  const values = Float64Array.from({ length: 24 }, (_, t) => t % 3);
  expect(uninformative(values, "it")).toBeNull();
  expect(uninformative(values.subarray(1), "it")?.reason).toContain("23 periods");
  expect(uninformative(values.fill(Number.NaN, 4, 5), "it")?.reason).toBe(
    "it is not known in period 5",
  );
  expect(uninformative(values.fill(1), "it")?.reason).toBe("it is the same in every period");
});

it("a column at another scale is the same column, whatever little it paid on the way", () => {
  const values = Float64Array.from({ length: 60 }, (_, t) => 0.04 * Math.sin(7 * t) + 0.005);
  const half = (paid: number) => values.map((value, t) => value / 2 - (t % 12 === 0 ? paid : 0));
  expect(sameButForScale(values, half(0))?.reason).toContain("differ by costs alone");
  expect(sameButForScale(values, half(0.00005))).not.toBeNull();
  expect(sameButForScale(values, half(0.005))).toBeNull();
  expect(
    sameButForScale(
      values,
      values.map((value) => -value),
    ),
  ).toBeNull();
});
