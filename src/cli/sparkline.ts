const STEPS = "▁▂▃▄▅▆▇█";
const ASCII_STEPS = "_.-:=+*#";

/** The least and the greatest logarithm of values above zero, by which lines share a scale. */
export type LogRange = readonly [least: number, greatest: number];

/** The range of logarithms of all values above zero; undefined where there is none. */
export function logRange(lines: readonly (readonly (number | null)[])[]): LogRange | undefined {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines)
    for (const value of line) {
      if (value === null || value <= 0) continue;
      least = Math.min(least, Math.log(value));
      greatest = Math.max(greatest, Math.log(value));
    }
  return least > greatest ? undefined : [least, greatest];
}

/**
 * A line of values as so many characters, on a logarithmic scale: each shows the last value of an
 * equal part of the rows. A value that is unknown, or not above zero, is blank.
 */
export function sparkline(
  values: readonly (number | null)[],
  [least, greatest]: LogRange,
  width: number,
  unicode: boolean,
): string {
  const steps = unicode ? STEPS : ASCII_STEPS;
  const span = greatest - least;
  let line = "";
  for (let at = 0; at < width; at++) {
    const row = Math.ceil(((at + 1) * values.length) / width) - 1;
    const value = values[row] ?? null;
    if (value === null || value <= 0) line += " ";
    else {
      const share = span === 0 ? 0 : (Math.log(value) - least) / span;
      line += steps[Math.min(steps.length - 1, Math.floor(share * steps.length))];
    }
  }
  return line;
}
