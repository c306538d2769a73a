import { blockLength, comparedColumns } from "../inference/block-length.ts";
import { tooShort } from "../inference/comparable.ts";
import { type BlockLaw, blockDraws, type Draws } from "../inference/draws.ts";
import { recordedDraws } from "../inference/recorded-draws.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { periodsPerYear } from "../market/calendar.ts";
import type { Column } from "../series/series.ts";
import type { BlocksFinding, InferenceFinding } from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";

/** Draws of blocks of one kind, and how long these are. */
export interface Blocks {
  /** Mean block in months: of the stationary bootstrap the inverse of its restart probability. */
  readonly months: number | Unknown;
  readonly draws: Draws | Unknown;
}

/** What a question about one benchmark is resampled with, whichever portfolio, trial or unit it is of. */
export interface Against {
  readonly stationary: Blocks;
  /** Blocks of one length, for studentised differences; unknown against benchmarks that have none. */
  readonly circular: Blocks;
}

/** The draws of a run. */
export interface Resampling {
  readonly months: number;
  readonly resamples: number;
  readonly seed: number;
  /** By id of the benchmark. */
  readonly against: ReadonlyMap<string, Against>;
  /** For what is asked of the first strategy alone. */
  readonly alone: Blocks;
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
 * Draws for the months of a run, chosen by benchmark: the blocks of every question about one are the
 * longest that its comparison with the first strategy asks for, over the riskless rate of the currency of
 * the books, the two, their difference and their squares (Politis and White 2004). All portfolios, trials
 * and units put to that benchmark share the draws. What is asked of the first strategy alone has blocks of
 * its own return and its square. So neither a further strategy nor a further benchmark or unit moves what
 * is said of another. A strategy that was ruined chooses nothing: the next one does, and where none is
 * left the benchmark alone. Resample k takes stream k of the seed, for blocks of any kind and length.
 */
export function resamplingOf(
  portfolios: readonly Monthly[],
  own: number,
  options: ResamplingOptions,
): Resampling {
  const excessOf = ({ tracks }: Monthly) => (isUnknown(tracks) ? undefined : tracks[own]!.excess());
  const strategy = portfolios
    .filter(({ role }) => role === "strategy")
    .flatMap((one) => excessOf(one) ?? [])[0];
  const blocksFor = sharedBlocks(options);
  const benchmarks = portfolios.filter(({ role }) => role === "benchmark");
  const against = benchmarks.map((benchmark, place) => {
    const columns = comparison(strategy, excessOf(benchmark));
    const circular = place < RIVALS ? blocksFor("circular", columns) : NONE_ASKED;
    return [benchmark.id, { stationary: blocksFor("stationary", columns), circular }] as const;
  });
  const alone = blocksFor("stationary", comparison(strategy, undefined));
  return { ...options, against: new Map(against), alone };
}

const NOT_RESAMPLED = unknown("differences of Sharpe ratios are not resampled against it");
const NONE_ASKED: Blocks = { months: NOT_RESAMPLED, draws: NOT_RESAMPLED };

/** The columns that choose the blocks of a comparison: of one side alone where the other has none. */
function comparison(a: Column | undefined, b: Column | undefined): Column[] {
  const one = a ?? b;
  return one === undefined ? [] : comparedColumns(one, b ?? one);
}

/** Blocks for some columns; those of one kind and length are drawn once. */
function sharedBlocks(
  options: ResamplingOptions,
): (kind: BlockLaw["kind"], columns: readonly Column[]) => Blocks {
  const drawn = new Map<string, Blocks>();
  return (kind, columns) => {
    const months = meanBlock(kind, columns, options.months);
    const key = typeof months === "number" ? `${kind} ${months}` : months.reason;
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const draws = typeof months === "number" ? drawsOf(kind, months, options) : months;
    const kept = isUnknown(draws) ? draws : recordedDraws(draws, options.resamples);
    const blocks = { months, draws: kept };
    drawn.set(key, blocks);
    return blocks;
  };
}

function meanBlock(
  kind: BlockLaw["kind"],
  columns: readonly Column[],
  months: number,
): number | Unknown {
  if (columns.length === 0)
    return unknown("no portfolio has returns to choose a block length from");
  return tooShort(months, "months") ?? blockLength(columns, periodsPerYear.monthly, kind);
}

/** Resamples in blocks of a kind and mean length; unknown where the months are too few for them. */
export function drawsOf(
  kind: BlockLaw["kind"],
  meanBlock: number,
  { months, seed }: Pick<ResamplingOptions, "months" | "seed">,
): Draws | Unknown {
  return blockDraws({ kind, length: months, meanBlock, seed });
}

/** How the months were resampled, as far as one number says it; the sensitivity to it is found elsewhere. */
export function resamplingFinding({
  months,
  resamples,
  seed,
  against,
  alone,
}: Resampling): Omit<InferenceFinding, "blockSensitivity"> {
  const blocks = [...against].map(([id, one]) => [id, blocksFinding(one)] as const);
  const first = blocks[0]?.[1];
  const { reason } = first ?? { reason: isUnknown(alone.draws) ? alone.draws.reason : null };
  return {
    months,
    resamples,
    seed,
    stationaryBlock: first?.stationary ?? null,
    circularBlock: first?.circular ?? null,
    blocks: Object.fromEntries(blocks),
    aloneBlock: lengthOf(alone),
    reason,
  };
}

function blocksFinding({ stationary, circular }: Against): BlocksFinding {
  const whole = lengthOf(circular);
  return {
    stationary: lengthOf(stationary),
    circular: whole === null ? null : Math.ceil(whole),
    reason: isUnknown(stationary.draws) ? stationary.draws.reason : null,
  };
}

/** Mean months of a block that was drawn with; null where none was. */
export function lengthOf({ months, draws }: Blocks): number | null {
  return isUnknown(draws) || typeof months !== "number" ? null : months;
}
