import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkNumber } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { Column } from "../series/series.ts";

/**
 * A unit that wealth is counted in: the currency of the books, or any series quoted in it.
 * `riskless` says what a holder of this unit earns without risk: `cash` the cash rate, translated into
 * the unit; `itself` nothing, because the unit can be held (gold in gold); a number so much a year (a
 * lease rate, or minus what it costs to store).
 */
export interface Numeraire {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** The series or formula of the price of one unit in the currency of the books; null for that itself. */
  readonly series: string | null;
  readonly riskless: "cash" | "itself" | number;
}

/** A price of one unit: a series of the catalog, a formula of such, or null for the currency of the books. */
type PriceSpec =
  | { readonly series: SeriesId | null; readonly formula?: never }
  | { readonly formula: string; readonly series?: never };

export type NumeraireSpec = Omit<Numeraire, "series"> & PriceSpec;

/** A numeraire, checked. */
export function numeraire(spec: NumeraireSpec): Numeraire {
  const id = checkId("numeraire", spec.id);
  checkKeys(`numeraire ${id}`, spec, ["id", "title", "unit", "series", "formula", "riskless"]);
  const { title, unit, riskless } = spec;
  if (typeof riskless === "number") checkNumber(`numeraire ${id}: riskless`, riskless, -0.5, 0.5);
  else if (riskless !== "cash" && riskless !== "itself")
    throw new InputError(
      `numeraire ${id}: riskless is "${String(riskless)}"; give "cash", "itself" or a rate a year`,
    );
  return { id, title, unit, series: priceOf(id, spec), riskless };
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
 * The riskless return of each period in the numeraire, from the riskless return in the currency of
 * the books: `(1 + r) / (1 + n) - 1` with `n` the numeraire's own return, or 0 where the unit itself
 * is the riskless asset, or a rate of the unit's own. Index 0 belongs to the return from row 0 to row 1.
 */
export function risklessIn(
  unit: Numeraire,
  riskless: Column,
  price: Column | null,
  years: Column,
): Float64Array {
  const out = new Float64Array(riskless.length);
  const own = unit.riskless === "itself" ? 0 : unit.riskless;
  if (typeof own === "number") return out.map((_, t) => own * years[t]!);
  for (let t = 0; t < out.length; t++)
    out[t] = price === null ? riskless[t]! : (1 + riskless[t]!) / (price[t + 1]! / price[t]!) - 1;
  return out;
}
