/** How much is simulated. */
export interface Options {
  /** Simulated records of each law and size. */
  readonly worlds: number;
  /** Lengths of a record, in months. */
  readonly sizes: readonly number[];
  /** Bootstrap resamples in each world: `(resamples + 1) / 100` is whole, so that p can be 1 %. */
  readonly resamples: number;
  /** The same for the test of a break, which draws its own noise. */
  readonly breakResamples: number;
  /** Variants in the small and in the large family. */
  readonly families: readonly number[];
  readonly seed: number;
}

export const FULL: Options = {
  worlds: 800,
  sizes: [120, 327],
  resamples: 399,
  breakResamples: 99,
  families: [10, 96],
  seed: 20,
};

/** Enough to see that everything runs, and that nothing is absurd. */
export const QUICK: Options = {
  ...FULL,
  worlds: 24,
  sizes: [120],
  resamples: 99,
  families: [3, 12],
};

/** The options in one line, which stands above the tables that were made with them. */
export function optionsLine(options: Options): string {
  const { worlds, sizes, resamples, breakResamples, families, seed } = options;
  return [
    `${worlds} simulated records of each law and length`,
    `${sizes.join(" and ")} months`,
    `${resamples} bootstrap resamples (${breakResamples} for sup-F)`,
    `families of ${families.join(" and ")} variants`,
    `seed ${seed}`,
  ].join("; ");
}
