import { InputError } from "../input/input-error.ts";
import { isStudy, type Study } from "../study/study.ts";
import { type Exports, loadFile } from "./load.ts";

/** The study that a file exports as its default. @throws InputError for a file that exports anything else. */
export async function loadStudy(path: string): Promise<Study> {
  const exports = await loadFile(path);
  if (isStudy(exports.default)) return exports.default;
  throw new InputError(`${path}: ${insteadOfStudy(exports)}`);
}

const EXPECTED = "a study file has: export default study({ ... })";

function insteadOfStudy(exports: Exports): string {
  const names = Object.keys(exports);
  if (names.length === 0) return `exports nothing; ${EXPECTED}`;
  const named = names.find((name) => isStudy(exports[name]));
  if (named !== undefined) return `exports the study "${named}" by name; ${EXPECTED}`;
  if (names.some((name) => isStrategy(exports[name])))
    return `exports a strategy, not a study; import it in a study file, which has: export default study({ strategies: [...], ... })`;
  const found = names.map((name) => (name === "default" ? "a default that is no study" : name));
  return `exports ${found.join(", ")}; ${EXPECTED}`;
}

function isStrategy(value: unknown): boolean {
  return typeof value === "object" && value !== null && "weights" in value && "rebalance" in value;
}
