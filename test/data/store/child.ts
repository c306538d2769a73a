import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";

const source = join(import.meta.dirname, "../../../src/data/store");

/** Builds a script that may import from the folder of the store, and gives the path of the program. */
export async function program(folder: string, contents: string): Promise<string> {
  const outfile = join(folder, "program.mjs");
  await build({
    stdin: { contents, resolveDir: source, loader: "ts" },
    ...{ outfile, bundle: true, platform: "node", format: "esm", target: "node20" },
    ...{ packages: "external", logLevel: "error" },
  });
  return outfile;
}

/** A program that runs by itself. */
export function started(path: string, ...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [path, ...words], { stdio: ["ignore", "pipe", "inherit"] });
}

/** The exit code of a program, or the signal that ended it. */
export async function ended(child: ChildProcess): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode ?? child.signalCode ?? "";
}
