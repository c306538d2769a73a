import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A turn of the work that a signal may end: waited for between two parts, it throws when one has come. */
export type Turn = () => Promise<void>;

/**
 * Does work that leaves something behind if it is cut short. A signal waits for the next turn of the
 * work, which then throws, so that the work tidies up; then the process ends as the signal would have
 * ended it. Outside of such work signals end the process at once: there is nothing to tidy.
 */
export async function uncut<T>(
  work: (turn: Turn) => Promise<T>,
  leave: (code: number) => void = (code) => process.exit(code),
): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals) => {
    received ??= signal;
  };
  const turn: Turn = async () => {
    // Signals are only heard when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
    if (received !== undefined) throw new Error(`ended by ${received}`);
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await work(turn);
  } finally {
    for (const signal of SIGNALS) process.off(signal, note);
    if (received !== undefined) leave(128 + constants.signals[received]);
  }
}
