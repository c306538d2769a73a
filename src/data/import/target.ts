import { checkId } from "../../input/check.ts";
import { InputError } from "../../input/input-error.ts";
import { nearest } from "../../input/nearest.ts";
import type { Catalog, ColumnSpec } from "../catalog.ts";

/** The file of a store that figures go to. */
export interface Target {
  /** Such as `SPX.csv`. */
  readonly file: string;
  /** The columns that series of the catalog are read from; empty for a series of one's own. */
  readonly columns: readonly string[];
  /** Set where its rows stand for whole periods. */
  readonly period?: "month" | "quarter";
  /** Columns that hold a total return: a price without income will not do. */
  readonly totals: readonly string[];
  /** Terms that the catalog knows of it. */
  readonly terms?: string;
}

/** The daily files of a catalog by their name in small letters, without its ending. */
export function targetsOf(catalog: Catalog): ReadonlyMap<string, Target> {
  const byFile = new Map<string, ColumnSpec[]>();
  for (const entry of Object.values(catalog.series))
    if (entry.by === "column" && entry.daily !== undefined)
      byFile.set(entry.daily.file, [...(byFile.get(entry.daily.file) ?? []), entry]);
  return new Map([...byFile].map(([file, specs]) => [stemOf(file), targetOf(file, specs)]));
}

function targetOf(file: string, specs: readonly ColumnSpec[]): Target {
  const columns = specs.flatMap(({ daily }) =>
    [daily!.column, daily!.days, daily!.known].filter((name) => name !== undefined),
  );
  const period = specs.every(({ daily }) => daily!.period !== undefined)
    ? specs[0]!.daily!.period
    : undefined;
  const totals = specs.filter(({ kind }) => kind === "total").map(({ daily }) => daily!.column);
  const [terms, ...others] = new Set(specs.map((spec) => spec.terms));
  return {
    file,
    columns: [...new Set(columns)],
    totals,
    ...(period === undefined ? {} : { period }),
    ...(terms === undefined || others.length > 0 ? {} : { terms }),
  };
}

/** A file name without its folder and ending, in small letters. */
export function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return name.replace(/\.[a-z]+$/i, "").toLowerCase();
}

/** The name of a file of the catalog that is nearest to a path's, without its ending. */
export function nearestTarget(
  path: string,
  targets: ReadonlyMap<string, Target>,
): string | undefined {
  const near = nearest(stemOf(path), targets.keys());
  return near === undefined ? undefined : targets.get(near)!.file.replace(/\.csv$/, "");
}

/** Where `--as` says that a file goes: a file of the catalog, that of one of its series, or an own series' id. */
export function targetNamed(
  word: string,
  catalog: Catalog,
  targets: ReadonlyMap<string, Target>,
): Target {
  if (/[/\\]|\.\./.test(word))
    throw new InputError(
      `--as ${word}: is a path; give the name of a file of the catalog, such as one of ` +
        "assay data list, or the id of a series of your own",
    );
  const byFile = targets.get(stemOf(word));
  if (byFile !== undefined) return byFile;
  const entry = Object.hasOwn(catalog.series, word) ? catalog.series[word] : undefined;
  if (entry?.by === "column" && entry.daily !== undefined)
    return targets.get(stemOf(entry.daily.file))!;
  if (entry !== undefined)
    throw new InputError(
      `--as ${word}: is a series of the catalog that is read from no daily file; name another`,
    );
  const id = checkId("--as", word.replace(/\.csv$/i, ""));
  // Devices of Windows, whatever their ending.
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id) || id.length > 64)
    throw new InputError(`--as ${word}: is no name for a file; give another`);
  return { file: `${id.toUpperCase()}.csv`, columns: [], totals: [] };
}
