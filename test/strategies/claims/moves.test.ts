import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Hypothesis, Inconsistency, Prediction } from "assay";
import { afterAll, describe, expect, it } from "vitest";
import catalog from "../../../data/catalog.ts";
import { isHypothesis } from "../../../src/hypothesis/hypothesis.ts";
import { isPrediction } from "../../../src/hypothesis/prediction.ts";
import type { HypothesisFinding } from "../../../src/hypothesis/verdict.ts";
import { runStudy } from "../../../src/study/run.ts";
import { essayWith } from "./essay-claims.ts";
import { folderUrl, perturbedFigures } from "./perturbed.ts";

// A measured value that stays where it is when the figures change was not measured. All claims of
// strategies/claims are asked on the shipped figures, and on figures each multiplied by a smooth factor.

const folder = new URL("../../../strategies/claims/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const lists = (
  await Promise.all(files.map((name) => import(new URL(name, folder).href) as Promise<object>))
).flatMap((module) => Object.values(module).filter(Array.isArray) as unknown[][]);
const unique = <T extends { readonly id: string }>(all: readonly T[]) => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
const hypotheses: Hypothesis[] = unique(lists.flat().filter(isHypothesis));
const predictions: Prediction[] = unique(lists.flat().filter(isPrediction));
const isInconsistency = (one: unknown): one is Inconsistency =>
  typeof one === "object" && one !== null && "says" in one;
const inconsistencies: Inconsistency[] = unique(lists.flat().filter(isInconsistency));

const asked = { hypotheses, predictions, inconsistencies };
const figures = fileURLToPath(catalog.folder);
// The last copy begins later too: of what is asked for a first day, only that moves it.
const copies = [
  perturbedFigures(figures, 1, []),
  perturbedFigures(figures, 2, []),
  perturbedFigures(figures, 3, ["1999-03-10"]),
];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

const ask = (url: URL) => runStudy({ ...essayWith(asked, url), family: [] });
const as = await ask(catalog.folder);
const others: (typeof as)[] = [];
for (const copy of copies) others.push(await ask(folderUrl(copy)));

type Measured = number | string | null | undefined;

/** Share of a number below which a difference is rounding, and no move. */
const ROUNDING = 1e-9;

/** Whether a measured value is another: days by their text, numbers by more than rounding. */
function hasMoved(own: Measured, other: Measured): boolean {
  if (typeof own !== "number" || typeof other !== "number")
    return other !== undefined && own !== other;
  return Math.abs(other - own) > ROUNDING * Math.max(Math.abs(own), Math.abs(other));
}

/** What every part of a claim measured under every choice. */
const cellsOf = ({ grid, checks }: HypothesisFinding): readonly Measured[] => [
  ...grid.cells.map(({ measured }) => measured),
  ...checks.map(({ measured }) => measured),
];
const anyMoved = (own: readonly Measured[], others: readonly Measured[]) =>
  own.some((value, at) => hasMoved(value, others[at]));

/** Counts and days move in steps: that they stay on three other sets of figures proves nothing. */
const isDiscrete = (unit: string) => unit === "count" || unit === "day";

const measurable = as.hypotheses.filter(
  ({ headline, checks }) => headline !== null && checks.length > 0,
);

describe("what is measured moves with the figures", () => {
  it("asks all claims that there are", () => {
    expect(files.length).toBeGreaterThan(10);
    expect(hypotheses.length).toBeGreaterThan(20);
    expect(predictions.length).toBe(10);
    expect(inconsistencies.length).toBe(12);
  });

  it.each(measurable.map(({ id }) => [id]))(
    "%s: its measured value, and all that it measures",
    (id) => {
      const at = as.hypotheses.findIndex((one) => one.id === id);
      const own = as.hypotheses[at]!;
      const theirs = others.map(({ hypotheses: found }) => found[at]!);
      expect(theirs.some((one) => anyMoved(cellsOf(own), cellsOf(one)))).toBe(true);
      for (const [part, check] of own.checks.entries()) {
        if (check.holds === null || isDiscrete(check.unit)) continue;
        const measured = theirs.map(({ checks }) => checks[part]?.measured);
        expect(
          measured.some((value) => hasMoved(check.measured, value)),
          `${id}: ${check.title} stays ${check.measured}`,
        ).toBe(true);
      }
    },
  );

  it.each(
    as.predictions.flatMap(({ id, tests }, at) =>
      tests.flatMap((test, part) =>
        test.check === null ? [] : [[`${id} ${test.id}`, at, part] as const],
      ),
    ),
  )("%s: where it stands, and its base rate", (_, at, part) => {
    const own = as.predictions[at]!.tests[part]!;
    const theirs = others.map((found) => found.predictions[at]!.tests[part]!);
    expect(theirs.some(({ check }) => hasMoved(own.check!.measured, check?.measured))).toBe(true);
    if (own.baseRate !== null)
      expect(theirs.some(({ baseRate }) => hasMoved(own.baseRate, baseRate))).toBe(true);
  });

  it.each(as.inconsistencies.filter(({ lines }) => lines.length > 0).map(({ id }) => [id]))(
    "%s: its lines",
    (id) => {
      const at = as.inconsistencies.findIndex((one) => one.id === id);
      for (const [line, own] of as.inconsistencies[at]!.lines.entries()) {
        if (isDiscrete(own.unit)) continue;
        const theirs = others.map((found) => found.inconsistencies[at]!.lines[line]?.measured);
        expect(
          theirs.some((value) => hasMoved(own.measured, value)),
          `${own.title} stays ${own.measured}`,
        ).toBe(true);
      }
    },
  );
});
