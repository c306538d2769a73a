import { InputError } from "../input/input-error.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { quantile, sorted } from "../measure/quantile.ts";
import { columnAt } from "../series/column-by.ts";
import { addMonths, type Day, endOfMonth, formatDay, monthOf, parseDay } from "../series/day.ts";
import { knownRows } from "../series/known-rows.ts";
import { lowerBound } from "../series/lower-bound.ts";
import { once } from "../series/remembered.ts";
import type { Column, Days } from "../series/series.ts";
import { type Attempts, attemptsAt, type Thresholds } from "./attempts.ts";
import { byMonth } from "./by-month.ts";
import { type Fact, fact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";
import { covers, type Grain, isMonthsLast, rowOf } from "./reach.ts";
import { inWords, spanOf, type Window } from "./window.ts";

/** One quantity over time, and what can be asked of it. Its days ascend and its values are known. */
export interface Path {
  readonly title: string;
  readonly grain: Grain;
  readonly days: Days;
  readonly values: Column;
  /** The part inside a window. @throws InputError where the window holds no row. */
  during(window: Window): Path;
  /** The part up to a day; of a monthly path the months that have ended, or end within three days. */
  until(day: string): Path;
  maximum(): Fact;
  minimum(): Fact;
  first(): Fact;
  last(): Fact;
  /** The day of its last row, as `YYYY-MM-DD`. */
  lastDay(): string;
  mean(): Fact;
  standardDeviation(): Fact;
  /** What a share of the rows lies below (type 7 of Hyndman and Fan, 1996). */
  quantile(share: number): Fact;
  /** The value on a day: of a monthly path that of its month, of a daily one the last close known by then. */
  at(day: string): Fact;
  /** The value at `to` over that at `from`. */
  multipleBetween(from: string, to: string): Fact;
  /** `multipleBetween - 1`, a fraction. */
  changeBetween(from: string, to: string): Fact;
  /** Share of the rows whose value satisfies a condition. */
  share(condition: (value: number) => boolean): Fact;
  /** Rows whose value satisfies a condition; `day` is the first of them. Every close must be known. */
  countOf(condition: (value: number) => boolean): Fact;
  /** The most consecutive rows that satisfy a condition. */
  longestRun(condition: (value: number) => boolean): Fact;
  /** The first row that satisfies a condition, or null where there is none. */
  firstWhere(condition: (value: number) => boolean): Fact | null;
  lastWhere(condition: (value: number) => boolean): Fact | null;
  /** Attempts at a level and how each ended. */
  crossings(level: number, thresholds: Thresholds): Attempts;
  /** The change over so many months, by row: a fraction, or of logarithms. */
  changesOver(months: number, of?: "fraction" | "logarithm"): Path;
  /** Each value divided by that of a day. */
  rebasedAt(day: string): Path;
  /** This path divided by another on the days that both have. */
  over(other: Path): Path;
  /** Each value on the day of a row so many rows earlier: for what is dated after the trading that made it. */
  datedEarlier(rows: number): Path;
  /** What is picked from each so many consecutive values, on the day of the last of them. */
  rolling(rows: number, title: string, pick: (values: Float64Array) => number): Path;
  /** Each value joined with that of another path on the days that both have. */
  joined(other: Path, title: string, join: (own: number, others: number) => number): Path;
  /** The rows whose day satisfies a condition. */
  keep(condition: (day: Day) => boolean): Path;
  /** Each value put through a function; unknown results are left out. */
  map(title: string, apply: (value: number) => number): Path;
  /** The last value of each whole month. */
  monthEnds(): Path;
  /** The mean of the closes of each whole month. Every close must be known. */
  monthlyAverages(): Path;
  /** The close of each Wednesday, or of a week without one the last before it. Every close must be known. */
  wednesdays(): Path;
  /** The value of the last month of each quarter. */
  quarterEnds(): Path;
}

const WEDNESDAY = 3;

/** Number of the week, ending on a weekday, in which a day lies. */
function weekTo(weekday: number, day: Day): number {
  return Math.ceil((day + 4 - weekday) / 7);
}

/** A path over days and values; rows that are not known are left out. */
export function pathOf(title: string, grain: Grain, allDays: Days, allValues: Column): Path {
  const { days, values } = knownRows({ days: allDays, values: allValues });
  const length = days.length;
  if (length === 0) throw new NotCovered(`${title}: no figures at hand`);

  const make = (name: string, newDays: Days, newValues: Column, as: Grain = grain) =>
    pathOf(name, as, newDays, newValues);
  const extreme = (isBetter: (a: number, b: number) => boolean): Fact => {
    seesExtremes("an extreme");
    let best = 0;
    for (let row = 1; row < length; row += 1) if (isBetter(values[row]!, values[best]!)) best = row;
    return fact(values[best]!, { day: days[best]!, count: length });
  };
  const needsEveryClose = (what: string): never => {
    throw new NotCovered(`${title}: ${what} needs every daily close, and only some are at hand`);
  };
  const all = (what: string) => {
    if (grain === "sparse" || grain === "named") needsEveryClose(what);
  };
  const seesExtremes = (what: string) => {
    if (grain === "named") needsEveryClose(what);
  };
  const whole = (what: string, number: number, least: number) => {
    if (!Number.isInteger(number) || number < least)
      throw new InputError(
        `${title}: ${what}: got ${String(number)}; give a whole number, at least ${least}`,
      );
  };
  const indexAt = (text: string): number => {
    const row = rowOf(grain, days, parseDay(text, title));
    if (row === undefined) throw new NotCovered(`${title}: no value of ${text} at hand`);
    return row;
  };
  const where = (condition: (value: number) => boolean, from: number, step: 1 | -1) => {
    for (let row = from; row >= 0 && row < length; row += step)
      if (condition(values[row]!)) return fact(values[row]!, { day: days[row]! });
    return null;
  };
  const perMonth = (pick: (values: Float64Array) => number): Path => {
    const months = byMonth(days, values, pick);
    return make(title, months.days, months.values, "monthly");
  };
  const ratios = (name: string, rowBefore: (row: number) => number | undefined, of: Column) => {
    const [at, quotients]: [number[], number[]] = [[], []];
    for (let row = 0; row < length; row += 1) {
      const before = rowBefore(row);
      if (before === undefined) continue;
      at.push(days[row]!);
      quotients.push(values[row]! / of[before]!);
    }
    const as = grain === "sparse" ? "named" : grain;
    return make(name, Float64Array.from(at), Float64Array.from(quotients), as);
  };

  return {
    title,
    grain,
    days,
    values,
    during(window) {
      const span = spanOf(window);
      if (!covers(grain, days, span))
        throw new NotCovered(
          `${title}: the figures go from ${formatDay(days[0]!)} to ${formatDay(days[length - 1]!)} and do not reach over ${inWords(span)}`,
        );
      const end = grain === "monthly" ? endOfMonth(span.to) : span.to;
      const low = lowerBound(days, span.from);
      const high = lowerBound(days, end + 1);
      if (low >= high)
        throw new InputError(`${title}: the window ${inWords(span)} holds no row; widen it`);
      return make(title, days.subarray(low, high), values.subarray(low, high));
    },
    until(day) {
      const last = parseDay(day, title);
      const isMonthsClose = grain === "monthly" && isMonthsLast(last);
      const high = lowerBound(days, (isMonthsClose ? endOfMonth(last) : last) + 1);
      return make(title, days.subarray(0, high), values.subarray(0, high));
    },
    maximum: () => extreme((a, b) => a > b),
    minimum: () => extreme((a, b) => a < b),
    first: () => fact(values[0]!, { day: days[0]! }),
    last: () => fact(values[length - 1]!, { day: days[length - 1]! }),
    lastDay: () => formatDay(days[length - 1]!),
    mean() {
      all("a mean");
      return fact(mean(values), { count: length });
    },
    standardDeviation() {
      all("a deviation");
      return fact(standardDeviation(values), { count: length });
    },
    quantile(share) {
      all("a quantile");
      return fact(quantile(sorted(values), share), { count: length });
    },
    at(day) {
      const row = indexAt(day);
      return fact(values[row]!, { day: days[row]! });
    },
    multipleBetween(from, to) {
      const [start, end] = [indexAt(from), indexAt(to)];
      if (start > end || from === to)
        throw new InputError(`${title}: ${from} does not come before ${to}`);
      return fact(values[end]! / values[start]!, { day: days[end]! });
    },
    changeBetween(from, to) {
      const multiple = this.multipleBetween(from, to);
      return fact(multiple.value - 1, { day: multiple.day! });
    },
    share(condition) {
      all("a share of rows");
      let count = 0;
      for (let row = 0; row < length; row += 1) if (condition(values[row]!)) count += 1;
      return fact(count / length, { count: length });
    },
    countOf(condition) {
      all("a count of rows");
      let count = 0;
      for (let row = 0; row < length; row += 1) if (condition(values[row]!)) count += 1;
      const first = where(condition, 0, 1);
      return fact(count, first === null ? {} : { day: first.day! });
    },
    longestRun(condition) {
      all("a run of rows");
      let longest = 0;
      for (let row = 0, run = 0; row < length; row += 1) {
        run = condition(values[row]!) ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return fact(longest);
    },
    firstWhere(condition) {
      seesExtremes("the first of its rows");
      return where(condition, 0, 1);
    },
    lastWhere(condition) {
      seesExtremes("the last of its rows");
      return where(condition, length - 1, -1);
    },
    crossings(level, thresholds) {
      seesExtremes("a count of attempts");
      return attemptsAt(days, values, level, thresholds);
    },
    changesOver(months, of = "fraction") {
      all("a change over months");
      whole("changesOver", months, 1);
      return ratios(
        `${title}, change over ${months} months`,
        (row) => rowOf(grain, days, addMonths(days[row]!, -months)),
        values,
      ).map(`${title}, change over ${months} months`, (ratio) =>
        of === "fraction" ? ratio - 1 : Math.log(ratio),
      );
    },
    rebasedAt(day) {
      const base = values[indexAt(day)]!;
      return make(
        title,
        days,
        Float64Array.from(values, (value) => value / base),
      );
    },
    over(other) {
      const rowIn = new Map(Array.from(other.days, (day, row) => [day, row]));
      return ratios(`${title} / ${other.title}`, (row) => rowIn.get(days[row]!), other.values);
    },
    datedEarlier(rows) {
      all("a shift by rows");
      whole("datedEarlier", rows, 0);
      return make(title, days.slice(0, length - rows), values.slice(rows));
    },
    rolling(rows, name, pick) {
      all("what rows in a row have in common");
      whole("rolling", rows, 1);
      const picked = new Float64Array(Math.max(0, length - rows + 1));
      for (let row = 0; row < picked.length; row += 1)
        picked[row] = pick(values.slice(row, row + rows));
      return make(name, days.subarray(rows - 1), picked);
    },
    joined(other, name, join) {
      const rowIn = new Map(Array.from(other.days, (day, row) => [day, row]));
      const rows = [...Array(length).keys()].filter((row) => rowIn.has(days[row]!));
      return make(
        name,
        columnAt(days, rows),
        Float64Array.from(rows, (row) => join(values[row]!, other.values[rowIn.get(days[row]!)!]!)),
      );
    },
    keep(condition) {
      const rows = [...Array(length).keys()].filter((row) => condition(days[row]!));
      if (rows.length === 0) throw new InputError(`${title}: keep leaves no row; keep some`);
      return make(title, columnAt(days, rows), columnAt(values, rows));
    },
    map(name, apply) {
      const applied = Float64Array.from(values, apply);
      const bad = applied.findIndex((value) => !Number.isFinite(value));
      if (bad >= 0)
        throw new InputError(
          `${name}: map gives ${applied[bad]} on ${formatDay(days[bad]!)}, which is not a number`,
        );
      return make(name, days, applied);
    },
    monthEnds: once(() =>
      grain === "monthly" ? make(title, days, values) : perMonth((month) => month.at(-1)!),
    ),
    monthlyAverages: once(() => {
      all("a monthly average");
      return perMonth(mean);
    }),
    wednesdays() {
      all("a week");
      const next = new Map(Array.from(days, (day, row) => [day, days[row + 1] ?? day + 1]));
      return this.keep((day) => weekTo(WEDNESDAY, day) !== weekTo(WEDNESDAY, next.get(day)!));
    },
    quarterEnds() {
      const monthly = this.monthEnds();
      return monthly.keep((day) => monthOf(day) % 3 === 2);
    },
  };
}
