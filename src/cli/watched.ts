import { dirname, extname, resolve } from "node:path";
import { isCode } from "./compile.ts";

/** What a run was made from, as far as it may change under it. */
export interface Sources {
  /** The study's file and all that it imports. */
  readonly files: readonly string[];
  /** Folders of figures. */
  readonly folders: readonly string[];
}

/** Folders to be watched: files are often replaced rather than written, which only their folder tells. */
export function foldersOf({ files, folders }: Sources): string[] {
  return [
    ...new Set([...files.map((file) => dirname(file)), ...folders].map((one) => resolve(one))),
  ];
}

/** Whether a file that changed is one that a run reads, or may be one that a failed run is waiting for. */
export function concerns({ files, folders }: Sources, path: string, hasFailed: boolean): boolean {
  const changed = resolve(path);
  if (files.some((file) => resolve(file) === changed)) return true;
  if (hasFailed && isCode(changed)) return true;
  const isTable = extname(changed).toLowerCase() === ".csv";
  return isTable && folders.some((folder) => resolve(folder) === dirname(changed));
}
