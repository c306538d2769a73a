import { blockLength, comparedColumns } from "../inference/block-length.ts";
import { type BlockLaw, blockDraws, type Draws } from "../inference/draws.ts";
import { recordedDraws } from "../inference/recorded-draws.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { periodsPerYear } from "../market/calendar.ts";
import type { Column } from "../series/series.ts";
import type { InferenceFinding } from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";

/** The draws that every portfolio, trial and unit of a run is resampled with. */
export interface Resampling {
  readonly months: number;
  readonly resamples: number;
  readonly seed: number;
  /** Mean block in months; of the stationary bootstrap the inverse of its restart probability. */
  readonly blocks: { readonly stationary: number | Unknown; readonly circular: number | Unknown };
  readonly stationary: Draws | Unknown;
  readonly circular: Draws | Unknown;
}

export interface ResamplingOptions {
  readonly months: number;
  readonly resamples: number;
  readonly seed: number;
}

/** How many benchmarks, in the order of the study, the question of a study is about. */
export const RIVALS = 2;

/** Resamples that are followed month by month, for bands and fans: a tail of 12 is enough to draw one. */
export const PATHS = 499;

/**
 * Draws for the months of a run. Their blocks are chosen once, by what the study asks first: its first
 * strategy and first two benchmarks, over the riskless rate of the currency of the books, their differences
 * and squares. So neither a further strategy nor a further unit moves what is said of another. Resample k
 * takes stream k of the seed, for blocks of either kind.
 */
export function resamplingOf(
  portfolios: readonly Monthly[],
  own: number,
  options: ResamplingOptions,
): Resampling {
  const columns = deciding(portfolios, own);
  const blocksOf = (kind: BlockLaw["kind"]) =>
    columns.length === 0
      ? unknown("no portfolio has returns to choose a block length from")
      : blockLength(columns, periodsPerYear.monthly, kind);
  const blocks = { stationary: blocksOf("stationary"), circular: blocksOf("circular") };
  return {
    ...options,
    blocks,
    stationary: drawsOf("stationary", blocks.stationary, options),
    circular: drawsOf("circular", blocks.circular, options),
  };
}

/** The columns that choose the blocks. */
function deciding(portfolios: readonly Monthly[], own: number): Column[] {
  const ofRole = (role: Monthly["role"], count: number) =>
    portfolios.filter((one) => one.role === role).slice(0, count);
  const excessOf = ({ tracks }: Monthly) => (isUnknown(tracks) ? [] : [tracks[own]!.excess()]);
  const [strategy] = ofRole("strategy", 1).flatMap(excessOf);
  const rivals = ofRole("benchmark", RIVALS).flatMap(excessOf);
  const compared = strategy === undefined ? rivals : [strategy];
  return rivals.length === 0
    ? compared.flatMap((column) => comparedColumns(column, column))
    : compared.flatMap((column) => rivals.flatMap((rival) => comparedColumns(column, rival)));
}

function drawsOf(
  kind: BlockLaw["kind"],
  meanBlock: number | Unknown,
  { months, resamples, seed }: ResamplingOptions,
): Draws | Unknown {
  if (typeof meanBlock !== "number") return meanBlock;
  const draws = blockDraws({ kind, length: months, meanBlock, seed });
  return isUnknown(draws) ? draws : recordedDraws(draws, resamples);
}

export function resamplingFinding({
  months,
  resamples,
  seed,
  blocks,
  stationary,
}: Resampling): InferenceFinding {
  const { stationary: mean, circular } = blocks;
  return {
    months,
    resamples,
    seed,
    stationaryBlock: typeof mean === "number" ? mean : null,
    circularBlock: typeof circular === "number" ? Math.ceil(circular) : null,
    reason: isUnknown(stationary) ? stationary.reason : null,
  };
}
