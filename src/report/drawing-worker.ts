import { parentPort } from "node:worker_threads";
import { openDraw, type Sketch } from "./draw.ts";

/** A sketch to be drawn, by its place among all that were asked for. */
export interface Asked {
  readonly place: number;
  readonly sketch: Sketch;
}

// The other side of `drawing-thread.ts`: draws what it is sent and answers each with its place.
const port = parentPort;
if (port === null) throw new Error("drawing-worker: runs in a thread of its own only");
const opened = openDraw();

port.on("message", async ({ place, sketch }: Asked) => {
  try {
    const draw = await opened;
    port.postMessage({ place, drawn: await draw(sketch) });
  } catch (error) {
    port.postMessage({ place, error });
  }
});
