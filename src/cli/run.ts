import type { Options } from "yargs";
import type { Findings } from "../study/findings.ts";
import { type Command, WORD } from "./command.ts";
import { figureOptions } from "./figures.ts";
import { unitsOffered } from "./offered.ts";
import { openPage } from "./open-page.ts";
import { perform } from "./perform.ts";
import { type RunOptions, readRunOptions } from "./run-options.ts";
import { type Stages, stagesOn } from "./stages.ts";
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
    describe:
      "monthly or daily [default: daily where --data holds the calendar's daily file]; daily without --data reads your store",
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
  ...figureOptions,
  open: { type: "boolean", describe: "Open the report in the browser, or in $BROWSER" },
  json: { type: "boolean", describe: "Print findings.json and nothing else" },
  register: {
    type: "boolean",
    describe: "Add the run to registry.jsonl beside its folder, a chained log",
  },
  quiet: {
    type: "boolean",
    alias: "q",
    describe: "Print the verdict and the path of the report alone",
  },
  verbose: {
    type: "boolean",
    alias: "v",
    describe: "Print every unit and every claim in full, and on stderr how long each stage took",
  },
  watch: {
    type: "boolean",
    describe: "Run again when a file of the study or its figures change; show the page live",
  },
  strict: { type: "boolean", describe: "Exit with 1 when a claim that is a gate is refuted" },
} as const satisfies Record<string, Options>;

/** `assay run [study]`: runs a study, prints the comparison and writes the report. */
export const runCommand: Command = {
  name: "run",
  parts: [],
  options,
  values: {
    [WORD]: "files",
    frequency: async () => ["monthly", "daily"],
    in: unitsOffered,
    ...{ data: "folders", out: "folders", svg: "folders", png: "folders" },
  },
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
        .example("$0 run --frequency daily", "on what was imported or pulled into your store")
        .example("$0 run my-study.ts --open", "a study of your own; open its report")
        .example("$0 run my-study.ts --watch", "again on every save; the open page follows")
        .example("$0 run --register", "and keep verdicts and predictions in a chained log")
        .example("$0 run --json > findings.json", "everything found, as data"),
    handler: (words) => run(readRunOptions(words)),
  },
};

async function run(asked: RunOptions): Promise<void> {
  const stages = stagesOn(process.stderr, terminalOf(process.stderr, process.env), {
    verbose: asked.detail === "verbose",
  });
  if (asked.watch) return watched(asked, stages);
  try {
    const { findings, page } = await perform(asked, stages);
    stages.clear();
    await print(findings, page, asked);
    if (asked.strict) checkGates(findings);
    if (asked.open) await openPage(page);
  } finally {
    stages.clear();
  }
}

/** Runs again and again; what a rerun prints is short, unless all was asked for. */
async function watched(asked: RunOptions, stages: Stages): Promise<void> {
  const { watch } = await import("./watch.ts");
  const { output } = await import("./output.ts");
  const terminal = terminalOf(process.stdout, process.env);
  const code = await watch(asked, stages, ({ findings, page }, isFirst) => {
    const detail = asked.detail === "usual" && !isFirst ? "quiet" : asked.detail;
    process.stdout.write(output(findings, page, terminal, detail));
  });
  process.exit(code);
}

async function print(findings: Findings, page: string, asked: RunOptions): Promise<void> {
  if (asked.json) {
    const { renderFindingsJson } = await import("../report/write.ts");
    process.stdout.write(renderFindingsJson(findings));
    return;
  }
  const { output } = await import("./output.ts");
  const terminal = terminalOf(process.stdout, process.env);
  process.stdout.write(output(findings, page, terminal, asked.detail));
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
