import type { Draw, Draws } from "./draws.ts";

/**
 * The first resamples of some draws, drawn once and kept, for statistics that come one after another to
 * the same resamples. Unlike those of `blockDraws`, a draw stays as it is when the next is read.
 * @throws Error for a resample beyond those that were kept.
 */
export function recordedDraws(draws: Draws, resamples: number): Draws {
  const kept = Array.from({ length: resamples }, (_, resample): Draw => {
    const { length, blocks, starts, lengths } = draws(resample);
    return { length, blocks, starts: starts.slice(0, blocks), lengths: lengths.slice(0, blocks) };
  });
  return (resample) => {
    const draw = kept[resample];
    if (draw === undefined) throw new Error(`resample ${resample} of ${resamples}`);
    return draw;
  };
}
