/** An annualised denominator (0.1 % a year) below which a ratio says nothing and is null. */
export const NEGLIGIBLE = 1e-3;

/** Relative size under which a difference between two wealths or returns is arithmetic, not money. */
export const ROUNDING = 1e-12;

/** The number, or null where it is not finite: no NaN and no infinity leaves this folder. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The number, or 0 where its size is less than rounding. */
export function settled(value: number): number {
  return Math.abs(value) < ROUNDING ? 0 : value;
}

/**
 * `numerator / denominator`, null where the size of the denominator, annualised, is below 1e-3.
 * `perYear` turns the denominator into an annual one; 1 for one that is annual, or is no rate at all.
 */
export function ratio(numerator: number, denominator: number, perYear = 1): number | null {
  return Math.abs(denominator) * perYear >= NEGLIGIBLE ? known(numerator / denominator) : null;
}
