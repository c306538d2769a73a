import type { Calendar } from "../market/calendar.ts";
import { binsFor, counts, normalCounts } from "../measure/histogram.ts";
import { returnSpread, type Spread } from "../measure/horizons.ts";
import { known } from "../measure/ratio.ts";
import { geometricExcess } from "../measure/relative.ts";
import { rolling } from "../measure/rolling.ts";
import type { Track } from "../measure/track.ts";
import { type Day, formatDay } from "../series/day.ts";
import type {
  CourseFinding,
  HistogramFinding,
  HorizonFinding,
  RollingFinding,
} from "./course-finding.ts";
import type { Numbers, PortfolioFinding } from "./findings.ts";
import { heldFinding } from "./held.ts";
import { atRows, monthEndsOf } from "./inference-months.ts";
import type { Measured } from "./measured.ts";
import { sixDigits, sixDigitsOf } from "./six-digits.ts";
import type { Unit } from "./units.ts";
import { waterfallsOf } from "./waterfall.ts";

const UNITS = 2;
const RIVALS = 2;
/** Strategies whose holdings are told. */
const HELD = 3;
const WINDOWS = [12, 36];
const MOST_BINS = 36;

/** Lengths of time, in months. */
const SPANS = [
  ["month", 1],
  ["quarter", 3],
  ["1", 12],
  ["3", 36],
  ["5", 60],
  ["10", 120],
] as const;

/** A portfolio in one unit at the ends of months. */
interface Line {
  readonly portfolio: string;
  readonly numeraire: string;
  readonly whole: Track;
  readonly track: Track;
}

/** How the leading portfolios went from month to month. */
export function courseOf(
  portfolios: readonly Measured[],
  found: readonly Pick<PortfolioFinding, "id" | "legs">[],
  units: readonly Unit[],
  days: readonly Day[],
  calendar: Calendar,
): CourseFinding {
  const rows = monthEndsOf(calendar);
  const shown = leading(portfolios);
  const lines = shown.flatMap(({ books, samples }) =>
    units.slice(0, UNITS).map(
      ({ numeraire }, at): Line => ({
        portfolio: books.strategy.id,
        numeraire: numeraire.id,
        whole: samples[at]!,
        track: monthsOf(samples[at]!, rows, books.ledger.ruin),
      }),
    ),
  );
  const numeraires = units.slice(0, UNITS).map(({ numeraire }) => numeraire.id);
  const strategies = portfolios.filter(({ books }) => books.role === "strategy");
  return {
    portfolios: shown.map(({ books }) => books.strategy.id),
    numeraires,
    dates: rows.map((row) => formatDay(days[row]!)),
    returns: lines.map(({ portfolio, numeraire, track }) => ({
      portfolio,
      numeraire,
      returns: padded(track.returns(), rows.length - 1),
    })),
    excess: excessOf(lines, rows.length - 1),
    rolling: lines.flatMap((line) => rollingOf(line, lines, rows.length)),
    histograms: numeraires.flatMap((id) => histogramOf(id, lines)),
    horizons: lines.flatMap(horizonsOf),
    held: strategies.slice(0, HELD).map(({ books }) => heldFinding(books, rows, days)),
    waterfalls: found
      .filter(({ id }) => strategies.slice(0, HELD).some(({ books }) => books.strategy.id === id))
      .flatMap(waterfallsOf),
  };
}

/** The first strategy and the first benchmarks; benchmarks alone where there is no strategy. */
function leading(portfolios: readonly Measured[]): readonly Measured[] {
  const of = (role: string) => portfolios.filter(({ books }) => books.role === role);
  return [...of("strategy").slice(0, 1), ...of("benchmark").slice(0, RIVALS)];
}

/** A sample at the ends of months; the day of a ruin stands for the end of its month. */
function monthsOf(sample: Track, rows: readonly number[], ruin: number | undefined): Track {
  if (ruin === undefined) return atRows(sample, rows);
  const lived = rows.filter((row) => row < ruin);
  return atRows(sample, lived.length < rows.length && lived.length > 0 ? [...lived, ruin] : lived);
}

/** Values for every month, null for those that were not lived. */
function padded(values: ArrayLike<number | null>, length: number): Numbers {
  return Array.from({ length: Math.max(0, length) }, (_, row) => sixDigitsOf(values[row] ?? null));
}

function inUnit(lines: readonly Line[], numeraire: string): readonly Line[] {
  return lines.filter((line) => line.numeraire === numeraire);
}

/** Those that the first is compared with. */
function rivalsIn(lines: readonly Line[], numeraire: string): readonly Line[] {
  return inUnit(lines, numeraire).slice(1);
}

function excessOf(lines: readonly Line[], length: number): CourseFinding["excess"] {
  const [first] = lines;
  if (first === undefined) return [];
  return rivalsIn(lines, first.numeraire).map(({ portfolio, track }) => {
    const months = Math.min(first.track.returns().length, track.returns().length);
    const [own, other] = [first.track.returns(), track.returns()];
    const excess = geometricExcess(own.subarray(0, months), other.subarray(0, months));
    return { benchmark: portfolio, returns: padded(Array.from(excess, known), length) };
  });
}

function rollingOf(line: Line, lines: readonly Line[], length: number): readonly RollingFinding[] {
  const [rival] = rivalsIn(lines, line.numeraire);
  const { portfolio, numeraire, track } = line;
  return WINDOWS.map((months) => {
    const found = rolling(
      track,
      rival === undefined || rival === line ? null : rival.track,
      months,
    );
    return {
      portfolio,
      numeraire,
      months,
      growth: padded(found.growth, length),
      volatility: padded(found.volatility, length),
      sharpe: padded(found.sharpe, length),
      beta: padded(found.beta, length),
    };
  });
}

function histogramOf(numeraire: string, lines: readonly Line[]): readonly HistogramFinding[] {
  const own = inUnit(lines, numeraire).filter(({ track }) => track.returns().length > 0);
  const [first] = own;
  if (first === undefined) return [];
  const bins = binsFor(
    own.map(({ track }) => track.returns()),
    MOST_BINS,
  );
  return [
    {
      numeraire,
      width: sixDigits(bins.width),
      edges: Array.from({ length: bins.count }, (_, bin) =>
        sixDigits(bins.from + bin * bins.width),
      ),
      counts: own.map(({ portfolio, track }) => ({
        portfolio,
        counts: counts(track.returns(), bins),
      })),
      normal: normalCounts(first.track.returns(), bins)?.map(sixDigits) ?? null,
    },
  ];
}

function horizonsOf({ portfolio, numeraire, whole, track }: Line): readonly HorizonFinding[] {
  const of = (span: string, spread: Spread): HorizonFinding => ({
    portfolio,
    numeraire,
    span,
    windows: spread.windows,
    lowest: sixDigitsOf(spread.lowest),
    p05: sixDigitsOf(spread.p05),
    p25: sixDigitsOf(spread.p25),
    p50: sixDigitsOf(spread.p50),
    p75: sixDigitsOf(spread.p75),
    p95: sixDigitsOf(spread.p95),
    highest: sixDigitsOf(spread.highest),
  });
  const days = whole === track ? [] : [of("day", returnSpread(whole.wealth, 1, whole.perYear))];
  return [
    ...days,
    ...SPANS.map(([span, months]) => of(span, returnSpread(track.wealth, months, track.perYear))),
  ];
}
