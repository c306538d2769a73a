import { existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nearest } from "../input/nearest.ts";

/** Why a path cannot be read as a file or directory, with the nearest name beside it; undefined where it can. */
export function missingFile(path: string, kind: "file" | "directory" = "file"): string | undefined {
  const found = entryAt(path);
  if (found === undefined) return `${path}: no such ${kind}; ${remedy(path)}`;
  if (kind === "file" && found.isDirectory()) return `${path}: is a directory; give a file in it`;
  if (kind === "directory" && !found.isDirectory())
    return `${path}: is not a directory; give the folder it lies in`;
  return undefined;
}

function remedy(path: string): string {
  const folder = dirname(path);
  if (!existsSync(folder)) return `there is no directory ${folder} either`;
  const near = nearestFile(path);
  return near === undefined ? "check the path" : `did you mean "${join(folder, near)}"?`;
}

/** The name in the path's own folder that is nearest to its last part. */
export function nearestFile(path: string): string | undefined {
  try {
    return nearest(basename(path), readdirSync(dirname(path)).sort());
  } catch {
    return undefined;
  }
}

function entryAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
