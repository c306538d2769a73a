import type { Grid } from "./hypothesis.ts";

/** One choice of each kind, by the name of its axis. */
export type Choices = Readonly<Record<string, string>>;

/** All combinations of the choices, the last axis running fastest; the first is the claim's own convention. */
export function cellsOf(grid: Grid): Choices[] {
  return Object.entries(grid).reduce<Choices[]>(
    (cells, [axis, choices]) =>
      cells.flatMap((cell) => choices.map((choice) => ({ ...cell, [axis]: choice }))),
    [{}],
  );
}
