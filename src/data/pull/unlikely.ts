import { type Day, formatDay } from "../../series/day.ts";
import type { Column } from "../../series/series.ts";
import type { Figures } from "../store/figures.ts";

/** Columns that are levels: as quoted, or restated after every dividend. */
export type Levels = ReadonlyMap<string, "quoted" | "adjusted">;

/** How far two figures of a day may part, as a share of them, and be the same. */
const SAME = 1e-6;
/** So many days of both tell a constant factor from a correction. */
const FEWEST = 3;
/** Within this share of each other two factors are one. */
const ONE_FACTOR = 1e-3;
/** A level that is restated, or moves in a row, stays within this factor. */
const FARTHEST = 5;
/** A day that parts by more than this factor, and not as its neighbour does, is uneven. */
const UNEVEN = 1.5;
const STEP = 1.05;
/** So many uneven days may be corrections. */
const MOST_UNEVEN = 3;
/** The most new shares for an old one. */
const MOST_SHARES = 50;
const BY_HAND = "if it is right, import it, or delete the file in the store and pull it again";

/**
 * Why a download would spoil a stored history, as a clause; undefined where it would not. A level of
 * nothing or less, another unit or currency (a constant factor that is no split), days that part unevenly,
 * a jump into the new rows, or levels that share no day, so that a factor between them would go unseen.
 */
export function unlikely(stored: Figures, got: Figures, levels: Levels): string | undefined {
  for (const [name, young] of got.columns) {
    const old = stored.columns.get(name);
    if (old === undefined) continue;
    const kind = levels.get(name);
    const shared = sharedOf(stored.days, old, got.days, young);
    const why =
      factorFault(shared, kind) ??
      (kind === undefined ? undefined : levelFault(stored.days, old, got.days, young, shared));
    if (why !== undefined) return `"${name}" ${why}; ${BY_HAND}`;
  }
  return undefined;
}

/** Whether levels of both are known, and none on a day of both. */
export function isApart(stored: Figures, got: Figures, levels: Levels): boolean {
  for (const [name, young] of got.columns) {
    const old = stored.columns.get(name);
    if (old === undefined || !levels.has(name)) continue;
    if (hasFigures(old) && hasFigures(young))
      if (sharedOf(stored.days, old, got.days, young).length === 0) return true;
  }
  return false;
}

interface Shared {
  readonly day: Day;
  readonly before: number;
  readonly now: number;
}

/** Days that are known in both. */
function sharedOf(
  oldDays: ArrayLike<Day>,
  old: Column,
  youngDays: ArrayLike<Day>,
  young: Column,
): Shared[] {
  const shared: Shared[] = [];
  let at = 0;
  for (let row = 0; row < youngDays.length; row += 1) {
    while (at < oldDays.length && oldDays[at]! < youngDays[row]!) at += 1;
    if (oldDays[at] !== youngDays[row]) continue;
    const [before, now] = [old[at]!, young[row]!];
    if (!Number.isNaN(before) && !Number.isNaN(now))
      shared.push({ day: oldDays[at]!, before, now });
  }
  return shared;
}

function levelFault(
  oldDays: ArrayLike<Day>,
  old: Column,
  youngDays: ArrayLike<Day>,
  young: Column,
  shared: readonly Shared[],
): string | undefined {
  if (shared.length === 0 && hasFigures(old) && hasFigures(young))
    return "shares no day with what is stored, and levels of two downloads do not join unseen";
  const lost = shared.find(({ before, now }) => before > 0 && now <= 0);
  if (lost !== undefined)
    return `is ${lost.now} on ${formatDay(lost.day)}, where ${lost.before} is stored`;
  return unevenFault(shared) ?? newRowFault(oldDays, old, youngDays, young);
}

function unevenFault(shared: readonly Shared[]): string | undefined {
  const ratios = shared.filter(({ before, now }) => before > 0 && now > 0);
  let uneven = 0;
  let far = 0;
  let first: Shared | undefined;
  for (let row = 0; row < ratios.length; row += 1) {
    const ratio = ratioOf(ratios[row]!);
    const isFar = beyond(ratio, FARTHEST) && !isSplit(ratio, 0.02);
    const isUneven =
      row > 0 && beyond(ratio, UNEVEN) && beyond(ratio / ratioOf(ratios[row - 1]!), STEP);
    if (isFar) far += 1;
    if (isUneven) uneven += 1;
    if (isFar || isUneven) first ??= ratios[row]!;
  }
  const isFarOff = far > MOST_UNEVEN || (far > 0 && far === ratios.length);
  if (!isFarOff && uneven <= MOST_UNEVEN) return undefined;
  return `parts from what is stored by much and unevenly, first on ${formatDay(first!.day)}: ${first!.before} before and ${first!.now} now`;
}

/** The rows after the last one stored, each against the level before it. */
function newRowFault(
  oldDays: ArrayLike<Day>,
  old: Column,
  youngDays: ArrayLike<Day>,
  young: Column,
): string | undefined {
  let end = old.length - 1;
  while (end >= 0 && Number.isNaN(old[end]!)) end -= 1;
  if (end < 0) return undefined;
  const lastDay = oldDays[end]!;
  let last = old[end]!;
  const known = new Set<Day>(Array.from(oldDays));
  const mayBeNothing = Array.from(old).some((value) => value <= 0);
  for (let row = 0; row < young.length; row += 1) {
    const value = young[row]!;
    const day = youngDays[row]!;
    if (Number.isNaN(value)) continue;
    if (value <= 0 && !mayBeNothing && !known.has(day))
      return `is ${value} on ${formatDay(day)}, a new row of a level`;
    if (day > lastDay && last > 0 && value > 0 && beyond(value / last, FARTHEST))
      return `goes from ${last} to ${value} on ${formatDay(day)}, by more than a factor of ${FARTHEST}`;
    if (day >= lastDay) last = value;
  }
  return undefined;
}

/** A constant factor on all days of both that is neither a split nor a dividend's. */
function factorFault(
  shared: readonly Shared[],
  kind: "quoted" | "adjusted" | undefined,
): string | undefined {
  const ratios = shared.filter(({ before, now }) => before !== 0 && now !== 0).map(ratioOf);
  const factor = ratios[0];
  if (factor === undefined || ratios.length < FEWEST || factor <= 0) return undefined;
  if (Math.abs(factor - 1) <= SAME || isSplit(factor, ONE_FACTOR)) return undefined;
  if (kind !== "quoted" && !beyond(factor, FARTHEST)) return undefined;
  if (ratios.some((ratio) => ratio <= 0 || beyond(ratio / factor, 1 + ONE_FACTOR)))
    return undefined;
  return `differs by a constant factor of ${Number(factor.toPrecision(4))}: the unit or currency is another`;
}

const ratioOf = ({ before, now }: Shared) => now / before;

/** Whether a factor is farther from one than another, up or down. */
function beyond(factor: number, bound: number): boolean {
  return factor > bound || factor < 1 / bound;
}

/** Whether a factor is that of a split: whole shares for one, or three for two and such, or the inverse. */
function isSplit(factor: number, within: number): boolean {
  const more = factor >= 1 ? factor : 1 / factor;
  if (more > MOST_SHARES * (1 + within)) return false;
  for (const parts of more < FARTHEST ? [1, 2, 3, 4] : [1]) {
    const whole = Math.round(more * parts);
    if (whole > parts && Math.abs((more * parts) / whole - 1) <= within) return true;
  }
  return false;
}

function hasFigures(column: Column): boolean {
  for (let row = 0; row < column.length; row += 1) if (!Number.isNaN(column[row]!)) return true;
  return false;
}
