import { unitOf } from "./random.ts";

const CELLS = 4096;
const CELL_BITS = 20;

/** Geometric lengths by look-up: `cells[word >>> cellBits]`, and where that is 0 `beyond(word)`. */
export interface Geometric {
  readonly cells: Uint16Array;
  readonly cellBits: number;
  readonly beyond: (word: number) => number;
}

/**
 * Lengths of blocks that end after each row with probability p, `P(L = k) = p (1 - p)^(k - 1)`, out of
 * one random word by inversion: `floor(ln u / ln(1 - p)) + 1`. The words fall into 4096 cells; where a
 * whole cell has one length the table knows it, and the logarithm is asked only for the rest. Lengths
 * of which the probability is below 2^-32 do not come.
 */
export function geometricOf(p: number): Geometric {
  const perLog = 1 / Math.log1p(-p);
  const beyond = (word: number) => Math.floor(Math.log(unitOf(word)) * perLog) + 1;
  const cells = new Uint16Array(CELLS);
  for (let cell = 0; cell < CELLS; cell += 1) {
    const longest = beyond(cell * 2 ** CELL_BITS);
    const shortest = beyond((cell + 1) * 2 ** CELL_BITS - 1);
    if (longest === shortest && longest < 2 ** 16) cells[cell] = longest;
  }
  return { cells, cellBits: CELL_BITS, beyond };
}
