import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dayOf,
  endOfMonth,
  formatDay,
  monthOf,
  parseDay,
  partsOf,
  readDay,
  weekdayOf,
  yearsBetween,
} from "../../src/series/day.ts";

const day = (text: string) => parseDay(text, "test");

test("days count from 1970-01-01", () => {
  expect(day("1970-01-01")).toBe(0);
  expect(day("1969-12-31")).toBe(-1);
  expect(day("2000-03-01") - day("2000-02-28")).toBe(2);
  expect(dayOf(2000, 3, 0)).toBe(day("2000-02-29"));
});

test.each([
  "2021-02-29",
  "2020-00-10",
  "2020-13-01",
  "2020-01-00",
  "2020-1-1",
  "2020-01-01T00",
  "0050-01-01",
  "",
])("%s is not a day", (text) => {
  expect(readDay(text)).toBeUndefined();
  expect(() => day(text)).toThrow(`test: "${text}" is not a calendar day; write YYYY-MM-DD`);
});

test("month, its end, and the day of the week", () => {
  expect(formatDay(endOfMonth(day("2024-02-10")))).toBe("2024-02-29");
  expect(monthOf(day("2024-01-01")) - monthOf(day("2023-12-31"))).toBe(1);
  expect(weekdayOf(day("1970-01-01"))).toBe(4);
  expect(weekdayOf(day("1969-12-28"))).toBe(0);
  expect(yearsBetween(0, 1461)).toBe(4);
});

test("years, months and days are those of the platform's own calendar", () => {
  for (let any = day("1600-01-01"); any <= day("2400-12-31"); any += 1) {
    const date = new Date(any * 86_400_000);
    const parts = partsOf(any);
    const same =
      parts.year === date.getUTCFullYear() &&
      parts.month === date.getUTCMonth() + 1 &&
      parts.dayOfMonth === date.getUTCDate();
    if (!same) expect(parts).toBe(date.toISOString());
  }
});

test("every day reads back as it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: day("1800-01-01"), max: day("2200-12-31") }), (any) => {
      const { year, month, dayOfMonth } = partsOf(any);
      expect(readDay(formatDay(any))).toBe(any);
      expect(dayOf(year, month, dayOfMonth)).toBe(any);
    }),
  );
});
