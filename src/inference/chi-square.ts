import { normalCdf } from "../measure/normal.ts";

/**
 * Probability that a chi-square variable of `freedom` (a whole number from 1) exceeds x, by recurrence on
 * the degrees of freedom: `Q(x; k + 2) = Q(x; k) + (x/2)^(k/2) e^(-x/2) / Gamma(k/2 + 1)`, from
 * `2 Phi(-sqrt x)` for one and `e^(-x/2)` for two (Abramowitz and Stegun 1964, 26.4.8).
 */
export function chiSquareTail(x: number, freedom: number): number {
  if (!(x > 0)) return 1;
  const odd = freedom % 2 === 1;
  const half = x / 2;
  let tail = odd ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-half);
  let term = odd
    ? (Math.sqrt(half) * Math.exp(-half) * 2) / Math.sqrt(Math.PI)
    : half * Math.exp(-half);
  for (let k = odd ? 1 : 2; k < freedom; k += 2) {
    tail += term;
    term *= half / (k / 2 + 1);
  }
  return Math.min(1, tail);
}
