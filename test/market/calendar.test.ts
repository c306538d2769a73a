import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/market/calendar.ts";
import { parseDay } from "../../src/series/day.ts";
import { seriesOf } from "../series/series-of.ts";

const day = (text: string) => parseDay(text, "test");
const master = seriesOf("spx", {
  "2020-01-31": 1,
  "2020-02-29": 2,
  "2020-03-31": 3,
  "2020-04-30": 4,
});
const short = seriesOf("gold", {
  "2020-01-31": 1,
  "2020-02-29": 2,
  "2020-03-31": 3,
  "2020-04-30": Number.NaN,
});
const monthly = (from: string, to?: string, needed = [short]) =>
  calendarOf("monthly", master, [], needed, {
    from: day(from),
    to: to === undefined ? undefined : day(to),
  });

describe("calendarOf", () => {
  it("ends with the first series to end, and says which", () => {
    expect(monthly("2020-01-31")).toMatchObject({
      first: 0,
      last: 2,
      endedBy: "the first series to end: gold (2020-03-31)",
    });
  });

  it("begins and ends with the rows of the months asked for", () => {
    expect(monthly("2020-02-10", "2020-03-15")).toMatchObject({
      first: 1,
      last: 2,
      endedBy: "the end that was asked for (2020-03-15)",
    });
  });

  it("goes on past the end of an asset when a later end is asked for, but not past a unit", () => {
    expect(monthly("2020-01-31", "2020-04-30")).toMatchObject({ last: 3 });
    const period = { from: day("2020-01-31"), to: day("2020-04-30") };
    expect(() => calendarOf("monthly", master, [short], [], period)).toThrow(
      'to 2020-04-30 lies beyond the data; "gold" ends on 2020-03-31',
    );
  });

  it("refuses a period before, beyond or without the data", () => {
    expect(() => monthly("2019-12-31")).toThrow(
      'from 2019-12-31 lies before the data begin; the calendar, "spx", starts on 2020-01-31',
    );
    expect(() => monthly("2020-01-31", "2020-05-31")).toThrow(
      'to 2020-05-31 lies beyond the data; "spx" ends on 2020-04-30',
    );
    expect(() => monthly("2021-01-31")).toThrow(
      /^from 2021-01-31 lies beyond the data; the data end on 2020-0\d-\d\d \("\w+"\)$/,
    );
    expect(() => monthly("2020-03-31")).toThrow("holds no two rows of monthly data");
    expect(() => monthly("2020-03-31", "2020-02-29")).toThrow("holds no two rows");
  });
});
