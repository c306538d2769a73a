import type { Uniform } from "../../src/inference/random.ts";
import { stateIntervals } from "../../src/inference/regime-intervals.ts";
import { pathTest } from "../../src/inference/regime-paths.ts";
import { pairBootstrap, rotation, stateRegression } from "../../src/inference/regime-tests.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { CAUSAL, type CausalPeriods } from "../../src/regime/labelled.ts";
import type { Column } from "../../src/series/series.ts";
import { covers, type Note, pOf, type Table } from "./tally.ts";
import {
  answered,
  BENCHMARK,
  benchmarkOf,
  blockOf,
  drawsOf,
  PER_YEAR,
  simple,
  type World,
} from "./world.ts";

/** A state lasts 20 months on average. */
const STAY = 0.95;
/** Difference of the states' means a year, where there is one. */
const APART = 0.1;

const LABELS = ["one", "other"];

/** Tests between two states that last, drawn without regard to returns; and a rule made of the prices. */
export function checkStates(world: World, note: Note): void {
  const periods = periodsOf(chain(world.months, world.uniform));
  const returns = benchmarkOf(world);
  checkDifference(world, returns, periods, "level", note);
  const apart = returns.map((r, t) => r + (periods.of[t] === 0 ? APART / PER_YEAR : 0));
  checkDifference(world, apart, periods, "power", note);
  checkIntervals(world, returns, periods, note);
  if (world.law !== "autoregressive") checkOwnRule(world, note);
}

function periodsOf(of: Int16Array): CausalPeriods {
  return { [CAUSAL]: true, causal: true, id: "simulated", labels: LABELS, of, latest: undefined };
}

function chain(months: number, uniform: Uniform): Int16Array {
  const states = new Int16Array(months);
  states[0] = uniform() < 0.5 ? 0 : 1;
  for (let t = 1; t < months; t += 1)
    states[t] = uniform() < STAY ? states[t - 1]! : 1 - states[t - 1]!;
  return states;
}

function checkDifference(
  world: World,
  returns: Column,
  periods: CausalPeriods,
  table: Table,
  note: Note,
): void {
  const draws = drawsOf(world, "stationary", blockOf("stationary", returns, returns));
  const { resamples } = world.options;
  note(table, "states, rotation", pOf(rotation(returns, periods)));
  note(table, "states, bootstrap of pairs", pOf(pairBootstrap(returns, periods, draws, resamples)));
  note(table, "states, Newey-West regression", pOf(stateRegression(returns, periods)));
}

function checkIntervals(world: World, returns: Column, periods: CausalPeriods, note: Note): void {
  const meanBlock = answered(blockOf("stationary", returns, returns));
  const { resamples } = world.options;
  const [one] = stateIntervals(returns, periods, {
    ...{ resamples, meanBlock, seed: world.seed, perYear: PER_YEAR },
  });
  const known = one === undefined || isUnknown(one) ? null : one;
  note(
    "coverage",
    "mean of a state, blocks within spells",
    covers(known?.meanInterval, BENCHMARK.mean * PER_YEAR),
  );
  note(
    "coverage",
    "Sharpe ratio of a state, blocks within spells",
    covers(known?.sharpeInterval, (BENCHMARK.mean / BENCHMARK.deviation) * Math.sqrt(PER_YEAR)),
  );
}

const LOOK_BACK = 10;

/** A price above its mean of ten months, where prices foretell nothing. */
function checkOwnRule(world: World, note: Note): void {
  const returns = simple(benchmarkOf(world));
  const prices = new Float64Array(world.months + 1).fill(1);
  for (let t = 0; t < world.months; t += 1) prices[t + 1] = prices[t]! * (1 + returns[t]!);
  const meanBlock = answered(blockOf("stationary", returns, returns));
  const found = pathTest({
    ...{ id: "trend", returns, prices: [prices], states: ([path]) => trendOf(path!), count: 2 },
    ...{ resamples: world.options.breakResamples, meanBlock, seed: world.seed },
  });
  note("level", "trend rule on its own prices, paths drawn again", pOf(found));
  const trend = periodsOf(trendOf(prices));
  note("level", "trend rule on its own prices, rotation", pOf(rotation(returns, trend)));
  note("level", "trend rule on its own prices, Newey-West", pOf(stateRegression(returns, trend)));
}

/** The state at each row but the last. */
function trendOf(prices: Column): Int16Array {
  const states = new Int16Array(prices.length - 1).fill(-1);
  let sum = 0;
  for (let t = 0; t < states.length; t += 1) {
    sum += prices[t]! - (t >= LOOK_BACK ? prices[t - LOOK_BACK]! : 0);
    if (t >= LOOK_BACK - 1) states[t] = prices[t]! > sum / LOOK_BACK ? 0 : 1;
  }
  return states;
}
