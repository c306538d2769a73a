/**
 * Probability that |T| exceeds |t| for Student's t with `freedom` degrees of freedom (positive, to
 * about a million): the p-value of a two-sided test. Equals the regularised incomplete beta function
 * `I_x(freedom/2, 1/2)` at `x = freedom / (freedom + t^2)`; relative error about 1e-13, tails included.
 */
export function studentTwoSided(t: number, freedom: number): number {
  const a = freedom / 2;
  const square = t * t;
  const x = freedom / (freedom + square);
  const rest = square / (freedom + square);
  if (rest === 0) return 1;
  const scale = Math.exp(-a * Math.log1p(square / freedom)) * Math.sqrt(rest) * betaFactor(a);
  return x < (a + 1) / (a + 2.5)
    ? (scale / a) * betaFraction(x, a, 0.5)
    : 1 - 2 * scale * betaFraction(rest, 0.5, a);
}

/** Probability that Student's t lies at or below t. */
export function studentCdf(t: number, freedom: number): number {
  const tail = studentTwoSided(t, freedom) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * `1 / B(a, 1/2) = Gamma(a + 1/2) / (Gamma(a) sqrt(pi))`: raised to a large argument by recurrence,
 * there the asymptotic series of the logarithm.
 */
function betaFactor(a: number): number {
  let factor = 1;
  let raised = a;
  for (; raised < 20; raised += 1) factor *= raised / (raised + 0.5);
  const inverse = 1 / raised;
  const square = inverse * inverse;
  const series =
    inverse * (-1 / 8 + square * (1 / 192 + square * (-1 / 640 + (square * 17) / 14336)));
  return factor * Math.sqrt(raised / Math.PI) * Math.exp(series);
}

/** Continued fraction of the incomplete beta function, evaluated forwards (Lentz 1976). */
function betaFraction(x: number, a: number, b: number): number {
  let upper = 1;
  let lower = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = lower;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    lower = 1 / (1 + even * lower);
    upper = 1 + even / upper;
    value *= upper * lower;
    lower = 1 / (1 + odd * lower);
    upper = 1 + odd / upper;
    const step = upper * lower;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}
