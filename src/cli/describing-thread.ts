import { Worker } from "node:worker_threads";
import { InputError } from "../input/input-error.ts";
import type { Described } from "../study/describe.ts";
import type { RunOptions } from "../study/measured-run.ts";
import type { Answer, MadeFrom, Task } from "./describing-worker.ts";

/** A run that was described, and what it was made from. */
export interface Description {
  readonly described: Described;
  readonly madeFrom: MadeFrom;
}

/** Begins to describe a run of a study; what it gives waits for the end. */
export type Describing = (study: string, options: RunOptions) => () => Promise<Description>;

interface Waiting {
  readonly resolve: (description: Description) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Describes runs in a thread of its own while this one weighs their evidence. The thread reads the
 * study anew, whose functions cannot be sent to it, and keeps the same books from it; what the study
 * prints there is dropped, since it is printed here. It keeps the process alive only while an answer
 * is waited for, and is started again where it ended.
 * @param worker the built `describing-worker.ts`
 */
export function describingThread(worker: URL): Describing {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let asked = 0;

  function end(error: unknown): void {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function started(): Worker {
    // Conditions and loaders of this process are not for a file that is built.
    const fresh = new Worker(worker, { stdout: true, stderr: true, execArgv: [] });
    fresh.on("message", (answer: Answer) => {
      const one = waiting.get(answer.place);
      waiting.delete(answer.place);
      if (waiting.size === 0) fresh.unref();
      if ("described" in answer) one?.resolve(answer);
      else one?.reject("faults" in answer ? new InputError(answer.faults) : answer.error);
    });
    fresh.on("error", end);
    fresh.on("exit", () => end(new Error("the thread that describes the run ended")));
    fresh.unref();
    return fresh;
  }

  return (study, options) => {
    thread ??= started();
    const place = asked;
    asked += 1;
    const description = new Promise<Description>((resolve, reject) => {
      waiting.set(place, { resolve, reject });
    });
    // Told to whom waits; a run that fails before has an error of its own.
    description.catch(() => {});
    thread.postMessage({ place, study, options } satisfies Task);
    return () => {
      if (waiting.has(place)) thread?.ref();
      return description;
    };
  };
}
