import type { Findings } from "../../study/findings.ts";
import { type Change, changesIn, paired } from "./changes.ts";

/** Kinds of causes, in the order in which they are told. */
export const CAUSES = [
  "options",
  "period",
  "data",
  "code",
  "assumptions",
  "seed",
  "portfolio",
  "unit",
  "regime",
  "claim",
  "prediction",
  "words",
] as const;

/** Something that a run was given and that another was not: what may have moved the results. */
export interface Cause {
  readonly kind: (typeof CAUSES)[number];
  /** Id of the series, portfolio, claim ... that it is of; null where there is one alone. */
  readonly of: string | null;
  readonly changes: readonly Change[];
  /** Changed series that it is derived from: with them it changes of itself. */
  readonly derivedFrom: readonly string[];
}

/** All that differs in what two runs were given, in the order of `CAUSES`. */
export function causesOf(before: Findings, after: Findings): Cause[] {
  const all: Cause[] = [
    ...one("options", before.study.options.join(" "), after.study.options.join(" ")),
    ...one("period", periodOf(before), periodOf(after)),
    ...dataCauses(before, after),
    ...codeCauses(before, after),
    ...one("assumptions", assumptionsOf(before), assumptionsOf(after)),
    ...one("seed", seedOf(before), seedOf(after)),
    ...each("portfolio", before.portfolios, after.portfolios, portfolioOf),
    ...each("unit", before.numeraires, after.numeraires, (unit) => unit),
    ...each("regime", before.regimes, after.regimes, ({ title, question, causal, note }) => ({
      ...{ title, question, causal, note },
    })),
    ...each("claim", before.hypotheses, after.hypotheses, claimOf),
    ...each("prediction", before.predictions, after.predictions, predictionOf),
    ...one("words", wordsOf(before), wordsOf(after)),
  ];
  return all;
}

function one(kind: Cause["kind"], before: unknown, after: unknown, field = ""): Cause[] {
  const changes = changesIn(before, after, field);
  return changes.length === 0 ? [] : [{ kind, of: null, changes, derivedFrom: [] }];
}

/** A cause for each entry that differs in what it was given; one that came or went is told by its name. */
function each<T extends { readonly id: string }>(
  kind: Cause["kind"],
  before: readonly T[],
  after: readonly T[],
  given: (entry: T) => unknown,
): Cause[] {
  return paired(before, after, ({ id }) => id).flatMap(({ key, before, after }) => {
    const changes =
      before === undefined || after === undefined
        ? [presence(kind, before, after)]
        : changesIn(given(before), given(after));
    return changes.length === 0 ? [] : [{ kind, of: key, changes, derivedFrom: [] }];
  });
}

function presence(kind: string, before: unknown, after: unknown): Change {
  const nameOf = (entry: unknown) => {
    if (entry === undefined) return null;
    const { title, claim, id } = entry as { title?: string; claim?: string; id: string };
    return title ?? claim ?? id;
  };
  return { field: kind, before: nameOf(before), after: nameOf(after) };
}

function periodOf({ period }: Findings) {
  const { from, to, frequency, periods, perYear, endedBy } = period;
  return { from, to, frequency, periods, perYear, endedBy };
}

/** Figures by their hashes; a series is derived from changed ones where its own inputs changed. */
function dataCauses(before: Findings, after: Findings): Cause[] {
  const changed = each("data", before.inputs, after.inputs, ({ title: _, ...input }) => input);
  const ids = new Set(changed.map(({ of }) => of));
  const inputs = new Map(after.inputs.map((input) => [input.id, input.inputs]));
  const spliced = paired(before.splices, after.splices, ({ series }) => series).flatMap(
    ({ key, before, after }) => {
      const changes = changesIn(before?.parts, after?.parts, "parts");
      return changes.length === 0 ? [] : [{ of: key, changes }];
    },
  );
  const all = changed.map((cause) => ({
    ...cause,
    derivedFrom: (inputs.get(cause.of ?? "") ?? []).filter((id) => ids.has(id)),
    changes: [...cause.changes, ...(spliced.find(({ of }) => of === cause.of)?.changes ?? [])],
  }));
  const others = spliced
    .filter(({ of }) => !ids.has(of))
    .map(({ of, changes }): Cause => ({ kind: "data", of, changes, derivedFrom: [] }));
  return [...all, ...others].sort((a, b) => a.derivedFrom.length - b.derivedFrom.length);
}

/** Only where both runs say what they were made with: that one does not is no change. */
function codeCauses({ code: before }: Findings, { code: after }: Findings): Cause[] {
  return before && after ? one("code", codeOf(before), codeOf(after)) : [];
}

function codeOf({ version, files }: NonNullable<Findings["code"]>) {
  return { assay: version, ...files };
}

function assumptionsOf({ assumptions }: Findings) {
  const { seed: _, ...rest } = assumptions;
  return rest;
}

function seedOf({ assumptions, inference }: Findings) {
  return { seed: assumptions.seed, resamples: inference.resamples };
}

function portfolioOf({ title, role, weights, rebalance, lag }: Findings["portfolios"][number]) {
  return { title, role, weights: weights ?? "a function", rebalance, lag };
}

function claimOf({ claim, where, kind, vintage, gate, claimed, grid, reads }: Claim) {
  return { claim, where, kind, vintage, gate, claimed, choices: grid.axes, reads };
}

type Claim = Findings["hypotheses"][number];

function predictionOf(prediction: Findings["predictions"][number]) {
  const { claim, where, registered, due, definition, stated } = prediction;
  return { claim, where, registered, due, definition, stated };
}

function wordsOf({ study }: Findings) {
  const { options: _, ...words } = study;
  return words;
}
