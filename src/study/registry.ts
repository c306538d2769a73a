import { hashOfText } from "../data/hash.ts";
import type { Findings, RegistryFinding } from "./findings.ts";

/** One run as the registry keeps it: enough to see later whether anything was changed afterwards. */
export interface RegistryEntry {
  /** From 1. */
  readonly entry: number;
  /** Hash of the entry before; null for the first. */
  readonly previous: string | null;
  readonly study: string;
  /** Of the files that the study is written in. */
  readonly studyHash: string;
  readonly version: string;
  readonly options: readonly string[];
  readonly seed: number;
  /** First and last day, and the frequency. */
  readonly period: readonly [string, string, string];
  /** Hash of the figures, by series. */
  readonly data: Readonly<Record<string, string>>;
  /** Every strategy and variant that was tried. */
  readonly variants: readonly string[];
  readonly verdicts: Readonly<Record<string, string>>;
  readonly predictions: Readonly<Record<string, RegisteredPrediction>>;
  /** SHA-256 of all of the above. */
  readonly hash: string;
}

/** A prediction as it was registered: in words, and by a hash of everything that it says and measures. */
interface RegisteredPrediction {
  readonly definition: string;
  readonly outcome: string;
  readonly claim: string;
  readonly tests: readonly {
    readonly title: string;
    readonly due: string;
    readonly expects: string;
  }[];
}

/** What a run is registered under beside its findings. */
export interface RunIdentity {
  readonly studyHash: string;
  readonly version: string;
}

/** The registry with a run added at its end, unless the last entry is of the very same run. */
export function registered(
  entries: readonly RegistryEntry[],
  findings: Findings,
  identity: RunIdentity,
): { readonly entries: readonly RegistryEntry[]; readonly finding: RegistryFinding } {
  const content = contentOf(findings, identity);
  const last = entries.at(-1);
  const isRepeated = last !== undefined && sameRun(last, content);
  const all = isRepeated ? entries : [...entries, chained(last, content)];
  const { entry, hash } = all.at(-1)!;
  const mine = all.filter(({ study }) => study === findings.study.id);
  const ids = Object.keys(content.predictions);
  const since = Object.fromEntries(
    ids.map((id) => [id, firstWith(mine, id, content.predictions[id]!.definition)]),
  );
  const changed = ids.flatMap((id) => {
    const first = mine.find(({ predictions }) => predictions[id] !== undefined)!.entry;
    return first === since[id] ? [] : [{ id, first, now: since[id]! }];
  });
  const removed = removedFrom(mine, ids);
  const other = mine.findLast(({ studyHash }) => studyHash !== identity.studyHash);
  const filesSince =
    other === undefined ? null : mine.find((one) => one.entry > other.entry)!.entry;
  return {
    entries: all,
    finding: { entry, hash, isRepeated, since, changed, filesSince, removed },
  };
}

/** Predictions that some entry of a study has and that are not among these ids, with the last that has them. */
function removedFrom(
  entries: readonly RegistryEntry[],
  ids: readonly string[],
): RegistryFinding["removed"] {
  const last = new Map(
    entries.flatMap(({ entry, predictions }) =>
      Object.keys(predictions).map((id) => [id, entry] as const),
    ),
  );
  return [...last].filter(([id]) => !ids.includes(id)).map(([id, last]) => ({ id, last }));
}

/** What is wrong with a chain, in words naming the entry, or null where it is whole. */
export function brokenAt(entries: readonly RegistryEntry[]): string | null {
  for (const [at, one] of entries.entries()) {
    const { hash, ...rest } = one;
    if (one.entry !== at + 1) return `entry ${at + 1} is numbered ${one.entry}`;
    if (one.previous !== (entries[at - 1]?.hash ?? null))
      return `entry ${one.entry} does not follow from the one before it`;
    if (hash !== hashOfText(JSON.stringify(rest)))
      return `entry ${one.entry} was changed after it was written`;
  }
  return null;
}

type Content = Omit<RegistryEntry, "entry" | "previous" | "hash">;

function contentOf(findings: Findings, { studyHash, version }: RunIdentity): Content {
  const { study, assumptions, period, inputs, trials, hypotheses, predictions } = findings;
  return {
    study: study.id,
    studyHash,
    version,
    options: study.options,
    seed: assumptions.seed,
    period: [period.from, period.to, period.frequency],
    data: Object.fromEntries(inputs.map(({ id, sha256 }) => [id, sha256])),
    variants: trials.variants.map(({ id }) => id),
    verdicts: Object.fromEntries(hypotheses.map(({ id, outcome }) => [id, outcome])),
    predictions: Object.fromEntries(
      predictions.map(({ id, definition, outcome, claim, tests }) => [
        id,
        {
          ...{ definition, outcome, claim },
          tests: tests.map(({ title, due, expects }) => ({ title, due, expects })),
        },
      ]),
    ),
  };
}

function chained(last: RegistryEntry | undefined, content: Content): RegistryEntry {
  const entry = (last?.entry ?? 0) + 1;
  const rest = { entry, previous: last?.hash ?? null, ...content };
  return { ...rest, hash: hashOfText(JSON.stringify(rest)) };
}

function sameRun({ entry: _, previous: __, hash: ___, ...content }: RegistryEntry, other: Content) {
  return JSON.stringify(content) === JSON.stringify(other);
}

function firstWith(entries: readonly RegistryEntry[], id: string, definition: string): number {
  return entries.find(({ predictions }) => predictions[id]?.definition === definition)!.entry;
}
