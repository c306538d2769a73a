import fc from "fast-check";
import { expect, it } from "vitest";
import { packedDays, packedLines, packedValues } from "../../src/report/packed-lines.ts";
import type { Numbers } from "../../src/study/findings.ts";

/** As the page's script unpacks them. */
function unpacked({ scale, steps }: { scale: number; steps: Numbers }): Numbers {
  let sum = 0;
  return steps.map((step) => {
    if (step === null) return null;
    sum += step;
    return sum / scale;
  });
}

it("values are steps of whole numbers; what is not known takes none", () => {
  expect(packedValues([1, 1.5, null, 1.2345])).toEqual({
    scale: 10_000,
    steps: [10_000, 5000, null, -2655],
  });
  expect(unpacked(packedValues([1, 1.5, null, 1.2345]))).toEqual([1, 1.5, null, 1.2345]);
});

it("nothing, zeros, and large values need no decimals", () => {
  expect(packedValues([])).toEqual({ scale: 1, steps: [] });
  expect(packedValues([null, 0])).toEqual({ scale: 1, steps: [null, 0] });
  expect(packedValues([1e9, 2e9])).toEqual({ scale: 1, steps: [1e9, 1e9] });
});

it("fractions have four decimals; days and rows are steps", () => {
  const lines = {
    dates: ["1970-01-02", "1970-01-05", "1970-01-06"],
    lines: { a: [-0.12345, 0] },
    thinned: { rows: { a: [0, 2] }, shared: [0, 2] },
  };
  expect(packedDays(lines)).toEqual({ steps: [1, 3, 1], shared: [0, 2] });
  expect(packedLines(lines, 7, "percent")).toEqual({
    days: 7,
    lines: { a: { scale: 10_000, steps: [-1234, 1234] } },
    rows: { a: [0, 2] },
  });
});

it("keeps four digits and more of every value within four powers of ten", () => {
  const value = fc.double({ min: 0.01, max: 99.9, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.option(value), { maxLength: 40 }), (values) => {
      const back = unpacked(packedValues(values));
      values.forEach((before, place) => {
        const after = back[place] ?? null;
        if (before === null) expect(after).toBeNull();
        else expect(Math.abs((after ?? 0) / before - 1)).toBeLessThan(1e-4);
      });
    }),
  );
});
