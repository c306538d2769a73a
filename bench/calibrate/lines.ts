import { breakIntervals } from "../../src/inference/break-interval.ts";
import { supF } from "../../src/inference/break-tests.ts";
import { cointegration } from "../../src/inference/cointegration.ts";
import { correlationInterval } from "../../src/inference/correlation-interval.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { defaultLags } from "../../src/measure/regression.ts";
import { baiPerron } from "../../src/regime/bai-perron.ts";
import type { Column } from "../../src/series/series.ts";
import { covers, type Note, pOf } from "./tally.ts";
import {
  answered,
  BENCHMARK,
  benchmarkOf,
  PER_YEAR,
  STRATEGY,
  strategyOf,
  type World,
} from "./world.ts";

/** Correlations, breaks and bonds between lines. */
export function checkLines(world: World, note: Note): void {
  const [b, a] = [benchmarkOf(world), strategyOf(world, BENCHMARK.mean)];
  checkCorrelation("months", a, b, defaultLags(world.months), note);
  checkCorrelation("overlapping years", yearly(a), yearly(b), PER_YEAR, note);
  checkBreak(world, b, note);
  const bond = cointegration(path(a), path(b));
  note("level", "cointegration, Engle-Granger", isUnknown(bond) ? null : bond.bound);
}

function checkCorrelation(of: string, a: Column, b: Column, lags: number, note: Note): void {
  const found = correlationInterval(a, b, lags);
  const { interval, fisher } = isUnknown(found) ? { interval: null, fisher: null } : found;
  note("coverage", `correlation of ${of}, delta method`, covers(interval, STRATEGY.correlation));
  note("coverage", `correlation of ${of}, Fisher`, covers(fisher, STRATEGY.correlation));
}

/** Sums of twelve months, one a month. */
function yearly(values: Column): Float64Array {
  const levels = path(values);
  return Float64Array.from(
    { length: levels.length - PER_YEAR },
    (_, t) => levels[t + PER_YEAR]! - levels[t]!,
  );
}

function path(changes: Column): Float64Array {
  const levels = new Float64Array(changes.length + 1);
  for (let t = 0; t < changes.length; t += 1) levels[t + 1] = levels[t]! + changes[t]!;
  return levels;
}

/** A break of the level of returns, in deviations. */
const BREAK = 0.75;

function checkBreak(world: World, returns: Float64Array, note: Note): void {
  const { options, months, seed } = world;
  const walk = path(returns);
  for (const noise of ["independent", "autocorrelated"] as const)
    for (const [title, values, model] of [
      ["a level of returns", returns, "level"],
      ["a trend of a random walk", walk, "trend"],
    ] as const) {
      const found = supF(values, { model, noise, resamples: options.breakResamples, seed });
      note("level", `break of ${title}, sup-F, ${noise} noise`, pOf(found));
    }
  const middle = Math.floor(months / 2);
  const step = BREAK * BENCHMARK.deviation;
  const broken = returns.map((r, t) => r + (t < middle ? 0 : step));
  note(
    "coverage",
    `date of a break of ${BREAK} deviations, where one is found`,
    dated(broken, middle),
  );
}

/** Whether the interval of the one break covers it; null where none is found. */
function dated(values: Column, truth: number): boolean | null {
  const [found] = breakIntervals(values, answered(baiPerron(values, { model: "level", most: 1 })));
  if (found === undefined || found.lower === null || found.upper === null) return null;
  return found.lower <= truth && truth <= found.upper;
}
