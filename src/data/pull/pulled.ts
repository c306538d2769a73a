import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { formatDay } from "../../series/day.ts";
import { FetchFault } from "../fetch/fetch-fault.ts";
import { redacted } from "../fetch/redacted.ts";
import type { Fetched } from "../providers/provider.ts";
import { ProviderFault } from "../providers/provider-fault.ts";
import { hashOfFile } from "../store/hash-of-file.ts";
import {
  type Figures,
  type Provenance,
  provenanceOf,
  putSeries,
  readSeries,
} from "../store/store.ts";
import { columnsFor } from "./columns-for.ts";
import type { Download } from "./download.ts";
import { type Change, merged } from "./merged.ts";
import type { Order, Part } from "./orders.ts";
import { downloadOf } from "./part-download.ts";
import { keysOf, type Pulling } from "./pulling.ts";

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
    if (!isTold(error)) throw error;
    const why = redacted(error.message, keys);
    const wait = error instanceof FetchFault ? error.wait : undefined;
    return { ...told, notes: [], outcome: "failed", why, ...(wait === undefined ? {} : { wait }) };
  }
}

function isTold(error: unknown): error is Error {
  return (
    error instanceof FetchFault || error instanceof ProviderFault || error instanceof InputError
  );
}

type Outcome =
  | Omit<Extract<Pulled, { rows: number }>, "file" | "ids" | "providers">
  | {
      readonly outcome: "refused";
      readonly why: string;
      readonly notes: readonly string[];
    };

async function pulledInto(order: Order, pulling: Pulling): Promise<Outcome> {
  const { directory } = pulling;
  const { file } = order;
  const before = await provenanceOf(directory, file);
  const isAsTold =
    before !== undefined && (await hashOfFile(join(directory, file))) === before.sha256;
  const stored = await storedFigures(directory, file);
  const downloads: (readonly [Part, Download])[] = [];
  for (const part of order.parts)
    downloads.push([
      part,
      await downloadOf(part, order, isAsTold ? before : undefined, stored, pulling),
    ]);
  const fresh = downloads.flatMap(([part, one]) => (one.isSame ? [] : [{ part, ...one }]));
  if (fresh.length === 0 && before !== undefined) return sameAs(before);
  let figures = stored;
  let added = 0;
  let kept = 0;
  const changes: Change[] = [];
  for (const { part, fetched } of fresh) {
    const joined = merged(figures, columnsFor(part, fetched));
    if (typeof joined === "string") return { outcome: "refused", why: joined, notes: [] };
    figures = joined.figures;
    added += joined.added;
    kept += joined.kept;
    changes.push(...joined.changes);
  }
  const notes = [
    ...fresh.flatMap(({ fetched }) => notesOf(fetched)),
    ...(kept === 0 ? [] : [`${kept} stored days are not in the download and stay`]),
    ...changes.map((change) => `history changed from ${formatDay(change.from)} on`),
    ...(before !== undefined && before.provider !== fresh[0]!.part.provider.id
      ? [`before, it came by ${before.provider}`]
      : []),
  ];
  const { address, version, part } = fresh[0]!;
  const put = await putSeries(directory, file, figures!, {
    provider: part.provider.id,
    address,
    retrieved: new Date(pulling.means.now()).toISOString(),
    terms: [...new Set(fresh.map((one) => one.part.provider.terms))].join(" "),
    notes,
    ...(fresh.length === 1 && order.parts.length === 1 ? version : {}),
  });
  const { rows, first, last } = put.after;
  const outcome = !put.changed ? "unchanged" : changes.length > 0 ? "changed" : "new";
  return { outcome, rows, first, last, added, changes, notes };
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

/** What the store has of a file; undefined where it has none. */
async function storedFigures(directory: string, file: string): Promise<Figures | undefined> {
  const path = join(directory, file);
  if (!existsSync(path)) return undefined;
  const { days, columns } = await readSeries(path, file);
  return { days, columns: new Map([...columns].slice(1)) };
}
