import { type BootstrapSummary, bootstrap } from "../../src/inference/bootstrap.ts";
import { logReturns, type Statistic } from "../../src/inference/bootstrap-statistics.ts";
import { blockSum } from "../../src/inference/bootstrap-sums.ts";
import type { Draws } from "../../src/inference/draws.ts";
import { startDates } from "../../src/inference/start-dates.ts";
import { isUnknown, type Unknown } from "../../src/input/unknown.ts";
import type { Column } from "../../src/series/series.ts";
import { covers, type Note, type Table } from "./tally.ts";
import {
  answered,
  BENCHMARK,
  benchmarkOf,
  blockOf,
  drawsOf,
  GAIN,
  PER_YEAR,
  simple,
  strategyOf,
  type World,
} from "./world.ts";

/** Growth beyond the benchmark's and start dates; the simulated columns are log returns. */
export function checkGrowth(world: World, note: Note): void {
  checkDifference(world, 0, note);
  checkDifference(world, GAIN.growth, note);
}

/** `gain` of log growth a year. */
function checkDifference(world: World, gain: number, note: Note): void {
  const theirs = benchmarkOf(world);
  const mine = strategyOf(world, BENCHMARK.mean + gain / PER_YEAR);
  const [a, b] = [simple(mine), simple(theirs)];
  const draws = drawsOf(world, "stationary", blockOf("stationary", a, b));
  const found = bootstrap(growthBeyond(a, b), world.months, draws, {
    count: world.options.resamples,
  });
  const excludesZero = isUnknown(found) ? null : !covers(found.percentile, 0);
  const title = "growth difference, percentile interval without 0";
  if (gain === 0) noteCoverage(found, note);
  else note("power", title, excludesZero);
  checkStarts(world, { mine, theirs, draws }, gain === 0 ? "threshold" : "power", note);
}

function noteCoverage(found: BootstrapSummary | Unknown, note: Note): void {
  const of = (which: "percentile" | "basic") => (isUnknown(found) ? null : covers(found[which], 0));
  note("coverage", "growth difference, percentile", of("percentile"));
  note("coverage", "growth difference, basic", of("basic"));
}

/** As the report says it: `relative wealth^(1 / years) - 1`. */
function growthBeyond(a: Column, b: Column): Statistic {
  const [mine, theirs] = [blockSum(logReturns(a)), blockSum(logReturns(b))];
  const years = a.length / PER_YEAR;
  return (draw) => Math.expm1((mine(draw) - theirs(draw)) / years);
}

const MINIMUM_YEARS = 5;

interface Sides {
  readonly mine: Column;
  readonly theirs: Column;
  readonly draws: Draws | Unknown;
}

function checkStarts(world: World, { mine, theirs, draws }: Sides, table: Table, note: Note): void {
  const relative = new Float64Array(world.months + 1).fill(1);
  for (let t = 0; t < world.months; t += 1)
    relative[t + 1] = relative[t]! * Math.exp(mine[t]! - theirs[t]!);
  const found = answered(
    startDates(relative, {
      perYear: PER_YEAR,
      minimumYears: MINIMUM_YEARS,
      rollingYears: [MINIMUM_YEARS],
      draws,
      resamples: world.options.resamples,
    }),
  );
  const rolling = found.rolling[0]!.wins;
  note(table, "more than two thirds of the start dates won", found.starts.share > 2 / 3);
  for (const [title, wins] of [
    ["share of start dates won, band", found.starts],
    ["share of five-year windows won, band", rolling],
  ] as const) {
    const inside = isUnknown(wins) ? null : covers(wins.band, wins.share);
    if (table === "threshold") note("coverage", title, inside);
    else note("power", `${title} left`, inside === null ? null : !inside);
  }
}
