import type { Asked, Provider } from "../data/providers/provider.ts";
import { type Change, percentOf } from "../data/pull/merged.ts";
import type { Orders } from "../data/pull/orders.ts";
import type { PullSummary } from "../data/pull/pull.ts";
import type { Pulled } from "../data/pull/pulled.ts";
import type { Pulling } from "../data/pull/pulling.ts";
import { formatDay } from "../series/day.ts";
import { decimal } from "../series/format.ts";
import { hung, shown, type Terminal, wrapped } from "./terminal.ts";

/** A pull and what it left out. */
export interface Told extends PullSummary, Left {
  readonly directory: string;
}

interface Left {
  /** Ids that no provider serves. */
  readonly unserved: readonly string[];
  /** Ids by what is missing to ask their provider. */
  readonly closed: readonly { readonly needs: string; readonly ids: readonly string[] }[];
}

/** One request of a pull that is only planned. */
interface Planned {
  readonly file: string;
  readonly ids: readonly string[];
  readonly provider: string;
  readonly symbol: string;
  readonly addresses: readonly string[];
}

/** What a pull leaves out, and what each provider needs. */
export function left({ unserved, closed }: Orders): Left {
  const byNeed = new Map<string, string[]>();
  for (const { id, provider } of closed) {
    const need = needOf(provider);
    byNeed.set(need, [...(byNeed.get(need) ?? []), id]);
  }
  return { unserved, closed: [...byNeed].map(([needs, ids]) => ({ needs, ids })) };
}

function needOf({ title, key, home, base }: Provider): string {
  if (base === "") return `${title}: fetch the workbook from ${home} and give it with --file`;
  return `${title}: needs a key, ${key!.variable}, from ${key!.from}`;
}

/** What would be asked. */
export async function planned({ orders, ...rest }: Orders, pulling: Pulling) {
  const until = Math.floor(pulling.means.now() / 86_400_000);
  const plan = orders.flatMap(({ file, ids, parts }): Planned[] =>
    parts.map(({ provider, symbol, columns, editions }) => {
      const key = pulling.keyOf(provider);
      const asked: Asked = {
        symbol,
        until,
        ...(pulling.since === undefined ? {} : { since: pulling.since }),
        ...(key === undefined ? {} : { key }),
        ...(editions ? { vintages: columns.map(({ column }) => column) } : {}),
      };
      const addresses = provider.requests(asked).map(({ address }) => address);
      return { file, ids, provider: provider.id, symbol, addresses };
    }),
  );
  return { directory: pulling.directory, plan, ...left({ orders, ...rest }) };
}

export function planText(
  { plan, ...rest }: Awaited<ReturnType<typeof planned>>,
  terminal: Terminal,
): string {
  const lines = plan.map(({ file, provider, symbol, addresses }) => {
    const [first = "a file of yours", ...others] = addresses;
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    return `${file}: ${symbol} of ${provider}, ${first}${more}`;
  });
  return shown([...lines, ...leftLines(rest, terminal)], terminal);
}

export function termsText({ title, terms, home }: Provider, terminal: Terminal): string {
  const [first = "", ...others] = wrapped(`${title}: ${terms} (${home})`, terminal.columns - 2);
  return shown([first, ...others.map((line) => `  ${line}`)], terminal);
}

export function pauseText(what: string, why: string, milliseconds: number, terminal: Terminal) {
  return shown([`  ${what}: ${why}; again in ${decimal(milliseconds / 1000, 1)} s`], terminal);
}

/** One line of progress. */
export function doneText(one: Pulled, at: number, of: number, terminal: Terminal): string {
  return shown([`[${at}/${of}] ${one.file}: ${inShort(one)}`], terminal);
}

function inShort(one: Pulled): string {
  if (one.outcome === "refused" || one.outcome === "failed") return one.outcome;
  if (one.outcome === "stopped") return "stopped";
  const added = one.added === 0 ? "nothing new" : `${decimal(one.added, 0)} new`;
  return `${added}, ${decimal(one.rows, 0)} rows to ${one.last ?? ""}`;
}

/** What a pull did, worst last: that is where eyes end. */
export function summaryText(told: Told, terminal: Terminal): string {
  const of = (outcome: Pulled["outcome"]) => told.pulled.filter((one) => one.outcome === outcome);
  const line = (one: Pulled, label: string, text: string) =>
    hung(`${label}  `, `${one.file} (${one.ids.join(", ")}): ${text}`, terminal.columns);
  const same = of("unchanged");
  const stopped = of("stopped");
  const lines = [
    ...of("new").flatMap((one) => line(one, "new      ", rowsText(one))),
    ...(same.length === 0
      ? []
      : hung("unchanged  ", same.map(({ file }) => file).join(", "), terminal.columns)),
    ...same.flatMap((one) =>
      one.notes.length === 0 ? [] : line(one, "unchanged", one.notes.join("; ")),
    ),
    ...of("changed").flatMap((one) => line(one, "changed  ", rowsText(one))),
    ...told.pulled.flatMap((one) =>
      one.outcome === "refused"
        ? line(one, "refused  ", `${one.why}; the store stays as it was`)
        : [],
    ),
    ...told.pulled.flatMap((one) =>
      one.outcome === "failed" ? line(one, "failed   ", failedText(one)) : [],
    ),
    ...(told.before.length === 0
      ? []
      : wrapped(
          `${filesOf(told.before.length)} done before the last pull was stopped, and left out; --all asks for all.`,
          terminal.columns,
        )),
    ...leftLines(told, terminal),
    ...(stopped.length === 0
      ? []
      : wrapped(
          `Stopped with ${stopped.length} of ${told.pulled.length} files left; the same command goes on with them.`,
          terminal.columns,
        )),
    `Store: ${told.directory}`,
  ];
  return shown(lines, terminal);
}

const filesOf = (count: number) => (count === 1 ? "1 file was" : `${count} files were`);

function leftLines({ unserved, closed }: Left, { columns }: Terminal): string[] {
  return [
    ...closed.flatMap(({ needs, ids }) =>
      hung("left out  ", `${ids.join(", ")}: ${needs}`, columns),
    ),
    ...(unserved.length === 0
      ? []
      : hung("left out  ", `no provider serves ${unserved.join(", ")}: import them`, columns)),
  ];
}

function rowsText(one: Pulled): string {
  if (!("rows" in one)) return one.outcome;
  const { added, rows, first, last, changes, notes } = one;
  return [
    `${decimal(added, 0)} new of ${decimal(rows, 0)} rows, ${first ?? ""} to ${last ?? ""}`,
    ...changes.map(changeText),
    ...notes.filter((note) => !note.startsWith("history changed")),
  ].join("; ");
}

function changeText(change: Change): string {
  const { column, from, before, now, days } = change;
  return (
    `history changed: ${column} on ${formatDay(from)} was ${before} and is ${now} (${percentOf(change)}), ` +
    `${decimal(days, 0)} days differ`
  );
}

function failedText({ why, wait }: Extract<Pulled, { outcome: "failed" }>): string {
  return wait === undefined ? why : `${why}; try again in ${decimal(wait, 0)} s`;
}

/** Everything, for other programs. */
export function asJson(told: object): string {
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** 0 where all that was asked for is in the store, 130 where it was stopped, else 1. */
export function exitCode({ pulled, unserved, closed }: Told, ids: readonly string[]): number {
  if (pulled.some(({ outcome }) => outcome === "stopped")) return 130;
  if (pulled.some(({ outcome }) => outcome === "failed" || outcome === "refused")) return 1;
  const missing = new Set([...unserved, ...closed.flatMap((one) => one.ids)]);
  return ids.some((id) => missing.has(id)) ? 1 : 0;
}
