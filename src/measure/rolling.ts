import { market } from "./alpha.ts";
import { volatility } from "./growth.ts";
import { known } from "./ratio.ts";
import { sharpe } from "./sharpe.ts";
import type { Track } from "./track.ts";

/** Statistics of windows of one length, each at the last row of its window; null before the first is full. */
export interface Rolling {
  /** `(V_t / V_(t-h))^(K / h) - 1`, a year. */
  readonly growth: readonly (number | null)[];
  readonly volatility: readonly (number | null)[];
  readonly sharpe: readonly (number | null)[];
  /** To the benchmark, both over the riskless rate; null without one. */
  readonly beta: readonly (number | null)[];
}

/**
 * Growth, volatility, Sharpe and beta of every window of `rows` returns, as for a whole record, on the rows
 * of the wealth. Neighbouring windows share all but one of their returns. A window that a ruin of either
 * side cuts short is null.
 */
export function rolling(track: Track, benchmark: Track | null, rows: number): Rolling {
  const { wealth, perYear } = track;
  const windows = <T>(make: (from: number, to: number) => T | null): (T | null)[] =>
    Array.from(wealth, (_, row) => (row < rows ? null : make(row - rows, row)));
  return {
    growth: windows((from, to) => known((wealth[to]! / wealth[from]!) ** (perYear / rows) - 1)),
    volatility: windows((from, to) =>
      known(volatility(track.returns().subarray(from, to), perYear)),
    ),
    sharpe: windows((from, to) => sharpe(track.excess().subarray(from, to), perYear)),
    beta: windows((from, to) => betaOf(track, benchmark, from, to)),
  };
}

function betaOf(track: Track, benchmark: Track | null, from: number, to: number): number | null {
  if (benchmark === null || to >= benchmark.wealth.length) return null;
  const own = track.excess().subarray(from, to);
  return market(own, benchmark.excess().subarray(from, to), track.perYear).beta;
}
