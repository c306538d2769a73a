/** The sign before decimals. */
export type Decimal = "point" | "comma";
export const DECIMAL_WORDS = ["point", "comma"] as const;

/** A number as a text holds it. */
export interface Numeral {
  readonly value: number;
  /** The sign of a currency beside it. */
  readonly currency?: string;
  readonly isPercent?: boolean;
  readonly isGrouped?: boolean;
}

/** Why a text is no number. */
export type NoNumeral = "formula" | "infinite" | "huge" | "otherDecimal" | "notANumber";

const UNKNOWN = /^(?:|\.+|-+|[–—]|#?n\/?a\.?|n\.a\.?|nan|null|none|nd|#n\/a n\/a)$/i;

/** True of a text that says that nothing is known. */
export function isUnknownText(text: string): boolean {
  return text.length < 9 && UNKNOWN.test(text);
}

/** Signs that part thousands beside the one that is not before decimals: spaces of all widths, apostrophes. */
const SPACES = " \\u00a0\\u2009\\u202f'’";
const GROUPED = {
  point: new RegExp(`^\\d{1,3}(?:([,${SPACES}])\\d{3})(?:\\1\\d{3})*(?:\\.\\d+)?$`),
  comma: new RegExp(`^\\d{1,3}(?:([.${SPACES}])\\d{3})(?:\\1\\d{3})*(?:,\\d+)?$`),
} as const;
const PLAIN = {
  point: /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  comma: /^(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i,
} as const;
const OTHER = { point: "comma", comma: "point" } as const;

const CURRENCY = "US\\$|[A-Z]{0,2}[$€£¥₿฿]|USD|EUR|GBP|JPY|CHF|THB|CLP";
const LEADING = new RegExp(`^(?:${CURRENCY})\\s*`);
const TRAILING = new RegExp(`\\s*(?:${CURRENCY})$`);

/** A number's text without its sign, currency and percent. */
interface Bare {
  readonly digits: string;
  readonly isNegative: boolean;
  readonly currency: string | undefined;
  readonly isPercent: boolean;
}

/** What is left of a number when what stands around its digits is taken away. */
export function bare(text: string): Bare {
  let digits = text;
  let currency: string | undefined;
  const takeSign = () => {
    const sign = /^[+−-]\s?/.exec(digits)?.[0];
    if (sign === undefined) return false;
    digits = digits.slice(sign.length);
    return sign[0] !== "+";
  };
  let isNegative = takeSign();
  const leading = LEADING.exec(digits)?.[0];
  if (leading) {
    currency = leading.trim();
    digits = digits.slice(leading.length);
    isNegative = isNegative || takeSign();
  }
  const isPercent = digits.endsWith("%");
  if (isPercent) digits = digits.slice(0, -1).trimEnd();
  const trailing = currency === undefined ? TRAILING.exec(digits)?.[0] : undefined;
  if (trailing) {
    currency = trailing.trim();
    digits = digits.slice(0, digits.length - trailing.length);
  }
  return { digits, isNegative, currency, isPercent };
}

/** The number in a text whose decimals stand after this sign, or why it holds none. */
export function numeralIn(text: string, decimal: Decimal): Numeral | NoNumeral {
  if (/^[=@]/.test(text) || /^[+-][A-Za-z(]/.test(text)) return "formula";
  if (/^[+-]?(?:inf(?:inity)?|∞)$/i.test(text)) return "infinite";
  if (text.length > 400) return "notANumber";
  const { digits, isNegative, currency, isPercent } = bare(text);
  const isPlain = PLAIN[decimal].test(digits);
  const isGrouped = !isPlain && GROUPED[decimal].test(digits);
  if (!isPlain && !isGrouped) {
    const other = OTHER[decimal];
    return PLAIN[other].test(digits) || GROUPED[other].test(digits) ? "otherDecimal" : "notANumber";
  }
  const ungrouped = isGrouped
    ? digits.replace(decimal === "point" ? /[^\d.]/g : /[^\d,]/g, "")
    : digits;
  const size = Number(decimal === "comma" ? ungrouped.replace(",", ".") : ungrouped);
  if (!Number.isFinite(size)) return "huge";
  return {
    value: isNegative && size !== 0 ? -size : size,
    ...(currency === undefined ? {} : { currency }),
    ...(isPercent ? { isPercent } : {}),
    ...(isGrouped ? { isGrouped } : {}),
  };
}

/**
 * What a text tells of the sign before decimals: that sign; "ambiguous…" where one sign stands once,
 * before three digits and after one to three, so that it may part thousands; undefined where nothing.
 */
export function decimalShown(
  text: string,
): Decimal | "ambiguousPoint" | "ambiguousComma" | undefined {
  const { digits } = bare(text);
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (!/^[\d.,e+\s'’\u00a0\u2009\u202f-]+$/i.test(digits) || points + commas === 0)
    return undefined;
  if (points > 0 && commas > 0)
    return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "point" : "comma";
  if (points + commas > 1) return points > 1 ? "comma" : "point";
  const sign = points === 1 ? "point" : "comma";
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return sign;
  return sign === "point" ? "ambiguousPoint" : "ambiguousComma";
}
