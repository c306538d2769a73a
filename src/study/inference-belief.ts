import {
  alphaPosterior,
  bayesianP,
  type MeanPosterior,
  minimumBayesFactor,
} from "../inference/bayes.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import type { Track } from "../measure/track.ts";
import type { BeliefFinding } from "./inference-finding.ts";

/** What is to be believed of alpha, from the returns and from its t. */
export function beliefOf(a: Track, b: Track, t: number | null): BeliefFinding {
  const found = alphaPosterior(a.excess(), b.excess(), a.perYear);
  const factor = t === null ? null : minimumBayesFactor(t);
  return {
    ...(isUnknown(found) ? noPosterior(found) : posterior(found)),
    minimumFactor: factor,
    probabilityOfNone: factor === null ? null : bayesianP(factor),
  };
}

function posterior({ annual, interval, probabilityPositive }: MeanPosterior) {
  const { lower, upper } = interval;
  return { annual, low: lower, high: upper, probabilityPositive, reason: null };
}

/** A belief of which nothing is known. */
export function noBelief(reason: Unknown): BeliefFinding {
  return { ...noPosterior(reason), minimumFactor: null, probabilityOfNone: null };
}

function noPosterior({ reason }: Unknown) {
  return { annual: null, low: null, high: null, probabilityPositive: null, reason };
}
