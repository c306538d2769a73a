import { askedInOrder } from "../backtest/asked-in-order.ts";
import { checkSeed } from "../backtest/assumptions.ts";
import { clockOf } from "../backtest/world-of.ts";
import { faultsOf, withoutErrors } from "../data/faults.ts";
import { givenFiles } from "../data/given-files.ts";
import { openCatalog } from "../data/open.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { calendarOf, type Frequency, periodsPerYear } from "../market/calendar.ts";
import type { Numeraire } from "../market/numeraire.ts";
import { openPanel, type Panel } from "../market/panel.ts";
import { spellsOf } from "../regime/phases.ts";
import { type Day, formatDay, yearsBetween } from "../series/day.ts";
import { assumptionsFinding } from "./assumptions-finding.ts";
import { keepBooks } from "./books.ts";
import { chainOf } from "./chains.ts";
import { claimsOf } from "./claims.ts";
import { comparisonsOf } from "./comparisons.ts";
import { conventionsOf } from "./conventions.ts";
import { correlationsOf } from "./correlations.ts";
import type { Findings, NumeraireFinding } from "./findings.ts";
import { inferenceFrom } from "./inference-from.ts";
import { inputOf, splicesOf, withTheirInputs } from "./inputs.ts";
import { measured } from "./measured.ts";
import { pictureOf } from "./pictures.ts";
import { portfolioFinding } from "./portfolio.ts";
import { isPhases } from "./regime-labels.ts";
import { regimesFound } from "./regimes.ts";
import { sensitivities } from "./sensitivity.ts";
import { firstDayOf, seriesUsed } from "./series-used.ts";
import { everyStrategy, type Study } from "./study.ts";
import { triedWith } from "./trials.ts";
import { unitsOf } from "./units.ts";

/** What a run may change of a study. */
export interface RunOptions {
  readonly from?: Day;
  readonly to?: Day;
  /** Ids of the study's numeraires to measure in; the currency of the books is always among them. */
  readonly numeraires?: readonly string[];
  /** Daily where a folder holds the daily figures of the study's calendar, and monthly else, unless given. */
  readonly frequency?: Frequency;
  /** Folders of files, searched in order: the figures of a daily run, and what a monthly one has not shipped. */
  readonly directories?: readonly string[];
  readonly seed?: number;
  readonly onStage?: (stage: string) => void;
}

/** Runs a study, in the order in which data walk through the house, and returns all that was found. */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<Findings> {
  const stage = options.onStage ?? (() => {});
  const given = study.assumptions;
  const { directories = [] } = options;
  const { frequency } = await givenFiles(
    study.catalog,
    study.calendar,
    directories,
    options.frequency,
  );
  const numeraires = chosen(study, options.numeraires);
  const seed = options.seed === undefined ? given.seed : checkSeed("seed", options.seed);

  stage("reading data");
  const source = await openCatalog(study.catalog, { frequency, directories });
  const used = await seriesUsed(study, numeraires, source);
  const master = await source.series(study.calendar);
  const calendar = calendarOf(frequency, master, used.units, used.assets, {
    from: firstDayOf(study, options.from ?? study.from, used),
    to: options.to ?? study.to,
  });
  const inputs = await withTheirInputs(source, used.ids);
  const faults = withoutErrors(faultsOf(inputs, master)).filter(
    ({ from, to }) => to >= calendar.days[calendar.first]! && from <= calendar.days[calendar.last]!,
  );
  const panel = openPanel(calendar, inputs);
  const days = daysOf(panel);

  stage("keeping the books");
  const cash = panel.series(given.cashRate).title;
  const clock = clockOf(panel, given);
  const asked = askedInOrder(panel, everyStrategy(study));
  const shown = study.strategies.length + study.benchmarks.length;
  const books = asked
    .slice(0, shown)
    .map((one, at) =>
      keepBooks(panel, clock, given, one, at < study.strategies.length ? "strategy" : "benchmark"),
    );
  const family = triedWith(panel, clock, given, asked.slice(shown));

  stage("measuring");
  const units = unitsOf(panel, numeraires, clock);
  const perYear = periodsPerYear[frequency];
  const portfolios = books.map((one) => measured(one, units, days, perYear));
  const spells = study.regimes.filter(isPhases).flatMap((one) => spellsOf(one, calendar));
  const varied = books.map(sensitivities(panel, given, books, days));
  stage("weighing the evidence");
  const inference = inferenceFrom(study, panel, {
    ...{ portfolios, family, units, days, seed, sensitivity: varied },
  });
  const comparisons = comparisonsOf(portfolios, units, inference);
  stage("asking the claims");
  const claims = await claimsOf(study, source, {
    ...{ panel, inputs, portfolios, units, days, seed, sensitivity: varied, comparisons },
  });
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
    period: {
      from: formatDay(days[0]!),
      to: formatDay(days.at(-1)!),
      frequency,
      periods: days.length - 1,
      years: yearsBetween(days[0]!, days.at(-1)!),
      perYear,
      endedBy: calendar.endedBy,
    },
    numeraires: numeraires.map((unit) => numeraireFinding(panel, unit, cash)),
    inputs: inputs.map((series) => inputOf(series, faults)),
    splices: splicesOf(source, inputs),
    assumptions: assumptionsFinding(given, frequency, seed, cash),
    portfolios: portfolios.map((one, at) => ({
      ...portfolioFinding(panel, given, one, units, days, spells),
      sensitivity: varied[at]!,
    })),
    regimes: regimesFound(study.regimes, {
      ...{ panel, portfolios, units, days, seed, resamples: study.resamples },
    }),
    comparisons,
    inference: inference.inference,
    trials: inference.trials,
    maps: inference.maps,
    fans: inference.fans,
    correlations: correlationsOf(portfolios, units, days),
    conventions: conventionsOf(portfolios, units),
    pictures: study.pictures.map((spec) => pictureOf(panel, spec, days)),
    chains: study.chains.map((spec) => chainOf(panel, spec, spells, days)),
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

function chosen(study: Study, ids: readonly string[] | undefined): readonly Numeraire[] {
  const known = study.numeraires.map(({ id }) => id);
  for (const id of ids ?? [])
    if (!known.includes(id))
      throw new InputError(
        `${unknownName("numeraire", id, known)} (units are declared in the study's numeraires)`,
      );
  return study.numeraires.filter(
    ({ id, series }) => series === null || (ids ?? known).includes(id),
  );
}

function daysOf({ calendar }: Panel): Day[] {
  const { days, first, last } = calendar;
  return Array.from({ length: last - first + 1 }, (_, row) => days[first + row]!);
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
