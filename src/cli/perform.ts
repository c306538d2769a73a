import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { storeDirectory } from "../data/store/directory.ts";
import { InputError } from "../input/input-error.ts";
import { unwritable } from "../input/unwritable.ts";
import type { Draw } from "../report/draw.ts";
import { drawingThread } from "../report/drawing-thread.ts";
import type { Findings } from "../study/findings.ts";
import { forgetful, lasting, type Memory } from "../study/memory.ts";
import { figuresOf, wealthDigests } from "../study/remembering.ts";
import { type Describing, describingThread } from "./describing-thread.ts";
import type { MadeFrom } from "./describing-worker.ts";
import { checkFigures, exportFigures } from "./figures.ts";
import { listReports } from "./list-reports.ts";
import { placed } from "./placed.ts";
import type { RunOptions } from "./run-options.ts";
import type { Stages } from "./stages.ts";
import { type Turn, uncut } from "./uncut.ts";
import type { Sources } from "./watched.ts";

/** A run that is done, with what it leaves behind. */
export interface Performed {
  readonly findings: Findings;
  readonly sources: Sources;
  /** Path of the report's page. */
  readonly page: string;
}

/** What a process that runs again and again keeps from one run to the next. */
export interface Kept {
  readonly memory: Memory;
  readonly draw: Draw;
  readonly describing: Describing;
  /** How many runs there have been. */
  readonly runs: number;
}

/** The threads that a run has its charts drawn and its portfolios described by. */
export function openThreads(): Pick<Kept, "draw" | "describing"> {
  return {
    draw: drawingThread(built("drawing-worker.mjs")),
    describing: describingThread(built("describing-worker.mjs")),
  };
}

/** What a process keeps that runs once. */
function onlyOnce(): Kept {
  return { memory: forgetful, ...openThreads(), runs: 0 };
}

/** Runs a study as it was asked for and writes its report. */
export async function perform(
  asked: RunOptions,
  stages: Stages,
  { memory, draw, describing, runs }: Kept = onlyOnce(),
): Promise<Performed> {
  await checkFigures(asked);
  stages.show("reading the study");
  const { loadStudy, twinOf } = await import("./load-study.ts");
  const read = await loadStudy(asked.study, runs);
  const { study, bundle } = read;
  const { hash, hashes, files } = bundle;
  const { runStudy } = await import("../study/run.ts");
  const options = {
    ...known("from", asked.from),
    ...known("to", asked.to),
    ...known("numeraires", asked.numeraires),
    ...known("frequency", asked.frequency),
    ...known("seed", asked.seed),
    directories: asked.directories,
    ...known("store", storeRead(asked)),
  };
  // Described at once in a first run; in a later one only if it is not what it was.
  const begin = () => describing(asked.study, options);
  const begun = runs === 0 ? begin() : undefined;
  const twin = memory === forgetful ? undefined : await twinOf(asked.study, read);
  const earlier = { memory, ...known("twin", twin), onStage: stages.show };
  const code = { version: manifest.version, hash, files: hashes };
  const found = await runStudy(study, { ...options, ...earlier, code }, async (run) => {
    const { described, madeFrom } = await (begun ?? begin())();
    const { digest } = lasting();
    const [figures, wealth] = [digest(figuresOf(run)), wealthDigests(run, digest)];
    checkSame(asked.study, { code: hash, figures, wealth }, madeFrom);
    return described;
  }).catch((error: unknown) => {
    throw placed(error, asked.study, study);
  });
  const directory = asked.out ?? usualFolder(found);
  const page = join(directory, "index.html");
  const findings = await uncut(async (turn) => {
    const write = (findings: Findings) =>
      written(findings, directory, { stages, turn, memory, draw });
    const findings = asked.register
      ? await registeredRun(hash, found, directory, write)
      : await write(found).then(() => found);
    await turn();
    await exportFigures(page, asked);
    await turn();
    await listReports(directory);
    return findings;
  });
  const folders = [
    ...asked.directories,
    ...(options.store === undefined ? [] : [options.store]),
    fileURLToPath(study.catalog.folder),
  ];
  return { findings, sources: { files, folders }, page };
}

/** @throws InputError where a file changed between the two readings of a run, or a strategy its mind */
function checkSame(study: string, here: MadeFrom, there: MadeFrom): void {
  if (here.code !== there.code)
    throw new InputError(`${study}: was changed while it was read; run it again`);
  if (here.figures !== there.figures)
    throw new InputError(`${study}: its figures were changed while they were read; run it again`);
  const fickle = Object.keys(here.wealth).filter((id) => here.wealth[id] !== there.wealth[id]);
  if (fickle.length > 0)
    throw new InputError(
      fickle.map(
        (id) =>
          `strategy ${id}: gave other weights when it was asked again; weights may depend on nothing but the view, not on chance, the clock or what was asked before`,
      ),
    );
}

/** The store of this user, for a run that is said to be daily and is given no folders: no other reads it. */
function storeRead({ frequency, directories }: RunOptions): string | undefined {
  return frequency === "daily" && directories.length === 0
    ? storeDirectory(process.env)
    : undefined;
}

/** A file of the build, beside the library. */
function built(name: string): URL {
  return new URL(name, import.meta.resolve("assay"));
}

interface Writing {
  readonly stages: Stages;
  readonly turn: Turn;
  readonly memory: Memory;
  readonly draw: Draw;
}

async function written(findings: Findings, directory: string, writing: Writing): Promise<void> {
  const { writeReport } = await import("../report/write.ts");
  const onStep = async (done: number, total: number) => {
    writing.stages.show("drawing the report", done, total);
    await writing.turn();
  };
  const rendering = { onStep, draw: writing.draw, memory: writing.memory };
  await writeReport(findings, directory, rendering).catch((error: unknown) => {
    throw unwritable(`--out ${directory}`, error);
  });
}

/** Writes the report of a run and adds the run to the registry beside its folder. */
async function registeredRun(
  studyHash: string,
  findings: Findings,
  out: string,
  write: (findings: Findings) => Promise<void>,
): Promise<Findings> {
  const { registering } = await import("./registry-file.ts");
  const identity = { studyHash, version: manifest.version };
  return registering(join(dirname(out), "registry.jsonl"), findings, identity, write);
}

/** Where a report goes unless told otherwise: a daily run leaves the monthly report of its study alone. */
function usualFolder({ study, period }: Findings): string {
  return join("reports", period.frequency === "daily" ? `${study.id}-daily` : study.id);
}

/** The option under its name, or nothing where it was not said: absent and undefined are not the same. */
function known<K extends string, V>(name: K, value: V | undefined): { [name in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [name in K]?: V };
}
