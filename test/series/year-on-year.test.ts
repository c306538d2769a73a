import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, parseDay } from "../../src/series/day.ts";
import { compileFormula } from "../../src/series/formula.ts";
import { yearOnYear } from "../../src/series/year-on-year.ts";

const days = (...texts: string[]) => Float64Array.from(texts, (text) => parseDay(text, "test"));
const growth = (dates: string[], ...values: number[]) =>
  Array.from(yearOnYear(days(...dates), Float64Array.from(values)));

test("from the end of a month to the end of the same month", () => {
  expect(
    growth(["2023-02-28", "2023-03-31", "2024-02-29", "2024-03-31"], 100, 200, 110, 150),
  ).toEqual([Number.NaN, Number.NaN, 110 / 100 - 1, 150 / 200 - 1]);
});

test("on a day without a value a year ago the last before it serves, for ten days", () => {
  expect(growth(["2023-05-05", "2024-05-07"], 100, 125)[1]).toBe(0.25);
  expect(growth(["2023-05-05", "2024-05-15"], 100, 125)[1]).toBe(0.25);
  expect(growth(["2023-05-05", "2024-05-16"], 100, 125)[1]).toBeNaN();
});

test("nothing grows out of what is not known or not above zero", () => {
  const dates = ["2023-01-31", "2024-01-31"];
  expect(growth(dates, Number.NaN, 1)[1]).toBeNaN();
  expect(growth(dates, 1, Number.NaN)[1]).toBeNaN();
  expect(growth(dates, 0, 1)[1]).toBeNaN();
  expect(growth(dates, -1, 1)[1]).toBeNaN();
});

test("in a formula it grows what stands in its parentheses", async () => {
  const formula = await compileFormula("yoy(a / b) - yoy(a)");
  expect(formula.symbols).toEqual(["a", "b"]);
  expect(formula.looksBack).toBe(true);
  const columns = { a: Float64Array.of(10, 12), b: Float64Array.of(2, 2) };
  const rows = formula.evaluate(columns, 2, days("2023-01-31", "2024-01-31"));
  expect(rows[0]).toBeNaN();
  expect(rows[1]).toBe(0);
});

test("what grows by one rate each month grows by twelve of them, and tomorrow changes nothing", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.05, max: 0.05, noNaN: true }),
      fc.integer({ min: 13, max: 40 }),
      (rate, months) => {
        const ends = Float64Array.from({ length: months }, (_, m) => dayOf(2000, m + 2, 0));
        const values = Float64Array.from(ends, (_, m) => (1 + rate) ** m);
        const whole = yearOnYear(ends, values);
        expect(whole[months - 1]!).toBeCloseTo((1 + rate) ** 12 - 1, 12);
        const cut = yearOnYear(ends.subarray(0, months - 1), values.subarray(0, months - 1));
        expect(Array.from(cut)).toEqual(Array.from(whole.subarray(0, months - 1)));
      },
    ),
  );
});
