import { parentPort } from "node:worker_threads";
import { InputError } from "../input/input-error.ts";
import { type Described, describe } from "../study/describe.ts";
import { measuredRun, type RunOptions } from "../study/measured-run.ts";
import { lasting } from "../study/memory.ts";
import { figuresOf, wealthDigests } from "../study/remembering.ts";
import { loadStudy } from "./load-study.ts";

/** What the thread is told: its place among all that was asked, a study file, and what its run changes of it. */
export interface Task {
  readonly place: number;
  readonly study: string;
  readonly options: RunOptions;
}

/** What the thread tells: the description of the run and what it was made from, or what was wrong. */
export type Answer = { readonly place: number } & (
  | { readonly described: Described; readonly madeFrom: MadeFrom }
  | { readonly faults: readonly string[] }
  | { readonly error: unknown }
);

/**
 * Hashes of the code and the figures of a run, since files may change between two readings, and of the books:
 * a weight function may say something else when it is asked again.
 */
export interface MadeFrom {
  readonly code: string;
  readonly figures: string;
  /** By the id of a portfolio: of the wealth that its weights led to. */
  readonly wealth: Readonly<Record<string, string>>;
}

const { digest } = lasting();

// The other side of `describing-thread.ts`.
async function answer({ place, study, options }: Task): Promise<Answer> {
  try {
    const read = await loadStudy(study, place);
    const run = await measuredRun(read.study, options);
    const madeFrom = {
      code: read.bundle.hash,
      figures: digest(figuresOf(run)),
      wealth: wealthDigests(run, digest),
    };
    return { place, described: describe(run), madeFrom };
  } catch (error) {
    // Of an error of our own its class would be lost on the way.
    return error instanceof InputError ? { place, faults: error.faults } : { place, error };
  }
}

const port = parentPort;
if (port === null) throw new Error("describing-worker: runs in a thread of its own only");
port.on("message", async (task: Task) => port.postMessage(await answer(task)));
