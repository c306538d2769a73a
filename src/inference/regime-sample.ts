import { InputError } from "../input/input-error.ts";
import { type Unknown, unknown } from "../input/unknown.ts";
import { CAUSAL, type CausalPeriods } from "../regime/labelled.ts";
import type { Column } from "../series/series.ts";
import { varies } from "./comparable.ts";

/** Returns with the state that was known when each began. */
export interface RegimeSample {
  readonly returns: Float64Array;
  /** The labels that occur, in the order of the regime. */
  readonly labels: readonly string[];
  /** Index into `labels` of each period; -1 where it has none. */
  readonly states: Int16Array;
  /** Periods of each label. */
  readonly counts: readonly number[];
}

/**
 * Stops labels that were known only afterwards: they were chosen by the outcome, and a p-value of them
 * means nothing. The compiler refuses them too.
 * @throws InputError naming the regime, why, and what may be done instead.
 */
export function requireCausal(periods: CausalPeriods, test: string): void {
  const { id, because } = periods as { readonly id?: string; readonly because?: string };
  if (periods.causal === true && periods[CAUSAL] === true) return;
  throw new InputError(
    `${id ?? "regime"}: ${because ?? "its labels were not known at the time"}, so ${test} would give a p-value to dates chosen by the outcome; test a rule made by regime({...}), or a change by its sup-F`,
  );
}

/**
 * The sample of a test, without the unlabelled periods before its first label and after its last.
 * Unknown where fewer than two labels occur at least twice, where a labelled return is missing, and
 * where returns do not differ.
 * @throws InputError for labels known only afterwards. @throws Error for lengths that differ.
 */
export function regimeSample(
  returns: Column,
  periods: CausalPeriods,
  test: string,
): RegimeSample | Unknown {
  requireCausal(periods, test);
  const { of, labels } = periods;
  if (returns.length !== of.length)
    throw new Error(`${returns.length} returns with ${of.length} states`);
  const labelled = Array.from(of.keys()).filter((t) => of[t]! >= 0);
  if (labelled.length === 0) return unknown(`no period is labelled by ${periods.id}`);
  const [from, to] = [labelled[0]!, labelled.at(-1)! + 1];
  const missing = labelled.find((t) => !Number.isFinite(returns[t]!));
  if (missing !== undefined) return unknown(`the return of period ${missing + 1} is not known`);
  const counts = labels.map((_, index) => labelled.filter((t) => of[t] === index).length);
  const present = labels.flatMap((label, index) => (counts[index]! > 0 ? [{ label, index }] : []));
  const [only] = present;
  if (present.length === 1) return unknown(`every labelled period is "${only!.label}"`);
  const once = present.find(({ index }) => counts[index]! < 2);
  if (once !== undefined) return unknown(`a single period is "${once.label}"`);
  const own = Float64Array.from({ length: to - from }, (_, t) => returns[from + t]!);
  if (!varies(own.filter((_, t) => of[from + t]! >= 0)))
    return unknown("the return is the same in every labelled period");
  const place = new Map(present.map(({ index }, at) => [index, at]));
  return {
    returns: own,
    labels: present.map(({ label }) => label),
    states: of.slice(from, to).map((state) => place.get(state) ?? -1),
    counts: present.map(({ index }) => counts[index]!),
  };
}

/**
 * How far states lie apart: of two, the first's value less the second's; of more, the largest difference
 * between any two.
 */
export function spread(values: ArrayLike<number>): number {
  if (values.length === 2) return values[0]! - values[1]!;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    least = Math.min(least, values[i]!);
    most = Math.max(most, values[i]!);
  }
  return most - least;
}

/** The mean return of each state. */
export function stateMeans({
  returns,
  states,
  counts,
}: Omit<RegimeSample, "labels">): Float64Array {
  const sums = new Float64Array(counts.length);
  for (let t = 0; t < states.length; t += 1) if (states[t]! >= 0) sums[states[t]!]! += returns[t]!;
  return sums.map((sum, state) => sum / counts[state]!);
}
