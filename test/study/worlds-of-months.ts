import { uniformOf } from "../../src/inference/random.ts";
import { normalQuantile } from "../../src/measure/normal.ts";
import { sampleOf } from "../../src/measure/sample.ts";
import { trackOf } from "../../src/measure/track.ts";
import { addMonths, dayOf } from "../../src/series/day.ts";
import type { SensitivityFinding } from "../../src/study/findings.ts";
import { type Inference, type InferenceInput, inferenceOf } from "../../src/study/inference.ts";
import type { Monthly } from "../../src/study/inference-months.ts";
import { monthlyTrials } from "../../src/study/inference-trials.ts";

// Portfolios of invented months, in one unit, without a riskless rate.

/** Independent normal returns. */
export function noise(seed: number, months: number, mean: number, deviation: number): Float64Array {
  const uniform = uniformOf(seed);
  return Float64Array.from({ length: months }, () => mean + deviation * normalQuantile(uniform()));
}

export function sumOf(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, t) => value + b[t]!);
}

export function wealthOf(returns: Float64Array): Float64Array {
  const wealth = new Float64Array(returns.length + 1).fill(1);
  for (let t = 0; t < returns.length; t += 1) wealth[t + 1] = wealth[t]! * (1 + returns[t]!);
  return wealth;
}

export function monthly(id: string, role: Monthly["role"], returns: Float64Array): Monthly {
  const days = Array.from({ length: returns.length + 1 }, (_, t) =>
    addMonths(dayOf(2000, 1, 31), t),
  );
  const sample = sampleOf(wealthOf(returns), days, new Float64Array(returns.length), 12);
  return { id, title: `Title of ${id}`, role, assets: [id], tracks: [trackOf(sample)] };
}

export interface World {
  readonly strategies: Readonly<Record<string, Float64Array>>;
  readonly benchmarks: Readonly<Record<string, Float64Array>>;
  readonly family?: Readonly<Record<string, Float64Array>>;
  readonly seed?: number;
}

export function inWorld({ strategies, benchmarks, family = {}, seed = 1 }: World): Inference {
  const months = Object.values(strategies)[0]!.length;
  const trialsOf = (of: Readonly<Record<string, Float64Array>>) =>
    Object.entries(of).map(([id, returns]) => {
      const wealth = wealthOf(returns);
      return { id, title: id, path: { rows: wealth.length, wealth, ruin: undefined } };
    });
  const finals = Object.fromEntries(Object.keys(benchmarks).map((id) => [id, 1.5]));
  const variation = { cagr: 0.1, final: finals };
  const sensitivity: SensitivityFinding = {
    without: Object.fromEntries(Object.keys(strategies).map((id) => [id, variation])),
    timing: [],
    costsDoubled: variation,
    zeroCosts: variation,
    breakEven: {},
  };
  const input: InferenceInput = {
    portfolios: [
      ...Object.entries(strategies).map(([id, returns]) => monthly(id, "strategy", returns)),
      ...Object.entries(benchmarks).map(([id, returns]) => monthly(id, "benchmark", returns)),
    ],
    trials: monthlyTrials(trialsOf(family), trialsOf(strategies), {
      rows: Array.from({ length: months + 1 }, (_, row) => row),
      riskless: new Float64Array(months),
    }),
    declared: Object.keys(family).length,
    units: ["usd"],
    own: 0,
    months,
    years: months / 12,
    resamples: 499,
    seed,
    dispensable: [],
    sensitivity: new Map(Object.keys(strategies).map((id) => [id, sensitivity])),
    bestLegs: new Map(Object.keys(strategies).map((id) => [id, { id, title: id }])),
  };
  return inferenceOf(input);
}
