#!/usr/bin/env node
import { InputError } from "../input/input-error.ts";
import { commandLine } from "./command-line.ts";

// A reader that has seen enough (`assay data list | head`) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await commandLine(process.argv.slice(2));
} catch (error) {
  process.exitCode = failed(error);
}

/** Tells what went wrong and gives the exit code: 2 for wrong input, 1 for a bug, with its stack. */
function failed(error: unknown): 1 | 2 {
  if (error instanceof InputError) {
    process.stderr.write(error.faults.map((fault) => `assay: ${fault}\n`).join(""));
    return 2;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`assay: this is a bug in assay or in a file that it ran\n${trace}\n`);
  return 1;
}
