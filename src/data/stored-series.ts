import type { Catalog, Entry } from "./catalog.ts";
import { filesIn } from "./folders.ts";
import { fromStore } from "./own.ts";
import { type Provenance, provenanceOf } from "./store/provenance.ts";

/** Series of files in a store that the catalog names none of, by the names of the files. */
export interface StoredSeries {
  readonly catalog: Catalog;
  /** Names of the files that were added. */
  readonly files: readonly string[];
}

/** Columns that are taken, the first that a file has: what is traded is a price, all else an amount. */
const TAKEN = [
  ["close", "price"],
  ["adjclose", "total"],
  ["value", "amount"],
] as const;

/**
 * A catalog with the other files of a store, to list, show and check them before any study names them. A
 * file whose name is no id, or whose columns do not tell which one is meant, is left out.
 */
export async function withStoredSeries(catalog: Catalog, store: string): Promise<StoredSeries> {
  const named = new Set(
    Object.values(catalog.series).map((entry) =>
      entry.by === "column" ? entry.daily?.file : undefined,
    ),
  );
  const others = (await filesIn(store)).filter(
    (file) => /^[A-Z]\w*\.csv$/.test(file) && !named.has(file),
  );
  const made = await Promise.all(
    others.sort().map(async (file) => [file, await entryOf(store, file)] as const),
  );
  const added = made.flatMap(([file, entry]) => {
    const id = file.replace(/\.csv$/, "");
    return entry === null || Object.hasOwn(catalog.series, id) ? [] : [{ file, id, entry }];
  });
  const series = Object.fromEntries(added.map(({ id, entry }) => [id, entry]));
  return {
    catalog: { ...catalog, series: { ...catalog.series, ...series } },
    files: added.map(({ file }) => file),
  };
}

async function entryOf(store: string, file: string): Promise<Entry | null> {
  const provenance = await provenanceOf(store, file);
  const columns = provenance?.columns ?? [];
  const taken = TAKEN.find(([name]) => columns.includes(name));
  const [only, ...rest] = columns;
  const column = taken?.[0] ?? (rest.length === 0 ? only : undefined);
  if (provenance === undefined || column === undefined) return null;
  return fromStore(file, {
    title: file.replace(/\.csv$/, ""),
    unit: unitOf(provenance) ?? "as stored",
    kind: taken?.[1] ?? "amount",
    column,
    origin: `${provenance.provider}, in the store and in no catalog`,
    terms: provenance.terms,
  });
}

/** What an import was told of the unit, which stands among the notes. */
function unitOf({ notes }: Provenance): string | undefined {
  return notes.find((note) => note.startsWith(UNIT))?.slice(UNIT.length);
}

const UNIT = "unit: ";
