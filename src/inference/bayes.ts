import { type Unknown, unknown } from "../input/unknown.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { defaultLags, neweyWest, ones, regress } from "../measure/regression.ts";
import { studentCdf, studentTwoSided } from "../measure/student.ts";
import type { Column } from "../series/series.ts";
import { incomparable, uninformative } from "./comparable.ts";
import type { Interval } from "./interval.ts";

/**
 * The least that a t statistic can leave of the odds of "there is nothing", `exp(-t^2 / 2)`: the
 * minimum Bayes factor, for the alternative that fits the data best (Edwards, Lindman and Savage 1963).
 */
export function minimumBayesFactor(t: number): number {
  return Math.exp(-(t * t) / 2);
}

/**
 * Minimum Bayes factor over alternatives that are symmetric and descend from nothing, `-e p ln p` for a
 * p-value below 1/e, else 1 (Sellke, Bayarri and Berger 2001).
 */
export function symmetricBayesFactor(p: number): number {
  if (p <= 0) return 0;
  return p < 1 / Math.E ? -Math.E * p * Math.log(p) : 1;
}

/**
 * Probability of "there is nothing" after the data, `factor x odds / (1 + factor x odds)`, with its odds
 * before the data: 4 to 1 for a claim that is not far-fetched (Harvey 2017).
 */
export function bayesianP(factor: number, odds = 4): number {
  return (factor * odds) / (1 + factor * odds);
}

/** What is to be believed of a mean per year after the data. */
export interface MeanPosterior {
  /** Posterior mean, a year; drawn towards 0 by the prior. */
  readonly annual: number;
  readonly probabilityPositive: number;
  readonly interval: Interval;
  /** Independent observations that would tell as much, `n g_0 / LRV`. */
  readonly effective: number;
}

const LEVEL = 0.95;

/**
 * Posterior of a mean under a normal-inverse-gamma prior: mean 0 with deviation `priorDeviation` a year,
 * and nothing known of the variance. With `n_eff = n g_0 / LRV` observations (Bartlett weights, default
 * lags), `k_0 = g_0 / prior variance` and `k = k_0 + n_eff`, it is Student's t with n_eff degrees about
 * `n_eff mean / k` with scale `sqrt((g_0 + k_0 mean^2 / k) / k)` (Gelman et al. 2013).
 */
export function meanPosterior(
  values: Column,
  perYear: number,
  priorDeviation = 0.02,
): MeanPosterior | Unknown {
  const reason = uninformative(values, "the difference");
  if (reason !== null) return reason;
  const n = values.length;
  const centre = mean(values);
  const variance = (standardDeviation(values) ** 2 * (n - 1)) / n;
  const effective = variance / neweyWest(regress(values, [ones(n)]), 0, defaultLags(n), false);
  if (!(effective > 1 && effective < 1e6))
    return unknown("the periods undo or repeat each other: their number tells nothing");
  const prior = variance / (priorDeviation / perYear) ** 2;
  const weight = prior + effective;
  const location = (effective * centre) / weight;
  const scale = Math.sqrt((variance + (prior * centre * centre) / weight) / weight);
  const reach = studentReach(effective) * scale;
  return {
    annual: location * perYear,
    probabilityPositive: studentCdf(location / scale, effective),
    interval: {
      lower: (location - reach) * perYear,
      upper: (location + reach) * perYear,
      level: LEVEL,
    },
    effective,
  };
}

/** `meanPosterior` of what a strategy earned beside beta times its benchmark, both over the riskless rate. */
export function alphaPosterior(
  excess: Column,
  benchmark: Column,
  perYear: number,
  priorDeviation = 0.02,
): MeanPosterior | Unknown {
  const reason = incomparable(excess, benchmark);
  if (reason !== null) return reason;
  const { coefficients, residuals } = regress(excess, [ones(excess.length), benchmark]);
  return meanPosterior(
    residuals.map((e) => coefficients[0]! + e),
    perYear,
    priorDeviation,
  );
}

/** The |t| that Student's t exceeds with probability 1 - LEVEL, by halving. */
function studentReach(freedom: number): number {
  let [low, high] = [0, 1e3];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, freedom) > 1 - LEVEL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
