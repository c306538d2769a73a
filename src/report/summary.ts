import type { Findings, Numbers } from "../study/findings.ts";
import { m4, pixelColumns } from "./chart/m4.ts";
import { isDecided } from "./decision.ts";
import { countsOf, type Outcome } from "./outcome.ts";
import { ratioLine } from "./section/relative.ts";
import { shortTitleIn } from "./short-title.ts";

/**
 * What the list of reports says of a run, in a few kilobytes: written beside its findings, so that the
 * list can be made without reading the findings of every run.
 */
export interface Summary {
  readonly schema: 1;
  /** Size of the findings.json that it was made from: a summary of other findings is not used. */
  readonly findingsBytes: number;
  readonly study: Pick<Findings["study"], "id" | "title" | "question">;
  readonly period: Findings["period"];
  /** The first strategy; null where the study has none. */
  readonly strategy: SummaryOfPortfolio | null;
  /** The first two benchmarks that it is compared with. */
  readonly rivals: readonly (SummaryOfPortfolio & {
    readonly relativeWealth: number | null;
    readonly decision: Findings["comparisons"][number]["decision"];
    /** Conditions of the decision that are passed, and all of them. */
    readonly passed: number | null;
    readonly conditions: number | null;
    /** Relative wealth as drawn: the place in time from 0 to 1, and the ratio. */
    readonly line: readonly (readonly [number, number])[];
  })[];
  /** The first two units of the study. */
  readonly units: readonly { readonly id: string; readonly title: string }[];
  readonly verdicts: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly predictions: readonly { readonly outcome: Outcome; readonly count: number }[];
}

interface SummaryOfPortfolio {
  readonly id: string;
  readonly title: string;
  /** Its title for a sentence; summaries of older runs have none. */
  readonly short?: string;
  readonly ruined: string | null;
  /** Compound growth a year by unit; null for under one year. */
  readonly growth: Readonly<Record<string, number | null>>;
}

const RIVALS = 2;
const UNITS = 2;

/** Columns that a line is thinned to. */
const COLUMNS = 60;

/** The summary of a run whose findings are so many bytes of JSON. */
export function summaryOf(findings: Findings, findingsBytes: number): Summary {
  const { study, period, portfolios, numeraires, comparisons } = findings;
  const units = numeraires.slice(0, UNITS).map(({ id, title }) => ({ id, title }));
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const pairs = comparisons.filter(({ portfolio }) => portfolio === strategy?.id).slice(0, RIVALS);
  const short = (portfolio: Findings["portfolios"][number]): SummaryOfPortfolio => ({
    id: portfolio.id,
    title: portfolio.title,
    short: shortTitleIn(findings, portfolio.id),
    ruined: portfolio.ruined,
    growth: Object.fromEntries(
      units.map(({ id }) => [id, portfolio.measures[id]?.cagr ?? null] as const),
    ),
  });
  return {
    schema: 1,
    findingsBytes,
    study: { id: study.id, title: study.title, question: study.question },
    period,
    strategy: strategy === undefined ? null : short(strategy),
    rivals: pairs.flatMap((pair) => {
      const rival = portfolios.find(({ id }) => id === pair.benchmark);
      if (rival === undefined || strategy === undefined) return [];
      const decided = isDecided(pair) ? pair : null;
      return {
        ...short(rival),
        relativeWealth: pair.relativeWealth,
        decision: decided?.decision ?? null,
        passed: decided?.evidence.filter(({ passed }) => passed === true).length ?? null,
        conditions: decided?.evidence.length ?? null,
        line: relativeLine(strategy, rival, units[0]?.id ?? ""),
      };
    }),
    units,
    verdicts: countsOf(findings.hypotheses.map(({ outcome }) => outcome)),
    predictions: countsOf(findings.predictions.map(({ outcome }) => outcome)),
  };
}

/** One wealth line over another, thinned with its extremes kept; ends where the ratio does. */
function relativeLine(
  above: Findings["portfolios"][number],
  below: Findings["portfolios"][number],
  unit: string,
): (readonly [number, number])[] {
  const values = ratioLine(above.wealth[unit] as Numbers, below.wealth[unit] as Numbers);
  const times = above.wealth.dates.map((date) => Date.parse(date));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  return m4(values, pixelColumns(times, COLUMNS)).flatMap((row) => {
    const value = values[row] ?? null;
    const place = (times[row]! - first) / (last - first || 1);
    return value === null || value <= 0 ? [] : [[rounded(place), rounded(value)] as const];
  });
}

/** Four significant digits: more cannot be seen. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
