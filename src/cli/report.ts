import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Options } from "yargs";
import { InputError } from "../input/input-error.ts";
import { unwritable } from "../input/unwritable.ts";
import type { Findings } from "../study/findings.ts";
import { type Command, WORD, type Words } from "./command.ts";
import { checkFigures, exportFigures, figureOptions } from "./figures.ts";
import { listReports } from "./list-reports.ts";
import { missingFile } from "./missing-file.ts";
import { openPage } from "./open-page.ts";
import { findingsFile, readFindings } from "./read-findings.ts";
import { stagesOn } from "./stages.ts";
import { terminalOf } from "./terminal.ts";

const options = {
  out: {
    type: "string",
    requiresArg: true,
    describe: "Folder of the report [default: where its findings stand]",
  },
  index: {
    type: "string",
    requiresArg: true,
    describe: "Folder of reports: write the list of them, its index.html",
  },
  ...figureOptions,
  open: { type: "boolean", describe: "Open the report in the browser, or in $BROWSER" },
} as const satisfies Record<string, Options>;

/** `assay report [reports]`: makes the page and the tables of runs again from what they found. */
export const reportCommand: Command = {
  name: "report",
  parts: [],
  options,
  values: {
    [WORD]: "folders",
    ...{ out: "folders", index: "folders", svg: "folders", png: "folders" },
  },
  module: {
    command: "report [reports..]",
    describe: "Make a report again from its findings.json, or the list of reports",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 report [reports]\n\nMakes reports again from their findings.json alone; nothing is run.",
        )
        .positional("reports", {
          type: "string",
          array: true,
          describe: "Folders of reports, or their findings.json",
        })
        .options(options)
        .example("$0 report reports/essay", "its page and tables, as this assay draws them")
        .example("$0 report run.json --out DIR", "a report of findings that stand elsewhere")
        .example("$0 report --index DIR", "the list of all reports in a folder")
        .example("$0 report reports/essay --svg DIR", "and every figure as a file"),
    handler: report,
  },
};

async function report(words: Words): Promise<void> {
  const { paths, out, index, svg, png } = readOptions(words);
  const made = paths.map((path) => ({ file: findingsFile(path), folder: out ?? folderOf(path) }));
  const stages = stagesOn(process.stderr, terminalOf(process.stderr, process.env));
  await checkFigures({ svg, png });
  try {
    for (const { file, folder } of made) {
      stages.show(`reading ${file}`);
      const findings = await readFindings(file);
      stages.show("drawing the report");
      await drawn(findings, file, folder);
      await exportFigures(join(folder, "index.html"), { svg, png });
      await listReports(folder);
      stages.clear();
      process.stdout.write(`Report: ${join(folder, "index.html")}\n`);
    }
    if (index !== undefined) process.stdout.write(`Reports: ${await listed(index)}\n`);
  } finally {
    stages.clear();
  }
  if (words.open !== true) return;
  for (const { folder } of made) await openPage(join(folder, "index.html"));
  if (made.length === 0 && index !== undefined) await openPage(join(index, "index.html"));
}

/** What was asked for. @throws InputError with all faults of the words at once */
function readOptions(words: Words) {
  const faults: string[] = [];
  const one = (name: string): string | undefined => {
    const value = words[name];
    if (Array.isArray(value)) faults.push(`--${name}: given ${value.length} times; give it once`);
    return typeof value === "string" ? value : undefined;
  };
  const paths = Array.isArray(words.reports) ? words.reports.map(String) : [];
  const [out, index, svg, png] = [one("out"), one("index"), one("svg"), one("png")];
  if (paths.length === 0 && index === undefined)
    faults.push(
      "report: no report given; name its folder, or --index DIR for the list of a folder",
    );
  for (const [name, value] of Object.entries({ out, svg, png }))
    if (value !== undefined && paths.length !== 1)
      faults.push(`--${name}: is for one report; ${paths.length} are given`);
  const missing = index === undefined ? undefined : missingFile(index, "directory");
  if (missing !== undefined) faults.push(`--index ${missing}`);
  if (faults.length > 0) throw new InputError(faults);
  return { paths, out, index, svg, png };
}

/** The folder that a report is made again in: the one named, or that of its findings.json. */
function folderOf(path: string): string {
  const file = findingsFile(path);
  const folder = dirname(file);
  if (file !== path) return folder;
  const names = readdirSync(folder);
  const isReport = names.includes("index.html") || names.length === 1;
  if (basename(file) === "findings.json" && isReport) return folder;
  throw new InputError(`${path}: stands in no folder of a report; say --out DIR`);
}

/** Writes the report. Findings that this assay cannot draw are not of its making. */
async function drawn(findings: Findings, file: string, folder: string): Promise<void> {
  const { writeReport } = await import("../report/write.ts");
  try {
    await writeReport(findings, folder);
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    if ("code" in error) throw unwritable(folder, error);
    throw new InputError(
      `${file}: cannot be drawn (${error.message}), so it is of another version of assay or was changed; run the study again`,
    );
  }
}

/** Writes the list of reports in a folder, and gives its path. */
async function listed(folder: string): Promise<string> {
  const { writeIndex } = await import("../report/write-index.ts");
  const path = await writeIndex(folder).catch((error: unknown) => {
    throw unwritable(folder, error);
  });
  if (path !== undefined) return path;
  throw new InputError(
    `--index ${folder}: has an index.html that is not a list of ours; move it away`,
  );
}
