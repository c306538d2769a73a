import { InputError } from "../input/input-error.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { varies } from "./comparable.ts";
import { blockDraws, rowsOf } from "./draws.ts";
import { spread, stateMeans } from "./regime-sample.ts";

/** A rule as a function of price paths: the state at each row but the last, -1 where it has none. */
export type StatesOnPath = (paths: readonly Float64Array[]) => ArrayLike<number>;

export interface PathTest {
  /** Mean return of each state; null for a state that does not occur. */
  readonly means: readonly (number | null)[];
  /** Of two states, the first's mean less the second's; of more, the largest difference of any two. */
  readonly difference: number;
  /** Two-sided. */
  readonly p: number;
  /** Resampled paths on which every state occurred; only these count. */
  readonly resamples: number;
}

export interface PathTestSpec {
  /** Id of the rule, for messages. */
  readonly id: string;
  /** Returns that follow each row but the last. */
  readonly returns: Column;
  /** Prices that the rule is made of, a row more than returns. */
  readonly prices: readonly Column[];
  readonly states: StatesOnPath;
  /** How many states there are. */
  readonly count: number;
  readonly resamples: number;
  /** Mean length of a block in rows; 1 leaves nothing to be foretold at all. */
  readonly meanBlock: number;
  readonly seed: number;
}

/**
 * The test of a rule that is made of the very prices whose returns it sorts, such as a moving average:
 * its states are no circumstance from outside, so they are not resampled. Growth factors and returns are
 * resampled together by the stationary bootstrap, prices are built from them, and the rule is run on
 * each path anew: `p = (1 + #{|difference*| >= |difference|}) / (1 + B)`. What prices foretell within a
 * block stays in the paths, so that long blocks make the test timid.
 * @throws InputError for states that change when later prices are cut off.
 */
export function pathTest(spec: PathTestSpec): PathTest | Unknown {
  const { id, returns, prices, states, count, resamples, meanBlock, seed } = spec;
  const n = returns.length;
  if (prices.some((price) => price.length !== n + 1))
    throw new Error(`${id}: prices need ${n + 1} rows, one more than returns`);
  if (n < 10) return unknown(`${n} periods are too few; at least 10 are needed`);
  for (let t = 0; t < n; t += 1)
    if (!Number.isFinite(returns[t]!)) return unknown(`the return of period ${t + 1} is not known`);
  const growth = prices.map((price) => factorsOf(price));
  if (growth.some((factors) => !factors.every((g) => Number.isFinite(g) && g > 0)))
    return unknown("a price is missing or not positive");
  if (!varies(returns)) return unknown("the return is the same in every period");
  const paths = prices.map((price) => Float64Array.from(price));
  const own = Int16Array.from(states(paths));
  checkCausal(id, states, paths, own);
  const observed = meansOf(returns, own, count);
  const present = observed.filter((mean) => mean !== null);
  if (present.length < count) return unknown("not every state occurs");
  const draws = blockDraws({ kind: "stationary", length: n, meanBlock, seed });
  if (isUnknown(draws)) return draws;
  const difference = spread(present);
  const far = Math.abs(difference) * (1 - 1e-10);
  const drawn = new Float64Array(n);
  let asFar = 0;
  let counted = 0;
  for (let k = 0; k < resamples; k += 1) {
    const rows = rowsOf(draws(k));
    for (const [i, path] of paths.entries()) {
      const factors = growth[i]!;
      for (let t = 0; t < n; t += 1) path[t + 1] = path[t]! * factors[rows[t]!]!;
    }
    for (let t = 0; t < n; t += 1) drawn[t] = returns[rows[t]!]!;
    const means = meansOf(drawn, Int16Array.from(states(paths)), count);
    const all = means.filter((mean) => mean !== null);
    if (all.length < count) continue;
    counted += 1;
    if (Math.abs(spread(all)) >= far) asFar += 1;
  }
  if (counted < resamples / 2)
    return unknown(`only ${counted} of ${resamples} paths have every state in them`);
  return { means: observed, difference, p: (1 + asFar) / (1 + counted), resamples: counted };
}

function factorsOf(price: Column): Float64Array {
  const factors = new Float64Array(price.length - 1);
  for (let t = 0; t < factors.length; t += 1) factors[t] = price[t + 1]! / price[t]!;
  return factors;
}

function meansOf(returns: Column, states: Int16Array, count: number): (number | null)[] {
  const counts = new Array<number>(count).fill(0);
  for (let t = 0; t < returns.length; t += 1) if (states[t]! >= 0) counts[states[t]!]! += 1;
  const means = stateMeans({ returns: Float64Array.from(returns), states, counts });
  return counts.map((one, state) => (one === 0 ? null : means[state]!));
}

/** Cuts the path short at some rows: what was known by then must be the same. */
function checkCausal(
  id: string,
  states: StatesOnPath,
  paths: readonly Float64Array[],
  own: Int16Array,
): void {
  const n = own.length;
  for (const part of [0.25, 0.5, 0.75, 0.9]) {
    const rows = Math.floor(n * part);
    const cut = states(paths.map((path) => path.slice(0, rows + 1)));
    for (let t = 0; t < rows; t += 1)
      if (cut[t] !== own[t])
        throw new InputError(
          `${id}: its state at row ${t} changes when prices after row ${rows} are cut off; a state may use the prices up to its own row alone`,
        );
  }
}
