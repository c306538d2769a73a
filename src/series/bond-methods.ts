import { cleanPriceChange, parBondReturn, parConvexity, parDuration } from "./par-bond.ts";

/** How the return of a par bond is computed from the yields at both ends of a holding period. */
export type BondMethod = "exact" | "swinkels" | "accrued" | "duration";

/** Total return from y0 to y1 (fractions per year) over `years`, the bond being of `maturity` years. */
export type BondReturn = (y0: number, y1: number, maturity: number, years: number) => number;

/** The methods by name: the exact one, and those by which published series are replicated. */
export const bondMethods: Readonly<Record<BondMethod, BondReturn>> = {
  exact: parBondReturn,
  swinkels: swinkelsReturn,
  accrued: accruedReturn,
  duration: durationReturn,
};

/**
 * Second-order approximation: `(1 + y0)^q - 1 - D (y1 - y0) + C (y1 - y0)² / 2`, duration and
 * convexity at y0 (Swinkels 2019). NaN in, NaN out. The R package treasuryTR departs from the paper:
 * it takes D and C at y1.
 */
export function swinkelsReturn(y0: number, y1: number, maturity: number, years: number): number {
  const change = y1 - y0;
  const carry = Math.expm1(years * Math.log1p(y0));
  return (
    carry - parDuration(y0, maturity) * change + 0.5 * parConvexity(y0, maturity) * change ** 2
  );
}

/** Clean price of a bond whose maturity stays as it was, plus accrued coupon `y0 q`. NaN in, NaN out. */
export function accruedReturn(y0: number, y1: number, maturity: number, years: number): number {
  return y0 * years + cleanPriceChange(y0, y1, maturity);
}

/** First order alone, for teaching: `y0 q - D (y1 - y0)`, duration at y0. NaN in, NaN out. */
export function durationReturn(y0: number, y1: number, maturity: number, years: number): number {
  return y0 * years - parDuration(y0, maturity) * (y1 - y0);
}

/**
 * Return of a calendar year on a bond with one coupon a year, its maturity not aged:
 * `y0 + (y0/y1)(1 - (1 + y1)^(-M)) + (1 + y1)^(-M) - 1`, and `y0 (M + 1)` at y1 = 0
 * (Damodaran, historical returns, M = 10). NaN in, NaN out.
 */
export function damodaranReturn(y0: number, y1: number, maturity = 10): number {
  if (y1 === 0) return y0 * (maturity + 1);
  return y0 - Math.expm1(-maturity * Math.log1p(y1)) * (y0 / y1 - 1);
}

/**
 * Return of a month on a bond of ten years with a coupon each month, priced with 119 of them left:
 * `y0/y1 + y0/12 + (1 + y1/12)^(-119) (1 - y0/y1) - 1`, and `10 y0` at y1 = 0
 * (Shiller, online data). NaN in, NaN out.
 */
export function shillerReturn(y0: number, y1: number): number {
  if (y1 === 0) return 10 * y0;
  return y0 / 12 - Math.expm1(-119 * Math.log1p(y1 / 12)) * (y0 / y1 - 1);
}
