import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../input/input-error.ts";
import { nearest } from "../input/nearest.ts";
import { type Bundle, bundleOf, moduleOf } from "./bundle.ts";
import { isCode } from "./compile.ts";
import { missingFile } from "./missing-file.ts";

/** What a TypeScript file of the user exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** The running library: what `assay` means inside a loaded file, so that there is one copy of it. */
const library = import.meta.resolve("assay");

/**
 * Runs a TypeScript file of the user and gives what it exports. The file, and the files that it
 * imports, become one bundle, kept between runs and made anew when one of them changes.
 * @throws InputError for a file that is missing, does not compile, or throws while it is loaded.
 */
export async function loadFile(path: string): Promise<Exports> {
  return (await loadWhole(path)).exports;
}

/** What a file exports, and what it was made from. */
export interface Loaded {
  readonly exports: Exports;
  readonly bundle: Bundle;
}

/**
 * The same with what it was made from.
 * @param time loads it once more in a process that has loaded it before: what its functions remember is gone
 */
export async function loadWhole(path: string, time = 0): Promise<Loaded> {
  const missing = missingFile(path);
  if (missing !== undefined) throw new InputError(missing);
  if (!isCode(path))
    throw new InputError(
      `${path}: is not a TypeScript or JavaScript file; give one that ends in .ts, .mts, .js or .mjs`,
    );
  const bundle = await bundleOf(resolve(path), library);
  process.setSourceMapsEnabled(true);
  try {
    const address = `${pathToFileURL(bundle.path).href}${time === 0 ? "" : `?${time}`}`;
    return { exports: await import(address), bundle };
  } catch (error) {
    throw await explained(error, path, bundle.files);
  }
}

/**
 * What a file exports, out of modules that stay loaded while neither they nor what they import change: a
 * value that was not written anew is the same one at each call. Undefined where the file is no longer that
 * of the bundle.
 */
export async function loadTwin(path: string, bundle: Bundle): Promise<Exports | undefined> {
  const module = await moduleOf(resolve(path), library, bundle);
  return module === undefined ? undefined : await import(pathToFileURL(module).href);
}

/** An error thrown while a file of the user was loaded, as a message about that file; a bug stays a bug. */
async function explained(error: unknown, path: string, files: readonly string[]): Promise<unknown> {
  if (error instanceof InputError)
    return new InputError(error.faults.map((fault) => `${path}: ${fault}`));
  if (!(error instanceof Error)) return new InputError(`${path}: threw ${String(error)}`);
  const missing = /does not provide an export named '(.+)'/.exec(error.message)?.[1];
  if (missing !== undefined) {
    const near = nearest(missing, Object.keys(await import(library)).sort());
    const remedy =
      near === undefined ? "see its index for what there is" : `did you mean "${near}"?`;
    return new InputError(`${path}: "assay" exports no "${missing}"; ${remedy}`);
  }
  const place = placeOf(error, files);
  return place === undefined
    ? error
    : new InputError(`${place}: threw ${error.name}: ${error.message}`);
}

/** `file:line:column` where the error was thrown, if that is in one of the user's files. */
function placeOf(error: Error, files: readonly string[]): string | undefined {
  const frame = /(?:\(|at )(?:file:\/\/)?(\/[^\n()]*|[A-Za-z]:[^\n()]*):(\d+):(\d+)\)?$/m.exec(
    error.stack ?? "",
  );
  const file = files.find((known) => known === frame?.[1]);
  return file && `${relative("", file)}:${frame?.[2]}:${frame?.[3]}`;
}
