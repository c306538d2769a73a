import type { Panel } from "../market/panel.ts";
import { yearsBetween } from "../series/day.ts";
import { bestLegOf } from "./best-leg.ts";
import type { SensitivityFinding } from "./findings.ts";
import { type Inference, inferenceOf } from "./inference.ts";
import { monthEndsOf, monthlyOf, risklessBetween } from "./inference-months.ts";
import { monthlyTrials } from "./inference-trials.ts";
import type { Measured } from "./measured.ts";
import type { Study } from "./study.ts";
import type { Trial } from "./trials.ts";
import type { Unit } from "./units.ts";

/** What a run has found before it weighs the evidence. */
export interface Weighed {
  readonly portfolios: readonly Measured[];
  readonly family: readonly Trial[];
  readonly units: readonly Unit[];
  readonly days: readonly number[];
  readonly seed: number;
  /** By portfolio, in their order. */
  readonly sensitivity: readonly (SensitivityFinding | null)[];
}

/** The inference of a run, from the ends of its months. */
export function inferenceFrom(study: Study, panel: Panel, run: Weighed): Inference {
  const { portfolios, family, units, days, seed, sensitivity } = run;
  const rows = monthEndsOf(panel.calendar);
  const own = units.findIndex(({ price }) => price === null);
  const strategies = portfolios.filter(({ books }) => books.role === "strategy");
  const shown = strategies.map(({ books: { strategy, ledger } }) => ({
    ...{ id: strategy.id, title: strategy.title, path: ledger },
  }));
  const riskless = risklessBetween(units[own]!.riskless, rows);
  const [first, last] = [days[rows[0] ?? 0]!, days[rows.at(-1) ?? 0]!];
  return inferenceOf({
    portfolios: portfolios.map((one) => monthlyOf(one, rows)),
    trials: monthlyTrials(family, shown, { rows, riskless }),
    declared: family.length,
    units: units.map(({ numeraire }) => numeraire.id),
    own,
    months: riskless.length,
    years: yearsBetween(first, last),
    resamples: study.resamples,
    seed,
    dispensable: study.dispensable
      .filter((id) => strategies.some(({ books }) => books.strategy.assets.includes(id)))
      .map((id) => ({ id, title: panel.series(id).title })),
    sensitivity: new Map(
      portfolios.map(({ books }, at) => [books.strategy.id, sensitivity[at] ?? null]),
    ),
    bestLegs: new Map(
      strategies.map(({ books }) => [
        books.strategy.id,
        bestLegOf(panel, books, study.assumptions.collateral),
      ]),
    ),
  });
}
