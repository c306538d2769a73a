import { dirname, join, resolve } from "node:path";
import type { Options } from "yargs";
import manifest from "../../package.json" with { type: "json" };
import { InputError } from "../input/input-error.ts";
import type { Findings } from "../study/findings.ts";
import type { Command } from "./command.ts";
import { type RunOptions, readRunOptions } from "./run-options.ts";
import { stagesOn } from "./stages.ts";
import { terminalOf } from "./terminal.ts";

const options = {
  from: { type: "string", requiresArg: true, describe: "First day, YYYY-MM-DD" },
  to: { type: "string", requiresArg: true, describe: "Last day, YYYY-MM-DD" },
  in: {
    type: "array",
    string: true,
    requiresArg: true,
    describe: "Units to measure in, e.g. usd,gold",
  },
  frequency: {
    type: "string",
    requiresArg: true,
    describe: "monthly or daily [default: daily where --data holds the calendar's daily file]",
  },
  data: {
    type: "array",
    string: true,
    requiresArg: true,
    describe: "Folder of CSV files: daily figures, or series not shipped (may be repeated)",
  },
  out: {
    type: "string",
    requiresArg: true,
    describe: "Folder of the report [default: reports/<study id>, daily reports/<study id>-daily]",
  },
  seed: {
    type: "string",
    requiresArg: true,
    describe: "Seed of everything random, a whole number",
  },
  open: { type: "boolean", describe: "Open the report in the browser, or in $BROWSER" },
  json: { type: "boolean", describe: "Print findings.json and nothing else" },
  register: {
    type: "boolean",
    describe: "Add the run to registry.jsonl beside its folder, a chained log",
  },
  strict: { type: "boolean", describe: "Exit with 1 when a claim that is a gate is refuted" },
} as const satisfies Record<string, Options>;

/** `assay run [study]`: runs a study, prints the comparison and writes the report. */
export const runCommand: Command = {
  name: "run",
  parts: [],
  options,
  module: {
    command: "run [study]",
    describe: "Run a study and write its report",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 run [study]\n\nRuns a study, prints how its portfolios compare, writes the report.",
        )
        .positional("study", {
          type: "string",
          describe: "Study file [default: strategies/essay.ts]",
        })
        .options(options)
        .example("$0 run", "the essay, on the figures that come with assay")
        .example("$0 run --from 2010-07-31", "since a day")
        .example("$0 run --in usd,gold", "in dollars and in gold only")
        .example("$0 run --data DIR", "on daily files, or with series that are not shipped")
        .example("$0 run my-study.ts --open", "a study of your own; open its report")
        .example("$0 run --register", "and keep verdicts and predictions in a chained log")
        .example("$0 run --json > findings.json", "everything found, as data"),
    handler: (words) => run(readRunOptions(words)),
  },
};

async function run(asked: RunOptions): Promise<void> {
  const stages = stagesOn(process.stderr, terminalOf(process.stderr, process.env));
  try {
    stages.show("reading the study");
    const { loadStudy } = await import("./load-study.ts");
    const study = await loadStudy(asked.study);

    const { runStudy } = await import("../study/run.ts");
    const found = await runStudy(study, {
      ...known("from", asked.from),
      ...known("to", asked.to),
      ...known("numeraires", asked.numeraires),
      ...known("frequency", asked.frequency),
      ...known("seed", asked.seed),
      directories: asked.directories,
      onStage: stages.show,
    });

    const directory = asked.out ?? usualFolder(found);
    stages.show("drawing the report");
    const { renderFindingsJson, writeReport } = await import("../report/write.ts");
    const write = async (findings: Findings) => {
      await writeReport(findings, directory).catch((error: unknown) => {
        throw unwritable(directory, error);
      });
    };
    const findings = asked.register
      ? await registeredRun(asked.study, found, directory, write)
      : await write(found).then(() => found);
    stages.clear();

    const page = join(directory, "index.html");
    if (asked.json) process.stdout.write(renderFindingsJson(findings));
    else {
      const { comparison } = await import("./print.ts");
      const { verdicts } = await import("./verdicts.ts");
      const terminal = terminalOf(process.stdout, process.env);
      process.stdout.write(`${verdicts(findings, terminal)}${comparison(findings, terminal)}\n`);
      process.stdout.write(`Report: ${page}\n`);
      const { registryLine } = await import("./registry-line.ts");
      if (findings.registry !== null) process.stdout.write(`${registryLine(findings.registry)}\n`);
    }
    if (asked.strict) checkGates(findings);
    if (asked.open) await opened(page);
  } finally {
    stages.clear();
  }
}

/** Writes the report of a run and adds the run to the registry beside its folder. */
async function registeredRun(
  study: string,
  findings: Findings,
  out: string,
  write: (findings: Findings) => Promise<void>,
): Promise<Findings> {
  const { hashOfFiles } = await import("./load.ts");
  const { registering } = await import("./registry-file.ts");
  const identity = { studyHash: await hashOfFiles(study), version: manifest.version };
  return registering(join(dirname(out), "registry.jsonl"), findings, identity, write);
}

/** Fails the command where a claim that is a gate is refuted, and says where there is none to fail. */
function checkGates({ hypotheses }: Findings): void {
  const gates = hypotheses.filter(({ gate }) => gate);
  if (gates.length === 0) process.stderr.write("--strict: no claim of this study is a gate\n");
  const refuted = gates.filter(({ outcome }) => outcome === "refuted");
  if (refuted.length === 0) return;
  const ids = refuted.map(({ id }) => id).join(", ");
  process.stderr.write(
    `--strict: ${ids} ${refuted.length === 1 ? "is a gate and was" : "are gates and were"} refuted\n`,
  );
  process.exitCode = 1;
}

/** Where a report goes unless told otherwise: a daily run leaves the monthly report of its study alone. */
function usualFolder({ study, period }: Findings): string {
  return join("reports", period.frequency === "daily" ? `${study.id}-daily` : study.id);
}

/** Opens a page in the program that BROWSER names, if it is set, or in that of the system. */
async function opened(page: string): Promise<void> {
  const { default: open } = await import("open");
  const browser = process.env.BROWSER;
  await open(resolve(page), browser ? { app: { name: browser } } : {}).catch((error: unknown) => {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
    throw new InputError(
      `--open: ${browser || "the browser"} does not start (${code ?? String(error)}); open ${page} yourself`,
    );
  });
}

/** The option under its name, or nothing where it was not said: absent and undefined are not the same. */
function known<K extends string, V>(name: K, value: V | undefined): { [name in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [name in K]?: V };
}

/** A folder that cannot be written is the user's to mend; any other failure stays what it is. */
function unwritable(directory: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (!["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"].includes(code ?? ""))
    return error;
  return new InputError(`--out ${directory}: cannot be written (${code}); give another folder`);
}
