const TINY = 1e-9;

/**
 * Total return of a par bond held for `years` and then priced at the new par yield: exact in carry,
 * price change and convexity; the roll down the curve is left out.
 * `R = (1 + y1/2)^(2q) [ (y0/y1)(1 - (1 + y1/2)^(-2M)) + (1 + y1/2)^(-2M) ] - 1`, and `y0 M` at y1 = 0.
 * Yields are fractions per year with coupons twice a year. NaN in, NaN out.
 */
export function parBondReturn(y0: number, y1: number, maturity: number, years: number): number {
  const priceLessOne = cleanPriceChange(y0, y1, maturity);
  return Math.expm1(2 * years * Math.log1p(y1 / 2)) * (1 + priceLessOne) + priceLessOne;
}

/**
 * Price, less 1, of a bond of full maturity with coupon y0 at the yield y1, both paid twice a year:
 * `(y0/y1)(1 - (1 + y1/2)^(-2M)) + (1 + y1/2)^(-2M) - 1`, and `y0 M` at y1 = 0. NaN in, NaN out.
 */
export function cleanPriceChange(y0: number, y1: number, maturity: number): number {
  return y1 === 0 ? y0 * maturity : discounted(y1, maturity) * (y0 / y1 - 1);
}

/**
 * Modified duration of a par bond in years: `(1/y)(1 - (1 + y/2)^(-2M))`, and M at y = 0
 * (Tuckman and Serrat 2011, 4.45). NaN in, NaN out.
 */
export function parDuration(y: number, maturity: number): number {
  return y === 0 ? maturity : discounted(y, maturity) / y;
}

/**
 * Convexity of a par bond in years squared: `(2/y²)(1 - z^(-2M)) - 2M / (y z^(2M + 1))`, z = 1 + y/2,
 * and `M² + M/2` for yields too small to divide by (Tuckman and Serrat 2011, 4.52). NaN in, NaN out.
 */
export function parConvexity(y: number, maturity: number): number {
  if (Math.abs(y) < TINY) return maturity ** 2 + maturity / 2;
  const last = (1 + y / 2) ** -(2 * maturity + 1);
  return (2 * (discounted(y, maturity) / y - maturity * last)) / y;
}

/** `1 - (1 + y/2)^(-2M)`, accurate for small yields. */
function discounted(y: number, maturity: number): number {
  return -Math.expm1(-2 * maturity * Math.log1p(y / 2));
}
