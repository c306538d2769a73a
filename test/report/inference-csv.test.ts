import { expect, it } from "vitest";
import { csvFiles } from "../../src/report/csv.ts";
import { sampleFindings } from "./sample-findings.ts";

const files = csvFiles(sampleFindings);
const rows = (name: string) =>
  (files[name] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

/** The cells of a column. */
function column(name: string, head: string): readonly (string | undefined)[] {
  const [heads = [], ...rest] = rows(name);
  const place = heads.indexOf(head);
  expect(heads).toContain(head);
  return rest.map((row) => row[place]);
}

it("every comparison has its decision and interval, every unit its Sharpe difference", () => {
  expect(column("inference.csv", "decision")).toHaveLength(sampleFindings.comparisons.length);
  expect(column("inference.csv", "decision")).toContain("beats");
  expect(column("inference.csv", "growthDifference.low").map(Number)[0]).toBeCloseTo(-0.02);
  expect(column("inference.csv", "power.enough")).toContain("false");
  expect(column("sharpe-differences.csv", "numeraire").slice(0, 2)).toEqual(["usd", "gold"]);
  expect(column("start-windows.csv", "years").slice(0, 2)).toEqual(["3", "10"]);
  expect(column("decision-conditions.csv", "passed").slice(0, 3)).toEqual(["false", "true", ""]);
});

it("blocks stand by benchmark, and what others would have said beside the chosen ones", () => {
  expect(rows("block-lengths.csv")).toEqual([
    ["benchmark", "stationary", "circular", "reason"],
    ["equities", "5.2", "6", ""],
    ["cash", "", "", "there is nothing to resample"],
  ]);
  expect(column("block-sensitivity.csv", "stationary")).toEqual(["5.2", "12", "24"]);
  expect(column("block-sensitivity.csv", "stepdown")).toEqual(["0.051", "0.03", ""]);
  expect(column("block-sensitivity.csv", "isChosen")).toEqual(["true", "false", "false"]);
  expect(column("trial-contests.csv", "block")).toEqual(["5.2", ""]);
  expect(column("inference.csv", "growthDifference.block")[0]).toBe("5.2");
});

it("trials, maps and fans stand whole, what is not known left out", () => {
  expect(column("trials.csv", "id")).toEqual(["bolder", "bold", "still"]);
  expect(column("trial-contests.csv", "spa")).toEqual(["0.25", ""]);
  expect(column("trial-strategies.csv", "stepdown.equities")).toEqual(["0.35", "0.0004"]);
  expect(column("start-horizon.csv", "logGrowth")).toEqual([
    "0.1",
    "-0.05",
    "0.02",
    "-0.3",
    "0.25",
  ]);
  expect(column("fans.csv", "line")).toHaveLength(3 * 6 + 2 * 4);
});

it("regimes have their durations, tests, moves, probabilities and changes", () => {
  expect(column("regimes.csv", "thin")).toEqual([
    "false",
    "false",
    "true",
    "false",
    "false",
    "false",
  ]);
  expect(column("regime-tests.csv", "rotation")).toEqual(["0.004", ""]);
  expect(column("regime-means.csv", "mean")).toEqual(["0.02", "", "0.02", ""]);
  expect(column("regime-correlations.csv", "adjusted")).toEqual(["0.33", ""]);
  expect(column("regime-transitions.csv", "count").slice(0, 3)).toEqual(["23", "1", "35"]);
  expect(column("regime-probabilities.csv", "probability")).toHaveLength(61);
  expect(column("regime-changes.csv", "what")).toEqual(["change", "change", "sup-F"]);
});
