import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkNumber, checkTexts } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { Column } from "../series/series.ts";

/**
 * A unit that wealth is counted in: the currency of the books, or any series quoted in it.
 * `riskless` says what a holder of this unit earns without risk: `cash` the cash rate, translated into
 * the unit; `itself` nothing, because the unit can be held (gold in gold); a number so much a year (a
 * lease rate, or minus what it costs to store); a series of such a rate, in fractions a year, what was
 * known of it at the row before.
 */
export interface Numeraire {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** The series or formula of the price of one unit in the currency of the books; null for that itself. */
  readonly series: string | null;
  readonly riskless: "cash" | "itself" | number | { readonly rate: SeriesId };
  /**
   * Forwards on the unit, per unit of wealth, in the hedged reading of each portfolio: 1 takes away the whole
   * exposure to the unit that comes of holding something priced in another. 0 is no such reading. The books
   * and every measure stay as they are.
   */
  readonly hedge: number;
}

/** A price of one unit: a series of the catalog, a formula of such, or null for the currency of the books. */
type PriceSpec =
  | { readonly series: SeriesId | null; readonly formula?: never }
  | { readonly formula: string; readonly series?: never };

export type NumeraireSpec = Omit<Numeraire, "series" | "hedge"> &
  PriceSpec & { readonly hedge?: number };

/** A numeraire, checked. */
export function numeraire(spec: NumeraireSpec): Numeraire {
  const id = checkId("numeraire", spec.id);
  checkKeys(`numeraire ${id}`, spec, [
    "id",
    "title",
    "unit",
    "series",
    "formula",
    "riskless",
    "hedge",
  ]);
  const { title, unit, riskless, hedge = 0 } = spec;
  checkTexts(`numeraire ${id}`, { title, unit });
  checkRiskless(`numeraire ${id}: riskless`, riskless);
  checkNumber(`numeraire ${id}: hedge`, hedge, 0, MOST_HEDGE);
  const series = priceOf(id, spec);
  if (series === null && hedge !== 0)
    throw new InputError(
      `numeraire ${id}: hedge is ${hedge}, but it is the currency of the books, against which nothing is to be hedged; leave it out`,
    );
  return { id, title, unit, series, riskless, hedge };
}

const MOST_HEDGE = 2;

function checkRiskless(place: string, riskless: NumeraireSpec["riskless"]): void {
  if (typeof riskless === "number") checkNumber(place, riskless, -0.5, 0.5);
  else if (typeof riskless === "object" && riskless !== null) {
    checkKeys(place, riskless, ["rate"]);
    checkTexts(place, { rate: riskless.rate });
  } else if (riskless !== "cash" && riskless !== "itself")
    throw new InputError(
      `${place} is "${String(riskless)}"; give "cash", "itself", a rate a year, or { rate: "id of a series" }`,
    );
}

function priceOf(id: string, { series, formula }: NumeraireSpec): string | null {
  if (series !== undefined && formula !== undefined)
    throw new InputError(
      `numeraire ${id}: has the series "${series}" and the formula "${formula}"; give one of them`,
    );
  const price = series === undefined ? formula : series;
  if (price !== null && (typeof price !== "string" || price.trim() === ""))
    throw new InputError(
      `numeraire ${id}: has no price; give a series, a formula such as "a / b", or series: null for the currency of the books`,
    );
  return price;
}

/** Wealth divided by the price of the numeraire, row by row. The currency of the books has price null. */
export function wealthIn(wealth: Column, price: Column | null): Float64Array {
  const out = new Float64Array(wealth.length);
  for (let row = 0; row < out.length; row++)
    out[row] = price === null ? wealth[row]! : wealth[row]! / price[row]!;
  return out;
}

/**
 * Wealth in the numeraire with `h` forwards on it held for each unit of wealth, set anew every period, from
 * wealth, price and the return of cash in the currency of the books: `R_h = R + h (n - r y)`, and
 * `(1 + R_h) / (1 + n) - 1` in the unit, with `n` the return of its price.
 */
export function hedgedWealth(
  wealth: Column,
  price: Column,
  cash: Column,
  hedge: number,
): Float64Array {
  const out = new Float64Array(wealth.length);
  out[0] = wealth[0]! / price[0]!;
  for (let t = 1; t < out.length; t++) {
    const unit = price[t]! / price[t - 1]!;
    const own = wealth[t]! / wealth[t - 1]!;
    out[t] = (out[t - 1]! * (own + hedge * (unit - 1 - cash[t - 1]!))) / unit;
  }
  return out;
}

/**
 * The riskless return of each period in the numeraire, from the riskless return in the currency of
 * the books: `(1 + r) / (1 + n) - 1` with `n` the numeraire's own return, or 0 where the unit itself
 * is the riskless asset, or a rate of the unit's own: a constant, or `rates`, a year and by period. Index 0
 * belongs to the return from row 0 to row 1.
 */
export function risklessIn(
  unit: Numeraire,
  riskless: Column,
  price: Column | null,
  years: Column,
  rates: Column | null = null,
): Float64Array {
  const out = new Float64Array(riskless.length);
  if (rates !== null) return out.map((_, t) => rates[t]! * years[t]!);
  const own = unit.riskless === "itself" ? 0 : unit.riskless;
  if (typeof own === "number") return out.map((_, t) => own * years[t]!);
  for (let t = 0; t < out.length; t++)
    out[t] = price === null ? riskless[t]! : (1 + riskless[t]!) / (price[t + 1]! / price[t]!) - 1;
  return out;
}
