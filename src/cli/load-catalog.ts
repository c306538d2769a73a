import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Catalog } from "../data/catalog.ts";
import { InputError } from "../input/input-error.ts";
import { loadFile } from "./load.ts";

/** The catalog of the current folder, `data/catalog.ts`, or else the one that comes with assay. */
export async function loadCatalog(): Promise<Catalog> {
  const own = join("data", "catalog.ts");
  const shipped = fileURLToPath(new URL("../data/catalog.ts", import.meta.resolve("assay")));
  const path = existsSync(own) ? own : relative("", shipped);
  const exports = Object.values(await loadFile(path));
  const found = exports.find(isCatalog);
  if (found === undefined)
    throw new InputError(
      `${path}: exports no catalog; a catalog file has: export default catalog({ ... })`,
    );
  return found;
}

function isCatalog(value: unknown): value is Catalog {
  return (
    typeof value === "object" &&
    value !== null &&
    "folder" in value &&
    "calendar" in value &&
    "series" in value
  );
}
