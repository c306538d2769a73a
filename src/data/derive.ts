import { InputError } from "../input/input-error.ts";
import { basketIndex } from "../series/basket.ts";
import { billIndex } from "../series/bill.ts";
import type { Day } from "../series/day.ts";
import { fillMonths } from "../series/fill.ts";
import { compileFormula } from "../series/formula.ts";
import type { Column, Dated, Part, Period, Series } from "../series/series.ts";
import { sharedDays } from "../series/shared-days.ts";
import { spliceByReturns } from "../series/splice.ts";
import { bondOf } from "./bond.ts";
import type { Described, Entry } from "./catalog.ts";
import { expectedOf } from "./expected.ts";

/** Finds a series by its id, or computes one from a formula. */
export type Lookup = (idOrFormula: string) => Promise<Series>;

type Derived = Exclude<Entry, { readonly by: "column" }>;

/** The series that an entry makes out of others. */
export async function derive(id: string, entry: Derived, lookup: Lookup): Promise<Series> {
  switch (entry.by) {
    case "formula":
      return formulaSeries(id, entry.formula, entry, lookup);
    case "parBond": {
      const { index, inputs, how } = await bondOf(id, entry, lookup);
      return derived(id, entry, index, inputs, how);
    }
    case "billReturn": {
      const discounts = await lookup(entry.discounts);
      return derived(id, entry, billIndex(id, discounts), [discounts], "bills at their discount");
    }
    case "splice": {
      const inputs = await all(
        entry.parts.map((part) => part.id),
        lookup,
      );
      const parts = entry.parts.map(({ proxy = false }, at) => ({ series: inputs[at]!, proxy }));
      return derived(id, entry, spliceByReturns(id, parts), inputs, "joined by returns");
    }
    case "basket": {
      const inputs = await all(Object.keys(entry.weights), lookup);
      const members = inputs.map((series) => ({ series, weight: entry.weights[series.id]! }));
      const how = "fixed weights, set anew at each month-end close";
      return derived(id, entry, basketIndex(id, members), inputs, how);
    }
    case "filled": {
      const input = await lookup(entry.of);
      const how = `filled log-linearly in ${entry.months.join(", ")}`;
      return derived(id, entry, fillMonths(id, input, entry.months), [input], how);
    }
  }
}

/**
 * A formula over series, on the days that all of them share; published with the last of them. Its unit
 * is the one declared, or else follows from theirs.
 * @throws InputError where units do not go together.
 */
export async function formulaSeries(
  id: string,
  text: string,
  described: Omit<Described, "unit"> & { readonly unit?: string },
  lookup: Lookup,
): Promise<Series> {
  const formula = await compileFormula(text);
  if (formula.symbols.length === 0)
    throw new InputError(`formula "${text}": names no series; write one, such as a / b`);
  const inputs = await all(formula.symbols, lookup);
  const unitOf = new Map(formula.symbols.map((name, at) => [name, inputs[at]!.unit]));
  const unit = formula.unit((name) => unitOf.get(name)!);
  const { days, columns, rows } = sharedDays(inputs);
  const byName = Object.fromEntries(formula.symbols.map((name, at) => [name, columns[at]!]));
  const values = formula.evaluate(byName, days.length, days);
  const known = inputs.some((input) => input.known !== undefined)
    ? { known: lastKnown(inputs, rows, days.length) }
    : {};
  const series = derived(id, { unit, ...described }, { days, values }, inputs, `formula ${text}`);
  return { ...series, ...(formula.looksBack ? {} : { byRow: formula.evaluate }), ...known };
}

function all(names: readonly string[], lookup: Lookup): Promise<Series[]> {
  return Promise.all(names.map(lookup));
}

function derived(
  id: string,
  described: Described,
  dated: Dated & { readonly parts?: readonly Part[]; readonly filled?: readonly Day[] },
  inputs: readonly Series[],
  how: string,
): Series {
  const days = new Set(Array.from(dated.days));
  const inherited = inputs.flatMap((input) => input.filled).filter((day) => days.has(day));
  const names = [...new Set(inputs.map((input) => input.id))];
  return {
    id,
    title: described.title,
    unit: described.unit,
    kind: described.kind,
    days: dated.days,
    values: dated.values,
    ...periodOf(inputs),
    lag: described.lag ?? Math.max(0, ...inputs.map((input) => input.lag)),
    ...usableOf(described, inputs),
    ...hindsightOf(described, inputs),
    origin: `derived from ${names.join(", ")}: ${how}`,
    terms: [...new Set(inputs.map((input) => input.terms))].join("; "),
    inputs: names,
    parts: dated.parts ?? [],
    filled: [...new Set([...inherited, ...(dated.filled ?? [])])].sort((a, b) => a - b),
    faults: described.faults ?? [],
    ...expectedOf(id, described),
  };
}

/** The least days in a month: a lag of more of them may reach into the month after next. */
const LEAST_DAYS = 28;

/** The close of the last input that waits for one, and of those that are known after days, if any does. */
function usableOf(
  { lag, usableAtMonthEnd }: Described,
  inputs: readonly Series[],
): Pick<Series, "usableAtMonthEnd"> {
  if (usableAtMonthEnd !== undefined) return { usableAtMonthEnd };
  if (lag !== undefined || inputs.every((input) => input.usableAtMonthEnd === undefined)) return {};
  const ends = inputs.map((one) => one.usableAtMonthEnd ?? Math.ceil(one.lag / LEAST_DAYS));
  return { usableAtMonthEnd: Math.max(...ends) };
}

/** What is made of something that was known only afterwards was known no sooner. */
function hindsightOf(own: Described, inputs: readonly Series[]): Pick<Series, "hindsight"> {
  const hindsight = own.hindsight ?? inputs.find((one) => one.hindsight !== undefined)?.hindsight;
  return hindsight === undefined ? {} : { hindsight };
}

/** The period of the inputs where all have the same one. */
function periodOf([first, ...others]: readonly Series[]): { readonly period?: Period } {
  const period = first?.period;
  return period !== undefined && others.every((other) => other.period === period) ? { period } : {};
}

function lastKnown(inputs: readonly Series[], rows: readonly Int32Array[], length: number): Column {
  const known = new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
  inputs.forEach((input, at) => {
    for (let row = 0; row < length; row += 1) {
      const own = rows[at]![row]!;
      known[row] = Math.max(known[row]!, input.known?.[own] ?? input.days[own]! + input.lag);
    }
  });
  return known;
}
