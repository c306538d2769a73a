import { type Unknown, unknown } from "../input/unknown.ts";
import { geometricOf } from "./geometric.ts";
import { fillWords, seedWords, type Uniform, wordState } from "./random.ts";

/**
 * One resample of the rows 0 to `length - 1`, as blocks on a circle: block `i` is the `lengths[i]` rows
 * from `starts[i]` on, row 0 following the last. The lengths of the first `blocks` blocks add up to
 * `length`. The arrays are used again by the next draw: a draw is read before the next is made.
 */
export interface Draw {
  readonly length: number;
  readonly blocks: number;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
}

/** Makes the draw of a resample, by its number. */
export type Draws = (resample: number) => Draw;

/**
 * How blocks are drawn. `stationary`: lengths are geometric with mean `meanBlock` (Politis and Romano
 * 1994); `circular`: each is `meanBlock` rounded up (Politis and Romano 1992). Starts are uniform; the
 * last block is cut where the sample is full.
 */
export interface BlockLaw {
  readonly kind: "stationary" | "circular";
  /** Rows of the sample, and of every resample. */
  readonly length: number;
  /** Mean length of a block in rows, at least 1 and at most `length`. */
  readonly meanBlock: number;
  /** An integer. Resample k takes stream k of it, whoever draws it, and in whatever order. */
  readonly seed: number;
}

interface OpenDraw extends Draw {
  blocks: number;
}

function emptyDraw(length: number): OpenDraw {
  return {
    length,
    blocks: 0,
    starts: new Int32Array(length),
    lengths: new Int32Array(length),
  };
}

/** The sample itself as a draw: one block of all its rows. */
export function wholeSample(length: number): Draw {
  return { length, blocks: 1, starts: Int32Array.of(0), lengths: Int32Array.of(length) };
}

/** The draw itself. @throws Error where it is of another number of rows. */
export function ofRows(draw: Draw, rows: number): Draw {
  if (draw.length !== rows)
    throw new Error(`a draw of ${draw.length} rows for a column of ${rows}`);
  return draw;
}

/** Whole blocks of a law; unknown where the sample is too short for them. */
export function blockDraws(law: BlockLaw): Draws | Unknown {
  const { kind, length, meanBlock } = law;
  if (!(length >= 2)) return unknown(`a sample of ${length} rows cannot be resampled`);
  if (!(meanBlock >= 1)) return unknown(`a block of ${meanBlock} rows is shorter than one row`);
  const mean = kind === "circular" ? Math.ceil(meanBlock) : meanBlock;
  if (mean > length)
    return unknown(`blocks of ${mean} rows are longer than the sample of ${length}`);
  return kind === "circular" ? circularDraws(law, mean) : stationaryDraws(law);
}

const BATCH = 128;

function stationaryDraws({ length, meanBlock, seed }: BlockLaw): Draws {
  const draw = emptyDraw(length);
  const { starts, lengths } = draw;
  const { cells, cellBits, beyond } = geometricOf(1 / meanBlock);
  const perWord = length / 2 ** 32;
  const state = wordState(seed);
  const words = new Uint32Array(BATCH);
  return (resample) => {
    seedWords(state, seed, resample);
    let next = BATCH;
    let left = length;
    let blocks = 0;
    while (left > 0) {
      if (next === BATCH) {
        fillWords(state, words);
        next = 0;
      }
      const word = words[next + 1]!;
      const rows = Math.min(left, cells[word >>> cellBits]! || beyond(word));
      starts[blocks] = words[next]! * perWord;
      lengths[blocks] = rows;
      next += 2;
      left -= rows;
      blocks += 1;
    }
    draw.blocks = blocks;
    return draw;
  };
}

function circularDraws({ length, seed }: BlockLaw, block: number): Draws {
  const draw = emptyDraw(length);
  const { starts, lengths } = draw;
  const words = new Uint32Array(Math.ceil(length / block));
  const perWord = length / 2 ** 32;
  const state = wordState(seed);
  draw.blocks = words.length;
  lengths.fill(block, 0, words.length);
  lengths[words.length - 1] = length - block * (words.length - 1);
  return (resample) => {
    seedWords(state, seed, resample);
    fillWords(state, words);
    for (let i = 0; i < words.length; i += 1) starts[i] = words[i]! * perWord;
    return draw;
  };
}

/**
 * The stationary bootstrap as its authors describe it, a coin for each row: the first row is
 * `floor(u length)`; then one number decides whether to start anew (below `restart`), and only then a
 * further one where, else the row after. Draws follow each other from one source, whatever their number:
 * for figures published with this order. `blockDraws` has the same law at the cost of its blocks.
 */
export function coinADay(length: number, restart: number, uniform: Uniform): Draws {
  const draw = emptyDraw(length);
  const { starts, lengths } = draw;
  return () => {
    let block = 0;
    starts[0] = uniform() * length;
    lengths[0] = 1;
    for (let row = 1; row < length; row += 1) {
      if (uniform() < restart) {
        block += 1;
        starts[block] = uniform() * length;
        lengths[block] = 0;
      }
      lengths[block]! += 1;
    }
    draw.blocks = block + 1;
    return draw;
  };
}

/** The rows of a draw in order, one by one. */
export function rowsOf({ length, blocks, starts, lengths }: Draw): Int32Array {
  const rows = new Int32Array(length);
  let at = 0;
  for (let block = 0; block < blocks; block += 1) {
    let row = starts[block]!;
    for (let k = lengths[block]!; k > 0; k -= 1) {
      rows[at] = row;
      at += 1;
      row = row + 1 === length ? 0 : row + 1;
    }
  }
  return rows;
}
