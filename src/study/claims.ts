import type { Catalog } from "../data/catalog.ts";
import type { Source } from "../data/open.ts";
import { fact } from "../hypothesis/fact.ts";
import { evidenceOf, factsOf, type Judgement, type RunFacts } from "../hypothesis/facts.ts";
import type { Closes, Figures } from "../hypothesis/figures.ts";
import { inconsistencyFinding } from "../hypothesis/inconsistency.ts";
import { NotCovered } from "../hypothesis/not-covered.ts";
import { pathOf } from "../hypothesis/path.ts";
import { standingOf } from "../hypothesis/prediction.ts";
import { verdictOf } from "../hypothesis/verdict.ts";
import type { Window } from "../hypothesis/window.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import type { Panel } from "../market/panel.ts";
import type { Phases } from "../regime/phases.ts";
import { formatDay } from "../series/day.ts";
import { significant } from "../series/format.ts";
import { formulaCompiler } from "../series/formula.ts";
import type { Series } from "../series/series.ts";
import type { Remembering } from "./earlier.ts";
import type { Comparison, Findings, SensitivityFinding } from "./findings.ts";
import type { Measured } from "./measured.ts";
import { predictionTracks } from "./prediction-tracks.ts";
import { isPhases } from "./regime-labels.ts";
import type { Study } from "./study.ts";
import type { Unit } from "./units.ts";

/** Ids of the series that the claims of a study read, and those that hold its closes between month-ends. */
export function readByClaims({
  hypotheses,
  predictions,
  inconsistencies,
  closes,
}: Study): string[] {
  return [
    ...[...hypotheses, ...predictions, ...inconsistencies].flatMap(({ reads }) => reads),
    ...Object.values(closes.onDays as Closes["onDays"]),
    ...Object.values(closes.extremes).flatMap(({ high, low }) => [high, low]),
  ];
}

/** What a run has found before its claims are asked. */
export interface Found {
  readonly panel: Panel;
  readonly inputs: readonly Series[];
  readonly portfolios: readonly Measured[];
  readonly units: readonly Unit[];
  readonly days: readonly number[];
  /** By portfolio, in their order. */
  readonly sensitivity: readonly (SensitivityFinding | null)[];
  readonly seed: number;
  readonly comparisons: readonly Comparison[];
}

/** The verdicts of a study's claims, where its predictions stand, and what in its source does not fit. */
export async function claimsOf(
  study: Study,
  source: Source,
  found: Found,
  { part, twin }: Pick<Remembering, "part" | "twin">,
): Promise<Pick<Findings, "hypotheses" | "predictions" | "tracks" | "inconsistencies">> {
  const { panel, inputs, days } = found;
  const isDaily = panel.calendar.frequency === "daily";
  const series = new Map(inputs.map((one) => [one.id, one]));
  const reads = new Set(readByClaims(study));
  const figures: Figures = {
    series,
    daily: isDaily ? panel : null,
    closes: study.closes as Closes,
    absent: new Map(
      [...reads].filter((id) => !series.has(id)).map((id) => [id, absentWords(study, source, id)]),
    ),
  };
  const named = series.get(figures.closes.onDays[study.calendar] ?? "");
  const evidence = evidenceOf({
    figures,
    ids: source.ids,
    run: runFacts(study, found),
    compile: await formulaCompiler(),
    tradingDays: isDaily || named === undefined ? panel.calendar.days : named.days,
    seed: found.seed,
  });
  const facts = (ids: readonly string[]) => factsOf(evidence, ids);
  const predictions = study.predictions.map((one, at) =>
    part(`prediction ${one.id}`, [twin.predictions[at]], () =>
      standingOf(one, facts(one.reads), days.at(-1)!),
    ),
  );
  const registered = new Map(predictions.map(({ id, outcome }) => [id, outcome]));
  return {
    hypotheses: study.hypotheses.map((one, at) => {
      const verdict = part(`hypothesis ${one.id}`, [twin.hypotheses[at]], () =>
        verdictOf(one, facts(one.reads)),
      );
      return { ...verdict, outcome: registered.get(one.registeredAs ?? "") ?? verdict.outcome };
    }),
    predictions,
    tracks: part("tracks", [twin.predictions], () =>
      predictionTracks(study.predictions, facts, days),
    ),
    inconsistencies: study.inconsistencies.map((one, at) =>
      part(`inconsistency ${one.id}`, [twin.inconsistencies[at]], () =>
        inconsistencyFinding(one, facts(one.reads)),
      ),
    ),
  };
}

/** What an absent series is, and the file that would bring it. */
function absentWords(
  { catalog }: { readonly catalog: Catalog },
  source: Source,
  id: string,
): string {
  const entry = catalog.series[id];
  const file = entry?.by === "column" ? entry.daily?.file : undefined;
  return `${source.titleOf(id)}${file === undefined ? "" : ` (file ${file} in a folder given with --data)`}`;
}

function runFacts(
  study: Study,
  { panel, portfolios, units, days, sensitivity, comparisons }: Found,
): RunFacts {
  const ids = portfolios.map(({ books }) => books.strategy.id);
  const grain = panel.calendar.frequency === "daily" ? "daily" : "monthly";
  const portfolioOf = (id: string): Measured => {
    const found = portfolios[ids.indexOf(id)];
    if (found === undefined) throw new InputError(unknownName("portfolio", id, ids));
    return found;
  };
  return {
    phases: windowsOf(study.regimes.filter(isPhases), days),
    wealth(id, unit) {
      const at = units.findIndex(({ numeraire }) => numeraire.id === unit);
      const known = study.numeraires.map(({ id }) => id);
      if (!known.includes(unit)) throw new InputError(unknownName("unit", unit, known));
      if (at < 0) throw new NotCovered(`this run does not measure in ${unit}`);
      const { wealth, days: rows } = portfolioOf(id).samples[at]!;
      return pathOf(`wealth of ${id} in ${unit}`, grain, rows, wealth);
    },
    decision(strategy, benchmark) {
      const found = comparisons.find(
        (one) => one.portfolio === strategy && one.benchmark === benchmark,
      );
      return found === undefined ? null : judgementOf(found);
    },
    variation(id, variation, benchmark) {
      const found = sensitivity[portfolios.indexOf(portfolioOf(id))];
      const [kind, asset] = variation.split(":");
      const one =
        kind === "without"
          ? found?.without[asset ?? ""]
          : kind === "costsDoubled" || kind === "zeroCosts"
            ? found?.[kind]
            : found?.timing.find(({ id }) => id === kind)?.run;
      const final = one?.final[portfolioOf(benchmark).books.strategy.id];
      return final === undefined || final === null ? null : fact(final);
    },
  };
}

function judgementOf({ decision, evidence }: Comparison): Judgement | null {
  if (decision === null || evidence === null) return null;
  const failing = evidence
    .filter(({ passed }) => passed === false)
    .map(
      ({ title, value, must, threshold }) =>
        `${title} is ${significant(value)} and must ${must} ${significant(threshold)}`,
    );
  const unknown = evidence
    .filter(({ passed }) => passed === null)
    .map(({ title, why }) => `${title}: ${why}`);
  return {
    ...{ beats: decision === "beats", failing, failures: fact(failing.length) },
    ...{ unknown, unknowns: fact(unknown.length) },
  };
}

/** The windows of the phases of a study, each from the end of the one before; an open one ends with the run. */
function windowsOf(regimes: readonly Phases[], days: readonly number[]): Map<string, Window> {
  const windows = new Map<string, Window>();
  for (const { start, phases } of regimes) {
    let from = start;
    for (const { id, until } of phases) {
      const to = until ?? days.at(-1)!;
      windows.set(id, { from: formatDay(from), to: formatDay(to) });
      from = to;
    }
  }
  return windows;
}
