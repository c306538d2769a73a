import { type Day, formatDay } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";
import type { DrawdownEpisode } from "./measures.ts";
import { ROUNDING } from "./ratio.ts";

/** Wealth over its running maximum, less 1: zero at a peak, else negative. The base counts as a peak. */
export function underwater(wealth: Column): Float64Array {
  const depth = new Float64Array(wealth.length);
  let peak = 0;
  for (let t = 0; t < wealth.length; t += 1) {
    peak = Math.max(peak, wealth[t]!);
    const fall = wealth[t]! / peak - 1;
    depth[t] = fall < -ROUNDING ? fall : 0;
  }
  return depth;
}

/** The deepest point of an underwater curve, `min_t V_t / max_(s <= t) V_s - 1`: zero or negative. */
export function maxDrawdown(depth: Column): number {
  let deepest = 0;
  for (let t = 0; t < depth.length; t += 1) deepest = Math.min(deepest, depth[t]!);
  return deepest;
}

/** Rows of one fall: the first at its peak, the last at its peak, the trough, the recovery or null. */
interface Fall {
  readonly peak: number;
  readonly lastAtPeak: number;
  readonly trough: number;
  readonly recovery: number | null;
}

/**
 * The falls of an underwater curve in order of time. A peak held for several rows begins at the
 * first of them, or at the recovery from the fall before; of equal troughs the first counts.
 */
function falls(wealth: Column, depth: Column): Fall[] {
  const found: Fall[] = [];
  let peak = 0;
  let trough = -1;
  for (let t = 1; t < depth.length; t += 1) {
    if (depth[t]! < 0) {
      if (trough < 0) trough = t;
      else if (depth[t]! < depth[trough]!) trough = t;
      continue;
    }
    if (trough >= 0) found.push({ peak, ...edges(depth, trough), trough, recovery: t });
    if (trough >= 0 || wealth[t]! > wealth[peak]! * (1 + ROUNDING)) peak = t;
    trough = -1;
  }
  if (trough >= 0) found.push({ peak, ...edges(depth, trough), trough, recovery: null });
  return found;
}

function edges(depth: Column, trough: number): { lastAtPeak: number } {
  let row = trough;
  while (depth[row]! < 0) row -= 1;
  return { lastAtPeak: row };
}

/**
 * Every fall from a peak: the peak, the trough, and the first row back at the peak or above it, or
 * null while it is open. Deepest first, the earlier peak first among equals; lengths in calendar days.
 */
export function drawdowns(wealth: Column, days: Days): DrawdownEpisode[] {
  const depth = underwater(wealth);
  return falls(wealth, depth)
    .sort((a, b) => depth[a.trough]! - depth[b.trough]! || a.peak - b.peak)
    .map((fall) => episode(fall, depth[fall.trough]!, days));
}

function episode(fall: Fall, depth: number, days: Days): DrawdownEpisode {
  const peak: Day = days[fall.peak]!;
  const trough: Day = days[fall.trough]!;
  const recovery: Day | null = fall.recovery === null ? null : days[fall.recovery]!;
  return {
    depth,
    peak: formatDay(peak),
    trough: formatDay(trough),
    recovery: recovery === null ? null : formatDay(recovery),
    daysToTrough: trough - peak,
    daysToRecovery: recovery === null ? null : recovery - trough,
    days: (recovery ?? days[days.length - 1]!) - peak,
  };
}

/** Share of the rows after the base that lie below a former peak; 0 for a base alone. */
export function timeUnderWater(depth: Column): number {
  let below = 0;
  for (let t = 1; t < depth.length; t += 1) if (depth[t]! < 0) below += 1;
  return depth.length < 2 ? 0 : below / (depth.length - 1);
}

/**
 * The longest spell below a former peak in calendar days, from the last row at the peak to the
 * recovery; an open spell is counted to the last row.
 */
export function longestUnderWaterDays(wealth: Column, days: Days): number {
  let longest = 0;
  for (const fall of falls(wealth, underwater(wealth))) {
    const end = days[fall.recovery ?? days.length - 1]!;
    longest = Math.max(longest, end - days[fall.lastAtPeak]!);
  }
  return longest;
}

/** Ulcer index: root mean square depth over the rows after the base (Martin and McCann 1989). */
export function ulcer(depth: Column): number {
  let squares = 0;
  for (let t = 1; t < depth.length; t += 1) squares += depth[t]! ** 2;
  return depth.length < 2 ? 0 : Math.sqrt(squares / (depth.length - 1));
}

/** Pain index: mean depth, as a positive number, over the rows after the base (Becker 2006). */
export function pain(depth: Column): number {
  let sum = 0;
  for (let t = 1; t < depth.length; t += 1) sum -= depth[t]!;
  return depth.length < 2 ? 0 : sum / (depth.length - 1);
}
