import { blockLength } from "../inference/block-length.ts";
import { blockDraws, type Draw } from "../inference/draws.ts";
import { InputError } from "../input/input-error.ts";
import { isUnknown } from "../input/unknown.ts";
import { logChanges } from "../series/log-changes.ts";
import { sharedDays } from "../series/shared-days.ts";
import { authored, described } from "./authored.ts";
import { type Fact, fact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";
import type { Path } from "./path.ts";

/** A question about the future whose answer by drift alone is wanted. */
export interface BaseRateQuestion {
  /** Monthly or quarterly paths up to the day of registration, positive, drawn from together. */
  readonly paths: readonly Path[];
  /** Their rows into the future. */
  readonly rows: number;
  /** The event, seen on simulated levels: by path, its last level and then one for each row. */
  readonly event: (simulated: readonly Float64Array[]) => boolean;
}

const RESAMPLES = 1999;
/** A block has a quarter of these rows at least: three, of months as of quarters. */
const ROWS_A_YEAR = 12;

/**
 * How often an event happens where the future is drawn from the past: the share of resamples of the joint
 * changes of logarithms from row to row (stationary bootstrap, Politis and Romano 1994), continued from
 * the last levels. A forecast that knows nothing but the past.
 */
export function baseRateOf({ paths, rows, event }: BaseRateQuestion, seed: number): Fact {
  if (!Number.isInteger(rows) || rows < 1)
    throw new InputError(`baseRate: rows is ${described(rows)}; give a whole number, at least 1`);
  if (!Array.isArray(paths) || paths.length === 0)
    throw new InputError("baseRate: paths is empty; give the paths that the event is seen on");
  const { columns } = sharedDays(paths);
  const changes = columns.map(logChanges);
  const length = changes[0]!.length;
  const title = paths.map((path) => path.title).join(", ");
  if (length < rows)
    throw new NotCovered(`${title}: ${length} rows of the past cannot stand for ${rows}`);
  const block = blockLength(changes, ROWS_A_YEAR);
  if (isUnknown(block)) throw new NotCovered(`${title}: ${block.reason}`);
  const draws = blockDraws({ kind: "stationary", length, meanBlock: block, seed });
  if (isUnknown(draws)) throw new NotCovered(`${title}: ${draws.reason}`);
  const simulated = columns.map(() => new Float64Array(rows + 1));
  const factors = changes.map((drawn) => drawn.map(Math.exp));
  let happened = 0;
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    continued(draws(resample), columns, factors, simulated);
    const answer: unknown = authored("the event of a base rate", () => event(simulated));
    if (typeof answer !== "boolean")
      throw new InputError(
        `the event of a base rate gave ${described(answer)}; return true or false`,
      );
    if (answer) happened += 1;
  }
  return fact(happened / RESAMPLES, { count: RESAMPLES });
}

/** Fills levels from the last of each column on with the growth factors of a draw. */
function continued(
  draw: Draw,
  columns: readonly Float64Array[],
  factors: readonly Float64Array[],
  simulated: readonly Float64Array[],
): void {
  const last = simulated[0]!.length - 1;
  for (let path = 0; path < columns.length; path += 1) {
    const levels = simulated[path]!;
    const drawn = factors[path]!;
    levels[0] = columns[path]!.at(-1)!;
    let at = 0;
    for (let block = 0; block < draw.blocks && at < last; block += 1) {
      let row = draw.starts[block]!;
      for (let left = draw.lengths[block]!; left > 0 && at < last; left -= 1) {
        levels[at + 1] = levels[at]! * drawn[row]!;
        at += 1;
        row = row + 1 === draw.length ? 0 : row + 1;
      }
    }
  }
}
