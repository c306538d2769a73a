import type { Pace } from "../providers/provider.ts";
import type { Means } from "./means.ts";

/** Lets one request after another through: resolves when the next may be sent. */
export type Turn = (signal: AbortSignal) => Promise<void>;

/**
 * A token bucket: as many requests at once as the pace allows in its span, then one whenever a share of the
 * span has passed. Turns are given in the order in which they are asked for.
 */
export function paced({ requests, seconds }: Pace, { now, wait }: Means): Turn {
  const share = (seconds * 1000) / requests;
  let tokens = requests;
  let counted = now();
  let last: Promise<void> = Promise.resolve();
  const refill = () => {
    const time = now();
    tokens = Math.min(requests, tokens + Math.max(0, time - counted) / share);
    counted = time;
  };
  const next = async (signal: AbortSignal) => {
    refill();
    while (tokens < 1) {
      await wait(Math.ceil((1 - tokens) * share), signal);
      refill();
    }
    tokens -= 1;
  };
  return (signal) => {
    const turn = last.catch(() => {}).then(() => next(signal));
    last = turn;
    return turn;
  };
}
