import { type Fault, figure } from "./fault.ts";
import { type Figures, type Rhythm, span } from "./figures.ts";

/** Missing rows that are no fault: holidays, on which other markets trade. */
const MOST_MISSING: Readonly<Record<Rhythm, number>> = {
  day: 5,
  week: 1,
  month: 0,
  quarter: 0,
  none: Number.POSITIVE_INFINITY,
};
const WORDS: Readonly<Record<Rhythm, string>> = {
  day: "trading days",
  week: "weeks",
  month: "months",
  quarter: "quarters",
  none: "rows",
};
const LEAST_COVERAGE = 0.5;
const remedy = "complete the file, or declare the gap as expected in the catalog";

/**
 * Stretches inside a series in which its calendar has rows and it has no value: more than five trading
 * days, or any month or quarter. A series that lacks most of its rows has one gap, the whole of it.
 */
export function gapFaults(figures: Figures): Fault[] {
  const { series, days, values, rhythm, coverage, missing } = figures;
  const fault = (from: number, to: number, text: string): Fault => ({
    series: series.id,
    kind: "gap",
    severity: "warning",
    from,
    to,
    text,
    remedy,
  });
  if (coverage < LEAST_COVERAGE) {
    const [from, to] = [days[0]!, days[days.length - 1]!];
    const share = `${days.length} of ${days.length + sum(missing)} ${WORDS[rhythm]}`;
    return [fault(from, to, `a value on only ${share} from ${span(from, to)}`)];
  }
  const faults: Fault[] = [];
  for (let row = 1; row < days.length; row += 1) {
    if (missing[row]! <= MOST_MISSING[rhythm]) continue;
    const { from, to } = figures.stretch(row);
    const count = missing[row] === 1 ? WORDS[rhythm].slice(0, -1) : WORDS[rhythm];
    const around = `${figure(values[row - 1]!)} before, ${figure(values[row]!)} after`;
    faults.push(
      fault(from, to, `no value ${span(from, to)} (${missing[row]} ${count}): ${around}`),
    );
  }
  return faults;
}

/** True where so many rows are missing before a row that a move across them says nothing. */
export function isGap({ rhythm, missing }: Figures, row: number): boolean {
  return missing[row]! > MOST_MISSING[rhythm];
}

/** True where a series has too few rows for its moves and runs to be judged. */
export function isSparse({ rhythm, coverage }: Figures): boolean {
  return rhythm === "none" || coverage < LEAST_COVERAGE;
}

function sum(column: Float64Array): number {
  let total = 0;
  for (let row = 0; row < column.length; row += 1) total += column[row]!;
  return total;
}
