import { dayOf } from "./day.ts";

const [MINUS, ZERO] = [45, 48];
const DIGITS = { point: 46, comma: 44 } as const;
/** Powers of ten that are exact: a whole number up to 2^53 over one of them is rounded once, as a text is. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * Reads numbers such as `-12.5` where they stand in a text, without cutting them out; undefined for
 * any that is written otherwise.
 */
export function plainNumber(
  decimal: keyof typeof DIGITS,
): (text: string, from: number, end: number) => number | undefined {
  const sign = DIGITS[decimal] - ZERO;
  return (text, from, end) => {
    const isNegative = text.charCodeAt(from) === MINUS;
    let digits = 0;
    let whole = 0;
    let decimals = -1;
    for (let at = isNegative ? from + 1 : from; at < end; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit >= 0 && digit <= 9) {
        whole = whole * 10 + digit;
        digits += 1;
        if (decimals >= 0) decimals += 1;
      } else if (digit === sign && decimals < 0) decimals = 0;
      else return undefined;
    }
    if (digits === 0 || whole > Number.MAX_SAFE_INTEGER || decimals > 22) return undefined;
    const value = decimals > 0 ? whole / POWERS_OF_TEN[decimals]! : whole;
    return isNegative ? -value : value;
  };
}

/**
 * Reads `YYYY-MM-DD` where it stands in a text; undefined for anything else. It keeps the month of the
 * last day, since the next is mostly in it.
 */
export function plainDay(): (text: string, from: number, end: number) => number | undefined {
  let month = Number.NaN;
  let before = 0;
  let length = 0;
  return (text, from, end) => {
    if (end - from !== 10) return undefined;
    if (text.charCodeAt(from + 4) !== MINUS || text.charCodeAt(from + 7) !== MINUS)
      return undefined;
    const year = whole(text, from, 4);
    const inYear = whole(text, from + 5, 2);
    const dayOfMonth = whole(text, from + 8, 2);
    const asked = year * 12 + inYear;
    if (asked !== month) {
      // Negated, so that NaN is refused too; Date reads years before 100 otherwise.
      if (!(year >= 100 && inYear >= 1 && inYear <= 12)) return undefined;
      month = asked;
      before = dayOf(year, inYear, 0);
      length = dayOf(year, inYear + 1, 0) - before;
    }
    return dayOfMonth >= 1 && dayOfMonth <= length ? before + dayOfMonth : undefined;
  };
}

function whole(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
