import type { Assumptions } from "../backtest/assumptions.ts";
import type { Strategy } from "../backtest/strategy.ts";
import type { Catalog } from "../data/catalog.ts";
import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { Numeraire } from "../market/numeraire.ts";
import type { Phases } from "../regime/phases.ts";
import { type Day, parseDay } from "../series/day.ts";
import type { ChainSpec } from "./chains.ts";

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
  /** The first is the one that the short answer speaks of. */
  readonly strategies: readonly Strategy[];
  readonly benchmarks: readonly Strategy[];
  readonly numeraires: readonly Numeraire[];
  readonly regimes: readonly Phases[];
  readonly assumptions: Assumptions;
  /** The base day: the first row on or after it. */
  readonly from: string;
  readonly to?: string;
  readonly pictures?: readonly PictureSpec[];
  /** Quantities taken apart into links that multiply to them. */
  readonly chains?: readonly ChainSpec[];
}

const STUDY = Symbol.for("assay.study");

/** Strategies, benchmarks, numeraires and regimes that are run together. */
export interface Study extends Omit<StudySpec, "from" | "caveats" | "to" | "pictures" | "chains"> {
  readonly [STUDY]: true;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly caveats: readonly string[];
  readonly pictures: readonly PictureSpec[];
  readonly chains: readonly ChainSpec[];
}

const OPTIONS = [
  "id",
  "title",
  "question",
  "about",
  "source",
  "caveats",
  "catalog",
  "strategies",
  "benchmarks",
  "numeraires",
  "regimes",
  "assumptions",
  "from",
  "to",
  "pictures",
  "chains",
];

const OPTIONAL = ["caveats", "to", "pictures", "chains"];

/** A study, checked: ids are unique, days exist, and there is something to run. */
export function study(spec: StudySpec): Study {
  const id = checkId("study", spec.id);
  const place = `study ${id}`;
  checkKeys(place, spec, OPTIONS);
  for (const name of OPTIONS.filter((name) => !OPTIONAL.includes(name)) as (keyof StudySpec)[])
    if (spec[name] === undefined) throw new InputError(`${place}: ${name} is missing`);
  checkMade(`${place}: strategies`, spec.strategies, "rebalance", "strategy({...})");
  checkMade(`${place}: benchmarks`, spec.benchmarks, "rebalance", "strategy({...})");
  checkMade(`${place}: numeraires`, spec.numeraires, "riskless", "numeraire({...})");
  checkMade(`${place}: regimes`, spec.regimes, "phases", "phases({...})");
  checkMade(`${place}: pictures`, spec.pictures ?? [], "lines", "an object with lines");
  const ids = (list: readonly { readonly id: string }[]) => list.map((item) => item.id);
  checkUnique(`${place}: portfolios`, ids([...spec.strategies, ...spec.benchmarks]));
  checkUnique(`${place}: numeraires`, ids(spec.numeraires));
  checkUnique(`${place}: regimes`, ids(spec.regimes));
  checkUnique(`${place}: phases`, ids(spec.regimes.flatMap((regime) => regime.phases)));
  checkUnique(`${place}: chains`, ids(spec.chains ?? []));
  for (const chain of spec.chains ?? []) checkChain(`${place}: chain`, chain);
  if (spec.strategies.length === 0)
    throw new InputError(`${place}: no strategies; give at least one`);
  if (!spec.numeraires.some((unit) => unit.series === null))
    throw new InputError(
      `${place}: no numeraire is the currency of the books; give one with series: null`,
    );
  return {
    ...spec,
    [STUDY]: true,
    from: parseDay(spec.from, `${place}: from`),
    to: spec.to === undefined ? undefined : parseDay(spec.to, `${place}: to`),
    pictures: spec.pictures ?? [],
    caveats: spec.caveats ?? [],
    chains: spec.chains ?? [],
  };
}

/** @throws InputError for a list with something in it that was not made by what makes its kind. */
function checkMade(place: string, list: readonly object[], key: string, by: string): void {
  if (!Array.isArray(list)) throw new InputError(`${place}: got ${String(list)}; give a list`);
  for (const [index, item] of list.entries())
    if (typeof item !== "object" || item === null || !(key in item))
      throw new InputError(`${place}: entry ${index + 1} has no ${key}; give ${by}`);
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

/** Whether a value is what `study({...})` returned, from whichever copy of this library. */
export function isStudy(value: unknown): value is Study {
  return typeof value === "object" && value !== null && STUDY in value;
}
