import type { Findings } from "../../study/findings.ts";
import type { Cause } from "./causes.ts";
import { changesIn, isSame, paired, type Value } from "./changes.ts";

/** A claim or a prediction that came to something else, or was measured otherwise. */
export interface VerdictChange {
  readonly id: string;
  readonly claim: string;
  /** Null where the run has no such claim. */
  readonly before: string | null;
  readonly after: string | null;
  /** What decided, in words. */
  readonly measuredBefore: string | null;
  readonly measuredAfter: string | null;
  readonly mustBe: string | null;
  /** What of it was changed in what the runs were given: series that it reads, and "its definition". */
  readonly because: readonly string[];
}

export interface DecisionChange {
  readonly portfolio: string;
  readonly benchmark: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Conditions that are passed in one run and not in the other. */
  readonly conditions: readonly string[];
}

/** A number of a portfolio that moved. */
export interface MeasureChange {
  readonly portfolio: string;
  /** A unit, "against <benchmark>", or "books". */
  readonly in: string;
  readonly measure: string;
  readonly before: number | null;
  readonly after: number | null;
  /** |after - before| over the larger of the two, and over 0.1 at least; null where one is not known. */
  readonly size: number | null;
}

/** What came of it. */
export interface Effects {
  readonly verdicts: readonly VerdictChange[];
  /** Claims with the same verdict and another number. */
  readonly remeasured: readonly VerdictChange[];
  readonly predictions: readonly VerdictChange[];
  readonly decisions: readonly DecisionChange[];
  /** Largest first. */
  readonly measures: readonly MeasureChange[];
  /** Other parts of the findings that differ, by their key. */
  readonly parts: readonly string[];
}

/** Values nearer to zero than this are compared with it: a ratio of two such says nothing. */
const SMALL = 0.1;

/** All that differs in what two runs found; measures that moved by more than the tolerance. */
export function effectsOf(
  before: Findings,
  after: Findings,
  causes: readonly Cause[],
  tolerance: number,
): Effects {
  const claims = verdictChanges(before.hypotheses, after.hypotheses, causes, "claim", measuredIn);
  const isTurned = ({ before, after }: VerdictChange) => before !== after;
  return {
    verdicts: claims.filter(isTurned),
    remeasured: claims.filter((claim) => !isTurned(claim)),
    predictions: verdictChanges(
      before.predictions,
      after.predictions,
      causes,
      "prediction",
      testsIn,
    ),
    decisions: decisionChanges(before, after),
    measures: measureChanges(before, after)
      .filter(({ size }) => size === null || size > tolerance)
      .sort(bySize),
    parts: PARTS.filter((part) => !isSame(before[part], after[part])),
  };
}

/** Parts that no list above tells of. */
const PARTS = [
  ...["regimes", "inference", "trials", "maps", "fans", "correlations", "conventions"],
  ...["pictures", "chains", "inconsistencies", "registry"],
] as (keyof Findings)[];

/** How the tests of a prediction stand, counted. */
function testsIn({ tests }: Findings["predictions"][number]): string {
  const read = tests.flatMap(({ check }) => (check === null ? [] : [check.holds]));
  const unread = tests.length - read.length;
  if (read.length === 0) return `no figures for ${unread} test${unread === 1 ? "" : "s"}`;
  const holding = read.filter((holds) => holds === true).length;
  return `${holding} of ${read.length} tests true${unread === 0 ? "" : `, ${unread} without figures`}`;
}

interface Judged {
  readonly id: string;
  readonly claim: string;
  readonly outcome: string;
  readonly reads: readonly string[];
}

function measuredIn({ gist }: Findings["hypotheses"][number]): string | null {
  return gist?.measured ?? null;
}

function verdictChanges<T extends Judged>(
  before: readonly T[],
  after: readonly T[],
  causes: readonly Cause[],
  kind: "claim" | "prediction",
  measured: (entry: T) => string | null,
): VerdictChange[] {
  const changed = new Set(causes.filter((cause) => cause.kind === "data").map(({ of }) => of));
  const defined = new Set(causes.filter((cause) => cause.kind === kind).map(({ of }) => of));
  return paired(before, after, ({ id }) => id).flatMap(({ key, before, after }) => {
    const one = after ?? before!;
    const [measuredBefore, measuredAfter] = [before, after].map((entry) =>
      entry === undefined ? null : measured(entry),
    );
    if (before?.outcome === after?.outcome && measuredBefore === measuredAfter) return [];
    return {
      id: key,
      claim: one.claim,
      before: before?.outcome ?? null,
      after: after?.outcome ?? null,
      measuredBefore: measuredBefore ?? null,
      measuredAfter: measuredAfter ?? null,
      mustBe: mustBeIn(one),
      because: [
        ...(defined.has(key) && before && after ? ["its definition"] : []),
        ...one.reads.filter((id) => changed.has(id)),
      ],
    };
  });
}

function mustBeIn(entry: Judged & { readonly gist?: { readonly mustBe: string } | null }) {
  return entry.gist?.mustBe ?? null;
}

function pairKey({ portfolio, benchmark }: { portfolio: string; benchmark: string }): string {
  return `${portfolio}\n${benchmark}`;
}

function decisionChanges(before: Findings, after: Findings): DecisionChange[] {
  return paired(before.comparisons, after.comparisons, pairKey).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    const conditions = paired(before.evidence ?? [], after.evidence ?? [], ({ id }) => id)
      .filter(({ before, after }) => before?.passed !== after?.passed)
      .map(({ key }) => key);
    if (before.decision === after.decision && conditions.length === 0) return [];
    const { portfolio, benchmark } = after;
    return [{ portfolio, benchmark, before: before.decision, after: after.decision, conditions }];
  });
}

/** Every number of the portfolios and comparisons that both runs have. */
function measureChanges(before: Findings, after: Findings): MeasureChange[] {
  const own = paired(before.portfolios, after.portfolios, ({ id }) => id).flatMap(
    ({ key, before, after }) => {
      if (before === undefined || after === undefined) return [];
      const units = Object.keys(after.measures).filter((unit) => before.measures[unit]);
      return [
        ...units.flatMap((unit) => numbers(key, unit, before.measures[unit], after.measures[unit])),
        ...numbers(key, "books", booksOf(before), booksOf(after)),
      ];
    },
  );
  const against = paired(before.comparisons, after.comparisons, pairKey).flatMap(
    ({ before, after }) =>
      before === undefined || after === undefined
        ? []
        : numbers(
            after.portfolio,
            `against ${after.benchmark}`,
            relativeOf(before),
            relativeOf(after),
          ),
  );
  return [...own, ...against];
}

function booksOf({ ledger }: Findings["portfolios"][number]) {
  const { events: _, rebalanceLog: __, ...books } = ledger;
  return books;
}

function relativeOf(comparison: Findings["comparisons"][number]) {
  const { relativeWealth, excessGrowth, relativeDrawdown } = comparison;
  return { relativeWealth, excessGrowth, relativeDrawdown };
}

function numbers(
  portfolio: string,
  unit: string,
  before: unknown,
  after: unknown,
): MeasureChange[] {
  return changesIn(before, after).flatMap(({ field, before, after }) =>
    isNumber(before) && isNumber(after)
      ? [{ portfolio, in: unit, measure: field, before, after, size: sizeOf(before, after) }]
      : [],
  );
}

function isNumber(value: Value): value is number | null {
  return value === null || typeof value === "number";
}

function sizeOf(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  return Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after), SMALL);
}

/** What became known or unknown first, then the largest; equal ones stay in their order. */
function bySize(a: MeasureChange, b: MeasureChange): number {
  return (b.size ?? Number.MAX_VALUE) - (a.size ?? Number.MAX_VALUE);
}
