/** Shown for what is not known or not defined. */
export const NOTHING = "–";

const MINUS = "−";

type Maybe = number | null | undefined;

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number with a fixed count of decimals, grouped by thousands, with a true minus sign. */
export function decimal(value: Maybe, decimals: number): string {
  if (value === null || value === undefined) return NOTHING;
  if (!Number.isFinite(value))
    throw new Error(`report: ${value} is not a number that can be shown`);
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
  const zero = !/[1-9]/.test(digits);
  return value < 0 && !zero ? MINUS + digits : digits;
}

/** A fraction as percent: 0.1234 is `12.3%`. */
export function percent(fraction: Maybe, decimals = 1): string {
  if (fraction === null || fraction === undefined) return NOTHING;
  return `${decimal(fraction * 100, decimals)}%`;
}

/** A fraction as percent whose sign always stands. */
export function signedPercent(fraction: Maybe, decimals = 1): string {
  const text = percent(fraction, decimals);
  const positive = fraction !== null && fraction !== undefined && fraction > 0;
  return positive && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A number whose sign always stands. */
export function signedDecimal(value: Maybe, decimals: number): string {
  const text = decimal(value, decimals);
  const positive = value !== null && value !== undefined && value > 0;
  return positive && /[1-9]/.test(text) ? `+${text}` : text;
}

/** About three significant digits at any size: `0.0123`, `1.23`, `12.3`, `1,234`. */
export function significant(value: Maybe, digits = 3): string {
  if (value === null || value === undefined) return NOTHING;
  if (value === 0) return "0";
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return decimal(value, Math.min(12, Math.max(0, digits - 1 - magnitude)));
}

/** How many times: `1.23×`. */
export function multiple(value: Maybe): string {
  return value === null || value === undefined ? NOTHING : `${significant(value)}×`;
}

/** A part of a whole as percent; a dash where parts so cancel that a share says nothing (over 300%). */
export function shareOf(fraction: Maybe): string {
  return Math.abs(fraction ?? 0) > 3 ? NOTHING : percent(fraction, 0);
}

/** The factor that a log contribution multiplies wealth by: ln 2 is `×2.00`. */
export function factor(logarithm: Maybe): string {
  return logarithm === null || logarithm === undefined
    ? NOTHING
    : `×${significant(Math.exp(logarithm))}`;
}

/** A probability as percent, never called certain: `>99.9%`, `<0.1%`. */
export function probability(value: Maybe): string {
  if (value === null || value === undefined) return NOTHING;
  if (value > 0.999) return ">99.9%";
  return value < 0.001 ? "<0.1%" : percent(value);
}

/** A p-value, never called impossible: `0.045`, `<0.001`. */
export function chance(p: Maybe, decimals = 3): string {
  if (p === null || p === undefined) return NOTHING;
  const least = 10 ** -decimals;
  return p < least ? `<${decimal(least, decimals)}` : decimal(p, decimals);
}

/** Letters that are left of a title at least: a single short word could be anything. */
const SHORTEST = 8;

/** A title up to its first comma or bracket. */
export function mainTitle(title: string): string {
  return title.split(/, | \(/)[0] ?? title;
}

/**
 * A title up to its first comma or bracket, for sentences that come after its first mention; the whole of
 * it where so little is left, or the same as of another title.
 */
export function shortTitle(title: string, others: readonly string[]): string {
  const short = mainTitle(title);
  const isClear = short.length >= SHORTEST && !others.some((other) => mainTitle(other) === short);
  return isClear ? short : title;
}

/** A whole number, grouped. */
export function count(value: Maybe): string {
  return decimal(value, 0);
}

/** Whole days, or the dash. */
export function days(value: Maybe): string {
  return value === null || value === undefined ? NOTHING : `${count(value)} d`;
}

/** A title inside a sentence: its first letter small, unless it begins with initials. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** Names as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
