import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { publishedOn } from "../market/publications.ts";
import { asInterpolated } from "../market/sample.ts";
import { type Day, dayOf, formatDay, monthOf } from "../series/day.ts";
import type { Formula } from "../series/formula.ts";
import { knownRows } from "../series/known-rows.ts";
import type { Column, Days, Series } from "../series/series.ts";
import { byMonth } from "./by-month.ts";
import { type Fact, fact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";
import { type Path, pathOf } from "./path.ts";

/** `daily` every close, or where only shipped figures are at hand those that they hold; `monthly` one a month. */
export type Rows = "daily" | "monthly";

/** Where shipped figures hold closes that month-ends do not see. */
export interface Closes {
  /** By series: the series of its closes on named days. */
  readonly onDays: Readonly<Record<string, string>>;
  /** By series or formula: the series of the highest and the lowest close of each month. */
  readonly extremes: Readonly<Record<string, { readonly high: string; readonly low: string }>>;
}

/** What paths are made from. */
export interface Figures {
  /** The series at hand, by id. */
  readonly series: ReadonlyMap<string, Series>;
  /** Daily closes, in a daily run. */
  readonly daily: Panel | null;
  readonly closes: Closes;
  /** By id of a series that is not at hand: what it is and where it would be read from. */
  readonly absent: ReadonlyMap<string, string>;
}

/** The path of a formula, or of one series, whose names are its symbols. */
export function pathAlong(figures: Figures, formula: Formula, rows: Rows): Path {
  const inputs = formula.symbols.map((id) => seriesAt(figures, id));
  const title =
    inputs.length === 1 && formula.text === inputs[0]!.id ? inputs[0]!.title : formula.text;
  if (rows === "monthly") return monthlyPath(title, formula, inputs);
  if (figures.daily !== null) return dailyPath(title, formula, inputs, figures.daily);
  return sparsePath(title, formula, inputs, figures);
}

/** The last value of a series that had been published by a day; filled values never were. */
export function knownBy(figures: Figures, id: string, day: Day): Fact {
  const one = seriesAt(figures, id);
  const filled = new Set(one.filled);
  let last: number | null = null;
  for (let row = 0; row < one.days.length; row += 1) {
    const isGenuine = !Number.isNaN(one.values[row]!) && !filled.has(one.days[row]!);
    if (isGenuine && publishedOn(one, row) <= day) last = row;
  }
  if (last === null)
    throw new NotCovered(`${one.title}: nothing had been published by ${formatDay(day)}`);
  return fact(one.values[last]!, { day: one.days[last]! });
}

function seriesAt({ series, absent }: Figures, id: string): Series {
  const found = series.get(id);
  if (found !== undefined) return found;
  const words = absent.get(id) ?? id;
  throw new NotCovered(`not at hand: ${words}`, [words]);
}

function monthlyPath(title: string, formula: Formula, inputs: readonly Series[]): Path {
  const columns = inputs.map((one) => {
    const isPublished = one.period !== undefined || one.kind === "amount";
    const months = isPublished ? one : lastOfMonths(one);
    return new Map(Array.from(months.days, (day, row) => [monthOf(day), months.values[row]!]));
  });
  const months = [...(columns[0]?.keys() ?? [])].filter((month) =>
    columns.every((column) => column.has(month)),
  );
  const byName = Object.fromEntries(
    formula.symbols.map((name, at) => [name, months.map((month) => columns[at]!.get(month)!)]),
  );
  const days = Float64Array.from(months, (month) => endOfMonthNumbered(month));
  return pathOf(title, "monthly", days, evaluated(formula, byName, days));
}

function lastOfMonths(one: Series) {
  const { days, values } = knownRows(one);
  return byMonth(days, values, (month) => month.at(-1)!);
}

/**
 * The values of a formula by row; not known where an input is not known, or a year has not passed.
 * @throws InputError where all inputs are known and the result is no number
 */
function evaluated(
  formula: Formula,
  columns: Readonly<Record<string, Column>>,
  days: Days,
): Float64Array {
  const values = formula.evaluate(columns, days.length, days);
  if (formula.looksBack) return values;
  const inputs = Object.values(columns);
  for (let row = 0; row < days.length; row += 1)
    if (Number.isNaN(values[row]!) && inputs.every((input) => !Number.isNaN(input[row]!)))
      throw new InputError(
        `formula "${formula.text}" is no number on ${formatDay(days[row]!)}; write one that is defined on every row`,
      );
  return values;
}

function dailyPath(title: string, formula: Formula, inputs: readonly Series[], panel: Panel): Path {
  const columns = Object.fromEntries(inputs.map(({ id }) => [id, panel.measured(id)]));
  const days = panel.days as Days;
  return pathOf(title, "daily", days, evaluated(formula, columns, days));
}

/**
 * Month-ends, named days and the extremes of each month, as far as they are shipped, in order of their days.
 * Of figures by period alone, what they are measured at on the days that are named for any series.
 */
function sparsePath(
  title: string,
  formula: Formula,
  inputs: readonly Series[],
  figures: Figures,
): Path {
  const { closes } = figures;
  const named = inputs.map((one) => figures.series.get(closes.onDays[one.id] ?? ""));
  const prices = inputs.filter(({ period }) => period === undefined);
  const days = [
    ...new Set([
      ...prices.flatMap((one) => Array.from(one.days)),
      ...(prices.length === 0 ? everyNamed(figures) : named).flatMap((one) =>
        one === undefined ? [] : Array.from(one.days),
      ),
    ]),
  ].sort((a, b) => a - b);
  const columns = inputs.map((one, at) =>
    one.period === undefined
      ? onDays(days, [one, ...(named[at] === undefined ? [] : [named[at]])])
      : asInterpolated(one, days, one.period).values,
  );
  const byName = Object.fromEntries(formula.symbols.map((name, at) => [name, columns[at]!]));
  const values = evaluated(formula, byName, days);
  const points = new Map(days.map((day, row) => [day, values[row]!]));
  const extremes = closes.extremes[formula.text];
  for (const id of extremes === undefined ? [] : [extremes.high, extremes.low]) {
    const one = seriesAt(figures, id);
    for (let row = 0; row < one.days.length; row += 1) {
      const held = points.get(one.days[row]!);
      if (held === undefined || Number.isNaN(held)) points.set(one.days[row]!, one.values[row]!);
    }
  }
  const sorted = [...points].sort(([a], [b]) => a - b);
  return pathOf(
    title,
    extremes === undefined ? "named" : "sparse",
    sorted.map(([day]) => day),
    sorted.map(([, value]) => value),
  );
}

const everyNamed = ({ series, closes }: Figures) =>
  Object.values(closes.onDays).map((id) => series.get(id));

function onDays(days: readonly number[], sources: readonly Series[]): Column {
  const held = new Map(
    sources.flatMap((one) => Array.from(one.days, (day, row) => [day, one.values[row]!] as const)),
  );
  return days.map((day) => held.get(day) ?? Number.NaN);
}

/** The last day of a month counted since year 0. */
const endOfMonthNumbered = (month: number) => dayOf(Math.floor(month / 12), (month % 12) + 2, 0);
