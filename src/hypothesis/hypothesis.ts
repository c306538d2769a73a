import type { SeriesId } from "../data/register.ts";
import { checkChoice, checkFlag, checkId, checkKeys, checkTexts } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { authored, checksBy, described, isPath } from "./authored.ts";
import type { Check } from "./check.ts";
import type { Facts } from "./facts.ts";
import type { Path } from "./path.ts";
import { type Answer, allOrSome, type Rule } from "./rule.ts";
import { checkFunction, checkReads } from "./spec-checks.ts";

/** What sort of statement a claim is; of a `statement` (attribution, definition, perception) no number decides. */
export const kinds = [
  "level",
  "change",
  "share",
  "event",
  "relation",
  "strategy",
  "conditional",
  "prediction",
  "statement",
] as const;
export type Kind = (typeof kinds)[number];

/** The choices under which a claim is tested again; the first of each is the claim's own convention. */
export type Grid = Readonly<Record<string, readonly [string, ...string[]]>>;

/** One choice of each kind. */
export type Cell<G extends Grid> = { readonly [axis in keyof G]: G[axis][number] };

/** What draws a claim: a path, and the levels that it speaks of. */
export interface ClaimChart {
  readonly title: string;
  readonly path: Path;
  readonly unit: string;
  readonly levels?: readonly { readonly value: number; readonly label: string }[];
}

/** A claim in testable form. */
export interface HypothesisSpec<S extends SeriesId, G extends Grid> {
  readonly id: string;
  /** In our own words. */
  readonly claim: string;
  /** Its place in its source. */
  readonly where: string;
  readonly kind: Kind;
  /** Series that it measures. */
  readonly reads?: readonly S[];
  /** Which edition of revised figures it speaks of. */
  readonly vintage?: string;
  readonly grid?: G;
  /**
   * Measures, under one choice of each kind, the parts of the claim. Choices under which all parts are only
   * reported decide nothing: they are told where the series that decide are absent.
   */
  readonly test?: (facts: Facts<S>, cell: Cell<G>) => readonly Check[];
  /** Supported where all parts hold, partly where some do, unless given. */
  readonly rule?: Rule;
  readonly chart?: (facts: Facts<S>) => ClaimChart;
  /** Why no number can decide it; what is measured is then reported only. */
  readonly untestable?: string;
  /** Id of the prediction as which it is registered. */
  readonly registeredAs?: string;
  /** A refutation makes `assay run --strict` fail. */
  readonly gate?: boolean;
  readonly note?: string;
}

const HYPOTHESIS = Symbol.for("assay.hypothesis");

/** A claim in testable form, checked. */
export interface Hypothesis {
  readonly [HYPOTHESIS]: true;
  readonly id: string;
  readonly claim: string;
  readonly where: string;
  readonly kind: Kind;
  readonly reads: readonly string[];
  readonly vintage: string | null;
  readonly grid: Grid;
  readonly test:
    | ((facts: Facts, cell: Readonly<Record<string, string>>) => readonly Check[])
    | null;
  readonly rule: Rule;
  readonly chart: ((facts: Facts) => ClaimChart) | null;
  readonly untestable: string | null;
  readonly registeredAs: string | null;
  readonly gate: boolean;
  readonly note: string;
}

const OPTIONS = [
  "id",
  "claim",
  "where",
  "kind",
  "reads",
  "vintage",
  "grid",
  "test",
  "rule",
  "chart",
  "untestable",
  "registeredAs",
  "gate",
  "note",
];

/** A claim in testable form: what was said, how it is measured, and under which choices again. */
export function hypothesis<const S extends SeriesId, const G extends Grid = Record<never, never>>(
  spec: HypothesisSpec<S, G>,
): Hypothesis {
  const id = checkId("hypothesis", spec.id);
  const place = `hypothesis ${id}`;
  checkKeys(place, spec, OPTIONS);
  checkTexts(place, { claim: spec.claim, where: spec.where });
  if (spec.kind === undefined)
    throw new InputError(`${place}: kind is missing; give one of ${kinds.join(", ")}`);
  checkChoice(`${place}: kind`, spec.kind, kinds);
  checkOptions(place, spec);
  const grid: Grid = spec.grid ?? {};
  checkGrid(`${place}: grid`, grid);
  const { test, rule = allOrSome, chart } = spec;
  return {
    [HYPOTHESIS]: true,
    id,
    claim: spec.claim,
    where: spec.where,
    kind: spec.kind,
    reads: [...new Set<string>(spec.reads ?? [])],
    vintage: spec.vintage ?? null,
    grid,
    test: test === undefined ? null : checkedTest(test as NonNullable<Hypothesis["test"]>),
    rule: checkedRule(rule),
    chart: chart === undefined ? null : checkedChart(chart as NonNullable<Hypothesis["chart"]>),
    untestable: spec.untestable ?? null,
    registeredAs: spec.registeredAs ?? null,
    gate: spec.gate ?? false,
    note: spec.note ?? "",
  };
}

/** What a claim may say beside its words, before it is known to be of the right kind. */
type Options = Pick<
  HypothesisSpec<never, Grid>,
  "kind" | "vintage" | "untestable" | "registeredAs" | "note" | "gate"
> & {
  readonly [name in "test" | "rule" | "chart"]?: unknown;
} & { readonly reads?: readonly string[] };

function checkOptions(place: string, spec: Options): void {
  const { vintage, untestable, registeredAs, note, gate = false } = spec;
  const texts = Object.entries({ vintage, untestable, registeredAs, note });
  checkTexts(place, Object.fromEntries(texts.filter(([, text]) => text !== undefined)));
  checkFlag(`${place}: gate`, gate);
  checkReads(place, spec.reads);
  for (const name of ["test", "rule", "chart"] as const)
    if (spec[name] !== undefined) checkFunction(`${place}: ${name}`, spec[name]);
  if ([spec.test, untestable, registeredAs].every((way) => way === undefined))
    throw new InputError(
      `${place}: nothing decides it; give a test, or untestable with the reason, or registeredAs with a prediction`,
    );
  if (spec.kind === "prediction" && registeredAs === undefined)
    throw new InputError(
      `${place}: is a prediction that is not registered; give registeredAs with the id of a prediction({...})`,
    );
}

function checkGrid(place: string, grid: Grid): void {
  for (const [axis, choices] of Object.entries(grid)) {
    if (!Array.isArray(choices) || choices.length === 0)
      throw new InputError(`${place}: ${axis} has no choices; give at least one`);
    const other = choices.find((choice) => typeof choice !== "string");
    if (other !== undefined)
      throw new InputError(`${place}: ${axis} has ${described(other)}; give choices as texts`);
  }
}

/** A test whose failures, and whatever it gives instead of checks, are its author's to mend. */
function checkedTest(test: NonNullable<Hypothesis["test"]>): NonNullable<Hypothesis["test"]> {
  return (facts, cell) => checksBy("the test", () => test(facts, cell));
}

const ANSWERS: readonly unknown[] = ["supported", "partly", "refuted"] satisfies Answer[];

function checkedRule(rule: Rule): Rule {
  return (decided) => {
    const answer = authored("the rule", () => rule(decided));
    if (!ANSWERS.includes(answer))
      throw new InputError(
        `the rule gave ${described(answer)}; return "supported", "partly" or "refuted"`,
      );
    return answer;
  };
}

function checkedChart(chart: NonNullable<Hypothesis["chart"]>): NonNullable<Hypothesis["chart"]> {
  return (facts) => {
    const drawn: ClaimChart | undefined = authored("the chart", () => chart(facts));
    if (!isPath(drawn?.path))
      throw new InputError(
        `the chart gave ${described(drawn)}; return { title, unit, path } with a path of facts`,
      );
    for (const { value, label } of drawn!.levels ?? [])
      if (!Number.isFinite(value))
        throw new InputError(`the chart: level "${label}" is ${described(value)}; give a number`);
    return drawn!;
  };
}

/** Whether a value was made by `hypothesis({...})`. */
export function isHypothesis(value: unknown): value is Hypothesis {
  return typeof value === "object" && value !== null && HYPOTHESIS in value;
}
