import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/market/calendar.ts";
import { phases, spellsOf, transitionsOf } from "../../src/regime/phases.ts";
import { dayOf, parseDay } from "../../src/series/day.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const words = { title: "Two phases", question: "When?", note: "Named afterwards." };
const two = phases({
  id: "two",
  ...words,
  start: "2000-01-10",
  phases: [
    { id: "first", title: "First", until: "2000-03-15" },
    { id: "second", title: "Second", until: null },
  ],
});

const calendarFrom = (from: string, months = 6) => {
  const days = monthEnds(2000, 1, months);
  const master = { ...seriesOf("master", {}), days, values: days.map(() => 1) };
  return calendarOf("monthly", master, [], [], { from: parseDay(from, "test"), to: undefined });
};

describe("spellsOf", () => {
  it("takes the row of a boundary's month as the boundary, which ends the phase before", () => {
    expect(spellsOf(two, calendarFrom("2000-01-31"))).toEqual([
      { label: "first", from: 0, to: 2 },
      { label: "second", from: 2, to: 5 },
    ]);
  });

  it("counts rows from the base row, and leaves out what the run does not reach", () => {
    expect(spellsOf(two, calendarFrom("2000-04-30"))).toEqual([
      { label: "second", from: 0, to: 2 },
    ]);
    expect(spellsOf(two, calendarFrom("2000-01-31", 3))).toEqual([
      { label: "first", from: 0, to: 2 },
    ]);
  });

  it("takes the last trading day on or before a boundary on daily data", () => {
    const days = [10, 11, 14, 15, 16].map((day) => dayOf(2000, 3, day));
    const master = { ...seriesOf("master", {}), days, values: days.map(() => 1) };
    const calendar = calendarOf("daily", master, [], [], { from: days[0]!, to: undefined });
    expect(spellsOf(two, calendar)).toEqual([
      { label: "first", from: 0, to: 3 },
      { label: "second", from: 3, to: 4 },
    ]);
  });
});

describe("transitionsOf", () => {
  it("counts how often each label followed each", () => {
    expect(transitionsOf(["first", "second"], spellsOf(two, calendarFrom("2000-01-31")))).toEqual({
      first: { first: 1, second: 1 },
      second: { first: 0, second: 2 },
    });
  });
});

describe("phases", () => {
  const of = (...untils: (string | null)[]) =>
    phases({
      id: "p",
      ...words,
      start: "2000-01-01",
      phases: untils.map((until, i) => ({ id: `p${i}`, title: "", until })),
    });

  it("refuses disorder", () => {
    expect(() => of("2001-01-01", "2000-06-01")).toThrow(
      "p1 ends on 2000-06-01, not after 2001-01-01",
    );
    expect(() => of(null, "2001-01-01")).toThrow("p0 is open, but is not the last");
    expect(() => of("2001-02-30")).toThrow('"2001-02-30" is not a calendar day');
  });
});
