import type { Column } from "../series/series.ts";
import type { Turn } from "./turns.ts";

/** Parameters of the dating, in months but for `big`. */
export interface PaganSossounov {
  /** An extreme is one among so many months on either side. Default 8. */
  readonly window: number;
  /** Months at either end in which no turn is dated. Default 6. */
  readonly censor: number;
  /** The shortest bull or bear market. Default 4. */
  readonly phase: number;
  /** The shortest way from peak to peak or trough to trough. Default 16. */
  readonly cycle: number;
  /** A market shorter than `phase` stays when its price moved by more than this fraction. Default 0.2. */
  readonly big: number;
}

const STANDARD: PaganSossounov = { window: 8, censor: 6, phase: 4, cycle: 16, big: 0.2 };

type Dated = Pick<Turn, "kind" | "row">;

/**
 * Turns of bull and bear markets in monthly prices (Pagan and Sossounov 2003): extremes within a window,
 * made to alternate, without too short cycles and without too short markets unless they moved far.
 * Later months can still undo a turn, so it is confirmed on the first month whose dating, made of the
 * months so far, contains it. None for a constant or a short series.
 */
export function paganSossounov(prices: Column, options: Partial<PaganSossounov> = {}): Turn[] {
  const given = { ...STANDARD, ...options };
  const all = Array.from(prices);
  const datedBy = (row: number, turn: Dated) =>
    dated(all.slice(0, row + 1), given).some((one) => one.row === turn.row);
  return dated(all, given).map((turn) => {
    let confirmed = turn.row + given.censor;
    while (confirmed < all.length - 1 && !datedBy(confirmed, turn)) confirmed += 1;
    return { ...turn, confirmed };
  });
}

function dated(prices: Column, given: PaganSossounov): Dated[] {
  const last = prices.length - 1;
  const candidates = extremes(prices, given.window).filter(
    ({ row }) => row >= given.censor && row <= last - given.censor,
  );
  const alternating = trimmed(prices, alternated(prices, candidates));
  return withoutShortPhases(prices, withoutShortCycles(prices, alternating, given), given);
}

function extremes(prices: Column, window: number): Dated[] {
  const found: Dated[] = [];
  for (let row = 0; row < prices.length; row += 1) {
    if (isExtreme(prices, row, window, 1)) found.push({ kind: "peak", row });
    else if (isExtreme(prices, row, window, -1)) found.push({ kind: "trough", row });
  }
  return found;
}

/** Beyond all values before, and beyond or equal to all values after: the first of ties wins. */
function isExtreme(prices: Column, row: number, window: number, sign: 1 | -1): boolean {
  const value = sign * prices[row]!;
  for (let s = Math.max(0, row - window); s < row; s += 1)
    if (!(value > sign * prices[s]!)) return false;
  for (let s = Math.min(prices.length - 1, row + window); s > row; s -= 1)
    if (!(value >= sign * prices[s]!)) return false;
  return true;
}

/** True where the turn `a` is more extreme than `b`, which is of its kind. */
function beyond(prices: Column, a: Dated, b: Dated): boolean {
  const sign = a.kind === "peak" ? 1 : -1;
  return sign * prices[a.row]! > sign * prices[b.row]!;
}

/** Of neighbours of one kind the most extreme, the first of equals. */
function alternated(prices: Column, turns: readonly Dated[]): Dated[] {
  const kept: Dated[] = [];
  for (const turn of turns) {
    const before = kept.at(-1);
    if (before?.kind !== turn.kind) kept.push(turn);
    else if (beyond(prices, turn, before)) kept[kept.length - 1] = turn;
  }
  return kept;
}

/** Without first and last turns that a value outside them outdoes. */
function trimmed(prices: Column, turns: readonly Dated[]): Dated[] {
  const kept = [...turns];
  const outdone = (turn: Dated, from: number, to: number) => {
    for (let row = from; row < to; row += 1)
      if (beyond(prices, { kind: turn.kind, row }, turn)) return true;
    return false;
  };
  while (kept.length > 0 && outdone(kept[0]!, 0, kept[0]!.row)) kept.shift();
  while (kept.length > 0 && outdone(kept.at(-1)!, kept.at(-1)!.row + 1, prices.length)) kept.pop();
  return kept;
}

/** Drops the less extreme of two turns of one kind that stand too close, until none do. */
function withoutShortCycles(
  prices: Column,
  turns: readonly Dated[],
  { cycle }: PaganSossounov,
): Dated[] {
  let kept = [...turns];
  for (let at = 0; at + 2 < kept.length; ) {
    const [a, b] = [kept[at]!, kept[at + 2]!];
    if (b.row - a.row >= cycle) at += 1;
    else {
      const dropped = beyond(prices, b, a) ? a : b;
      kept = alternated(
        prices,
        kept.filter((turn) => turn !== dropped),
      );
      at = 0;
    }
  }
  return kept;
}

/** Drops both turns of a market that was short and moved little, until none are left. */
function withoutShortPhases(
  prices: Column,
  turns: readonly Dated[],
  { phase, big }: PaganSossounov,
): Dated[] {
  let kept = [...turns];
  for (let at = 0; at + 1 < kept.length; ) {
    const [a, b] = [kept[at]!, kept[at + 1]!];
    const moved = Math.abs(prices[b.row]! / prices[a.row]! - 1);
    if (b.row - a.row >= phase || moved > big) at += 1;
    else {
      kept = alternated(
        prices,
        kept.filter((turn) => turn !== a && turn !== b),
      );
      at = 0;
    }
  }
  return kept;
}
