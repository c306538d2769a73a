import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { quantile, sorted } from "../measure/quantile.ts";
import { ROUNDING } from "../measure/ratio.ts";
import type { Column } from "../series/series.ts";
import { varies } from "./comparable.ts";
import { type Draw, type Draws, ofRows } from "./draws.ts";
import { type Interval, percentileInterval } from "./interval.ts";

/** In how many windows a strategy came out ahead of its benchmark, and what chance would make of it. */
export interface WinShare {
  /** A window is won where relative wealth grew over it. */
  readonly share: number;
  readonly windows: number;
  /** Windows that do not overlap: periods of the record over the (mean) periods of a window. */
  readonly effective: number;
  /** 95 % of the shares in resampled records in which both grow alike. */
  readonly band: Interval | Unknown;
}

/** How far the answer hangs on the day on which one began, and on the day on which one looked. */
export interface StartDates {
  /** Every start with at least `minimumYears` left, up to the last row. */
  readonly starts: WinShare;
  /** Every window of a number of years; unknown for a record that is shorter. */
  readonly rolling: readonly { readonly years: number; readonly wins: WinShare | Unknown }[];
  /** The share of starts that won, over all ends with at least `minimumYears` before them. */
  readonly ends: { readonly lowest: number; readonly median: number; readonly highest: number };
  /** The share of all pairs of a start and an end at least `minimumYears` apart. */
  readonly pairs: number;
}

export interface StartDatesOptions {
  readonly perYear: number;
  /** Years that a window has at the least. */
  readonly minimumYears: number;
  /** Lengths of the rolling windows. */
  readonly rollingYears: readonly number[];
  /** For the bands; unknown where the sample is too short for them. */
  readonly draws: Draws | Unknown;
  readonly resamples: number;
}

/** A way to count wins on a path of log relative wealth. */
interface Count {
  readonly windows: number;
  readonly periods: number;
  readonly wins: (path: Float64Array) => number;
}

/**
 * Win shares of relative wealth (strategy over benchmark, rows 0 to n, the same in every numeraire). The
 * bands resample its log changes less their mean: what a strategy that grows as its benchmark does shows
 * of itself. Unknown where no window fits or the two never part.
 */
export function startDates(relative: Column, options: StartDatesOptions): StartDates | Unknown {
  const { perYear, minimumYears, rollingYears } = options;
  const path = logPath(relative);
  if (isUnknown(path)) return path;
  const n = path.length - 1;
  const least = Math.max(1, Math.round(minimumYears * perYear));
  if (n < least)
    return unknown(`no start has ${least} periods left in a record of ${Math.max(0, n)}`);
  if (path.every((level) => Math.abs(level - path[0]!) < ROUNDING))
    return unknown("the strategy and its benchmark are worth the same throughout");
  const rolling = rollingYears.map((years) =>
    rollingCount(n, Math.max(1, Math.round(years * perYear))),
  );
  const counts = [startCount(n, least), ...rolling.filter((count) => count.windows > 0)];
  const shares = winShares(path, counts, options);
  return {
    starts: shares.get(counts[0]!)!,
    rolling: rolling.map((count, i) => ({
      years: rollingYears[i]!,
      wins:
        shares.get(count) ?? unknown(`a record of ${n} periods has no window of ${count.periods}`),
    })),
    ...overEnds(path, least),
  };
}

function logPath(relative: Column): Float64Array | Unknown {
  const path = new Float64Array(relative.length);
  for (let row = 0; row < path.length; row += 1) {
    path[row] = Math.log(relative[row]!);
    if (!Number.isFinite(path[row]!))
      return unknown(`relative wealth is not a positive number in row ${row}: one side was ruined`);
  }
  return path;
}

function startCount(n: number, least: number): Count {
  const windows = n - least + 1;
  return { windows, periods: (n + least) / 2, wins: (path) => winsUpTo(path, n, least) };
}

/** Starts at least `least` rows before an end, from which relative wealth grew up to it. */
function winsUpTo(path: Float64Array, end: number, least: number): number {
  let wins = 0;
  for (let start = 0; start <= end - least; start += 1)
    wins += path[end]! - path[start]! > ROUNDING ? 1 : 0;
  return wins;
}

function rollingCount(n: number, periods: number): Count {
  const windows = Math.max(0, n - periods + 1);
  const wins = (path: Float64Array) => {
    let count = 0;
    for (let start = 0; start < windows; start += 1)
      count += path[start + periods]! - path[start]! > ROUNDING ? 1 : 0;
    return count;
  };
  return { windows, periods, wins };
}

function winShares(
  path: Float64Array,
  counts: readonly Count[],
  options: StartDatesOptions,
): Map<Count, WinShare> {
  const bands = bandsOf(path, counts, options);
  const share = (count: Count, i: number): WinShare => ({
    share: count.wins(path) / count.windows,
    windows: count.windows,
    effective: (path.length - 1) / count.periods,
    band: isUnknown(bands) ? bands : percentileInterval(bands[i]!.sort()),
  });
  return new Map(counts.map((count, i) => [count, share(count, i)]));
}

/** Shares of wins on resampled paths without growth, a column for each count. */
function bandsOf(
  path: Float64Array,
  counts: readonly Count[],
  { draws, resamples }: StartDatesOptions,
): Float64Array[] | Unknown {
  if (isUnknown(draws)) return draws;
  const changes = changesLessMean(path);
  if (!varies(changes)) return unknown("relative wealth grows by the same in every period");
  const shares = counts.map(() => new Float64Array(resamples));
  const resampled = new Float64Array(path.length);
  for (let k = 0; k < resamples; k += 1) {
    walk(resampled, changes, ofRows(draws(k), changes.length));
    for (const [i, { wins, windows }] of counts.entries())
      shares[i]![k] = wins(resampled) / windows;
  }
  return shares;
}

function changesLessMean(path: Float64Array): Float64Array {
  const n = path.length - 1;
  const drift = (path[n]! - path[0]!) / n;
  return Float64Array.from({ length: n }, (_, t) => path[t + 1]! - path[t]! - drift);
}

/** Fills a path with the sums of the changes that a draw takes, one after another. */
function walk(path: Float64Array, changes: Float64Array, draw: Draw): void {
  const { blocks, starts, lengths, length } = draw;
  let level = path[0]!;
  let t = 0;
  for (let block = 0; block < blocks; block += 1) {
    let row = starts[block]!;
    for (let left = lengths[block]!; left > 0; left -= 1) {
      level += changes[row]!;
      t += 1;
      path[t] = level;
      row = row + 1 === length ? 0 : row + 1;
    }
  }
}

function overEnds(path: Float64Array, least: number): Pick<StartDates, "ends" | "pairs"> {
  const ends = path.length - least;
  const shares = new Float64Array(ends);
  let [wins, pairs] = [0, 0];
  for (let i = 0; i < ends; i += 1) {
    const won = winsUpTo(path, least + i, least);
    shares[i] = won / (i + 1);
    wins += won;
    pairs += i + 1;
  }
  const ascending = sorted(shares);
  return {
    ends: {
      lowest: ascending[0]!,
      median: quantile(ascending, 0.5),
      highest: ascending[ends - 1]!,
    },
    pairs: wins / pairs,
  };
}
