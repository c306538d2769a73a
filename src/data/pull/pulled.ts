import { join } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { formatDay } from "../../series/day.ts";
import { FetchFault } from "../fetch/fetch-fault.ts";
import { plain } from "../fetch/redacted.ts";
import type { Fetched } from "../providers/provider.ts";
import { ProviderFault } from "../providers/provider-fault.ts";
import { hashOfFile } from "../store/hash-of-file.ts";
import {
  type Figures,
  type Origin,
  type Provenance,
  provenanceOf,
  putUnlessMoved,
  readSeries,
} from "../store/store.ts";
import { columnsFor } from "./columns-for.ts";
import { currencyOf } from "./currency.ts";
import type { Download } from "./download.ts";
import { type Change, merged } from "./merged.ts";
import type { Order, Part } from "./orders.ts";
import { downloadOf } from "./part-download.ts";
import { keysOf, type Pulling } from "./pulling.ts";
import { unlikely } from "./unlikely.ts";

/** What a pull did with one file of the store. */
export type Pulled = {
  readonly file: string;
  readonly ids: readonly string[];
  /** Providers that were asked, by id. */
  readonly providers: readonly string[];
  readonly notes: readonly string[];
} & (
  | {
      readonly outcome: "new" | "changed" | "unchanged";
      readonly rows: number;
      readonly added: number;
      readonly first: string | null;
      readonly last: string | null;
      readonly changes: readonly Change[];
    }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "failed"; readonly why: string; readonly wait?: number }
  | { readonly outcome: "stopped" }
);

/** Pulls one file: whole or not at all. Faults of providers and of the way to them are told, not thrown. */
export async function pulled(order: Order, pulling: Pulling): Promise<Pulled> {
  const { file, ids } = order;
  const providers = [...new Set(order.parts.map(({ provider }) => provider.id))];
  const told = { file, ids, providers };
  const keys = order.parts.flatMap(({ provider }) => keysOf(provider, pulling));
  try {
    return { ...told, ...(await pulledInto(order, pulling)) };
  } catch (error) {
    if (error instanceof FetchFault && error.kind === "stopped")
      return { ...told, notes: [], outcome: "stopped" };
    const why = plain(whyOf(error), keys);
    const wait = error instanceof FetchFault ? error.wait : undefined;
    return { ...told, notes: [], outcome: "failed", why, ...(wait === undefined ? {} : { wait }) };
  }
}

/** One file's failure, even one of this program, ends no other file's pull. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected =
    error instanceof FetchFault || error instanceof ProviderFault || error instanceof InputError;
  return isExpected ? error.message : `an error of assay itself: ${error.message}`;
}

type Outcome =
  | Omit<Extract<Pulled, { rows: number }>, "file" | "ids" | "providers">
  | {
      readonly outcome: "refused";
      readonly why: string;
      readonly notes: readonly string[];
    };

/** How often a merge is done again because others write the same file. */
const MOST_MERGES = 20;

type Fresh = Extract<Download, { isSame: false }> & { readonly part: Part };

async function pulledInto(order: Order, pulling: Pulling): Promise<Outcome> {
  const { directory } = pulling;
  const { file } = order;
  const before = await provenanceOf(directory, file);
  const found = await storedIn(directory, file);
  const asTold = before?.sha256 === found.sha256 ? before : undefined;
  const fresh: Fresh[] = [];
  for (const part of order.parts) {
    const download = await downloadOf(part, order, asTold, found.figures, pulling);
    if (!download.isSame) fresh.push({ part, ...download });
  }
  if (fresh.length === 0) {
    if (before !== undefined && found.figures !== undefined) return sameAs(before);
    throw new ProviderFault("other", "the server has nothing newer, and nothing is stored");
  }
  for (let tried = 0; tried < MOST_MERGES; tried += 1) {
    const outcome = await putMerged(order, fresh, pulling);
    if (outcome !== undefined) return outcome;
  }
  throw new InputError(`${join(directory, file)}: is written by others again and again; try later`);
}

/** Merges downloads into the file as it is; undefined where it was another when it was to be written. */
async function putMerged(
  order: Order,
  fresh: readonly Fresh[],
  pulling: Pulling,
): Promise<Outcome | undefined> {
  const { directory } = pulling;
  const { file } = order;
  const before = await provenanceOf(directory, file);
  const found = await storedIn(directory, file);
  const currency = currencyOf(before, fresh);
  if (currency.fault !== undefined) return refused(currency.fault);
  let figures = found.figures;
  let added = 0;
  let kept = 0;
  const changes: Change[] = [];
  for (const { part, fetched } of fresh) {
    const got = columnsFor(part, fetched);
    const joined = merged(figures, got);
    if (typeof joined === "string") return refused(joined);
    const why =
      figures === undefined || part.editions
        ? undefined
        : unlikely(figures, got, part.levels ?? new Map());
    if (why !== undefined) return refused(why);
    figures = joined.figures;
    added += joined.added;
    kept += joined.kept;
    changes.push(...joined.changes);
  }
  const { address, version, part } = fresh[0]!;
  const notes = [
    ...fresh.flatMap(({ fetched }) => notesOf(fetched)),
    ...(kept === 0 ? [] : [`${kept} stored days are not in the download and stay`]),
    ...changes.map((change) => `history changed from ${formatDay(change.from)} on`),
    ...(before !== undefined && before.provider !== part.provider.id
      ? [`before, it came by ${before.provider}`]
      : []),
  ];
  const origin: Origin = {
    provider: part.provider.id,
    address,
    retrieved: new Date(pulling.means.now()).toISOString(),
    terms: [...new Set(fresh.map((one) => one.part.provider.terms))].join(" "),
    notes: [...notes, ...currency.notes],
    ...(fresh.length === 1 && order.parts.length === 1 ? version : {}),
  };
  const put = await putUnlessMoved(directory, file, figures!, origin, found.sha256);
  if (put === undefined) return undefined;
  const { rows, first, last } = put.after;
  const outcome = !put.changed ? "unchanged" : changes.length > 0 ? "changed" : "new";
  return { outcome, rows, first, last, added, changes, notes };
}

function refused(why: string): Outcome {
  return { outcome: "refused", why, notes: [] };
}

function sameAs({ rows, first, last }: Provenance): Outcome {
  return { outcome: "unchanged", rows, first, last, added: 0, changes: [], notes: [] };
}

function notesOf({ notes, unfinished }: Fetched): string[] {
  return [
    ...notes,
    ...(unfinished === undefined
      ? []
      : [`${formatDay(unfinished)} is not over: its row is left out`]),
  ];
}

/** What the store has of a file, and its SHA-256 before it was read; neither where it has none. */
async function storedIn(
  directory: string,
  file: string,
): Promise<{ readonly figures?: Figures; readonly sha256?: string }> {
  const path = join(directory, file);
  const sha256 = await hashOfFile(path);
  if (sha256 === undefined) return {};
  const { days, columns } = await readSeries(path, file);
  return { sha256, figures: { days, columns: new Map([...columns].slice(1)) } };
}
