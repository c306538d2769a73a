import { tooShort } from "../inference/comparable.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { market } from "../measure/alpha.ts";
import type { RelativeMeasures } from "../measure/measures.ts";
import { spansYear } from "../measure/sample.ts";
import type { Track } from "../measure/track.ts";
import { columnBy } from "../series/column-by.ts";
import { beliefOf, noBelief } from "./inference-belief.ts";
import type {
  BeliefFinding,
  GrowthFinding,
  SharpeDifferenceFinding,
  StartDatesFinding,
} from "./inference-finding.ts";
import { growthDifference, noGrowth } from "./inference-growth.ts";
import type { Monthly } from "./inference-months.ts";
import { relativeOf } from "./inference-pictures.ts";
import { type Against, type Blocks, PATHS, type Resampling } from "./inference-resampling.ts";
import { noSharpeDifference, sharpeDifferenceIn } from "./inference-sharpe.ts";
import { noStarts, startDatesOf } from "./inference-starts.ts";

/** What the months of a portfolio and a benchmark show of the two. */
export interface PairFound {
  /** The place of the currency of the books among the units. */
  readonly own: number;
  /** Both in the currency of the books; unknown after a ruin, as is all that is read from them. */
  readonly tracks: readonly [Track, Track] | Unknown;
  /** By unit; unknown for a record too short to infer from. */
  readonly alphas: readonly RelativeMeasures["alpha"][] | Unknown;
  readonly sharpes: readonly SharpeDifferenceFinding[];
  readonly growth: GrowthFinding;
  readonly starts: StartDatesFinding;
  readonly bayes: BeliefFinding;
  /** Logarithm by month of what the portfolio gained on the benchmark. */
  readonly logExcess: Float64Array | Unknown;
}

export interface PairOptions {
  /** Ids of the units, and the place of the currency of the books among them. */
  readonly units: readonly string[];
  readonly own: number;
  readonly resampling: Resampling;
  /** Whether the study asks of this pair: then differences of Sharpe ratios are resampled. */
  readonly isAsked: boolean;
}

/** A portfolio against a benchmark, from their months. */
export function pairFound(a: Monthly, b: Monthly, options: PairOptions): PairFound {
  if (isUnknown(a.tracks)) return nothingFound(a.tracks, options);
  if (isUnknown(b.tracks)) return nothingFound(b.tracks, options);
  const { units, own, resampling, isAsked } = options;
  const others = b.tracks;
  const pairs = a.tracks.map((track, i) => [track, others[i]!] as const);
  const tracks = pairs[own]!;
  const draws = resampling.against.get(b.id)!;
  const { resamples } = resampling;
  const relative = relativeOf(...tracks);
  const logExcess = columnBy(relative.length - 1, (t) => Math.log(relative[t + 1]! / relative[t]!));
  const blocks = intervalBlocks(a, draws);
  return {
    own,
    tracks,
    ...ratiosFound(pairs, { units, own, draws, resamples, isAsked }),
    growth: growthDifference(logExcess, tracks[0].years, blocks, resamples),
    starts: startDatesOf(relative, blocks, Math.min(PATHS, resamples)),
    logExcess,
  };
}

interface RatioOptions extends Pick<PairOptions, "units" | "own" | "isAsked"> {
  readonly draws: Against;
  readonly resamples: number;
}

/** What is inferred by large-sample errors, in every unit: nothing from a record that is too short. */
function ratiosFound(
  pairs: readonly (readonly [Track, Track])[],
  { units, own, draws, resamples, isAsked }: RatioOptions,
): Pick<PairFound, "alphas" | "sharpes" | "bayes"> {
  const [x, y] = pairs[own]!;
  const few = tooShort(x.wealth.length - 1, "months");
  if (few !== null)
    return {
      alphas: few,
      sharpes: units.map((unit) => noSharpeDifference(unit, few)),
      bayes: noBelief(few),
    };
  const alphas = pairs.map(([a, b]) => alphaOf(a, b));
  const circular = isAsked ? draws.circular.draws : NOT_ASKED;
  return {
    alphas,
    sharpes: pairs.map(([a, b], i) => sharpeDifferenceIn(units[i]!, a, b, circular, resamples)),
    bayes: beliefOf(x, y, alphas[own]!.t),
  };
}

const NOT_ASKED = unknown("the study does not ask of this pair");
const STRATEGIES_ALONE = unknown("intervals are resampled for strategies alone");

/** The blocks of intervals, which only strategies have: benchmarks are not put to the question. */
function intervalBlocks({ role }: Monthly, { stationary }: Against): Blocks {
  return role === "strategy" ? stationary : { months: STRATEGIES_ALONE, draws: STRATEGIES_ALONE };
}

/** Annual for a record of at least a year alone. */
function alphaOf(a: Track, b: Track): RelativeMeasures["alpha"] {
  const { alpha } = market(a.excess(), b.excess(), a.perYear);
  return spansYear(a.years) ? alpha : { ...alpha, annual: null };
}

function nothingFound(reason: Unknown, { units, own }: PairOptions): PairFound {
  return {
    own,
    tracks: reason,
    alphas: reason,
    sharpes: units.map((unit) => noSharpeDifference(unit, reason)),
    growth: noGrowth(reason),
    starts: noStarts(reason),
    bayes: noBelief(reason),
    logExcess: reason,
  };
}
