/** Size under which a value counts as zero. */
const ZERO = 1e-10;
/** A step across zero larger than this is a jump (a margin call, a ruin), and no crossing. */
const JUMP = 1e-4;
const MOST_STEPS = 100;

/**
 * Where a function crosses zero between `low` and `high`, or null where both ends lie on the same side and
 * where it jumps across. Secants, kept inside the bracket by bisection (Dekker 1969), from `low` and `near`,
 * a place whose value is close at hand; `high` is tried only when a secant leaves the bracket. The function
 * may be infinite, never NaN.
 */
export function crossing(
  f: (at: number) => number,
  low: number,
  high: number,
  near: number = high,
): number | null {
  let [a, b] = [low, high];
  let before = { at: low, value: f(low) };
  if (Math.abs(before.value) < ZERO) return low;
  const isPositive = before.value > 0;
  let last = { at: near, value: f(near) };
  let isBracket = false;
  for (let step = 1; step <= MOST_STEPS && Math.abs(last.value) >= ZERO; step += 1) {
    if (last.value > 0 === isPositive) a = last.at;
    else [b, isBracket] = [last.at, true];
    if (!(a < b)) return null;
    let at = last.at - (last.value * (last.at - before.at)) / (last.value - before.value);
    if (!(at > a && at < b) || step % 6 === 0) {
      if (!isBracket && f(high) > 0 === isPositive) return null;
      isBracket = true;
      at = (a + b) / 2;
    }
    if (at === a || at === b) break;
    before = last;
    last = { at, value: f(at) };
  }
  return Math.abs(last.value) < JUMP ? last.at : null;
}
