import { expect, it } from "vitest";
import { smallLines } from "../../../src/report/chart/small-lines.ts";
import { strongLine } from "../../../src/report/palette.ts";
import { formatDay } from "../../../src/series/day.ts";
import { walked } from "../svg/walked.ts";

const dates = ["2000-01-01", "2001-01-01", "2002-01-01", "2003-01-01"];
const style = strongLine(0);

/** The path of the first line. */
function lineOf(markup: string): string {
  return /<path d="([^"]*)" fill="none"/.exec(markup)?.[1] ?? "";
}

it("draws from edge to edge, marks round values and years, and breaks where nothing is known", () => {
  const { markup } = smallLines({
    dates,
    lines: [{ style, values: [0, 10, null, 5] }],
    scale: "linear",
  });
  expect(lineOf(markup)).toMatch(/^M46,\d.*M354,/);
  expect(markup).toContain(">0</text>");
  expect(markup).toContain(">10</text>");
  expect([...markup.matchAll(/middle">(\d+)</g)].map((match) => match[1])).toEqual([
    "2001",
    "2002",
    "2003",
  ]);
});

it("a log axis passes over what is not positive; a level is named; a span is shaded", () => {
  const { markup } = smallLines({
    dates,
    lines: [{ style, values: [1, 0, 100, 1000] }],
    scale: "log",
    levels: [{ value: 10, label: "<ten>" }],
    spans: [{ from: "1990-01-01", to: "2001-07-01" }],
  });
  expect(lineOf(markup).match(/M/g)).toHaveLength(2);
  expect(markup).toContain("&lt;ten&gt;</text>");
  expect(markup).toMatch(/<rect x="46"/);
  expect(markup).not.toContain("NaN");
});

it("a line without values, and no dates at all, are a picture without a line", () => {
  expect(
    lineOf(smallLines({ dates, lines: [{ style, values: [null, null] }], scale: "log" }).markup),
  ).toBe("");
  expect(smallLines({ dates: [], lines: [], scale: "linear" }).markup).not.toContain("NaN");
});

it("a long daily line stays small, and keeps its lowest value", () => {
  const days = Array.from({ length: 7000 }, (_, day) => formatDay(11_000 + day));
  const values = days.map((_, row) => (row === 3333 ? 1 : 50 + 10 * Math.sin(row)));
  const { markup } = smallLines({ dates: days, lines: [{ style, values }], scale: "linear" });
  expect(markup.length).toBeLessThan(8000);
  const lowest = Math.max(...walked(lineOf(markup)).map(([, place]) => place));
  expect(lowest).toBeGreaterThan(146);
});

it("a band is the ground between two lines, where both may be drawn", () => {
  const { markup } = smallLines({
    dates,
    lines: [],
    bands: [{ color: "red", low: [1, 1, 0, 1], high: [10, 100, 100, 1000] }],
    scale: "log",
  });
  const [, path = ""] = /<path d="([^"]*)" fill="red" fill-opacity/.exec(markup) ?? [];
  expect(path).toMatch(/^M46,.*z$/);
  expect(markup).not.toContain("NaN");
});

it("fractions are marked in percent, on the axis and at a level; a log axis says that it is one", () => {
  const { markup } = smallLines({
    dates,
    lines: [{ style, values: [0.01, 0.1, 0.05, 0.2] }],
    scale: "log",
    unit: "fraction a year",
    levels: [{ value: 0.1, label: "claimed" }],
  });
  expect(markup).toContain(">5%</text>");
  expect(markup).toContain(">claimed: 10%</text>");
  expect(markup).toContain(">log scale</text>");
  expect(smallLines({ dates, lines: [], scale: "linear" }).markup).not.toContain("log scale");
});

it("the last year stands inside the picture", () => {
  const { markup } = smallLines({ dates, lines: [], scale: "linear" });
  const places = [...markup.matchAll(/x="([\d.]+)" y="\d+" text-anchor="middle"/g)];
  expect(places).toHaveLength(3);
  expect(Math.max(...places.map(([, x]) => Number(x)))).toBeLessThanOrEqual(347);
});
