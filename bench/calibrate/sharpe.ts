import { alphaPosterior } from "../../src/inference/bayes.ts";
import { bayesianBootstrap } from "../../src/inference/bayesian-bootstrap.ts";
import {
  independentSharpeDifference,
  jobsonKorkieMemmel,
  ledoitWolf,
} from "../../src/inference/sharpe-difference.ts";
import { studentisedSharpeDifference } from "../../src/inference/studentised-bootstrap.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { market } from "../../src/measure/alpha.ts";
import { mean, shape, standardDeviation } from "../../src/measure/moments.ts";
import { probabilisticSharpe } from "../../src/measure/probabilistic-sharpe.ts";
import { covers, type Note, pOf, type Table } from "./tally.ts";
import {
  BENCHMARK,
  benchmarkOf,
  blockOf,
  drawsOf,
  GAIN,
  PER_YEAR,
  STRATEGY,
  strategyOf,
  type World,
} from "./world.ts";

/** Alpha and the Sharpe ratio of a strategy, without anything to be found and with it. */
export function checkSharpe(world: World, note: Note): void {
  checkAlpha(world, note);
  checkProbabilistic(world, note);
  checkDifference(world, 0, "level", note);
  checkDifference(world, GAIN.sharpe / Math.sqrt(PER_YEAR), "power", note);
}

function checkAlpha(world: World, note: Note): void {
  const b = benchmarkOf(world);
  const beta = (STRATEGY.correlation * STRATEGY.deviation) / BENCHMARK.deviation;
  const fair = beta * BENCHMARK.mean;
  const title = "alpha, Newey-West t";
  checkBelief(world, fair, 0, note);
  checkBelief(world, fair, GAIN.growth, note);
  const none = market(strategyOf(world, fair), b, PER_YEAR).alpha;
  note("level", title, none.p);
  note("threshold", "t of alpha above 2", none.t === null ? null : none.t > 2);
  note("threshold", "t of alpha above 3", none.t === null ? null : none.t > 3);
  const some = market(strategyOf(world, fair + GAIN.growth / PER_YEAR), b, PER_YEAR).alpha;
  note("power", title, some.p);
}

/** The posterior of alpha, which the prior of the report draws towards 0; `alpha` a year. */
function checkBelief(world: World, fair: number, alpha: number, note: Note): void {
  const a = strategyOf(world, fair + alpha / PER_YEAR);
  const found = alphaPosterior(a, benchmarkOf(world), PER_YEAR);
  const title = `alpha, posterior under the prior; an alpha of ${100 * alpha} % a year`;
  note("coverage", title, isUnknown(found) ? null : covers(found.interval, alpha));
}

function checkProbabilistic(world: World, note: Note): void {
  const values = strategyOf(world, 0);
  const estimate = {
    sharpe: mean(values) / standardDeviation(values),
    periods: values.length,
    ...shape(values),
  };
  const probability = probabilisticSharpe(estimate, 0);
  const p = probability === null ? null : 1 - probability;
  note("level", "probabilistic Sharpe ratio, one-sided", p);
}

/** `gain` of Sharpe ratio per month. */
function checkDifference(world: World, gain: number, table: Table, note: Note): void {
  const b = benchmarkOf(world);
  const mean = STRATEGY.deviation * (BENCHMARK.mean / BENCHMARK.deviation + gain);
  const a = strategyOf(world, mean);
  const { resamples } = world.options;
  note(table, "Sharpe difference, Jobson-Korkie-Memmel", pOf(jobsonKorkieMemmel(a, b)));
  note(
    table,
    "Sharpe difference, delta method for independent months",
    pOf(independentSharpeDifference(a, b)),
  );
  note(table, "Sharpe difference, Ledoit-Wolf", pOf(ledoitWolf(a, b)));
  const block = blockOf("circular", a, b);
  const draws = drawsOf(world, "circular", block);
  const found = studentisedSharpeDifference(a, b, { draws, resamples });
  note(table, "Sharpe difference, studentised bootstrap", pOf(found));
  const truth = gain === 0 ? "no difference" : `a difference of ${GAIN.sharpe} a year`;
  note(
    "coverage",
    `Sharpe difference, studentised bootstrap; ${truth}`,
    isUnknown(found) ? null : covers(found.interval, gain),
  );
  if (gain !== 0 || typeof block !== "number") return;
  const belief = bayesianBootstrap(a, b, { meanBlock: block, resamples, seed: world.seed });
  note(
    "coverage",
    "Sharpe difference, Bayesian bootstrap",
    isUnknown(belief) ? null : covers(belief.sharpe.interval, gain),
  );
}
