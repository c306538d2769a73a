import { decide } from "../inference/decision.ts";
import { type Unknown, unknown } from "../input/unknown.ts";
import type { BestLeg } from "./best-leg.ts";
import type { SensitivityFinding } from "./findings.ts";
import { blockSensitivity } from "./inference-block-sensitivity.ts";
import { type Dispensable, evidenceOf } from "./inference-evidence.ts";
import type {
  FanFinding,
  InferenceFinding,
  MapFinding,
  PairInference,
  TrialsFinding,
} from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";
import { pairFound } from "./inference-pair.ts";
import { mapOf, relativeFan, wealthFanIn } from "./inference-pictures.ts";
import { RIVALS, resamplingFinding, resamplingOf } from "./inference-resampling.ts";
import { trialsFinding } from "./inference-search.ts";
import type { MonthlyTrial } from "./inference-trials.ts";

/** What inference is drawn from: months alone. */
export interface InferenceInput {
  readonly portfolios: readonly Monthly[];
  readonly trials: readonly MonthlyTrial[];
  /** Size of the family that was declared in advance. */
  readonly declared: number;
  /** Ids of the units, and the place of the currency of the books among them. */
  readonly units: readonly string[];
  readonly own: number;
  readonly months: number;
  readonly years: number;
  readonly resamples: number;
  readonly seed: number;
  readonly dispensable: readonly Dispensable[];
  /** By id of a strategy. */
  readonly sensitivity: ReadonlyMap<string, SensitivityFinding | null>;
  /** By id of a strategy: the leg that gave most. */
  readonly bestLegs: ReadonlyMap<string, BestLeg | Unknown>;
}

export interface Inference {
  readonly inference: InferenceFinding;
  readonly trials: TrialsFinding;
  /** Of the first strategy against the first two benchmarks. */
  readonly maps: readonly MapFinding[];
  readonly fans: readonly FanFinding[];
  /** What may be said of a portfolio against a benchmark, given the wealth ratio of the two. */
  readonly pair: (
    portfolio: string,
    benchmark: string,
    relativeWealth: number | null,
  ) => PairInference;
}

/** Units in which the fan of wealth is drawn. */
const FAN_UNITS = 2;

/** Resamples the months of a run, all portfolios and units with the same draws, and says what that shows. */
export function inferenceOf(input: InferenceInput): Inference {
  const { portfolios, own, units } = input;
  const resampling = resamplingOf(portfolios, own, input);
  const benchmarks = portfolios.filter(({ role }) => role === "benchmark");
  const rivals = benchmarks.slice(0, RIVALS);
  const first = portfolios.filter(({ role }) => role === "strategy").slice(0, 1);
  const trials = trialsFinding({ ...input, benchmarks, resampling });
  const byId = new Map(portfolios.map((one) => [one.id, one]));
  return {
    inference: {
      ...resamplingFinding(resampling),
      blockSensitivity: first.flatMap((one) =>
        blockSensitivity(one, rivals, { trials: input.trials, found: trials, own, resampling }),
      ),
    },
    trials,
    maps: first.flatMap((one) => rivals.map((rival) => mapOf(one, rival, own))),
    fans: first.flatMap((one) => [
      ...rivals.map((rival) => relativeFan(one, rival, own, resampling)),
      ...units.slice(0, FAN_UNITS).map((unit, i) => wealthFanIn(one, unit, i, resampling)),
    ]),
    pair(portfolio, benchmark, relativeWealth) {
      const [a, b] = [byId.get(portfolio)!, byId.get(benchmark)!];
      const isStrategy = a.role === "strategy";
      const isAsked = isStrategy && rivals.includes(b);
      const found = pairFound(a, b, { units, own, resampling, isAsked });
      const rivalry = {
        ...{ strategy: portfolio, assets: a.assets, benchmark, relativeWealth },
        sensitivity: input.sensitivity.get(portfolio) ?? null,
        bestLeg: input.bestLegs.get(portfolio) ?? unknown("it was not taken apart"),
      };
      const { decision, conditions, power } = decide(
        evidenceOf(rivalry, found, trials, input.dispensable),
      );
      return {
        sharpeDifference: found.sharpes[own]!,
        sharpeDifferences: Object.fromEntries(found.sharpes.map((one) => [one.numeraire, one])),
        growthDifference: found.growth,
        startDates: found.starts,
        bayes: found.bayes,
        power,
        evidence: isStrategy ? conditions : null,
        decision: isStrategy ? decision : null,
      };
    },
  };
}
