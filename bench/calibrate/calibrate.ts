import { uniformOf } from "../../src/inference/random.ts";
import { type Fall, fallOf, noteFalls } from "./drawdown.ts";
import { checkFamilies } from "./family.ts";
import { checkGrowth } from "./growth.ts";
import { LAWS, type Law } from "./laws.ts";
import { checkLines } from "./lines.ts";
import type { Options } from "./options.ts";
import { checkSharpe } from "./sharpe.ts";
import { checkStates } from "./states.ts";
import type { Cell } from "./tables.ts";
import { tallying } from "./tally.ts";
import type { World } from "./world.ts";

/** Says how far the simulation is, in words. */
export type Progress = (words: string) => void;

/** Simulates all laws and lengths: by length, and in each by law. */
export function calibrate(options: Options, progress: Progress): Cell[][] {
  return options.sizes.map((months, size) =>
    LAWS.map((law, i) => {
      const seed = options.seed + size * LAWS.length + i;
      return cellOf(law, months, seed, options, progress);
    }),
  );
}

function cellOf(
  law: Law,
  months: number,
  seed: number,
  options: Options,
  progress: Progress,
): Cell {
  const { tally, note } = tallying();
  const falls: Fall[] = [];
  for (let k = 0; k < options.worlds; k += 1) {
    const world = worldOf(law, months, uniformOf(seed, k), options, RESAMPLING * seed + k);
    checkSharpe(world, note);
    checkGrowth(world, note);
    checkFamilies(world, note);
    checkStates(world, note);
    checkLines(world, note);
    const fall = fallOf(world);
    if (fall !== null) falls.push(fall);
    if ((k + 1) % Math.ceil(options.worlds / 10) === 0)
      progress(`${law.title}, ${months} months: ${k + 1} of ${options.worlds}`);
  }
  return { months, tally, falls: noteFalls(falls, note) };
}

/** Keeps the seeds of resamples apart from those of records. */
const RESAMPLING = 1_000_000;

function worldOf(
  law: Law,
  months: number,
  uniform: World["uniform"],
  options: Options,
  seed: number,
): World {
  const columns = 2 + Math.max(...options.families);
  const shocks = law.shocks(months, columns, uniform);
  return { law: law.id, months, shocks, uniform, options, seed };
}
