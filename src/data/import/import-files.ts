import { basename } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { formatDay } from "../../series/day.ts";
import type { Catalog } from "../catalog.ts";
import { csvOf } from "../store/figures.ts";
import { type Figures, type Origin, provenanceOf, putSeries } from "../store/store.ts";
import type { Reading } from "./delimited.ts";
import { type Found, found, type Unmatched } from "./find.ts";
import { hashOfCsv, hashOfFileAt } from "./hashes.ts";
import { readTableFile } from "./read-file.ts";

/** What is asked of an import. */
export interface ImportAsked {
  readonly paths: readonly string[];
  /** Where the one file goes that is given: a file or series of the catalog, or a series of one's own. */
  readonly as?: string;
  readonly reading: Reading;
  readonly unit?: string;
  readonly provider?: string;
  readonly terms?: string;
  /** True where everything is read and nothing written. */
  readonly isDry?: boolean;
}

/** One file that was put into the store, or would be. */
export interface Imported {
  readonly path: string;
  /** Its name in the store. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly change: "new" | "replaced" | "unchanged";
  readonly notes: readonly string[];
}

/** What an import did, and all that kept files from it. */
export interface ImportReport {
  readonly imported: readonly Imported[];
  /** Tables that no file of the catalog is named like. */
  readonly unmatched: readonly Unmatched[];
  /** What was passed over in folders: other files, and folders. */
  readonly passedOver: readonly string[];
  /** All faults of all files; of such a file nothing was stored. */
  readonly faults: readonly string[];
}

/** The work as it goes on: a file, and how many of its bytes were read. */
export type OnProgress = (path: string, bytes: number) => void;

/**
 * Reads files and folders of tables and puts each into the store under the catalog's name for it: each file
 * whole or not at all, and a faulty one keeps no other from it.
 * @throws InputError where what is asked for cannot be done at all
 */
export async function importFiles(
  catalog: Catalog,
  store: string,
  asked: ImportAsked,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<ImportReport> {
  const { files, unmatched, passedOver, faults } = await found(catalog, asked.paths, asked.as);
  const imported: Imported[] = [];
  const all = [...faults];
  for (const file of files) {
    try {
      imported.push(await importOne(store, file, asked, now, onProgress));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      all.push(...error.faults);
    }
  }
  return { imported, unmatched, passedOver, faults: all };
}

async function importOne(
  store: string,
  { path, target }: Found,
  asked: ImportAsked,
  now: Date,
  onProgress: OnProgress,
): Promise<Imported> {
  const read = await readTableFile(path, target, asked.reading, (bytes) => onProgress(path, bytes));
  const { figures } = read;
  const { file } = target;
  const before = await provenanceOf(store, file);
  const lastDay = figures.days[figures.days.length - 1]!;
  const [first, last] = [formatDay(figures.days[0]!), formatDay(lastDay)];
  const notes = [
    ...read.notes,
    ...futureNotes(figures, now),
    ...shorterNotes(before, figures, last),
  ];
  const origin: Origin = {
    provider: asked.provider ?? "import",
    address: basename(path),
    retrieved: now.toISOString(),
    terms: asked.terms ?? target.terms ?? "not stated; those of whoever the figures come from",
    notes: [...(asked.unit === undefined ? [] : [`unit: ${asked.unit}`]), ...notes],
  };
  const change = asked.isDry
    ? await changeOf(store, file, figures)
    : await put(store, file, figures, origin);
  const columns = [...figures.columns.keys()];
  return { path, file, columns, rows: figures.days.length, first, last, change, notes };
}

type Change = Imported["change"];

async function put(store: string, file: string, figures: Figures, origin: Origin): Promise<Change> {
  const was = await hashOfFileAt(store, file);
  const { changed } = await putSeries(store, file, figures, origin);
  return changed ? (was === undefined ? "new" : "replaced") : "unchanged";
}

/** What putting the figures would do. */
async function changeOf(store: string, file: string, figures: Figures): Promise<Change> {
  const was = await hashOfFileAt(store, file);
  const is = hashOfCsv(csvOf(file, figures));
  if (was === undefined) return "new";
  return was === is ? "unchanged" : "replaced";
}

const MS_PER_DAY = 86_400_000;

function futureNotes({ days }: Figures, now: Date): string[] {
  // Tomorrow may have begun where the figures are from.
  const latest = Math.floor(now.getTime() / MS_PER_DAY) + 1;
  let count = 0;
  while (count < days.length && days[days.length - 1 - count]! > latest) count += 1;
  if (count === 0) return [];
  const first = formatDay(days[days.length - count]!);
  return [`${count} ${count === 1 ? "day lies" : "days lie"} in the future, from ${first}`];
}

function shorterNotes(
  before: { readonly rows: number; readonly last: string | null } | undefined,
  { days }: Figures,
  last: string,
): string[] {
  if (before === undefined) return [];
  if (before.last !== null && last < before.last)
    return [`the store's figures reached ${before.last}`];
  return days.length < before.rows ? [`the store had ${before.rows} rows`] : [];
}
