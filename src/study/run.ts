import { periodsPerYear } from "../market/calendar.ts";
import type { Numeraire } from "../market/numeraire.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay, yearsBetween } from "../series/day.ts";
import { assumptionsFinding } from "./assumptions-finding.ts";
import { claimsOf } from "./claims.ts";
import { type Described, describe } from "./describe.ts";
import { evidenceOf } from "./evidence.ts";
import type { Findings, NumeraireFinding } from "./findings.ts";
import { splicesOf } from "./inputs.ts";
import { measuredRun, type Run, type RunOptions } from "./measured-run.ts";
import { rememberingOf } from "./remembering.ts";
import { sensitivities } from "./sensitivity.ts";
import type { Study } from "./study.ts";
import { triedWith } from "./trials.ts";

export type { RunOptions };

/**
 * Runs a study, in the order in which data walk through the house, and returns all that was found.
 * @param describe what describes the run: `describe` below, unless it is done elsewhere
 */
export async function runStudy(
  study: Study,
  options: RunOptions = {},
  describedBy: (run: Run) => Described | Promise<Described> = describe,
): Promise<Findings> {
  const stage = options.onStage ?? (() => {});
  const run = await measuredRun(study, options, describedBy === describe);
  const { source, panel, numeraires, frequency, seed, cash, inputs, books, portfolios } = run;
  const { units, days } = run;
  const given = study.assumptions;
  const remembering = rememberingOf(run, options);
  const description = remembering.part("description", [], async () => describedBy(run));
  // Told when it is waited for.
  description.catch(() => {});
  const family = remembering.part("family", [], () =>
    triedWith(panel, run.clock, given, run.tried, (done, total) =>
      stage("keeping the books of the variants", done, total),
    ),
  );
  const varied = remembering.part("sensitivity", [], () =>
    books.map(sensitivities(panel, given, books, days)),
  );
  stage("weighing the evidence");
  const weighed = (done: number, total: number) => stage("weighing the evidence", done, total);
  const { memory } = remembering;
  const { comparisons, ...inference } = evidenceOf(run, family, varied, memory, weighed);
  stage("asking the claims");
  const found = { panel, inputs, portfolios, units, days, seed, sensitivity: varied, comparisons };
  const claims = await claimsOf(study, source, found, remembering);
  const described = await description;
  return {
    schema: 1,
    study: {
      id: study.id,
      title: study.title,
      question: study.question,
      about: study.about,
      source: study.source,
      caveats: study.caveats,
      options: optionWords(options),
    },
    code: options.code ?? null,
    period: {
      from: formatDay(days[0]!),
      to: formatDay(days.at(-1)!),
      frequency,
      periods: days.length - 1,
      years: yearsBetween(days[0]!, days.at(-1)!),
      perYear: periodsPerYear[frequency],
      endedBy: panel.calendar.endedBy,
    },
    numeraires: numeraires.map((unit) => numeraireFinding(panel, unit, cash)),
    inputs: described.inputs,
    splices: splicesOf(source, inputs),
    assumptions: assumptionsFinding(given, frequency, seed, cash, books),
    portfolios: described.portfolios.map((one, at) => ({ ...one, sensitivity: varied[at]! })),
    regimes: described.regimes,
    comparisons,
    inference: inference.inference,
    trials: inference.trials,
    maps: inference.maps,
    fans: inference.fans,
    correlations: described.correlations,
    course: described.course,
    conventions: described.conventions,
    pictures: described.pictures,
    chains: described.chains,
    ...claims,
    registry: null,
  };
}

/** The options of a run as words of the command line, without the names of this machine's folders. */
function optionWords({ from, to, numeraires, frequency, directories = [], seed }: RunOptions) {
  return [
    ...(from === undefined ? [] : [`--from ${formatDay(from)}`]),
    ...(to === undefined ? [] : [`--to ${formatDay(to)}`]),
    ...(numeraires === undefined ? [] : [`--in ${numeraires.join(",")}`]),
    ...(frequency === undefined ? [] : [`--frequency ${frequency}`]),
    ...directories.map(() => "--data DIR"),
    ...(seed === undefined ? [] : [`--seed ${seed}`]),
  ];
}

function numeraireFinding(panel: Panel, numeraire: Numeraire, cash: string): NumeraireFinding {
  const { id, title, unit } = numeraire;
  return { id, title, unit, riskless: risklessWords(panel, numeraire, cash) };
}

function risklessWords(panel: Panel, { title, unit, series, riskless }: Numeraire, cash: string) {
  if (typeof riskless === "number")
    return `${Number((riskless * 100).toFixed(6))} % a year of its own`;
  if (typeof riskless === "object")
    return `${panel.series(riskless.rate).title}, a rate of its own`;
  if (riskless === "itself") return `${title} itself (0 %)`;
  return series === null ? cash : `${cash}, measured in ${unit}`;
}
