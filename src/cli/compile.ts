import { readFile } from "node:fs/promises";
import { dirname, extname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildFailure, BuildOptions, Loader, Message, Plugin } from "esbuild";
import { InputError } from "../input/input-error.ts";
import { nearestFile } from "./missing-file.ts";

/** A module of JavaScript, with what it imports beside it. */
export interface Part {
  readonly path: string;
  readonly text: string;
}

/** JavaScript made of a user's file, and the text of every file that went into it. */
export interface Compiled {
  readonly text: string;
  readonly sources: ReadonlyMap<string, Uint8Array>;
}

/**
 * Compiles a file and what it imports into one module, whose `assay` is the given library. The only
 * place that knows esbuild. @throws InputError with every error at its line and column.
 */
export async function compile(
  entry: string,
  library: string,
  directory: string,
): Promise<Compiled> {
  const { result, sources } = await built([entry], library, directory, {});
  return { text: result.outputFiles[0]!.text, sources };
}

/** A file as a module beside the modules that it imports, each named by its own text and theirs. */
export interface CompiledApart {
  /** Path of the module of the file. */
  readonly entry: string;
  readonly parts: readonly Part[];
  readonly sources: ReadonlyMap<string, Uint8Array>;
}

/**
 * The same with a module for each file, of a file and the files that it imports: one that did not change,
 * and imports none that did, keeps its name.
 */
export async function compileApart(
  entry: string,
  imported: readonly string[],
  library: string,
  directory: string,
): Promise<CompiledApart> {
  const names = "[name]-[hash]";
  const { result, sources } = await built([entry, ...imported], library, directory, {
    ...{ splitting: true, metafile: true, entryNames: names, chunkNames: names },
    outExtension: { ".js": ".mjs" },
  });
  const parts = result.outputFiles.map(({ path, text }) => ({ path, text }));
  const own = Object.entries(result.metafile!.outputs).find(
    ([, { entryPoint }]) => entryPoint !== undefined && resolve(entryPoint) === entry,
  );
  return { entry: resolve(own![0]), parts, sources };
}

async function built(
  entryPoints: string[],
  library: string,
  outdir: string,
  apart: Pick<
    BuildOptions,
    "splitting" | "metafile" | "entryNames" | "chunkNames" | "outExtension"
  >,
) {
  const { build } = await import("esbuild");
  const sources = new Map<string, Uint8Array>();
  try {
    const result = await build({
      ...{ entryPoints, outdir, ...apart },
      write: false,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      charset: "utf8",
      sourcemap: "inline",
      sourcesContent: false,
      logLevel: "silent",
      define: { "import.meta.url": URL_OF_FILE },
      // CommonJS packages inside the bundle may ask for Node's own modules.
      banner: { js: REQUIRE },
      plugins: [libraryAt(library), sourceFiles(sources)],
    });
    return { result, sources };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new InputError(error.errors.map(faultOf));
  }
}

const REQUIRE =
  'import { createRequire as __require } from "node:module"; const require = __require(import.meta.url);';

/** `assay`, under whatever name a file asks for it, is the library that is running. */
function libraryAt(library: string): Plugin {
  return {
    name: "assay",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^assay$/ }, () => ({ path: library, external: true })),
  };
}

const URL_OF_FILE = "__urlOfThisFile";

/** True for a file of TypeScript or JavaScript, by its name. */
export function isCode(path: string): boolean {
  return LOADERS[extname(path)] !== undefined;
}

const LOADERS: Readonly<Record<string, Loader>> = {
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".tsx": "tsx",
  ".js": "js",
  ".mjs": "js",
  ".cjs": "js",
  ".jsx": "jsx",
};

/**
 * Notes the text of each file, and keeps `import.meta.url` what it was before bundling: the address of
 * the file in which it stands. The declaration goes on the first line, so that line numbers stay.
 */
function sourceFiles(sources: Map<string, Uint8Array>): Plugin {
  return {
    name: "source files",
    setup: ({ onLoad }) =>
      onLoad({ filter: /./ }, async ({ path, namespace }) => {
        if (namespace !== "file") return undefined;
        const contents = await readFile(path);
        sources.set(path, contents);
        const loader = LOADERS[extname(path)];
        if (loader === undefined || !contents.includes("import.meta.url")) return undefined;
        return {
          contents: declaration(path) + contents.toString("utf8"),
          loader,
          resolveDir: dirname(path),
        };
      }),
  };
}

function declaration(path: string): string {
  return `var ${URL_OF_FILE} = ${JSON.stringify(pathToFileURL(path).href)}; `;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

/** `file:line:column: what is wrong`, the line of source, and for a missing import the nearest file. */
function faultOf({ text, location }: Message): string {
  const unresolved = /^Could not resolve "(.+)"$/.exec(text)?.[1];
  if (location === null) return text;
  const added =
    location.line === 1
      ? (/^var __urlOfThisFile = "[^"]*"; /.exec(location.lineText)?.[0].length ?? 0)
      : 0;
  const place = `${location.file}:${location.line}:${location.column - added + 1}`;
  const remedy =
    unresolved === undefined ? "" : `; ${remedyFor(unresolved, resolve(location.file))}`;
  return `${place}: ${text}${remedy}\n  ${location.lineText.slice(added).trim()}`;
}

function remedyFor(name: string, importer: string): string {
  if (!name.startsWith(".") && !isAbsolute(name)) return `install it, or check its name`;
  const near = nearestFile(join(dirname(importer), name));
  return near === undefined ? "there is no such file" : `did you mean a file named "${near}"?`;
}
