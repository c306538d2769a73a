import { blockLength, comparedColumns } from "../../src/inference/block-length.ts";
import { type BlockLaw, blockDraws, type Draws } from "../../src/inference/draws.ts";
import type { Uniform } from "../../src/inference/random.ts";
import { recordedDraws } from "../../src/inference/recorded-draws.ts";
import { isUnknown, type Unknown } from "../../src/input/unknown.ts";
import type { Column } from "../../src/series/series.ts";
import type { Law } from "./laws.ts";
import type { Options } from "./options.ts";

export const PER_YEAR = 12;

/** One simulated record, and what its tests are run with. */
export interface World {
  readonly law: Law["id"];
  readonly months: number;
  /** The first is the benchmark's, the second the strategy's own, the rest those of variants. */
  readonly shocks: readonly Float64Array[];
  /** For whatever else is random. */
  readonly uniform: Uniform;
  readonly options: Options;
  /** Of its resamples. */
  readonly seed: number;
}

/** Mean and standard deviation of a benchmark's excess return, a month: a Sharpe ratio of 0.4 a year. */
export const BENCHMARK = { mean: 0.06 / PER_YEAR, deviation: 0.15 / Math.sqrt(PER_YEAR) };
/** A strategy with less risk that moves with its benchmark by half. */
export const STRATEGY = { deviation: 0.12 / Math.sqrt(PER_YEAR), correlation: 0.5 };

/** What there is to be found where something is: a year. */
export const GAIN = { sharpe: 0.3, growth: 0.03 };

export function benchmarkOf({ shocks }: World): Float64Array {
  return shocks[0]!.map((z) => BENCHMARK.mean + BENCHMARK.deviation * z);
}

/** The strategy with a mean of its own. */
export function strategyOf({ shocks }: World, mean: number): Float64Array {
  const { deviation, correlation } = STRATEGY;
  const apart = Math.sqrt(1 - correlation * correlation);
  const own = shocks[1]!;
  return shocks[0]!.map((z, t) => mean + deviation * (correlation * z + apart * own[t]!));
}

/** Simple returns by log returns. */
export function simple(logs: Column): Float64Array {
  return Float64Array.from(logs, Math.expm1);
}

/** Mean block by the rule of the report: three months at least, and what the compared columns ask for. */
export function blockOf(kind: BlockLaw["kind"], a: Column, b: Column): number | Unknown {
  return blockLength(comparedColumns(a, b), PER_YEAR, kind);
}

/** An answer that a simulated record always has. @throws Error where it has none after all. */
export function answered<T extends object | number>(answer: T | Unknown): T {
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}

/** The draws of a world for a comparison of two columns. */
export function drawsOf(
  { months, options, seed }: World,
  kind: BlockLaw["kind"],
  meanBlock: number | Unknown,
): Draws | Unknown {
  if (typeof meanBlock !== "number") return meanBlock;
  const draws = blockDraws({ kind, length: months, meanBlock, seed });
  return isUnknown(draws) ? draws : recordedDraws(draws, options.resamples);
}
