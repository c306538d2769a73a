import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import { readDay } from "../../series/day.ts";
import { listed } from "../../series/format.ts";
import { dayShape } from "./day-text.ts";
import { quoted } from "./tally.ts";
import type { Target } from "./target.ts";

/** Which cells of a row are read, and under which names they are kept. */
export interface Layout {
  readonly date: Placed;
  readonly values: readonly Placed[];
  /** False where the first row holds figures already. */
  readonly hasHeader: boolean;
  readonly notes: readonly string[];
}

export interface Placed {
  /** The name under which it is kept; `date` for the days. */
  readonly name: string;
  readonly at: number;
  /** What the file calls it. */
  readonly header: string;
}

/** What others call a column; the first of them that a file has is taken, but never one of two. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  date: [
    "day",
    "observationdate",
    "tradedate",
    "tradingday",
    "datum",
    "fecha",
    "timestamp",
    "datetime",
    "timeperiod",
    "period",
    "month",
    "time",
  ],
  close: [
    "last",
    "price",
    "settle",
    "pxlast",
    "closelast",
    "lastprice",
    "closingprice",
    "schluss",
    "schlusskurs",
    "cierre",
  ],
  adjclose: ["adjustedclose", "closeadj", "closeadjusted", "adjustedprice", "adjprice"],
  value: ["obsvalue", "wert", "valor", "level"],
};

/** Columns that a file of prices or of other figures may have. */
const COLUMNS = ["close", "adjclose", "value"];

const plainly = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What `--columns date=..,close=..` says: a header or the number of a column by the name it is kept under. */
export type SaidColumns = ReadonlyMap<string, string>;

/** Reads `date=..,close=..`. @throws InputError for any other text. */
export function saidColumns(texts: readonly string[]): SaidColumns {
  const said = new Map<string, string>();
  for (const part of texts.flatMap((text) => text.split(","))) {
    const [, name, header] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    if (name === undefined || header === undefined)
      throw new InputError(
        `--columns ${part}: is no NAME=HEADER; write such as date=Datum,close=Last, or numbers: date=1,close=5`,
      );
    if (said.has(name))
      throw new InputError(`--columns ${part}: ${name} is given twice; give it once`);
    said.set(name, header);
  }
  return said;
}

/**
 * Finds the columns of a target in the first row of a file: by what was said, by their names, by what
 * else they are called, or the only one beside the days.
 * @throws InputError where a column that is needed is not found, or more than one may be meant
 */
export function layoutOf(
  place: string,
  names: readonly string[],
  second: readonly string[],
  target: Target,
  said: SaidColumns = new Map(),
  isNamed = true,
): Layout {
  const hasHeader =
    !names.some((name) => dayShape(name) !== undefined && dayShape(name) !== "year") ||
    isVintages(names);
  const isNumbered = [...said.values()].every((word) => /^\d+$/.test(word)) && said.size > 0;
  if (!hasHeader && !isNumbered)
    throw new InputError(
      `${place} line 1: begins with figures (${names.slice(0, 4).map(quoted).join(", ")}), not with names; ` +
        "write a line of names above them, or say --columns date=1,close=2",
    );
  if (!hasHeader) return layoutOf(place, names.map(numbered), second, target, said, false);
  checkSaid(said, target);
  const find = finder(place, names, said);
  const date = find("date") ?? dateByShape(names, second);
  if (date === undefined)
    throw new InputError(
      `${place} line 1: no column of days among ${namesIn(names)}; say --columns date=NAME`,
    );
  const values = valuesIn(place, names, target, said, date, find);
  if (values.some(({ at }) => at === date.at))
    throw new InputError(`--columns: "${date.header}" is given twice; give each column its own`);
  return { date, values, hasHeader: isNamed, notes: notesOf(names, target, date, values) };
}

function numbered(_: string, at: number): string {
  return String(at + 1);
}

/** True of a table with one column for each day on which its figures were published. */
function isVintages(names: readonly string[]): boolean {
  const [first = "", ...others] = names;
  return (
    dayShape(first) === undefined &&
    others.length > 0 &&
    others.every((name) => readDay(name) !== undefined)
  );
}

function checkSaid(said: SaidColumns, { columns }: Target): void {
  const accepted = ["date", ...new Set([...columns, ...COLUMNS])];
  for (const name of said.keys())
    if (!accepted.includes(name))
      throw new InputError(`--columns: ${unknownName("column", name, accepted)}`);
}

type Find = (name: string) => Placed | undefined;

function finder(place: string, names: readonly string[], said: SaidColumns): Find {
  const placed = (name: string, at: number) => ({
    name,
    at,
    header: names[at]! || `column ${at + 1}`,
  });
  return (name) => {
    const word = said.get(name);
    if (word !== undefined) {
      const exact = names.map((header, at) => (header === word ? at : -1)).filter((at) => at >= 0);
      const loose = names.findIndex((header) => header.toLowerCase() === word.toLowerCase());
      if (exact.length > 1) throw new InputError(twice(place, word));
      const at = exact[0] ?? (loose >= 0 ? loose : /^\d+$/.test(word) ? Number(word) - 1 : -1);
      if (at < 0 || at >= names.length)
        throw new InputError(
          `--columns ${name}=${word}: ${place} has ${namesIn(names)}; name one of them`,
        );
      return placed(name, at);
    }
    for (const wanted of [[name], ALSO[name] ?? []]) {
      const found = names.flatMap((header, at) => (wanted.includes(plainly(header)) ? [at] : []));
      if (found.length === 1) return placed(name, found[0]!);
      if (found.length < 2) continue;
      const [one = 0, two = 0] = found;
      if (plainly(names[one]!) === plainly(names[two]!))
        throw new InputError(twice(place, names[one]!));
      if (name === "date")
        return placed(
          name,
          found.sort(
            (a, b) => wanted.indexOf(plainly(names[a]!)) - wanted.indexOf(plainly(names[b]!)),
          )[0]!,
        );
      throw new InputError(
        `${place} line 1: ${listed(found.map((at) => quoted(names[at]!)))} may each be ${name}; ` +
          `say --columns ${name}=NAME`,
      );
    }
    return undefined;
  };
}

function twice(place: string, name: string): string {
  return `${place} line 1: two columns are named ${quoted(name)}; give each its own name, or say its number with --columns`;
}

function dateByShape(names: readonly string[], second: readonly string[]): Placed | undefined {
  const [first = ""] = second;
  return dayShape(first) === undefined
    ? undefined
    : { name: "date", at: 0, header: names[0] || "column 1" };
}

function valuesIn(
  place: string,
  names: readonly string[],
  { file, columns, totals }: Target,
  said: SaidColumns,
  date: Placed,
  find: Find,
): Placed[] {
  if (said.size <= 1 && isVintages(names))
    return names.flatMap((name, at) => (at === date.at ? [] : [{ name, at, header: name }]));
  const asked = [...said.keys()].filter((name) => name !== "date");
  const wanted = columns.length > 0 ? columns : COLUMNS;
  const also = COLUMNS.filter((name) => names.some((header) => plainly(header) === name));
  const found = [...new Set([...asked, ...wanted, ...also])]
    .flatMap((name) => find(name) ?? [])
    .sort((a, b) => rankOf(a.name) - rankOf(b.name));
  const others = names.flatMap((name, at) => (at === date.at || name === "" ? [] : [at]));
  if (found.length === 0 && others.length === 1) {
    const [at = 0] = others;
    const name = columns[0] ?? "value";
    return [{ name, at, header: names[at]! }];
  }
  if (found.length === 0)
    throw new InputError(
      `${place} line 1: no column ${listed(wanted)} among ${namesIn(names)}; ` +
        `say --columns ${wanted[0]}=NAME`,
    );
  const income = names.find((name) => ["adjclose", ...ALSO.adjclose!].includes(plainly(name)));
  if (totals.includes("close") && !said.has("close") && income !== undefined)
    throw new InputError(
      `${place} line 1: ${file} holds a total return, and both ${quoted(found[0]!.header)} and ` +
        `${quoted(income)} are there; say --columns close=NAME (with income: ${income})`,
    );
  return found;
}

function rankOf(name: string): number {
  const rank = COLUMNS.indexOf(name);
  return rank < 0 ? COLUMNS.length : rank;
}

function namesIn(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name, at) => (name === "" ? `column ${at + 1}` : quoted(name)));
  return names.length > 12 ? `${shown.join(", ")} and ${names.length - 12} more` : listed(shown);
}

function notesOf(
  names: readonly string[],
  target: Target,
  date: Placed,
  values: readonly Placed[],
): string[] {
  const renamed = [date, ...values].filter(
    ({ name, header }) => name !== plainly(header) && name !== header,
  );
  const used = new Set([date, ...values].map(({ at }) => at));
  const ignored = names.filter((name, at) => name !== "" && !used.has(at));
  const kept = new Set(values.map(({ name }) => name));
  const missing = isVintages(names) ? [] : target.columns.filter((name) => !kept.has(name));
  return [
    ...renamed.map(({ name, header }) => `${name} read from ${quoted(header)}`),
    ...(ignored.length === 0 ? [] : [`not read: ${namesIn(ignored)}`]),
    ...(missing.length === 0
      ? []
      : [`without ${listed(missing)}: series read from it are not there`]),
  ];
}
