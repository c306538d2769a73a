import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../input/input-error.ts";
import type { Described, Entry, Location } from "./catalog.ts";

/** A column of a user's own file: its name, and how its rows are dated. */
export interface OwnColumn extends Described, Pick<Location, "days" | "known" | "period"> {
  /** `close` unless given, or `value` for what is not traded. */
  readonly column?: string;
  /** Where its figures are from, in words. */
  readonly origin?: string;
  readonly terms?: string;
}

/** A symbol of a provider: which of its columns. */
export interface OwnSymbol extends Described {
  /** The provider's column, where it has several: `adjclose` for a price with its income. */
  readonly column?: string;
  readonly terms?: string;
}

const TRADED: readonly Described["kind"][] = ["price", "total"];
const columnOf = ({ kind }: Described) => (TRADED.includes(kind) ? "close" : "value");

type Dated = {
  readonly [K in "days" | "known" | "period"]: OwnColumn[K] | undefined;
};

/** How the rows of a file are dated, as far as it is said. */
function datedBy({ days, known, period }: Dated): Pick<OwnColumn, keyof Dated> {
  return {
    ...(days === undefined ? {} : { days }),
    ...(known === undefined ? {} : { known }),
    ...(period === undefined ? {} : { period }),
  };
}

/**
 * A series out of a file of the user's, read in monthly and daily runs alike:
 * `fromFile(new URL("./uranium.csv", import.meta.url), {...})`. The file is a CSV whose first column is
 * ascending days; `assay data import` makes one out of anything else.
 * @throws InputError for an address that is no file's
 */
export function fromFile(file: URL, spec: OwnColumn): Entry {
  if (!(file instanceof URL) || file.protocol !== "file:")
    throw new InputError(
      `fromFile: got ${String(file)}; write new URL("./NAME.csv", import.meta.url)`,
    );
  const { column, origin, terms, days, known, period, ...described } = spec;
  const name = basename(fileURLToPath(file));
  return {
    by: "column",
    ...described,
    origin: origin ?? `the user's file ${name}`,
    terms: terms ?? "those of its source",
    monthly: {
      file: name,
      folder: new URL(".", file),
      column: column ?? columnOf(spec),
      ...datedBy({ days, known, period }),
    },
  };
}

/**
 * A series that a provider of `assay data pull` serves: `fromProvider("yahoo", "URNM", {...})`. Its file
 * lies in the store, or in a folder given with `--data`, by the name that `fileOf` gives.
 */
export function fromProvider(provider: string, symbol: string, spec: OwnSymbol): Entry {
  const { column, terms, ...described } = spec;
  return {
    by: "column",
    ...described,
    origin: `${symbol} of the provider ${provider}`,
    terms: terms ?? `those of ${provider}`,
    daily: {
      file: fileOf(provider, symbol),
      column: column ?? columnOf(spec),
      from: { provider, symbol },
    },
  };
}

/**
 * A series out of a file that `assay data import FILE --as myFund` put into the store, or that lies in a
 * folder given with `--data`: `fromStore("myFund", {...})` reads `MYFUND.csv`.
 * @throws InputError for a path, which is what `fromFile` is for
 */
export function fromStore(name: string, spec: OwnColumn): Entry {
  const stem = name.replace(/\.csv$/i, "");
  if (!/^[A-Za-z0-9][\w.-]*$/.test(stem))
    throw new InputError(
      `fromStore: "${name}" is no name of a file in a store; write "MYFUND", or read a file by its path with fromFile`,
    );
  const file = `${stem.toUpperCase()}.csv`;
  const { column, origin, terms, days, known, period, ...described } = spec;
  return {
    by: "column",
    ...described,
    origin: origin ?? `the user's file ${file}`,
    terms: terms ?? "those of its source",
    daily: {
      file,
      column: column ?? columnOf(spec),
      ...datedBy({ days, known, period }),
    },
  };
}

/** The file of a provider's symbol in a store: `YAHOO_URNM.csv`. */
export function fileOf(provider: string, symbol: string): string {
  return `${`${provider}_${symbol}`.toUpperCase().replace(/[^A-Z0-9_.-]+/g, "_")}.csv`;
}

/**
 * Series of a study beside those of its catalog, with their ids kept for the compiler. Register them and
 * strategies can name them: `declare module "assay" { interface Register { own: typeof own } }`.
 */
export function ownSeries<const S extends Readonly<Record<string, Entry>>>(series: S): S {
  return series;
}
