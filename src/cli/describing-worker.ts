import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../input/input-error.ts";
import { type Described, describe } from "../study/describe.ts";
import { measuredRun, type RunOptions } from "../study/measured-run.ts";
import { loadStudy } from "./load-study.ts";

/** What the thread is told: a study file, and what its run changes of it. */
export interface Task {
  readonly study: string;
  readonly options: RunOptions;
}

/** What the thread tells: the description of the run, or what was wrong. */
export type Answer =
  | { readonly described: Described }
  | { readonly faults: readonly string[] }
  | { readonly error: unknown };

// The other side of `describing-thread.ts`.
async function answer({ study, options }: Task): Promise<Answer> {
  try {
    return { described: describe(await measuredRun(await loadStudy(study), options)) };
  } catch (error) {
    // Of an error of our own its class would be lost on the way.
    return error instanceof InputError ? { faults: error.faults } : { error };
  }
}

parentPort?.postMessage(await answer(workerData as Task));
