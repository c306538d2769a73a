import type { Options } from "yargs";
import { InputError } from "../input/input-error.ts";
import type { Command, Words } from "./command.ts";
import { findingsFile, readFindings } from "./read-findings.ts";
import { terminalOf } from "./terminal.ts";

const options = {
  all: { type: "boolean", describe: "Tell everything, not the first of each list" },
  tolerance: {
    type: "string",
    requiresArg: true,
    describe: "Measures that move by less than this part are the same [default: 1e-9]",
  },
  json: { type: "boolean", describe: "Print everything as JSON" },
  "exit-code": { type: "boolean", describe: "Exit with 1 where the runs differ" },
} as const satisfies Record<string, Options>;

/** `assay diff A B`: what two runs were given otherwise, and what came of it. */
export const diffCommand: Command = {
  name: "diff",
  parts: [],
  options,
  module: {
    command: "diff [reports..]",
    describe: "Tell what changed between two runs, and why",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 diff A B\n\nTells what two runs were given otherwise (period, data, code, assumptions), and what\ncame of it: verdicts, decisions, measures.",
        )
        .positional("reports", {
          type: "string",
          array: true,
          describe: "Two folders of reports, or their findings.json",
        })
        .options(options)
        .example("$0 diff before reports/essay", "a report kept aside, and the one of now")
        .example("$0 diff reports/essay reports/essay-daily", "month-ends and days")
        .example("$0 diff A B --exit-code --json", "for scripts"),
    handler: diff,
  },
};

async function diff(words: Words): Promise<void> {
  const { paths, tolerance } = readOptions(words);
  const files = paths.map(findingsFile);
  const [before, after] = await Promise.all(files.map(readFindings));
  const { differenceOf } = await import("../report/diff/difference.ts");
  const difference = differenceOf(before!, after!, tolerance);
  if (words.json) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
  else {
    const { asText } = await import("./diff/text.ts");
    const terminal = terminalOf(process.stdout, process.env);
    const side = (at: 0 | 1) => ({ file: files[at]!, findings: [before!, after!][at]! });
    process.stdout.write(asText(difference, [side(0), side(1)], words.all === true, terminal));
  }
  if (words["exit-code"] === true && !difference.isSame) process.exitCode = 1;
}

/** @throws InputError with all faults of the words at once */
function readOptions(words: Words) {
  const faults: string[] = [];
  const paths = Array.isArray(words.reports) ? words.reports.map(String) : [];
  if (paths.length !== 2)
    faults.push(`diff: compares two runs; ${paths.length} given; name two folders of reports`);
  const given = words.tolerance;
  const tolerance = given === undefined ? undefined : Number(given);
  if (Array.isArray(given)) faults.push(`--tolerance: given ${given.length} times; give it once`);
  else if (tolerance !== undefined && !(tolerance >= 0 && given !== ""))
    faults.push(`--tolerance: got "${given}"; give a part from 0, for example 0.01`);
  if (faults.length > 0) throw new InputError(faults);
  return { paths, tolerance };
}
