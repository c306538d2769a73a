import type { Evidence } from "../inference/decision.ts";
import { detectionYears, minimumYears } from "../inference/power.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { varies } from "../measure/moments.ts";
import type { BestLeg } from "./best-leg.ts";
import type { SensitivityFinding, VariationFinding } from "./findings.ts";
import type { TrialsFinding } from "./inference-finding.ts";
import type { PairFound } from "./inference-pair.ts";

/** Units, in the order of the study, in which alpha and the difference of Sharpe ratios have to agree. */
const AGREEING_UNITS = 2;

/** The best months of a strategy without which it has to be ahead. */
const BEST_MONTHS = 12;

/** What a strategy and a benchmark are known by beside their months. */
export interface Rivalry {
  readonly strategy: string;
  /** What the strategy may hold. */
  readonly assets: readonly string[];
  readonly benchmark: string;
  /** Final wealth per unit of the benchmark's. */
  readonly relativeWealth: number | null;
  readonly sensitivity: SensitivityFinding | null;
  /** The leg that gave the strategy most. */
  readonly bestLeg: BestLeg | Unknown;
}

/** What bears on whether a strategy beats a benchmark, from all that was found about the two. */
export function evidenceOf(
  rivalry: Rivalry,
  found: PairFound,
  trials: TrialsFinding,
  dispensable: readonly Dispensable[],
): Evidence {
  const evidence = evidenceFound(rivalry, found, trials, dispensable);
  return isSame(found.logExcess) ? nothingOf(evidence, ITSELF) : evidence;
}

const ITSELF = unknown("the benchmark is the strategy: both had the same wealth in every month");

/** Whether a portfolio never gained anything on a benchmark, nor lost. */
function isSame(logExcess: PairFound["logExcess"]): boolean {
  return !isUnknown(logExcess) && logExcess.length > 0 && logExcess.every((value) => value === 0);
}

/** The questions of some evidence without an answer. */
function nothingOf({ searched, numeraires, stress, power }: Evidence, why: Unknown): Evidence {
  return {
    ...{ alphaT: why, searched, sharpeP: why, stepdownP: why, deflatedSharpe: why },
    ...{ overfitting: why, startShare: why, wealthRatio: why },
    numeraires: numeraires.map((one) => ({ ...one, alpha: why, sharpeDifference: why })),
    stress: stress.map((one) => ({ ...one, wealthRatio: why })),
    power: { ...power, detectionYears: why, minimumYears: why },
  };
}

function evidenceFound(
  rivalry: Rivalry,
  { own, tracks, alphas, sharpes, starts, logExcess }: PairFound,
  trials: TrialsFinding,
  dispensable: readonly Dispensable[],
): Evidence {
  const { strategy, benchmark, relativeWealth } = rivalry;
  const { count, byBenchmark, overfitting, deflated, deflatedReason } = trials;
  const contest = byBenchmark[benchmark]!;
  return {
    alphaT: isUnknown(alphas) ? alphas : isStill(tracks) ? STILL : (alphas[own]!.t ?? NO_ERROR),
    searched: count > 1,
    sharpeP: knownOr(sharpes[own]!.p, sharpes[own]!.reason),
    stepdownP: knownOr(
      contest.stepdown[strategy],
      isUnknown(tracks) ? tracks.reason : (contest.reason ?? NOT_ENTERED),
    ),
    deflatedSharpe: knownOr(deflated[strategy], deflatedReason[strategy] ?? NOT_TRIED),
    overfitting: knownOr(overfitting.probability, overfitting.reason),
    startShare: knownOr(starts.share, starts.reason),
    wealthRatio: knownOr(relativeWealth, NOTHING_LEFT),
    numeraires: sharpes.slice(0, AGREEING_UNITS).map((sharpe, i) => ({
      numeraire: sharpe.numeraire,
      alpha: isUnknown(alphas) ? alphas : (alphas[i]!.annual ?? NO_ALPHA),
      sharpeDifference: knownOr(sharpe.estimate, sharpe.reason),
    })),
    stress: [
      {
        id: "best-months",
        title: `without its best ${BEST_MONTHS} months`,
        wealthRatio: isUnknown(logExcess) ? logExcess : withoutBest(logExcess),
      },
      ...variationsOf(rivalry, dispensable),
    ],
    power: powerOf(tracks, sharpes[own]!),
  };
}

/** An asset that a strategy has to do without, by its title. */
export interface Dispensable {
  readonly id: string;
  readonly title: string;
}

const NO_ERROR = unknown("the benchmark explains all of the returns, so that alpha has no error");
const NO_ALPHA = unknown("the record is shorter than a year");
const NOT_ENTERED = "the strategy never differs from the benchmark";
const NOT_TRIED = "it was not among the trials";
const STILL = unknown("the returns of the strategy over the riskless rate do not vary");
const NOTHING_LEFT = "the benchmark was ruined";
const NOT_CARRIED = "no broker would carry it";

/** Whether a strategy of which returns are known earns the same over the riskless rate in every month. */
function isStill(tracks: PairFound["tracks"]): boolean {
  if (isUnknown(tracks)) return false;
  const [strategy] = tracks;
  return !varies(strategy.excess(), strategy.perYear);
}

/** How long a record would have to be, and how long it is. */
function powerOf(
  tracks: PairFound["tracks"],
  { estimate, low, high, reason }: PairFound["sharpes"][number],
): Evidence["power"] {
  if (isUnknown(tracks)) return { detectionYears: tracks, minimumYears: tracks, years: 0 };
  const [a, b] = tracks;
  return {
    detectionYears:
      estimate === null || low === null || high === null
        ? unknown(reason ?? "it is not known")
        : detectionYears({ estimate, low, high }, a.years),
    minimumYears: minimumYears(a.excess(), b.excess(), a.perYear),
    years: a.years,
  };
}

function knownOr(value: number | null | undefined, reason: string | null): number | Unknown {
  return value ?? unknown(reason ?? "it is not known");
}

/**
 * Books kept again in harder worlds: costs doubled; traded a row later, where a signal decides; without the leg
 * that gave most, whatever the study declares; and without each declared asset that the strategy held and that
 * is not that leg.
 */
function variationsOf(
  { assets, benchmark, sensitivity, bestLeg }: Rivalry,
  dispensable: readonly Dispensable[],
): Evidence["stress"] {
  const final = (variation: VariationFinding | null | undefined) =>
    variation === null || variation === undefined
      ? unknown(NOT_CARRIED)
      : knownOr(variation.final[benchmark], NOTHING_LEFT);
  const without = sensitivity?.without;
  const best = isUnknown(bestLeg) ? null : bestLeg.id;
  const declared = dispensable.filter(
    ({ id }) => id !== best && (without ? id in without : assets.includes(id)),
  );
  const later = sensitivity?.timing.find(({ id }) => id === "later");
  return [
    {
      id: "costs-doubled",
      title: "with costs doubled",
      wealthRatio: final(sensitivity?.costsDoubled),
    },
    ...(later === undefined
      ? []
      : [{ id: "later", title: "traded a row later", wealthRatio: final(later.run) }]),
    {
      id: "without-best-leg",
      title: isUnknown(bestLeg)
        ? "without its most helpful leg"
        : `without its most helpful leg, ${bestLeg.title}`,
      wealthRatio: isUnknown(bestLeg) ? bestLeg : final(without?.[bestLeg.id]),
    },
    ...declared.map(({ id, title }) => ({
      id: `without-${id}`,
      title: `without ${title}`,
      wealthRatio: final(without?.[id]),
    })),
  ];
}

/** Wealth over the benchmark's without the months that gained most on it; the same in every unit. */
function withoutBest(logExcess: Float64Array): number | Unknown {
  if (logExcess.length <= BEST_MONTHS)
    return unknown(
      `the record has no more than ${logExcess.length === 1 ? "one month" : `${logExcess.length} months`}, and no others`,
    );
  const rest = Float64Array.from(logExcess)
    .sort()
    .subarray(0, logExcess.length - BEST_MONTHS);
  return Math.exp(rest.reduce((sum, value) => sum + value, 0));
}
