import { expect, it } from "vitest";
import { between, excessOver, returnsOf, sampleOf, spansYear } from "../../src/measure/sample.ts";
import { dayOf } from "../../src/series/day.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const days = monthEnds(2000, 12, 4);

it("returnsOf gives one return fewer than the rows of wealth", () => {
  expect(returnsOf([100, 110, 99])).toEqual(Float64Array.of(110 / 100 - 1, 99 / 110 - 1));
  expect(returnsOf([100])).toHaveLength(0);
});

it("excessOver takes a column or one number away", () => {
  expect([...excessOver([3, 5], [1, 2])]).toEqual([2, 3]);
  expect([...excessOver([3, 5], 1)]).toEqual([2, 4]);
});

it("sampleOf counts years in calendar days from the base", () => {
  const sample = sampleOf([1, 2], [dayOf(2001, 1, 1), dayOf(2005, 1, 1)], [0], 12);
  expect(sample.years).toBe(1461 / 365.25);
});

it("sampleOf refuses rows that do not fit, and zero wealth anywhere but at the end", () => {
  expect(() => sampleOf([1, 2], days, [0], 12)).toThrow("2 rows of wealth on 4 days");
  expect(() => sampleOf([1, 2, 3, 4], days, [0], 12)).toThrow("1 riskless rates for 3 returns");
  expect(() => sampleOf([1, 0, 3, 4], days, [0, 0, 0], 12)).toThrow("wealth of 0 in row 1");
  expect(() => sampleOf([1, 2, Number.NaN, 4], days, [0, 0, 0], 12)).toThrow(
    "wealth of NaN in row 2",
  );
  expect(sampleOf([1, 2, 3, 0], days, [0, 0, 0], 12).wealth[3]).toBe(0);
});

it("between cuts both ends and keeps each riskless rate with its return", () => {
  const part = between(sampleOf([1, 2, 3, 4], days, [0.1, 0.2, 0.3], 12), 1, 3);
  expect([...(part.wealth as Float64Array)]).toEqual([2, 3, 4]);
  expect([...(part.riskless as Float64Array)]).toEqual([0.2, 0.3]);
  expect(part.days[0]).toBe(days[1]);
  expect(part.years).toBe((days[3]! - days[1]!) / 365.25);
});

it("spansYear forgives one day", () => {
  expect(spansYear(365 / 365.25)).toBe(true);
  expect(spansYear(364.25 / 365.25)).toBe(true);
  expect(spansYear(364 / 365.25)).toBe(false);
});
