import type { Assumptions } from "../backtest/assumptions.ts";
import type { Strategy } from "../backtest/strategy.ts";
import type { Catalog, Entry } from "../data/catalog.ts";
import type { SeriesId } from "../data/register.ts";
import type { Hypothesis } from "../hypothesis/hypothesis.ts";
import type { Inconsistency } from "../hypothesis/inconsistency.ts";
import type { Prediction } from "../hypothesis/prediction.ts";
import { checkId, checkKeys, checkNumber, checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { Numeraire } from "../market/numeraire.ts";
import { type Day, parseDay } from "../series/day.ts";
import type { ChainSpec } from "./chains.ts";
import { checkClaims } from "./check-claims.ts";
import { checkRegime, isPhases, type Regime } from "./regime-labels.ts";

/** One line of a picture: a series or a formula, drawn as it is or rebased to 1 at the first row. */
export interface PictureLine {
  readonly id: string;
  readonly title: string;
  /** A series id, or a formula of series such as `spx / gold`. */
  readonly of: string;
  /** Series of the lowest and highest daily close inside each period, where there are such. */
  readonly low?: SeriesId;
  readonly high?: SeriesId;
}

/** A picture of the study's source, drawn from the data: ratios, purchasing power, named levels. */
export interface PictureSpec {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  /** Divide each line by its first value. */
  readonly rebased: boolean;
  readonly lines: readonly PictureLine[];
  readonly levels?: readonly {
    readonly value: number;
    readonly label: string;
    readonly line?: string;
  }[];
}

export interface StudySpec {
  readonly id: string;
  readonly title: string;
  /** What the study asks, in one sentence. */
  readonly question: string;
  readonly about: string;
  /** Where the thesis stands: author, title, date. */
  readonly source: string;
  /** What a reader must know before believing the answer, a sentence each; shown with the short answer. */
  readonly caveats?: readonly string[];
  readonly catalog: Catalog;
  /** Series of the study's own, beside those of the catalog: see `ownSeries`. */
  readonly series?: Readonly<Record<string, Entry>>;
  /**
   * The series whose days are the rows of a run, where it is not the calendar of the catalog: a longer
   * history than that of shares begins with something else.
   */
  readonly calendar?: SeriesId;
  /** The first is the one that the short answer speaks of. */
  readonly strategies: readonly Strategy[];
  readonly benchmarks: readonly Strategy[];
  /**
   * Variants of the strategies, declared before they were run. Each counts as a trial in every test of
   * whether the best of many is more than luck; none is shown as a portfolio.
   */
  readonly family?: readonly Strategy[];
  /** Assets that a strategy has to beat its benchmarks without, beside its most helpful leg. */
  readonly dispensable?: readonly SeriesId[];
  /** Resamples of every bootstrap. Default 9,999. */
  readonly resamples?: number;
  readonly numeraires: readonly Numeraire[];
  /** Phases dated by hand, rules, and what is found afterwards; the report shades the first phases. */
  readonly regimes: readonly Regime[];
  readonly assumptions: Assumptions;
  /** The base day: the first row on or after it. */
  readonly from: string;
  readonly to?: string;
  readonly pictures?: readonly PictureSpec[];
  /** Quantities taken apart into links that multiply to them. */
  readonly chains?: readonly ChainSpec[];
  /** Claims of the study's source, each put to the data. */
  readonly hypotheses?: readonly Hypothesis[];
  readonly predictions?: readonly Prediction[];
  /** Places where the source contradicts itself. */
  readonly inconsistencies?: readonly Inconsistency[];
  /** Where shipped figures hold closes that month-ends do not see. */
  readonly closes?: ClosesSpec;
}

/** Series of closes on named days, and of the highest and lowest close of each month. */
export interface ClosesSpec {
  readonly onDays: { readonly [series in SeriesId]?: SeriesId };
  /** By series, or by a formula as claims write it (`spx / gold`). */
  readonly extremes: Readonly<Record<string, { readonly high: SeriesId; readonly low: SeriesId }>>;
}

const STUDY = Symbol.for("assay.study");

/** Lists that a study may leave out, and that are empty then. */
type Lists =
  | "caveats"
  | "family"
  | "dispensable"
  | "pictures"
  | "chains"
  | "hypotheses"
  | "predictions"
  | "inconsistencies";

/** Strategies, benchmarks, numeraires and regimes that are run together. */
export interface Study
  extends Omit<StudySpec, "from" | "to" | "series" | "calendar" | "closes" | "resamples" | Lists>,
    Required<Pick<StudySpec, Lists>> {
  readonly [STUDY]: true;
  /** The id of the series whose days are the rows. */
  readonly calendar: SeriesId;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly closes: ClosesSpec;
  readonly resamples: number;
}

const OPTIONS = [
  "id",
  "title",
  "question",
  "about",
  "source",
  "caveats",
  "catalog",
  "series",
  "calendar",
  "strategies",
  "benchmarks",
  "family",
  "dispensable",
  "resamples",
  "numeraires",
  "regimes",
  "assumptions",
  "from",
  "to",
  "pictures",
  "chains",
  "hypotheses",
  "predictions",
  "inconsistencies",
  "closes",
];

const OPTIONAL = [
  "series",
  "family",
  "dispensable",
  "resamples",
  "calendar",
  "caveats",
  "to",
  "pictures",
  "chains",
  "hypotheses",
  "predictions",
  "inconsistencies",
  "closes",
];

/** Resamples of every bootstrap of a run. */
const RESAMPLES = 9_999;

/** Fewer have no 95 % interval. */
const FEWEST_RESAMPLES = 39;
const MOST_RESAMPLES = 1_000_000;

/** A study, checked: ids are unique, days exist, and there is something to run. */
export function study(spec: StudySpec): Study {
  const id = checkId("study", spec.id);
  const place = `study ${id}`;
  checkKeys(place, spec, OPTIONS);
  for (const name of OPTIONS.filter((name) => !OPTIONAL.includes(name)) as (keyof StudySpec)[])
    if (spec[name] === undefined) throw new InputError(`${place}: ${name} is missing`);
  checkMade(`${place}: strategies`, spec.strategies, "rebalance", "strategy({...})");
  checkMade(`${place}: benchmarks`, spec.benchmarks, "rebalance", "strategy({...})");
  checkMade(`${place}: family`, spec.family ?? [], "rebalance", "strategy({...})");
  checkMade(`${place}: numeraires`, spec.numeraires, "riskless", "numeraire({...})");
  checkMade(
    `${place}: regimes`,
    spec.regimes,
    "causal",
    "phases({...}), a rule made by regime({...}), or labels made by hindsight({...})",
  );
  for (const one of spec.regimes) checkRegime(one);
  checkMade(`${place}: pictures`, spec.pictures ?? [], "lines", "an object with lines");
  const ids = (list: readonly { readonly id: string }[]) => list.map((item) => item.id);
  checkUnique(
    `${place}: portfolios`,
    ids([...spec.strategies, ...spec.benchmarks, ...(spec.family ?? [])]),
  );
  checkUnique(`${place}: dispensable`, spec.dispensable ?? []);
  checkResamples(`${place}: resamples`, spec.resamples);
  checkUnique(`${place}: numeraires`, ids(spec.numeraires));
  checkUnique(`${place}: regimes`, ids(spec.regimes));
  checkUnique(
    `${place}: phases`,
    ids(spec.regimes.filter(isPhases).flatMap(({ phases }) => phases)),
  );
  checkMade(`${place}: hypotheses`, spec.hypotheses ?? [], "grid", "hypothesis({...})");
  checkMade(`${place}: predictions`, spec.predictions ?? [], "registered", "prediction({...})");
  checkMade(
    `${place}: inconsistencies`,
    spec.inconsistencies ?? [],
    "says",
    "inconsistency({...})",
  );
  checkClaims(place, spec);
  checkUnique(`${place}: chains`, ids(spec.chains ?? []));
  for (const chain of spec.chains ?? []) checkChain(`${place}: chain`, chain);
  if (spec.strategies.length === 0)
    throw new InputError(`${place}: no strategies; give at least one`);
  if (!spec.numeraires.some((unit) => unit.series === null))
    throw new InputError(
      `${place}: no numeraire is the currency of the books; give one with series: null`,
    );
  const { series, ...rest } = spec;
  return {
    ...rest,
    [STUDY]: true,
    catalog: series === undefined ? spec.catalog : withOwn(place, spec.catalog, series),
    calendar: spec.calendar ?? (spec.catalog.calendar as SeriesId),
    from: parseDay(spec.from, `${place}: from`),
    to: spec.to === undefined ? undefined : parseDay(spec.to, `${place}: to`),
    pictures: spec.pictures ?? [],
    caveats: spec.caveats ?? [],
    chains: spec.chains ?? [],
    hypotheses: spec.hypotheses ?? [],
    predictions: spec.predictions ?? [],
    inconsistencies: spec.inconsistencies ?? [],
    closes: spec.closes ?? { onDays: {}, extremes: {} },
    family: spec.family ?? [],
    dispensable: spec.dispensable ?? [],
    resamples: spec.resamples ?? RESAMPLES,
  };
}

/** The catalog with the study's own series. @throws InputError for one that has an id of the catalog's. */
function withOwn(place: string, catalog: Catalog, own: NonNullable<StudySpec["series"]>): Catalog {
  for (const [id, entry] of Object.entries(own)) {
    if (!/^[A-Za-z_]\w*$/.test(id))
      throw new InputError(`${place}: series: "${id}" cannot be an id; write letters and digits`);
    if (Object.hasOwn(catalog.series, id))
      throw new InputError(`${place}: series: ${id} is in the catalog already; give it another id`);
    if (typeof entry !== "object" || entry === null || !("by" in entry))
      throw new InputError(
        `${place}: series: ${id} was not made by fromFile, fromProvider, formula or the like`,
      );
  }
  return { ...catalog, series: { ...catalog.series, ...own } };
}

/** @throws InputError for a list with something in it that was not made by what makes its kind. */
function checkMade(place: string, list: readonly object[], key: string, by: string): void {
  if (!Array.isArray(list)) throw new InputError(`${place}: got ${String(list)}; give a list`);
  for (const [index, item] of list.entries())
    if (typeof item !== "object" || item === null || !(key in item))
      throw new InputError(`${place}: entry ${index + 1} has no ${key}; give ${by}`);
}

function checkResamples(place: string, resamples = RESAMPLES): void {
  if (!Number.isInteger(checkNumber(place, resamples, FEWEST_RESAMPLES, MOST_RESAMPLES)))
    throw new InputError(`${place}: got ${resamples}; give a whole number`);
}

function checkChain(place: string, chain: ChainSpec): void {
  const name = `${place} ${checkId(place, chain.id)}`;
  checkKeys(name, chain, ["id", "title", "of", "links"]);
  for (const text of [chain.of, ...(chain.links ?? [])])
    if (typeof text !== "string" || text.trim() === "")
      throw new InputError(`${name}: got ${String(text)}; give a series or a formula of series`);
  if (!Array.isArray(chain.links) || chain.links.length === 0)
    throw new InputError(`${name}: links is empty; give what multiplies to "${chain.of}"`);
  checkUnique(`${name}: links`, chain.links);
}

/** Every strategy that books are kept for: those that are shown, their benchmarks, and the family. */
export function everyStrategy({ strategies, benchmarks, family }: Study): Strategy[] {
  return [...strategies, ...benchmarks, ...family];
}

/** Whether a value is what `study({...})` returned, from whichever copy of this library. */
export function isStudy(value: unknown): value is Study {
  return typeof value === "object" && value !== null && STUDY in value;
}
