import { longestBlock } from "../inference/block-length.ts";
import { sameButForScale, tooShort } from "../inference/comparable.ts";
import type { Contest } from "../inference/contest.ts";
import { superiorAbility } from "../inference/reality-check.ts";
import { stepdownP } from "../inference/stepdown.ts";
import { studentisedSharpeDifference } from "../inference/studentised-bootstrap.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import type { BlockSensitivityFinding, TrialsFinding } from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";
import { type Blocks, drawsOf, lengthOf, type Resampling } from "./inference-resampling.ts";
import { contestsIn, livingOf } from "./inference-search.ts";
import type { MonthlyTrial } from "./inference-trials.ts";

export interface BlockSensitivityOptions {
  readonly trials: readonly MonthlyTrial[];
  /** What the chosen blocks say of all trials. */
  readonly found: TrialsFinding;
  /** The place of the currency of the books among the units. */
  readonly own: number;
  readonly resampling: Resampling;
}

/** Mean months of a block that are tried beside those that were chosen: a quarter to two years. */
const LENGTHS = [3, 6, 12, 24];

/**
 * Resamples of each length at the most: a p near .05 has a standard error of .005, which is enough to see
 * what hangs on the length, and no verdict is read from it.
 */
const RESAMPLES = 1_999;

/**
 * What the tests that read blocks would say of a strategy against each rival if these were shorter or
 * longer: the chosen ones first. A rule that chooses blocks is an estimate too, and no verdict should hang
 * on it.
 */
export function blockSensitivity(
  strategy: Monthly,
  rivals: readonly Monthly[],
  options: BlockSensitivityOptions,
): BlockSensitivityFinding[] {
  const { trials, own, resampling } = options;
  const living = livingOf(trials);
  const place = living.findIndex(({ shownAs }) => shownAs === strategy.id);
  const resamples = Math.min(RESAMPLES, resampling.resamples);
  const others = LENGTHS.map((months): Other => {
    const blocks = blocksOf("stationary", months, resampling);
    const contests = contestsIn(living, rivals, own, blocks, resamples);
    return { months, contests, circular: blocksOf("circular", months, resampling), resamples };
  });
  return rivals.flatMap((rival, i) => [
    chosenRow(strategy, rival, options),
    ...others.map((other) => ({
      ...{ portfolio: strategy.id, benchmark: rival.id, isChosen: false },
      ...otherRow(other, other.contests[i]!, place, sharpeP(strategy, rival, own, other)),
    })),
  ]);
}

/** Blocks that were not chosen, and what they make of each rival. */
interface Other {
  readonly months: number;
  readonly contests: readonly (Contest | Unknown)[];
  readonly circular: Blocks;
  readonly resamples: number;
}

function blocksOf(kind: "stationary" | "circular", months: number, resampling: Resampling): Blocks {
  const longest = longestBlock(resampling.months);
  const short = tooShort(resampling.months, "months");
  if (short !== null) return { months, draws: short };
  const draws =
    months > longest
      ? unknown(
          `blocks of ${months} months are more than a record of ${resampling.months} bears, which is ${longest}`,
        )
      : drawsOf(kind, months, resampling);
  return { months, draws };
}

function chosenRow(
  strategy: Monthly,
  rival: Monthly,
  { found, own, resampling }: BlockSensitivityOptions,
): BlockSensitivityFinding {
  const { stationary, circular } = resampling.against.get(rival.id)!;
  const { spa, stepdown, reason } = found.byBenchmark[rival.id]!;
  const { resamples } = resampling;
  const sharpe = sharpeP(strategy, rival, own, { circular, resamples });
  const whole = lengthOf(circular);
  return {
    ...{ portfolio: strategy.id, benchmark: rival.id, isChosen: true, resamples },
    stationary: lengthOf(stationary),
    circular: whole === null ? null : Math.ceil(whole),
    sharpe: isUnknown(sharpe) ? null : sharpe,
    superiorAbility: spa?.consistent ?? null,
    stepdown: stepdown[strategy.id] ?? null,
    reason: isUnknown(sharpe) ? sharpe.reason : reason,
  };
}

function otherRow(
  { months, resamples }: Other,
  contest: Contest | Unknown,
  place: number,
  sharpe: number | Unknown,
): Omit<BlockSensitivityFinding, "portfolio" | "benchmark" | "isChosen"> {
  return {
    ...{ resamples, stationary: months, circular: months },
    sharpe: isUnknown(sharpe) ? null : sharpe,
    superiorAbility: isUnknown(contest) ? null : superiorAbility(contest).consistent,
    stepdown: isUnknown(contest) ? null : (stepdownP(contest)[place] ?? null),
    reason: [sharpe, contest].find(isUnknown)?.reason ?? null,
  };
}

/** p of the studentised difference of Sharpe ratios in the currency of the books. */
function sharpeP(
  a: Monthly,
  b: Monthly,
  own: number,
  { circular: { draws }, resamples }: Pick<Other, "circular" | "resamples">,
): number | Unknown {
  if (isUnknown(a.tracks)) return a.tracks;
  if (isUnknown(b.tracks)) return b.tracks;
  if (isUnknown(draws)) return draws;
  const columns = [a.tracks[own]!.excess(), b.tracks[own]!.excess()] as const;
  const one = sameButForScale(...columns);
  if (one !== null) return one;
  const found = studentisedSharpeDifference(...columns, { draws, resamples });
  return isUnknown(found) ? found : found.p;
}
