import { Worker } from "node:worker_threads";
import { InputError } from "../input/input-error.ts";
import type { Described } from "../study/describe.ts";
import type { RunOptions } from "../study/measured-run.ts";
import type { Answer, Task } from "./describing-worker.ts";

/**
 * Describes a run in a thread of its own while this one weighs its evidence. The thread reads the
 * study anew, whose functions cannot be sent to it, and keeps the same books from it; what the study
 * prints there is dropped, since it is printed here. It keeps the process alive only while its answer
 * is waited for.
 * @param worker the built `describing-worker.ts`
 */
export function describingThread(
  worker: URL,
  study: string,
  options: RunOptions,
): () => Promise<Described> {
  const workerData: Task = { study, options };
  const thread = new Worker(worker, {
    ...{ workerData, stdout: true, stderr: true },
    // Conditions and loaders of this process are not for a file that is built.
    execArgv: [],
  });
  const described = new Promise<Described>((resolve, reject) => {
    thread.on("message", (answer: Answer) => {
      if ("described" in answer) resolve(answer.described);
      else reject("faults" in answer ? new InputError(answer.faults) : answer.error);
    });
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error("the thread that describes the run ended")));
  });
  // Told to whom waits; a run that fails before has an error of its own.
  described.catch(() => {});
  thread.unref();
  return () => {
    thread.ref();
    return described;
  };
}
