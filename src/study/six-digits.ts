/** A number to six significant digits: as much as any picture shows, in half the space. */
export function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

/** The same where there may be nothing. */
export function sixDigitsOf(value: number | null): number | null {
  return value === null ? null : sixDigits(value);
}
