import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type {} from "vitest";
import type { TestProject } from "vitest/node";

/** The state of `dist`: "fresh", "not built", or why the build failed. */
export type Build = string;

declare module "vitest" {
  export interface ProvidedContext {
    build: Build;
  }
}

const root = fileURLToPath(new URL("..", import.meta.url));

const BUILD = "node_modules/tsdown/dist/run.mjs";

/** Folders whose tests start the real command. */
const processTests = ["test/cli", "test/browser", "test/golden"];

/**
 * Builds `dist` once before all tests, unless it is newer than everything it is made from or the
 * tests asked for start no process. A failed build fails the tests that need it, and no others.
 */
export default function setup(project: TestProject): void {
  project.provide("build", build());
}

function build(): Build {
  if (isFresh()) return "fresh";
  if (!isAskedFor()) return "not built";
  try {
    // Without cleaning first, so that tests of another run do not find the command gone.
    execFileSync(process.execPath, [BUILD, "--no-clean", "--logLevel", "error"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
    return "fresh";
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `the build failed:\n${stdout ?? ""}${stderr ?? String(error)}`;
  }
}

function isFresh(): boolean {
  const made = ["dist/index.mjs", "dist/index.d.mts", "dist/cli.mjs"].map((path) =>
    join(root, path),
  );
  if (!made.every(existsSync)) return false;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const inputs = ["package.json", "tsdown.config.ts", ...sources.map((path) => join("src", path))];
  const changed = Math.max(...inputs.map((path) => statSync(join(root, path)).mtimeMs));
  return made.every((path) => statSync(path).mtimeMs > changed);
}

/** True unless the words after `vitest run` name only tests that start no process. */
function isAskedFor(): boolean {
  const commands = ["run", "watch", "dev"];
  const words = process.argv
    .slice(2)
    .filter((word) => !commands.includes(word) && !word.startsWith("-"));
  const near = (word: string) =>
    processTests.some((folder) => word.includes(folder) || folder.includes(word));
  return words.length === 0 || words.some(near);
}
