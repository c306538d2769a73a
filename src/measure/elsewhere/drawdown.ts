import { formatDay, parseDay, weekdayOf } from "../../series/day.ts";
import { drawdowns, longestUnderWaterDays, maxDrawdown, underwater } from "../drawdown.ts";
import type { Sample } from "../sample.ts";
import type { Facts } from "./facts.ts";
import { type Definition, OURS } from "./reading.ts";

/** The deepest fall, a negative number. */
export function depthOf({ sample }: Facts): number {
  return maxDrawdown(underwater(sample.wealth));
}

export const DEEPEST: readonly Definition[] = [
  { tool: OURS, how: "every row, the base included, a negative number", of: depthOf },
  {
    tool: "Portfolio Visualizer",
    how: "month-ends only",
    of: (facts) => depthOf(facts.months()),
  },
  {
    tool: "LEAN",
    how: "rounded to three decimals, a positive number",
    of: (facts) => Math.round(Math.abs(depthOf(facts)) * 1000) / 1000,
  },
  {
    tool: "PerformanceAnalytics",
    how: "a positive number",
    of: (facts) => Math.abs(depthOf(facts)),
  },
];

/** Row of a day that is one of the sample's. */
function rowOf({ days }: Sample, date: string): number {
  const day = parseDay(date, "drawdown");
  return Array.from(days).indexOf(day);
}

function dayAt({ days }: Sample, row: number): string {
  return formatDay(days[row]!);
}

/** The day after the peak of the deepest fall, on the rows of the sample. */
function firstBelow({ sample, worst }: Facts): string | null {
  if (worst === undefined) return null;
  const depth = underwater(sample.wealth);
  let row = rowOf(sample, worst.trough);
  while (depth[row - 1]! < 0) row -= 1;
  return dayAt(sample, row);
}

/** The last day of the deepest fall on which wealth stood below the peak. */
function lastBelow({ sample, worst }: Facts): string | null {
  if (worst === undefined) return null;
  const { recovery } = worst;
  return dayAt(sample, recovery === null ? sample.days.length - 1 : rowOf(sample, recovery) - 1);
}

function lastDay({ sample }: Facts): string {
  return dayAt(sample, sample.days.length - 1);
}

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : parseDay(to, "end") - parseDay(from, "start");
}

/** Mondays to Fridays from one day to another, both counted. */
function weekdays(from: string, to: string): number {
  let count = 0;
  for (let day = parseDay(from, "start"); day <= parseDay(to, "end"); day += 1)
    if (weekdayOf(day) % 6 !== 0) count += 1;
  return count;
}

/** The day on which the deepest fall begins. */
export const FALL_FROM: readonly Definition[] = [
  { tool: OURS, how: "the day of the peak", of: ({ worst }) => worst?.peak ?? null },
  { tool: "quantstats, ffn", how: "the first day below the peak", of: firstBelow },
  { tool: "pyfolio", how: "the day of the peak", of: ({ worst }) => worst?.peak ?? null },
];

/** The day on which the deepest fall is over. */
export const FALL_TO: readonly Definition[] = [
  {
    tool: OURS,
    how: "the first day back at the peak or above it; none while open",
    of: ({ worst }) => worst?.recovery ?? null,
  },
  {
    tool: "quantstats",
    how: "the last day below the peak; the last of the data while open",
    of: lastBelow,
  },
  {
    tool: "ffn",
    how: "the first day back at the peak; the last of the data while open",
    of: (facts) => (facts.worst === undefined ? null : (facts.worst.recovery ?? lastDay(facts))),
  },
  {
    tool: "PerformanceAnalytics, pyfolio",
    how: "the first day back at the peak; none while open",
    of: ({ worst }) => worst?.recovery ?? null,
  },
];

/** How long the deepest fall lasts. */
export const FALL_DAYS: readonly Definition[] = [
  {
    tool: OURS,
    how: "calendar days from peak to recovery, to the end while open",
    of: ({ worst }) => worst?.days ?? null,
  },
  {
    tool: "quantstats",
    how: "calendar days from the first to the last below the peak, both counted",
    of: (facts) => {
      const days = daysBetween(firstBelow(facts), lastBelow(facts));
      return days === null ? null : days + 1;
    },
  },
  {
    tool: "ffn",
    how: "calendar days from the first below the peak to the recovery",
    of: (facts) =>
      facts.worst === undefined
        ? null
        : daysBetween(firstBelow(facts), facts.worst.recovery ?? lastDay(facts)),
  },
  {
    tool: "pyfolio",
    how: "Mondays to Fridays from peak to recovery, both counted; none while open",
    of: ({ worst }) =>
      worst === undefined || worst.recovery === null ? null : weekdays(worst.peak, worst.recovery),
  },
];

export const UNDER_WATER: readonly Definition[] = [
  {
    tool: OURS,
    how: "calendar days of the longest spell, an open one to the end",
    of: ({ sample }) => longestUnderWaterDays(sample.wealth, sample.days),
  },
  {
    tool: "LEAN (Drawdown Recovery)",
    how: "calendar days from trough to recovery, the longest recovered one",
    of: ({ sample }) =>
      drawdowns(sample.wealth, sample.days).reduce(
        (longest, { daysToRecovery }) => Math.max(longest, daysToRecovery ?? 0),
        0,
      ),
  },
];
