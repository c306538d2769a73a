import type { Draws } from "../inference/draws.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { market } from "../measure/alpha.ts";
import type { RelativeMeasures } from "../measure/measures.ts";
import { spansYear } from "../measure/sample.ts";
import type { Track } from "../measure/track.ts";
import { beliefOf, noBelief } from "./inference-belief.ts";
import type {
  BeliefFinding,
  EstimateFinding,
  SharpeDifferenceFinding,
  StartDatesFinding,
} from "./inference-finding.ts";
import { growthDifference, nothing } from "./inference-growth.ts";
import type { Monthly } from "./inference-months.ts";
import { relativeOf } from "./inference-pictures.ts";
import { PATHS, type Resampling } from "./inference-resampling.ts";
import { noSharpeDifference, sharpeDifferenceIn } from "./inference-sharpe.ts";
import { noStarts, startDatesOf } from "./inference-starts.ts";

/** What the months of a portfolio and a benchmark show of the two. */
export interface PairFound {
  /** The place of the currency of the books among the units. */
  readonly own: number;
  /** Both in the currency of the books; unknown after a ruin, as is all that is read from them. */
  readonly tracks: readonly [Track, Track] | Unknown;
  /** By unit. */
  readonly alphas: readonly RelativeMeasures["alpha"][] | Unknown;
  readonly sharpes: readonly SharpeDifferenceFinding[];
  readonly growth: EstimateFinding;
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
  /** Total log growth by portfolio and resample. */
  readonly growths: ReadonlyMap<string, Float64Array>;
  /** Whether the study asks of this pair: then differences of Sharpe ratios are resampled. */
  readonly isAsked: boolean;
}

/** A portfolio against a benchmark, from their months. */
export function pairFound(a: Monthly, b: Monthly, options: PairOptions): PairFound {
  if (isUnknown(a.tracks)) return nothingFound(a.tracks, options);
  if (isUnknown(b.tracks)) return nothingFound(b.tracks, options);
  const { units, own, resampling, growths, isAsked } = options;
  const others = b.tracks;
  const pairs = a.tracks.map((track, i) => [track, others[i]!] as const);
  const alphas = pairs.map(([x, y]) => alphaOf(x, y));
  const tracks = pairs[own]!;
  const draws = intervalDraws(a, resampling);
  const relative = relativeOf(...tracks);
  return {
    own,
    tracks,
    alphas,
    sharpes: pairs.map(([x, y], i) => sharpeDifferenceIn(units[i]!, x, y, resampling, isAsked)),
    growth: growthDifference(...tracks, [growths.get(a.id), growths.get(b.id)], draws),
    starts: startDatesOf(relative, draws, Math.min(PATHS, resampling.resamples)),
    bayes: beliefOf(...tracks, alphas[own]!.t),
    logExcess: Float64Array.from({ length: relative.length - 1 }, (_, t) =>
      Math.log(relative[t + 1]! / relative[t]!),
    ),
  };
}

/** The draws of intervals, which only strategies have: benchmarks are not put to the question. */
function intervalDraws({ role }: Monthly, { stationary }: Resampling): Draws | Unknown {
  return role === "strategy" ? stationary : unknown("intervals are resampled for strategies alone");
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
    growth: nothing(reason),
    starts: noStarts(reason),
    bayes: noBelief(reason),
    logExcess: reason,
  };
}
