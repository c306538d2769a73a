import { isoDay } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import { at, jsonOf, numberOf } from "./json-of.ts";
import type { Body, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://prices.lbma.org.uk";

/**
 * Fixings of the London Bullion Market Association in dollars. A symbol is the name of one of its files,
 * or of two joined by "+": the second gives the days inside the
 * first that it lacks, and how many is said.
 */
export const lbma: Provider = {
  id: "lbma",
  title: "London Bullion Market Association",
  home: "https://www.lbma.org.uk/prices-and-data/precious-metal-prices",
  terms:
    "Prices of LBMA and ICE Benchmark Administration: for own reference; a licence is needed to redistribute them or to use them in products.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  requests: ({ symbol }) =>
    symbol.split("+").map((name) => ({
      address: `${BASE}/json/${encodeURIComponent(name)}.json`,
      format: "json",
    })),
  read: (bodies, { symbol }) => {
    const [first = [], ...others] = bodies.map(fixings);
    const fixed = first.filter(({ values }) => !Number.isNaN(values[0]!)).map(({ day }) => day);
    const days = new Set(fixed);
    const [start, end] = [Math.min(...fixed), Math.max(...fixed)];
    const filled = others.flat().filter(({ day }) => day > start && day < end && !days.has(day));
    const second = symbol.split("+").slice(1).join(", ");
    const notes = filled.length === 0 ? [] : [`${filled.length} days are of ${second}`];
    const known = first.filter(({ day }) => days.has(day));
    return figuresOf(["value"], [...known, ...filled], notes);
  },
};

function fixings(body: Body): Row[] {
  const rows = jsonOf(body);
  if (!Array.isArray(rows)) throw new ProviderFault("header", "the answer is no list of fixings");
  return rows.map((one: unknown, row) => {
    const day = isoDay(at(one, "d"), `fixing ${row + 1}`);
    if (!Array.isArray(at(one, "v")))
      throw new ProviderFault("header", `fixing ${row + 1} has no list "v" of prices`);
    const price = numberOf(at(one, "v", 0), `fixing ${row + 1}`);
    return { day, values: [price > 0 ? price : Number.NaN] };
  });
}
