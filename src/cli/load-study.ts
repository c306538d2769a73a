import { InputError } from "../input/input-error.ts";
import { isStudy, type Study } from "../study/study.ts";
import type { Bundle } from "./bundle.ts";
import { type Exports, loadTwin, loadWhole } from "./load.ts";

/** A study, and the files that it was read from. */
export interface StudyRead {
  readonly study: Study;
  readonly bundle: Bundle;
}

/**
 * The study that a file exports as its default, loaded anew each time that it is asked for as another.
 * @throws InputError for a file that exports anything else.
 */
export async function loadStudy(path: string, time?: number): Promise<StudyRead> {
  const { exports, bundle } = await loadWhole(path, time);
  if (isStudy(exports.default)) return { study: exports.default, bundle };
  throw new InputError(`${path}: ${insteadOfStudy(exports)}`);
}

/** The same study with functions that stay the same from run to run, where they were not written anew. */
export async function twinOf(path: string, { bundle }: StudyRead): Promise<Study | undefined> {
  const exports = await loadTwin(path, bundle);
  return exports !== undefined && isStudy(exports.default) ? exports.default : undefined;
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
