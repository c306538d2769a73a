import { wealthFan } from "../inference/bootstrap-fan.ts";
import { startHorizonMap } from "../inference/start-horizon-map.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import { periodsPerYear } from "../market/calendar.ts";
import { geometricExcess } from "../measure/relative.ts";
import { returnsOf } from "../measure/sample.ts";
import type { Track } from "../measure/track.ts";
import { formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { FanFinding, MapFinding } from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";
import { type Blocks, lengthOf, PATHS, type Resampling } from "./inference-resampling.ts";

/** Months between the starts of a map, and between the values of a fan. */
const EVERY = 3;

/** The growth of a portfolio over a benchmark by start and horizon. */
export function mapOf(a: Monthly, b: Monthly, own: number): MapFinding {
  const names = { portfolio: a.id, benchmark: b.id };
  const reason = firstUnknown(a, b);
  if (reason !== null) return { ...names, starts: [], horizons: [], values: [], reason };
  const [mine, theirs] = [trackIn(a, own), trackIn(b, own)];
  const relative = relativeOf(mine, theirs);
  const { starts, horizons, values } = startHorizonMap(relative, periodsPerYear.monthly, EVERY);
  const days = starts.map((row) => formatDay(mine.days[row]!));
  return { ...names, starts: days, horizons, values, reason: null };
}

/** Wealth of one portfolio per unit of the other's, from one, by month: the same in every unit. */
export function relativeOf(a: Track, b: Track): Float64Array {
  const start = b.wealth[0]! / a.wealth[0]!;
  return Float64Array.from(a.wealth, (wealth, t) => (wealth / b.wealth[t]!) * start);
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Log relative wealth of a portfolio in resampled records. */
export function relativeFan(
  a: Monthly,
  b: Monthly,
  own: number,
  resampling: Resampling,
): FanFinding {
  const head = { portfolio: a.id, of: "log relative wealth", benchmark: b.id } as const;
  const reason = firstUnknown(a, b);
  if (reason !== null) return { ...head, numeraire: null, ...noFan(reason) };
  const [mine, theirs] = [trackIn(a, own), trackIn(b, own)];
  const returns = geometricExcess(mine.returns(), theirs.returns());
  const actual = relativeOf(mine, theirs).map(Math.log);
  const { stationary } = resampling.against.get(b.id)!;
  const { resamples } = resampling;
  const fan = fanOf(returns, actual, mine, { blocks: stationary, resamples }, Math.log);
  return { ...head, numeraire: null, ...fan };
}

/** Wealth of a portfolio in a unit in resampled records. */
export function wealthFanIn(
  a: Monthly,
  numeraire: string,
  unit: number,
  resampling: Resampling,
): FanFinding {
  const head = { portfolio: a.id, of: "wealth", benchmark: null, numeraire } as const;
  const { tracks } = a;
  if (isUnknown(tracks)) return { ...head, ...noFan(tracks.reason) };
  const track = tracks[unit]!;
  const actual = Float64Array.from(track.wealth, (wealth) => wealth / track.wealth[0]!);
  return {
    ...head,
    ...fanOf(
      returnsOf(track.wealth),
      actual,
      track,
      { blocks: resampling.alone, resamples: resampling.resamples },
      (value) => value,
    ),
  };
}

type Fan = Omit<FanFinding, "portfolio" | "of" | "benchmark" | "numeraire">;

function fanOf(
  returns: Column,
  actual: Float64Array,
  { days }: Track,
  { blocks, resamples }: { readonly blocks: Blocks; readonly resamples: number },
  shown: (wealth: number) => number,
): Fan {
  const count = Math.min(resamples, PATHS);
  const rows = everyThird(returns.length);
  const found = wealthFan(returns, blocks.draws, { count }, rows, SHARES);
  if (isUnknown(found)) return noFan(found.reason);
  return {
    resamples: count,
    block: lengthOf(blocks),
    dates: rows.map((row) => formatDay(days[row]!)),
    actual: rounded(rows.map((row) => actual[row]!)),
    shares: SHARES,
    values: found.map((column) => rounded(Array.from(column, shown))),
    reason: null,
  };
}

/** Row 0, each third one after it, and the last: what lies between no drawing of decades shows. */
function everyThird(last: number): number[] {
  const rows = Array.from({ length: Math.floor(last / EVERY) + 1 }, (_, i) => i * EVERY);
  return rows.at(-1) === last ? rows : [...rows, last];
}

/** Six significant digits, which no drawing can tell from more. */
function rounded(values: readonly number[]): number[] {
  return values.map((value) => Number(value.toPrecision(6)));
}

function noFan(reason: string): Fan {
  return { resamples: 0, block: null, dates: [], actual: [], shares: [], values: [], reason };
}

function firstUnknown(...portfolios: readonly Monthly[]): string | null {
  const unknowns = portfolios
    .map(({ tracks }) => tracks)
    .filter((one): one is Unknown => isUnknown(one));
  return unknowns[0]?.reason ?? null;
}

function trackIn({ tracks }: Monthly, unit: number): Track {
  if (isUnknown(tracks)) throw new Error(tracks.reason);
  return tracks[unit]!;
}
