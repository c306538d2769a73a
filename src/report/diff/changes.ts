/** What one field holds; lists and records without a key of their own as JSON, what is absent as null. */
export type Value = string | number | boolean | null;

/** One field that is not what it was. */
export interface Change {
  /** Path of the field, with points between its parts. */
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

type Tree = Readonly<Record<string, unknown>>;

/** Every field that differs between two values, in the order of the fields; records of a list are paired by their key. */
export function changesIn(before: unknown, after: unknown, field = ""): Change[] {
  if (isSame(before, after)) return [];
  const [one, other] = [treeOf(before), treeOf(after)];
  if (one === undefined || other === undefined)
    return [{ field, before: plain(before), after: plain(after) }];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) =>
    changesIn(one[name], other[name], field === "" ? name : `${field}.${name}`),
  );
}

/** True of values that are the same as JSON. */
export function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

/** The parts of a record, or of a list of records by their keys; nothing for what has none. */
function treeOf(value: unknown): Tree | undefined {
  if (value === undefined) return {};
  if (Array.isArray(value))
    return value.length > 0 && value.every(isRecord) ? keyed(value) : undefined;
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fields by which a record in a list is known, the first that it has. */
const KEYS = ["id", "topic", "asset", "series", "years", "portfolio"];

function keyed(records: readonly Tree[]): Tree {
  const found: Record<string, unknown> = {};
  for (const record of records) {
    const key = KEYS.find((name) => record[name] !== undefined);
    const since = typeof record.from === "string" ? ` from ${record.from}` : "";
    const name = `${key === undefined ? "" : String(record[key])}${since}`;
    const times = Object.keys(found).filter((one) => one.split("#")[0] === name).length;
    found[times === 0 ? name : `${name}#${times + 1}`] = record;
  }
  return found;
}

function plain(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "object") return JSON.stringify(value);
  return value as Value;
}

/** Two lists as pairs of what has the same key, in the order of the first and then of what came new. */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): { readonly key: string; readonly before: T | undefined; readonly after: T | undefined }[] {
  const [one, other] = [before, after].map(
    (entries) => new Map(entries.map((entry) => [keyOf(entry), entry] as const)),
  );
  return [...new Set([...one!.keys(), ...other!.keys()])].map((key) => ({
    key,
    before: one!.get(key),
    after: other!.get(key),
  }));
}
