import { readFileSync } from "node:fs";
import { type Hypothesis, numeraire, study } from "assay";
import catalog from "../../../data/catalog.ts";
import type { HypothesisFinding } from "../../../src/hypothesis/verdict.ts";
import { runStudy } from "../../../src/study/run.ts";
import { accounting } from "../../../strategies/accounting.ts";
import { cash } from "../../../strategies/benchmarks.ts";
import { closes } from "../../../strategies/claims/closes.ts";

const dollars = numeraire({
  id: "usd",
  title: "US dollars",
  unit: "USD",
  series: null,
  riskless: "cash",
});

/** What claims come to, by id: on the shipped figures, or on folders of daily ones. */
export async function claimsOf(
  hypotheses: readonly Hypothesis[],
  directories: readonly string[] = [],
): Promise<(id: string) => HypothesisFinding> {
  const words = { title: "Claims", question: "Are they so?", about: "Claims.", source: "test" };
  const small = study({
    id: "claims",
    ...words,
    catalog,
    strategies: [cash],
    benchmarks: [],
    numeraires: [dollars],
    regimes: [],
    assumptions: accounting,
    from: "1999-03-31",
    // A claim that is registered as a prediction is asked in the essay's own run.
    hypotheses: hypotheses.filter(({ registeredAs }) => registeredAs === null),
    closes,
  });
  const found = await runStudy(small, { directories });
  const byId = new Map(found.hypotheses.map((one) => [one.id, one]));
  return (id) => byId.get(id)!;
}

/** What the parts of a claim measured, in their order. */
export const measuredBy = (found: HypothesisFinding) =>
  found.checks.map(({ measured }) => measured);

/** The answer of one cell of the grid, by its choices in the order of the axes. */
export function cellOf({ grid }: HypothesisFinding, ...choices: string[]) {
  const cell = grid.cells.find((one) =>
    Object.values(one.choices).every((choice, axis) => choice === choices[axis]),
  );
  if (cell === undefined) throw new Error(`no cell ${choices.join(", ")}`);
  return cell;
}

/** Rows of a file of shipped or daily figures, as its text has them. */
export function rowsOf(file: URL | string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const names = head!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

const figures = new URL("../../../data/figures/", import.meta.url);
export const shipped = (file: string) => rowsOf(new URL(`${file}.csv`, figures));

/** One number of a file of shipped figures, by its date. */
export function figure(file: string, date: string, column: string): number {
  const row = shipped(file).find((one) => one.date === date);
  if (row === undefined || row[column] === undefined || row[column] === "")
    throw new Error(`${file}: no ${column} of ${date}`);
  return Number(row[column]);
}

/** The highest or lowest of a column of the daily extremes of months, from a month to another. */
export function extreme(column: string, from: string, to: string): number {
  const values = shipped("month-range")
    .filter(({ date }) => date! >= from && date! <= to)
    .map((row) => Number(row[column]));
  return column.endsWith("_high") ? Math.max(...values) : Math.min(...values);
}
