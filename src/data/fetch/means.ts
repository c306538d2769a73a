/** What a fetch takes from the world, so that a test can give it other. */
export interface Means {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Waits so many milliseconds, or until the signal: then it rejects. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
