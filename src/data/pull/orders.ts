import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import { readDay } from "../../series/day.ts";
import type { SeriesKind } from "../../series/series.ts";
import type { Catalog, ColumnSpec, Supply } from "../catalog.ts";
import { inputsOf } from "../check.ts";
import type { Provider } from "../providers/provider.ts";
import { providerOf } from "../providers/providers.ts";
import type { Levels } from "./unlikely.ts";

/** One file of the store, and what it is made of. */
export interface Order {
  readonly file: string;
  /** Ids of the series that are read from it. */
  readonly ids: readonly string[];
  readonly parts: readonly Part[];
}

/** Columns of a file that come in one download. */
export interface Part {
  readonly provider: Provider;
  readonly symbol: string;
  /** Columns of the file, each with the provider's name for it. */
  readonly columns: readonly { readonly column: string; readonly field?: string }[];
  /** True where the columns are days of publication: editions of one series. */
  readonly editions: boolean;
  /** Which of the columns are levels, by name: prices, indices and totals. */
  readonly levels?: Levels;
}

export interface Choice {
  /** Takes this provider wherever it serves. */
  readonly provider?: string;
  /** Whether a provider can be asked: its key is at hand, or the user gave its file. */
  readonly isOpen: (provider: Provider, editions: boolean) => boolean;
}

/** What is to be pulled, what no provider serves, and what needs a key that is not set. */
export interface Orders {
  readonly orders: readonly Order[];
  readonly unserved: readonly string[];
  /** Ids with the providers that would serve them. */
  readonly closed: readonly { readonly id: string; readonly provider: Provider }[];
}

const isDay = (column: string) => readDay(column) !== undefined;

/**
 * The files of the series asked for and of those that they are made of, each with all its columns; without
 * any, every file of daily figures.
 */
export function ordersFor(catalog: Catalog, ids: readonly string[], choice: Choice): Orders {
  const faults = ids.filter((id) => !Object.hasOwn(catalog.series, id));
  if (faults.length > 0)
    throw new InputError(
      faults.map((id) => `data pull: ${unknownName("series", id, Object.keys(catalog.series))}`),
    );
  const wanted = ids.length === 0 ? new Set(Object.keys(catalog.series)) : behind(catalog, ids);
  const files = new Set([...wanted].flatMap((id) => fileOf(catalog, id) ?? []));
  const unserved: string[] = [];
  const closed: { id: string; provider: Provider }[] = [];
  const byFile = new Map<string, { ids: string[]; parts: Part[]; lacks?: Provider }>();
  for (const [id, entry] of Object.entries(catalog.series)) {
    if (entry.by !== "column" || entry.daily === undefined || !files.has(entry.daily.file))
      continue;
    const { file, column } = entry.daily;
    const supplies = suppliesOf(id, entry, choice.provider);
    const open = supplies.find(({ provider }) => choice.isOpen(provider, isDay(column)));
    if (supplies.length === 0) {
      const isMissed = choice.provider === undefined ? wanted.has(id) : ids.includes(id);
      if (isMissed) unserved.push(id);
      continue;
    }
    const order = byFile.get(file) ?? { ids: [], parts: [] };
    byFile.set(file, order);
    order.ids.push(id);
    if (open === undefined) order.lacks = supplies[0]!.provider;
    else addColumn(order.parts, open, column, entry.kind);
  }
  // A file that would lack a column is not begun: its series would be looked for and not found.
  const orders: Order[] = [];
  for (const [file, { ids, parts, lacks }] of byFile)
    if (lacks === undefined) orders.push({ file, ids, parts });
    else closed.push(...ids.map((id) => ({ id, provider: lacks })));
  return { orders, unserved, closed };
}

/** The file of daily figures that a series is read from. */
function fileOf({ series }: Catalog, id: string): string | undefined {
  const entry = series[id];
  return entry?.by === "column" ? entry.daily?.file : undefined;
}

interface Served {
  readonly provider: Provider;
  readonly supply: Supply;
}

function suppliesOf(id: string, { daily }: ColumnSpec, provider?: string): Served[] {
  const from = daily?.from;
  const supplies: readonly Supply[] = from === undefined ? [] : "provider" in from ? [from] : from;
  return supplies
    .filter((supply) => provider === undefined || supply.provider === provider)
    .map((supply) => ({ supply, provider: providerOf(supply.provider, `catalog: ${id}`) }));
}

const LEVELS: ReadonlySet<SeriesKind> = new Set(["price", "index", "total"]);

function addColumn(
  parts: Part[],
  { provider, supply }: Served,
  column: string,
  kind: SeriesKind,
): void {
  const editions = isDay(column);
  const at = parts.findIndex(
    (part) =>
      part.provider === provider && part.symbol === supply.symbol && part.editions === editions,
  );
  const before = parts[at]?.columns ?? [];
  if (before.some((one) => one.column === column)) return;
  const columns = [
    ...before,
    { column, ...(supply.field === undefined ? {} : { field: supply.field }) },
  ];
  const isAdjusted = kind === "total" || (supply.field ?? column) === "adjclose";
  const levels = new Map(parts[at]?.levels);
  if (LEVELS.has(kind)) levels.set(column, isAdjusted ? "adjusted" : "quoted");
  const part: Part = { provider, symbol: supply.symbol, columns, editions, levels };
  if (at < 0) parts.push(part);
  else parts[at] = part;
}

/** Ids and everything that they are made of. */
function behind(catalog: Catalog, ids: readonly string[], seen = new Set<string>()): Set<string> {
  for (const id of ids) {
    const entry = Object.hasOwn(catalog.series, id) ? catalog.series[id] : undefined;
    if (entry === undefined || seen.has(id)) continue;
    seen.add(id);
    behind(catalog, inputsOf(entry), seen);
    if (entry.by === "column" && entry.continuedBy !== undefined)
      behind(catalog, [entry.continuedBy.id], seen);
  }
  return seen;
}
