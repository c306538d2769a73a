import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { threadId } from "node:worker_threads";
import { compile, compileApart, isCode } from "./compile.ts";

/** A file of the user and all that it imports, as one JavaScript file. */
export interface Bundle {
  readonly path: string;
  /** Absolute paths of the files that are in it. */
  readonly files: readonly string[];
  /** Of the names and texts of these files: the same wherever they stand, another when one is changed. */
  readonly hash: string;
  /** Hash of the text of each file, by its path from the folder of the entry; in order of these paths. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** What is remembered of a bundle: it may be used again while its files have these hashes. */
interface Receipt {
  readonly bundle: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * The bundle of a file, from the cache where nothing in it has changed. The cache is addressed by
 * content: records by the entry, library and folder they belong to, bundles by their own text. Both are
 * written whole and then renamed, so that two runs at once never read half a file.
 */
export async function bundleOf(entry: string, library: string): Promise<Bundle> {
  const directory = await cacheFor(entry);
  const record = join(directory, `${sha256([entry, library, directory].join("\n"))}.json`);
  return (await remembered(entry, record)) ?? (await made(entry, library, record));
}

async function remembered(entry: string, record: string): Promise<Bundle | undefined> {
  try {
    const { bundle, files } = JSON.parse(await readFile(record, "utf8")) as Receipt;
    const path = join(dirname(record), bundle);
    const same = files.map(async (file) => sha256(await readFile(file.path)) === file.sha256);
    const usable = existsSync(path) && (await Promise.all(same)).every(Boolean);
    return usable ? bundled(entry, path, files) : undefined;
  } catch {
    // No record, a broken one, or a file that is gone: the bundle is made again.
    return undefined;
  }
}

async function made(entry: string, library: string, record: string): Promise<Bundle> {
  const directory = dirname(record);
  await sweep(directory);
  const { text, sources } = await compile(entry, library, directory);
  const files = [...sources].map(([path, source]) => ({ path, sha256: sha256(source) }));
  const bundle = `${sha256(text)}.mjs`;
  await writeWhole(join(directory, bundle), text);
  await writeWhole(record, JSON.stringify({ bundle, files } satisfies Receipt));
  return bundled(entry, join(directory, bundle), files);
}

/**
 * Path of a file as a module beside those that it imports, named by their texts, so that a process that
 * imports it again gets those that did not change as they were. Undefined where a file is no longer what it
 * was in the bundle.
 */
export async function moduleOf(
  entry: string,
  library: string,
  bundle: Bundle,
): Promise<string | undefined> {
  const imported = bundle.files.filter((file) => file !== entry && isCode(file));
  const directory = dirname(bundle.path);
  const made = await compileApart(entry, imported, library, directory);
  const files = [...made.sources].map(([path, source]) => ({ path, sha256: sha256(source) }));
  if (bundled(entry, bundle.path, files).hash !== bundle.hash) return undefined;
  for (const { path, text } of made.parts) if (!existsSync(path)) await writeWhole(path, text);
  return made.entry;
}

function bundled(entry: string, path: string, files: Receipt["files"]): Bundle {
  const named = files.map((file) => {
    const name = relative(dirname(entry), file.path).replaceAll("\\", "/");
    return [name, file.sha256] as const;
  });
  const texts = named.map(([name, hash]) => `${name} ${hash}`);
  return {
    path,
    files: files.map((file) => file.path),
    hash: sha256(texts.sort().join("\n")),
    hashes: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * `node_modules/.cache/assay` above the file, where packages it imports are found too; else a temporary
 * folder. Its real path: Node runs the bundle there, and the source map leads from there to the file.
 */
async function cacheFor(entry: string): Promise<string> {
  return realpath(await writableCache(entry));
}

async function writableCache(entry: string): Promise<string> {
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules"))) {
      const directory = join(folder, "node_modules", ".cache", "assay");
      if (await isWritable(directory)) return directory;
    }
    if (folder === dirname(folder)) break;
  }
  return temporaryCache();
}

/** A folder of this user alone: what lies in it is run, so one that somebody else made is not used. */
async function temporaryCache(): Promise<string> {
  const user = process.getuid?.();
  const directory = join(tmpdir(), `assay-${user ?? "cache"}`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { uid } = await stat(directory);
  return user === undefined || uid === user ? directory : mkdtemp(join(tmpdir(), "assay-"));
}

async function isWritable(directory: string): Promise<boolean> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}-${threadId}`;
  await writeFile(part, text);
  await rename(part, path);
}

/** Removes what a process that was killed while it wrote has left of a file. */
async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const pid = PART.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(directory, name), { force: true });
  }
}

const PART = /\.(?:mjs|json)\.(\d+)-\d+$/;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
