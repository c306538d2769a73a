/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal lies at or below x, relative error about 1e-14, tails included:
 * near the centre the series `1/2 + density x (x + x^3/3 + x^5/(3 5) + ...)`, beyond 2.5 the continued
 * fraction of Laplace for the tail (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).
 */
export function normalCdf(x: number): number {
  if (x > 2.5) return 1 - normalTail(x);
  return x < -2.5 ? normalTail(-x) : 0.5 + centre(x);
}

function centre(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return normalDensity(x) * sum;
}

/** `density / (x + 1/(x + 2/(x + 3/(x + ...))))`, from a depth at which the rest no longer matters. */
function normalTail(x: number): number {
  let fraction = x;
  for (let depth = 40 + Math.ceil(1000 / (x * x)); depth > 0; depth -= 1)
    fraction = x + depth / fraction;
  return normalDensity(x) / fraction;
}

/**
 * The x below which a standard normal lies with probability p: a rational first guess (Hastings 1955,
 * in Abramowitz and Stegun 1964, 26.2.23) and Halley steps on `normalCdf`. Infinite at 0 and 1, NaN
 * outside.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (!(p > 0)) return p === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  const t = Math.sqrt(-2 * Math.log(p));
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
    t;
  for (let step = 0; step < 3; step += 1) {
    const newton = (normalCdf(x) - p) / normalDensity(x);
    x -= newton / (1 + (x * newton) / 2);
  }
  return x;
}
