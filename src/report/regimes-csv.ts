import type { Findings } from "../study/findings.ts";
import { type Row, records, type Tables, tableOf } from "./csv-rows.ts";

/** What was found about the states of each regime beside the measures of portfolios in them. */
export function regimeTables({ regimes }: Findings): Tables {
  return {
    "regimes.csv": records(
      ["regime", "causal", "label", "title"],
      regimes.flatMap(({ id, causal, labels, durations }) =>
        labels.flatMap((label) => {
          const found = durations[label.id];
          return found === undefined ? [] : [[[id, causal, label.id, label.title], found] as const];
        }),
      ),
    ),
    "regime-tests.csv": tableOf(
      [
        ...["regime", "portfolio", "benchmark", "months", "difference", "rotation", "oneSided"],
        ...["family", "regression", "regressionT", "pairs", "paths"],
      ],
      regimes.flatMap(({ id, tests }) =>
        (tests ?? []).map(
          ({
            portfolio,
            benchmark,
            months,
            difference,
            rotation,
            regression,
            pairs,
            paths,
          }): Row => [
            ...[id, portfolio, benchmark, months, difference, rotation.p, rotation.oneSided],
            ...[rotation.family, regression.p, regression.t, pairs.p, paths?.p ?? null],
          ],
        ),
      ),
    ),
    "regime-means.csv": records(
      ["regime", "portfolio", "benchmark", "label"],
      regimes.flatMap(({ id, tests }) =>
        (tests ?? []).flatMap(({ portfolio, benchmark, states }) =>
          Object.entries(states).map(
            ([label, found]) => [[id, portfolio, benchmark, label], found] as const,
          ),
        ),
      ),
    ),
    "regime-correlations.csv": records(
      ["regime", "given", "kind", "other", "label"],
      regimes.flatMap(({ id, correlations }) =>
        (correlations?.pairs ?? []).flatMap(({ kind, id: other, states }) =>
          Object.entries(states).map(
            ([label, found]) =>
              [[id, correlations?.given ?? null, kind, other, label], found] as const,
          ),
        ),
      ),
    ),
    "regime-transitions.csv": tableOf(
      ["regime", "from", "to", "count"],
      regimes.flatMap(({ id, transitions }) =>
        Object.entries(transitions).flatMap(([from, moves]) =>
          Object.entries(moves).map(([to, times]): Row => [id, from, to, times]),
        ),
      ),
    ),
    "regime-probabilities.csv": tableOf(
      ["regime", "label", "kind", "date", "probability"],
      regimes.flatMap(({ id, probabilities: found }) =>
        (found?.dates ?? []).map(
          (date, row): Row => [id, found!.of, found!.kind, date, found!.values[row] ?? null],
        ),
      ),
    ),
    "regime-changes.csv": tableOf(
      ["regime", "model", "what", "date", "lower", "upper", "p"],
      regimes.flatMap(({ id, changes }) => {
        if (changes === null) return [];
        const { model, dates, supF } = changes;
        return [
          ...(dates ?? []).map(
            ({ date, lower, upper }): Row => [id, model, "change", date, lower, upper, null],
          ),
          ...(supF === null ? [] : [[id, model, "sup-F", supF.date, null, null, supF.p] as Row]),
        ];
      }),
    ),
  };
}
