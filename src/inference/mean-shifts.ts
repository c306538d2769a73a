import type { Column } from "../series/series.ts";
import { centredPrefix } from "./bootstrap-sums.ts";
import { type Draws, ofRows } from "./draws.ts";

/** Columns that are summed side by side, and resamples that are drawn before they are. */
const TILE = 4;
const BATCH = 64;

/** Where the blocks of some resamples begin and end: numbers of values in a tile, two a block. */
interface Batch {
  readonly bounds: Int32Array;
  /** The number of bounds before each resample, and after the last. */
  readonly until: Int32Array;
  count: number;
}

/** Where a batch of a tile belongs: its first value, and how far the next column lies. */
interface Place {
  readonly first: number;
  readonly resamples: number;
  /** Rows of the sample. */
  readonly n: number;
}

/**
 * What resamples make of the means of some columns, less what the sample makes of them: the
 * resamples of the first column, then those of the next. Costs the blocks and not the rows; columns are taken four at a time, whose prefix sums stay in
 * the nearest memory for a batch of resamples.
 */
export function shiftsOf(
  columns: readonly Column[],
  draws: Draws,
  resamples: number,
): Float64Array {
  const width = columns.length;
  const n = columns[0]!.length;
  const tiles = tilesOf(columns);
  const shifts = new Float64Array(resamples * width);
  const batch: Batch = {
    ...{ bounds: new Int32Array(2 * n * BATCH), until: new Int32Array(BATCH + 1), count: 0 },
  };
  for (let first = 0; first < resamples; first += BATCH) {
    fill(batch, draws, first, Math.min(BATCH, resamples - first), n);
    for (let tile = 0; tile < tiles.length; tile += 1)
      addTile(shifts, tiles[tile]!, batch, {
        first: tile * TILE * resamples + first,
        resamples,
        n,
      });
  }
  return shifts;
}

/** Sums of the deviations from each mean before each row, closed on the circle; four columns a tile. */
function tilesOf(columns: readonly Column[]): Float64Array[] {
  const n = columns[0]!.length;
  return Array.from({ length: Math.ceil(columns.length / TILE) }, (_, tile) => {
    const sums = new Float64Array((n + 1) * TILE);
    for (const [place, column] of columns.slice(tile * TILE, (tile + 1) * TILE).entries()) {
      const { prefix } = centredPrefix(column);
      for (let row = 1; row < n; row += 1) sums[row * TILE + place] = prefix[row]!;
    }
    return sums;
  });
}

function fill(batch: Batch, draws: Draws, first: number, count: number, n: number): void {
  const { bounds, until } = batch;
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    const { blocks, starts, lengths } = ofRows(draws(first + i), n);
    for (let block = 0; block < blocks; block += 1) {
      const start = starts[block]!;
      const end = start + lengths[block]!;
      bounds[at] = start * TILE;
      bounds[at + 1] = (end > n ? end - n : end) * TILE;
      at += 2;
    }
    until[i + 1] = at;
  }
  batch.count = count;
}

function addTile(
  shifts: Float64Array,
  sums: Float64Array,
  { bounds, until, count }: Batch,
  { first, resamples, n }: Place,
): void {
  for (let i = 0; i < count; i += 1) {
    let [a, b, c, d] = [0, 0, 0, 0];
    const end = until[i + 1]!;
    for (let at = until[i]!; at < end; at += 2) {
      const from = bounds[at]!;
      const to = bounds[at + 1]!;
      a += sums[to]! - sums[from]!;
      b += sums[to + 1]! - sums[from + 1]!;
      c += sums[to + 2]! - sums[from + 2]!;
      d += sums[to + 3]! - sums[from + 3]!;
    }
    const at = first + i;
    // What lies beyond the last column is not kept.
    shifts[at] = a / n;
    shifts[at + resamples] = b / n;
    shifts[at + 2 * resamples] = c / n;
    shifts[at + 3 * resamples] = d / n;
  }
}
