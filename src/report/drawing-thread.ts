import { Worker } from "node:worker_threads";
import type { Draw, Drawn } from "./draw.ts";
import type { Asked } from "./drawing-worker.ts";

type Answer = { readonly place: number } & (
  | { readonly drawn: Drawn }
  | { readonly error: unknown }
);

interface Waiting {
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Draws charts in a thread of its own, which loads Vega at once while the caller goes on; the same
 * charts as drawn here. What fails there fails the chart that was asked for. The thread keeps the
 * process alive only while charts are being drawn.
 * @param worker the built `drawing-worker.ts`
 */
export function drawingThread(worker: URL): Draw {
  const thread = new Worker(worker);
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let failure: Error | undefined;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  thread.on("message", (answer: Answer) => {
    const one = waiting.get(answer.place);
    waiting.delete(answer.place);
    if (waiting.size === 0) thread.unref();
    if ("drawn" in answer) one?.resolve(answer.drawn);
    else one?.reject(answer.error);
  });
  thread.on("error", fail);
  thread.on("exit", () => fail(new Error("the thread that draws charts ended")));
  thread.unref();

  return (sketch) =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) throw failure;
      const place = asked;
      asked += 1;
      waiting.set(place, { resolve, reject });
      thread.ref();
      thread.postMessage({ place, sketch } satisfies Asked);
    });
}
