import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarYears } from "../../src/measure/calendar-years.ts";
import { totalReturn } from "../../src/measure/growth.ts";
import { parseDay } from "../../src/series/day.ts";
import { anyReturns, monthly } from "./worlds.ts";

const days = (...dates: string[]) => dates.map((date) => parseDay(date, "test"));

it("a year runs from the last row of the year before to its own last row", () => {
  const dates = days("2019-12-31", "2020-06-30", "2020-12-31", "2021-12-31");
  expect(calendarYears([1, 3, 2, 3], dates)).toEqual([
    { year: 2020, return: 1, partial: false },
    { year: 2021, return: 0.5, partial: false },
  ]);
});

it("a record that begins or ends inside a year covers it in part", () => {
  const dates = days("1999-03-31", "1999-12-31", "2000-12-29", "2001-05-31");
  expect(calendarYears([1, 2, 4, 8], dates).map(({ year, partial }) => [year, partial])).toEqual([
    [1999, true],
    [2000, false],
    [2001, true],
  ]);
});

it("the last row is the end of its year when only a weekend follows", () => {
  const until = (date: string) => calendarYears([1, 2], days("2022-12-30", date))[0]!.partial;
  expect(until("2023-12-29")).toBe(false);
  expect(until("2023-12-28")).toBe(true);
  expect(until("2023-12-31")).toBe(false);
});

it("years without rows make the next one partial", () => {
  const found = calendarYears([1, 2, 4], days("2000-12-31", "2001-12-31", "2004-12-31"));
  expect(found.map(({ year, partial }) => [year, partial])).toEqual([
    [2001, false],
    [2004, true],
  ]);
});

it("a base alone has no years", () => {
  expect(calendarYears([1], days("2000-12-31"))).toEqual([]);
});

it("the years chain to the total return", () => {
  fc.assert(
    fc.property(anyReturns, (returns) => {
      const sample = monthly(returns);
      const years = calendarYears(sample.wealth, sample.days);
      const growth = years.reduce((product, year) => product * (1 + year.return), 1);
      expect(growth / (1 + totalReturn(sample.wealth) || 1)).toBeCloseTo(growth === 0 ? 0 : 1, 9);
    }),
  );
});
