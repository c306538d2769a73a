import type { Request } from "../providers/provider.ts";
import { FetchFault } from "./fetch-fault.ts";
import { type Answer, fetchedOnce, type Limits } from "./fetched-once.ts";
import type { Means } from "./means.ts";
import type { Turn } from "./pace.ts";
import type { Version } from "./sent.ts";

export const LIMITS: Limits = { begin: 30_000, whole: 180_000, bytes: 64 * 2 ** 20 };

const ATTEMPTS = 4;
/** Milliseconds of the first pause, at most, and of any. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Seconds that a server may ask to wait: for longer the user comes back. */
const LONGEST_WAIT = 60;

/** With what a fetch is done. */
export interface Fetching {
  readonly turn: Turn;
  readonly means: Means;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** Told before each pause: why, and for how many milliseconds. */
  readonly onPause?: (fault: FetchFault, milliseconds: number) => void;
}

/**
 * Fetches, and where the fault may pass tries again, up to four times in all: after as long as the server
 * asks, or after a time uniform between zero and a bound that doubles (full jitter; Brooker 2015).
 * @throws FetchFault with the last fault
 */
export async function fetched(
  request: Request,
  version: Version,
  { turn, means, limits, signal, onPause }: Fetching,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await turn(signal);
      return await fetchedOnce(request, version, limits, means.now(), signal);
    } catch (error) {
      if (signal.aborted) throw new FetchFault("stopped", "stopped");
      if (!(error instanceof FetchFault) || !error.passing || attempt === ATTEMPTS) throw error;
      if (error.wait !== undefined && error.wait > LONGEST_WAIT) throw error;
      const bound = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
      const pause = (error.wait ?? 0) * 1000 + Math.floor(means.random() * bound);
      onPause?.(error, pause);
      await means.wait(pause, signal).catch(() => {});
    }
  }
}
