/** Size under which a value counts as zero. */
const ZERO = 1e-11;
/** A step across zero larger than this is a jump (a margin call, a ruin), and no crossing. */
const JUMP = 1e-4;
const MOST_STEPS = 100;

/**
 * Where a function crosses zero between two places, or null where both ends lie on the same side, where it
 * is the same at both, and where it jumps across. Bisection, sped up by the secant of the Illinois method
 * (Dowell and Jarratt 1971) while both ends are finite; `f` may be infinite, never NaN.
 */
export function crossing(f: (at: number) => number, low: number, high: number): number | null {
  let [a, b] = [low, high];
  let [left, right] = [f(a), f(b)];
  if (left === right) return null;
  if (Math.abs(left) < ZERO) return a;
  if (Math.abs(right) < ZERO) return b;
  if (left > 0 === right > 0) return null;
  let kept: "a" | "b" | null = null;
  let at = a;
  let value = left;
  for (let step = 1; step <= MOST_STEPS && Math.abs(value) >= ZERO; step += 1) {
    const secant = (a * right - b * left) / (right - left);
    const halve = step % 4 === 0 || !(secant > a && secant < b);
    at = halve ? (a + b) / 2 : secant;
    if (at <= a || at >= b) break;
    value = f(at);
    if (value > 0 === left > 0) {
      [a, left] = [at, value];
      if (kept === "b") right /= 2;
      kept = "b";
    } else {
      [b, right] = [at, value];
      if (kept === "a") left /= 2;
      kept = "a";
    }
  }
  return Math.abs(value) < JUMP ? at : null;
}
