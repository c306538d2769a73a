import { askedInOrder } from "../backtest/asked-in-order.ts";
import { checkSeed } from "../backtest/assumptions.ts";
import { clockOf } from "../backtest/world-of.ts";
import { faultsOf, withoutErrors } from "../data/faults.ts";
import { checkCalendar, givenFiles, storeForDaily } from "../data/given-files.ts";
import { openCatalog } from "../data/open.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { calendarOf, type Frequency, periodsPerYear } from "../market/calendar.ts";
import type { Numeraire } from "../market/numeraire.ts";
import { openPanel, type Panel } from "../market/panel.ts";
import type { Day } from "../series/day.ts";
import { askedRules } from "./asked-regimes.ts";
import { keepBooks } from "./books.ts";
import type { Earlier } from "./earlier.ts";
import type { CodeFinding } from "./findings.ts";
import { withTheirInputs } from "./inputs.ts";
import { measured } from "./measured.ts";
import { firstDayOf, seriesUsed } from "./series-used.ts";
import { everyStrategy, type Study } from "./study.ts";
import { unitsOf } from "./units.ts";

/** What a run may change of a study. */
export interface RunOptions extends Earlier {
  readonly from?: Day;
  readonly to?: Day;
  /** Ids of the study's numeraires to measure in; the currency of the books is always among them. */
  readonly numeraires?: readonly string[];
  /** Daily where a folder holds the daily figures of the study's calendar, and monthly else, unless given. */
  readonly frequency?: Frequency;
  /** Folders of files, searched in order: the figures of a daily run, and what a monthly one has not shipped. */
  readonly directories?: readonly string[];
  /** The user's store: a run that is said to be daily reads it where no folders are given, and no other. */
  readonly store?: string;
  readonly seed?: number;
  /** What the study is written in, to be told in the findings. */
  readonly code?: CodeFinding;
  /** Told what is done, and of long work how much of it. */
  readonly onStage?: (stage: string, done?: number, total?: number) => void;
}

/** A run as far as its portfolios are measured in every unit: all else is found from here. */
export type Run = Awaited<ReturnType<typeof measuredRun>>;

/**
 * Reads the data of a study, keeps its books and measures its portfolios.
 * @param isDescribed whether the run is to be described: then the regimes are asked, before any strategy
 */
export async function measuredRun(study: Study, options: RunOptions, isDescribed = true) {
  const stage = options.onStage ?? (() => {});
  const given = study.assumptions;
  const directories = await foldersRead(study, options);
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
  const calendar = calendarOf(frequency, master, used.lasting, used.assets, {
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
  const asked = isDescribed ? askedRules(study.regimes, panel) : null;
  const answering = askedInOrder(panel, everyStrategy(study));
  const shown = study.strategies.length + study.benchmarks.length;
  const books = answering
    .slice(0, shown)
    .map((one, at) =>
      keepBooks(panel, clock, given, one, at < study.strategies.length ? "strategy" : "benchmark"),
    );

  stage("measuring");
  const units = unitsOf(panel, numeraires, clock);
  const perYear = periodsPerYear[frequency];
  const portfolios = books.map((one) => measured(one, units, days, perYear));
  const tried = answering.slice(shown);
  return {
    ...{ study, frequency, numeraires, seed, source, inputs, faults, panel, days },
    ...{ cash, clock, asked, books, tried, units, portfolios },
  };
}

/** The folders given, or the store of a daily run without any. */
async function foldersRead(
  { catalog, calendar }: Study,
  { directories = [], store, frequency }: RunOptions,
): Promise<readonly string[]> {
  if (directories.length > 0 && frequency === "daily")
    await checkCalendar(catalog, calendar, directories);
  if (directories.length > 0 || store === undefined || frequency !== "daily") return directories;
  return [await storeForDaily(catalog, calendar, store)];
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
