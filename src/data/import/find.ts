import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../input/input-error.ts";
import type { Catalog } from "../catalog.ts";
import { TABLES } from "./read-file.ts";
import { nearestTarget, stemOf, type Target, targetNamed, targetsOf } from "./target.ts";

/** A file to be read, and where its figures go. */
export interface Found {
  readonly path: string;
  readonly target: Target;
}

/** A table that no file of the catalog is named like. */
export interface Unmatched {
  readonly path: string;
  /** The file of the catalog with the nearest name, without its ending. */
  readonly nearest?: string;
}

export interface FoundFiles {
  readonly files: readonly Found[];
  readonly unmatched: readonly Unmatched[];
  readonly passedOver: readonly string[];
  readonly faults: readonly string[];
}

/**
 * The tables among paths and in the folders among them, each with the file of the store that is named
 * alike, whatever its capitals. Folders in folders are passed over.
 * @throws InputError where a path does not exist, or `--as` is given for more than one file
 */
export async function found(
  catalog: Catalog,
  paths: readonly string[],
  as?: string,
): Promise<FoundFiles> {
  const targets = targetsOf(catalog);
  const { tables, passedOver, faults } = await tablesIn(paths);
  if (as !== undefined) {
    if (tables.length !== 1 || faults.length > 0)
      throw new InputError([
        ...faults,
        ...(tables.length === 1
          ? []
          : [`--as ${as}: names one file, got ${tables.length}; give one`]),
      ]);
    const target = targetNamed(as, catalog, targets);
    return { files: [{ path: tables[0]!.path, target }], unmatched: [], passedOver, faults };
  }
  const files: Found[] = [];
  const unmatched: Unmatched[] = [];
  const all = [...faults];
  const taken = new Map<string, string>();
  for (const { path, isNamed } of tables) {
    const target = targets.get(stemOf(path));
    if (target === undefined) {
      const near = nearestTarget(path, targets);
      const one = { path, ...(near === undefined ? {} : { nearest: near }) };
      if (isNamed) all.push(unmatchedFault(one));
      else unmatched.push(one);
      continue;
    }
    const other = taken.get(target.file);
    if (other === undefined) {
      taken.set(target.file, path);
      files.push({ path, target });
    } else if (other !== path)
      all.push(`${path}: goes to ${target.file}, as ${other} does; give one of them`);
  }
  return { files, unmatched, passedOver, faults: all };
}

/** What to do about a table that is named like no file of the catalog. */
export function unmatchedFault({ path, nearest }: Unmatched): string {
  const near = nearest === undefined ? "" : `the nearest is ${nearest}; `;
  return (
    `${path}: no series of the catalog is read from a file of this name; ${near}` +
    `say --as ${nearest ?? "NAME"} if it is that, or --as ID for a series of your own`
  );
}

interface Tables {
  /** `isNamed`: given by its own path. */
  readonly tables: readonly { readonly path: string; readonly isNamed: boolean }[];
  readonly passedOver: readonly string[];
  readonly faults: readonly string[];
}

async function tablesIn(paths: readonly string[]): Promise<Tables> {
  const tables: { path: string; isNamed: boolean }[] = [];
  const passedOver: string[] = [];
  const faults: string[] = [];
  for (const given of paths) {
    try {
      if (!(await stat(given)).isDirectory()) {
        tables.push({ path: given, isNamed: true });
        continue;
      }
      for (const name of (await readdir(given)).sort()) {
        const path = join(given, name);
        const isTable = TABLES.test(name) && !name.startsWith(".");
        const isFile = isTable && (await stat(path).catch(() => undefined))?.isDirectory() !== true;
        if (isFile) tables.push({ path, isNamed: false });
        else passedOver.push(path);
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      faults.push(`${given}: cannot be read (${code}); check the path and its permissions`);
    }
  }
  return { tables, passedOver, faults };
}
