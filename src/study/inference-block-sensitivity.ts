import { longestBlock } from "../inference/block-length.ts";
import { tooShort } from "../inference/comparable.ts";
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
  const others = LENGTHS.map((months) => {
    const blocks = blocksOf("stationary", months, resampling);
    return [months, contestsIn(living, rivals, own, blocks, resampling.resamples)] as const;
  });
  return rivals.flatMap((rival, place) => [
    chosenRow(strategy, rival, options),
    ...others.map(([months, contests]) =>
      otherRow(strategy, rival, months, contests[place]!, options),
    ),
  ]);
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
  const sharpe = sharpeP(strategy, rival, own, circular, resampling.resamples);
  const whole = lengthOf(circular);
  return {
    ...{ portfolio: strategy.id, benchmark: rival.id, isChosen: true },
    stationary: lengthOf(stationary),
    circular: whole === null ? null : Math.ceil(whole),
    sharpe: isUnknown(sharpe) ? null : sharpe,
    superiorAbility: spa?.consistent ?? null,
    stepdown: stepdown[strategy.id] ?? null,
    reason: isUnknown(sharpe) ? sharpe.reason : reason,
  };
}

function otherRow(
  strategy: Monthly,
  rival: Monthly,
  months: number,
  contest: Contest | Unknown,
  { trials, own, resampling }: BlockSensitivityOptions,
): BlockSensitivityFinding {
  const circular = blocksOf("circular", months, resampling);
  const sharpe = sharpeP(strategy, rival, own, circular, resampling.resamples);
  const place = livingOf(trials).findIndex(({ shownAs }) => shownAs === strategy.id);
  return {
    ...{ portfolio: strategy.id, benchmark: rival.id, isChosen: false },
    ...{ stationary: months, circular: months },
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
  { draws }: Blocks,
  resamples: number,
): number | Unknown {
  if (isUnknown(a.tracks)) return a.tracks;
  if (isUnknown(b.tracks)) return b.tracks;
  if (isUnknown(draws)) return draws;
  const columns = [a.tracks[own]!.excess(), b.tracks[own]!.excess()] as const;
  const found = studentisedSharpeDifference(...columns, { draws, resamples });
  return isUnknown(found) ? found : found.p;
}
