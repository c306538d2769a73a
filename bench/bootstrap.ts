import { replicate } from "../src/inference/bootstrap.ts";
import { differenceOf, sharpeOf } from "../src/inference/bootstrap-statistics.ts";
import { blockDraws, type Draws } from "../src/inference/draws.ts";
import { maxDrawdownOf } from "../src/inference/path-summary.ts";
import { type Uniform, uniformOf } from "../src/inference/random.ts";
import { isUnknown } from "../src/input/unknown.ts";
import { plainMaxDrawdown, plainRows, plainSharpe, plainWealth } from "./plain-bootstrap.ts";
import { against, medianMs } from "./timing.ts";

// 27 years of trading days, blocks of a month.
const ROWS = 6850;
const MEAN_BLOCK = 21;
const RESAMPLES = 10_000;
// The plain version is timed on a tenth of the resamples, which cost it a tenth.
const PLAIN_SHARE = 10;

/** Daily returns of two assets: sums of uniforms, of which they share a part. */
function twoAssets(): readonly [Float64Array, Float64Array] {
  const uniform = uniformOf(1999);
  const noise = () => (uniform() + uniform() + uniform() - 1.5) / 50;
  const common = Float64Array.from({ length: ROWS }, noise);
  return [common.map((x) => 0.0004 + x + noise()), common.map((x) => 0.0003 + x)];
}

function stationary(): Draws {
  const draws = blockDraws({ kind: "stationary", length: ROWS, meanBlock: MEAN_BLOCK, seed: 7 });
  if (isUnknown(draws)) throw new Error(draws.reason);
  return draws;
}

/** Times resampling by blocks against the same resampling day by day. */
export function benchBootstrap(): void {
  const [a, b] = twoAssets();
  const draws = stationary();
  const difference = differenceOf(sharpeOf(a), sharpeOf(b));
  const drawdown = maxDrawdownOf(a);
  const plainly = (statistic: (rows: Int32Array) => number) => (uniform: Uniform) =>
    statistic(plainRows(ROWS, MEAN_BLOCK, uniform));
  const cases = [
    [
      "Sharpe difference",
      difference,
      plainly((rows) => plainSharpe(a, rows) - plainSharpe(b, rows)),
    ],
    ["maximum drawdown", drawdown, plainly((rows) => plainMaxDrawdown(plainWealth(a, rows)))],
  ] as const;
  console.log(
    `drawing alone: ${medianMs(() => replicate(draws, [], { count: RESAMPLES }), 9).toFixed(1)} ms`,
  );
  for (const [title, statistic, plain] of cases) {
    const ours = medianMs(() => replicate(draws, [statistic], { count: RESAMPLES }), 9);
    const plainMs = medianMs(() => {
      const uniform = uniformOf(7);
      let sum = 0;
      for (let k = 0; k < RESAMPLES / PLAIN_SHARE; k += 1) sum += plain(uniform);
      return sum;
    }, 5);
    console.log(
      `bootstrap, ${RESAMPLES} resamples of ${ROWS} days in blocks of ${MEAN_BLOCK}: ${title}`,
    );
    console.log(against(ours, plainMs * PLAIN_SHARE));
  }
}
