/** The time, for what is written down about the world: when figures came. No result knows it. */
export function now(): Date {
  return new Date(Date.now());
}

/** Milliseconds since some moment, for what is told of the time that work takes. */
export function ticks(): number {
  return performance.now();
}
