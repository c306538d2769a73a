import type { WealthPath } from "../backtest/ledger.ts";
import { STILL } from "../inference/comparable.ts";
import type { Column } from "../series/series.ts";
import { endOf } from "./other-books.ts";
import type { Trial } from "./trials.ts";

/** A trial at the ends of months, in the currency of the books. */
export interface MonthlyTrial {
  readonly id: string;
  readonly title: string;
  /** The strategy of the study that it is; null for one that is not shown. */
  readonly shownAs: string | null;
  /** Returns over the riskless rate; after ruin there is nothing that could earn one, and each is 0. */
  readonly excess: Float64Array;
  /** Wealth at the end over wealth at the beginning. */
  readonly multiple: number;
  /** Logarithms of one plus each return; null for a ruined one. */
  readonly logs: Float64Array | null;
}

/** Months that trials are read by. */
export interface TrialMonths {
  /** Rows of the run that end one. */
  readonly rows: readonly number[];
  /** Riskless return of each, in the currency of the books. */
  readonly riskless: Column;
}

/**
 * Everything that was tried: the family, and after it each strategy that is not one of its members under
 * another name. A member with the returns of a strategy is that strategy, and counts once.
 */
export function monthlyTrials(
  family: readonly Trial[],
  strategies: readonly Trial[],
  months: TrialMonths,
): MonthlyTrial[] {
  const shown = strategies.map((one) => ({ ...monthlyTrial(one, months), shownAs: one.id }));
  const members = family.map((one) => {
    const member = monthlyTrial(one, months);
    return { ...member, shownAs: shown.find((other) => areTwins(other, member))?.id ?? null };
  });
  const known = new Set(members.map(({ shownAs }) => shownAs));
  return [...members, ...shown.filter(({ id }) => !known.has(id))];
}

function areTwins(a: MonthlyTrial, b: MonthlyTrial): boolean {
  return a.excess.every((value, t) => Math.abs(value - b.excess[t]!) < STILL);
}

function monthlyTrial({ id, title, path }: Trial, { rows, riskless }: TrialMonths): MonthlyTrial {
  const wealth = wealthAt(path, rows);
  const times = Float64Array.from(riskless, (_, t) =>
    wealth[t] === 0 ? 0 : wealth[t + 1]! / wealth[t]!,
  );
  const isRuined = path.ruin !== undefined;
  return {
    id,
    title,
    shownAs: null,
    excess: times.map((value, t) => (wealth[t] === 0 ? 0 : value - 1 - riskless[t]!)),
    multiple: wealth[wealth.length - 1]! / wealth[0]!,
    logs: isRuined ? null : times.map(Math.log),
  };
}

/** Wealth on some rows; zero from a ruin on, whatever was owed. */
function wealthAt(path: WealthPath, rows: readonly number[]): Float64Array {
  const end = path.ruin === undefined ? Number.POSITIVE_INFINITY : endOf(path);
  return Float64Array.from(rows, (row) => (row >= end ? 0 : path.wealth[row]!));
}
