import { formatDay } from "../../series/day.ts";
import type { Series, SeriesKind } from "../../series/series.ts";
import { type Fault, figure } from "./fault.ts";
import type { Figures } from "./figures.ts";
import { isGap, isSparse } from "./gaps.ts";
import { likelyCause, likelyCauseOfYield } from "./likely-cause.ts";

/** A move must be this many times the median absolute deviation of all moves of the series, */
const LEAST_DEVIATIONS = 12;
/** and this many times the largest other move near it, since real crashes do not come alone, */
const LEAST_RATIO = 6;
/** near being so many rows before and after, */
const NEAR = 10;
/** and so large: a fifth of a level, or so many percentage points. */
const LEAST_LOG_MOVE = Math.log(1.2);
const LEAST_POINTS: Readonly<Partial<Record<SeriesKind, number>>> = { yield: 0.5, rate: 1 };
/** A spike to more than this many times both neighbours, or less than its inverse, is an error; of a yield, one to about 100 times. */
const SLIPPED_POINT = Math.log(5);

const remedy =
  "compare it with another source; then correct the file, or declare it as expected in the catalog";

/**
 * Moves from row to row out of all proportion to the series' own history and to the moves around them:
 * a `jump` stays, a `spike` is taken back by the next row. Moves are log changes, or differences of
 * yields and rates; a move across a gap, or from or to a value that is not positive, is not judged.
 * A jump is held against the exchange rates among all series, for a currency that was changed.
 */
export function moveFaults(figures: Figures, all: ReadonlyMap<string, Series>): Fault[] {
  if (isSparse(figures)) return [];
  const moves = movesOf(figures);
  const floor = LEAST_POINTS[figures.series.kind] ?? LEAST_LOG_MOVE;
  if (!moves.some((move) => Math.abs(move) > floor)) return [];
  const least = Math.max(floor, LEAST_DEVIATIONS * medianAbsoluteDeviation(moves));
  const faults: Fault[] = [];
  for (let row = 1; row < moves.length; row += 1) {
    if (!(Math.abs(moves[row]!) > least)) continue;
    if (isSpike(moves, row, least)) {
      faults.push(spike(figures, moves, row));
      row += 1;
    } else if (Math.abs(moves[row]!) > LEAST_RATIO * largestNear(moves, row, row))
      faults.push(jump(figures, moves, row, all));
  }
  return faults;
}

/** Moves into each row; NaN for the first, across gaps and where a logarithm has no value. */
function movesOf(figures: Figures): Float64Array {
  const { series, values } = figures;
  const differences = LEAST_POINTS[series.kind] !== undefined;
  const moves = new Float64Array(values.length).fill(Number.NaN);
  for (let row = 1; row < values.length; row += 1) {
    const [before, now] = [values[row - 1]!, values[row]!];
    if (isGap(figures, row)) continue;
    if (differences) moves[row] = now - before;
    else if (before > 0 && now > 0) moves[row] = Math.log(now / before);
  }
  return moves;
}

function medianAbsoluteDeviation(moves: Float64Array): number {
  const known = moves.filter((move) => !Number.isNaN(move));
  const middle = median(known);
  return median(known.map((move) => Math.abs(move - middle)));
}

function median(values: Float64Array): number {
  return Float64Array.from(values).sort()[values.length >>> 1] ?? 0;
}

/** The largest move near rows first to last, other than theirs. */
function largestNear(moves: Float64Array, first: number, last: number): number {
  let largest = 0;
  let judged = 0;
  for (let row = first - NEAR; row <= last + NEAR; row += 1) {
    const move = moves[row];
    if ((row >= first && row <= last) || move === undefined || Number.isNaN(move)) continue;
    largest = Math.max(largest, Math.abs(move));
    judged += 1;
  }
  return judged < NEAR / 2 ? Number.POSITIVE_INFINITY : largest;
}

function isSpike(moves: Float64Array, row: number, least: number): boolean {
  const [there, back] = [moves[row]!, moves[row + 1] ?? Number.NaN];
  const size = Math.min(Math.abs(there), Math.abs(back));
  return (
    size > least &&
    Math.abs(there + back) < size / 2 &&
    size > LEAST_RATIO * largestNear(moves, row, row + 1)
  );
}

function spike({ series, days, values }: Figures, moves: Float64Array, row: number): Fault {
  const size = Math.min(Math.abs(moves[row]!), Math.abs(moves[row + 1]!));
  const isSlip =
    LEAST_POINTS[series.kind] === undefined
      ? size > SLIPPED_POINT
      : likelyCauseOfYield(values[row]! / values[row - 1]!) !== undefined;
  const [before, here, after] = [row - 1, row, row + 1].map((at) => figure(values[at]!));
  return {
    series: series.id,
    kind: "spike",
    severity: isSlip ? "error" : "warning",
    from: days[row]!,
    to: days[row]!,
    value: values[row]!,
    text: `${formatDay(days[row]!)}: ${here} between ${before} and ${after}`,
    remedy,
  };
}

function jump(
  { series, days, values }: Figures,
  moves: Float64Array,
  row: number,
  all: ReadonlyMap<string, Series>,
): Fault {
  const move = moves[row]!;
  const isLog = LEAST_POINTS[series.kind] === undefined;
  const cause = isLog
    ? likelyCause(Math.exp(move), { series, day: days[row]! }, all)
    : likelyCauseOfYield(values[row]! / values[row - 1]!);
  const change = isLog ? 100 * Math.expm1(move) : move;
  const unit = isLog ? "%" : "points";
  const near = largestNear(moves, row, row);
  const times =
    near > 0
      ? `${Math.floor(Math.abs(move) / near)} times any other move`
      : "where nothing else moves";
  return {
    series: series.id,
    kind: "jump",
    severity: cause?.isError ? "error" : "warning",
    from: days[row]!,
    to: days[row]!,
    value: values[row]!,
    text:
      `${formatDay(days[row]!)}: from ${figure(values[row - 1]!)} to ${figure(values[row]!)} ` +
      `(${signed(change)} ${unit}), ${times} within ${NEAR} rows${cause === undefined ? "" : `: ${cause.text}`}`,
    remedy,
  };
}

function signed(value: number): string {
  const digits = value.toFixed(Math.abs(value) < 10 ? 2 : 0);
  return value < 0 ? digits : `+${digits}`;
}
