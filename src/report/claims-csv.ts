import type { Findings } from "../study/findings.ts";
import { type Row, type Tables, tableOf } from "./csv-rows.ts";

/** The claims of a study, their parts and choices, its predictions and what does not fit. */
export function claimTables({ hypotheses, predictions, inconsistencies }: Findings): Tables {
  if (hypotheses.length + predictions.length + inconsistencies.length === 0) return {};
  return {
    "hypotheses.csv": tableOf(
      ["id", "outcome", "kind", "where", "claim", "claimed", "measured", "unit", "share", "why"],
      hypotheses.map(({ id, outcome, kind, where, claim, claimed, measured, unit, grid, why }) => [
        ...[id, outcome, kind, where, claim, claimed, measured, unit, grid.share, why],
      ]),
    ),
    "hypothesis-parts.csv": tableOf(
      ["id", "part", "measured", "unit", "day", "low", "high", "claimed", "expects", "holds"],
      hypotheses.flatMap(({ id, checks }) =>
        checks.map(({ title, measured, unit, day, interval, claimed, expects, holds }) => [
          ...[id, title, measured, unit, day, interval?.[0] ?? null, interval?.[1] ?? null],
          ...[claimed, expects, holds],
        ]),
      ),
    ),
    "hypothesis-choices.csv": tableOf(
      ["id", "choices", "answer", "measured", "reason"],
      hypotheses.flatMap(({ id, grid }) =>
        grid.cells.map(
          ({ choices, answer, measured, reason }): Row => [
            id,
            Object.entries(choices)
              .map(([axis, choice]) => `${axis}: ${choice}`)
              .join("; "),
            answer,
            measured,
            reason,
          ],
        ),
      ),
    ),
    "claim-charts.csv": tableOf(
      ["id", "date", "value", "unit"],
      hypotheses.flatMap(({ id, chart }) =>
        (chart?.dates ?? []).map((date, row): Row => [id, date, chart!.values[row]!, chart!.unit]),
      ),
    ),
    "predictions.csv": tableOf(
      [
        "id",
        "test",
        "title",
        "registered",
        "due",
        "outcome",
        "measured",
        "unit",
        "baseRate",
        "asOf",
      ],
      predictions.flatMap(({ id, registered, tests }) =>
        tests.map(
          ({ id: test, title, due, outcome, check, baseRate, asOf }): Row => [
            ...[id, test, title, registered, due, outcome, check?.measured ?? null],
            ...[check?.unit ?? null, baseRate, asOf],
          ],
        ),
      ),
    ),
    "inconsistencies.csv": tableOf(
      ["id", "title", "measured", "unit", "day"],
      inconsistencies.flatMap(({ id, lines }) =>
        lines.map(({ title, measured, unit, day }): Row => [id, title, measured, unit, day]),
      ),
    ),
  };
}
