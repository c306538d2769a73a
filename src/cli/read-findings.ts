import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../input/input-error.ts";
import { listed } from "../series/format.ts";
import type { Findings } from "../study/findings.ts";
import { missingFile } from "./missing-file.ts";

/** The findings.json that is meant by a path: the file itself, or that of a report's folder. @throws InputError */
export function findingsFile(path: string): string {
  if (!existsSync(path)) throw new InputError(missingFile(path)!);
  if (!statSync(path).isDirectory()) return path;
  const file = join(path, "findings.json");
  if (existsSync(file)) return file;
  throw new InputError(`${path}: holds no findings.json; give the folder of a report`);
}

/** Parts that every run has; `code` came later, and `registry` is null in most. */
const PARTS = [
  ...["study", "period", "numeraires", "inputs", "splices", "assumptions", "portfolios"],
  ...["regimes", "comparisons", "inference", "trials", "maps", "fans", "correlations"],
  ...["conventions", "pictures", "chains", "hypotheses", "predictions", "inconsistencies"],
] as const satisfies readonly (keyof Findings)[];

const SCHEMA: Findings["schema"] = 1;

/** The findings in a file. @throws InputError for a file that is not one, or of another version of assay */
export async function readFindings(file: string): Promise<Findings> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${file}: cannot be read (${error.code ?? error.message})`);
  });
  const refused = new InputError(`${file}: holds no findings of a run; give its findings.json`);
  let value: Partial<Record<string, unknown>> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused;
  }
  if (typeof value !== "object" || typeof value?.schema !== "number") throw refused;
  if (value.schema !== SCHEMA)
    throw new InputError(
      `${file}: has schema ${value.schema}, and this assay knows ${SCHEMA}; run the study again`,
    );
  const missing = PARTS.filter((part) => typeof value[part] !== "object" || value[part] === null);
  if (missing.length === PARTS.length) throw refused;
  if (missing.length > 0)
    throw new InputError(
      `${file}: has no ${listed(missing)}, so it is of an earlier assay; run the study again`,
    );
  const { portfolios, numeraires } = value as unknown as Findings;
  if (portfolios.length === 0 || numeraires.length === 0) throw refused;
  return value as unknown as Findings;
}
