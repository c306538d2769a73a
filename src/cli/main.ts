#!/usr/bin/env node
import { InputError } from "../input/input-error.ts";
import { commandLine } from "./command-line.ts";
import { failureText } from "./failure.ts";

// A reader that has seen enough (`assay data list | head`) is not a failure.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });

try {
  await commandLine(process.argv.slice(2));
} catch (error) {
  process.stderr.write(failureText(error));
  process.exitCode = error instanceof InputError ? 2 : 1;
}
