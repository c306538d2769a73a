import { describe, expect, it } from "vitest";
import { plotTables } from "../../src/report/plots-csv.ts";
import { sampleFindings } from "./sample-findings.ts";

const tables = plotTables(sampleFindings);
const { course } = sampleFindings;

describe("the tables of how a run went", () => {
  it("rolling: a row a window that is full, its length in months beside it", () => {
    const [head, first] = tables["rolling.csv"]!;
    expect(head?.slice(0, 4)).toEqual(["portfolio", "numeraire", "months", "date"]);
    expect(first?.slice(0, 4)).toEqual(["hard-assets", "usd", 12, course.dates[12]]);
    const full = course.dates.length - 12 + (course.dates.length - 36);
    expect(tables["rolling.csv"]).toHaveLength(1 + 6 * full);
  });

  it("months: every return at the end of its month, then the excess over each benchmark", () => {
    const rows = tables["months.csv"]!;
    expect(rows[1]).toEqual([
      "hard-assets",
      null,
      "usd",
      course.dates[1],
      course.returns[0]?.returns[0],
    ]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(["hard-assets", "cash", null]);
    expect(rows).toHaveLength(1 + (6 + 2) * (course.dates.length - 1));
  });

  it("histogram: the normal curve stands beside the first portfolio, of which it is", () => {
    expect(tables["histogram.csv"]?.slice(0, 2)).toEqual([
      ["numeraire", "portfolio", "from", "width", "months", "normal"],
      ["usd", "hard-assets", -0.04, 0.02, 10, 8.5],
    ]);
    expect(tables["histogram.csv"]?.[5]?.at(-1)).toBeNull();
  });

  it("waterfall: the parts of each phase add up to its total", () => {
    const rows = tables["waterfall.csv"]!.slice(1).filter(([, phase]) => phase === "bust");
    const total = rows.find(([, , part]) => part === "(total)")?.[3];
    const parts = rows.filter(([, , part]) => part !== "(total)");
    expect(parts.reduce((sum, [, , , value]) => sum + Number(value), 0)).toBeCloseTo(
      Number(total),
      12,
    );
  });

  it("held: assets by their ids, the whole in brackets", () => {
    const what = new Set(tables["held.csv"]!.slice(1).map((row) => row[2]));
    expect([...what]).toEqual(["gold", "bitcoin", "longBond", "(gross)", "(net)", "(cash)"]);
  });

  it("tracks: a row a day on which it was read", () => {
    expect(tables["prediction-tracks.csv"]).toHaveLength(5);
    expect(tables["prediction-tracks.csv"]?.[3]?.slice(5)).toEqual([500, "2005-12-31", 510]);
  });
});
