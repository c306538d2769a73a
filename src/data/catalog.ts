import type { BondMethod } from "../series/bond-methods.ts";
import type { FaultKind, SeriesKind } from "../series/series.ts";

/** Where a column of figures stands: a file, a column in it, and how its rows are dated. */
export interface Location {
  /** File name, such as `month-end.csv`. */
  readonly file: string;
  /** The folder of a file that lies in none of the usual ones. */
  readonly folder?: URL;
  readonly column: string;
  /** Column that holds the day of each value; the first column unless named. */
  readonly days?: string;
  /** Column that holds the day on which each value was first published. */
  readonly known?: string;
  /** The period that a row stands for, where rows are dated by its first day. */
  readonly period?: "month" | "quarter";
  /** Who serves the column, for `assay data pull`; the first that can be asked, where there are several. */
  readonly from?: Supply | readonly Supply[];
}

/** A provider's name for a series. */
export interface Supply {
  /** Id of the provider, such as `fred`. */
  readonly provider: string;
  readonly symbol: string;
  /** The provider's column, where it has several and it is not the file's own: `adjclose`. */
  readonly field?: string;
}

/** A stretch of days, both ends included (`YYYY-MM-DD`), and what is wrong with it. */
export interface Masked {
  readonly from: string;
  readonly to: string;
}

/** A fault that the check of the figures finds, and why they are left as they are. */
export interface Expected {
  readonly kind: FaultKind;
  /** First day of it (`YYYY-MM-DD`). */
  readonly from: string;
  /** Last day of it; the first unless given. */
  readonly to?: string;
  readonly reason: string;
}

/** What a person should know of a series before using it. */
export interface Described {
  readonly title: string;
  readonly unit: string;
  readonly kind: SeriesKind;
  /** Days from the end of the reference period to publication; 0 unless given. */
  readonly lag?: number;
  /**
   * The close at which a decision may use a figure, in months after that in which its period ends: 1 is the last
   * trading day of the month after. For figures that come out on no fixed day and late at times (as when the
   * government is shut down), and the same in monthly and daily runs. The lag unless given; the lag still says
   * what was out on a day to whoever asks afterwards.
   */
  readonly usableAtMonthEnd?: number;
  /** Why its values were not known at the time, to follow a colon: then it describes, and no decision may read it. */
  readonly hindsight?: string;
  /** Known faults, in words. */
  readonly faults?: readonly string[];
  /** Faults that a check finds and that are known: it lists them, and they stop no run. */
  readonly expected?: readonly Expected[];
  /** For a price without the income of its owner: the id of the series that has it, or null. */
  readonly withIncome?: string | null;
  /**
   * Another source of the same thing, whatever its base, and how far the two may part from their usual
   * ratio, as a share: a check compares them.
   */
  readonly sameAs?: { readonly id: string; readonly within: number };
  /** Why nobody can hold it, for a price of something that cannot be held. */
  readonly notHeld?: string;
}

/** Figures read from files. */
export interface ColumnSpec extends Described {
  readonly origin: string;
  readonly terms: string;
  /** Shipped figures: rows a month, or dated rows of any kind. */
  readonly monthly?: Location;
  /** A file in a folder of daily figures. */
  readonly daily?: Location;
  /** Stretches in which the source fills instead of quoting: read as not known. */
  readonly masked?: readonly Masked[];
  /**
   * The series that carries this one on after its own source ends on a day. Shipped figures contain
   * the continuation; daily ones are joined to it by returns.
   */
  readonly continuedBy?: { readonly id: string; readonly from: string };
}

/** Par bonds struck anew on every quote day: a total return out of yields. */
export interface ParBondSpec extends Described {
  readonly segments: readonly {
    readonly from: string;
    /** Id or formula of a par yield in percent. */
    readonly yields: string;
    /** Years. */
    readonly maturity: number;
  }[];
  /** Exact repricing unless named; the others replicate published series. */
  readonly method?: BondMethod;
  /**
   * The curve that the bond rolls down: par yields with their maturities in years, which enclose that
   * of each segment. Without it the bond is priced at the yield of its full maturity.
   */
  readonly rollDown?: readonly { readonly yields: string; readonly maturity: number }[];
}

/** Cash that earns a bill rate: a total return out of bank discounts in percent. */
export interface BillReturnSpec extends Described {
  readonly discounts: string;
}

/** Series joined by returns, each from the first day that it shares with the one before. */
export interface SpliceSpec extends Described {
  readonly parts: readonly { readonly id: string; readonly proxy?: boolean }[];
}

/** Fixed weights, set anew at the last close of each month. */
export interface BasketSpec extends Described {
  readonly weights: Readonly<Record<string, number>>;
}

/** A monthly series whose named months (`YYYY-MM`) are filled log-linearly, and no others. */
export interface FilledSpec extends Described {
  readonly of: string;
  readonly months: readonly string[];
}

/** Arithmetic on other series, on the days that all of them share. */
export interface FormulaSpec extends Described {
  readonly formula: string;
}

/** One series of a catalog: how it comes about, and its description. */
export type Entry =
  | (ColumnSpec & { readonly by: "column" })
  | (FormulaSpec & { readonly by: "formula" })
  | (ParBondSpec & { readonly by: "parBond" })
  | (BillReturnSpec & { readonly by: "billReturn" })
  | (SpliceSpec & { readonly by: "splice" })
  | (BasketSpec & { readonly by: "basket" })
  | (FilledSpec & { readonly by: "filled" });

/** Every series that a study can name. */
export interface Catalog<
  S extends Readonly<Record<string, Entry>> = Readonly<Record<string, Entry>>,
> {
  /** The folder of the shipped figures. */
  readonly folder: URL;
  /** Id of the series whose days are the master calendar of daily runs. */
  readonly calendar: string;
  readonly series: S;
}

/** A catalog, checked by the compiler; `openCatalog` checks what only its files can tell. */
export function catalog<const S extends Readonly<Record<string, Entry>>>(spec: {
  readonly folder: URL;
  readonly calendar: NoInfer<Extract<keyof S, string>>;
  readonly series: S;
}): Catalog<S> {
  return spec;
}

/** A series read from files. */
export function column(spec: ColumnSpec): Entry {
  return { by: "column", ...spec };
}

/** A series computed from others: `formula("spx / gold", {...})`. */
export function formula(text: string, spec: Described): Entry {
  return { by: "formula", formula: text, ...spec };
}

/** The total return of par bonds, out of yields. */
export function parBond(spec: ParBondSpec): Entry {
  return { by: "parBond", ...spec };
}

/** The total return of bills, out of their discount. */
export function billReturn(spec: BillReturnSpec): Entry {
  return { by: "billReturn", ...spec };
}

/** Series joined by returns. */
export function splice(spec: SpliceSpec): Entry {
  return { by: "splice", ...spec };
}

/** A mix of series at fixed weights. */
export function basket(spec: BasketSpec): Entry {
  return { by: "basket", ...spec };
}

/** A series with named months filled. */
export function filled(spec: FilledSpec): Entry {
  return { by: "filled", ...spec };
}
