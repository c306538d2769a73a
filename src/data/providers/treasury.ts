import { dayOf, partsOf } from "../../series/day.ts";
import { csvCells, numberIn } from "./csv-cells.ts";
import { dayIn } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import type { Asked, Body, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://home.treasury.gov";
const CURVE = "daily_treasury_yield_curve";
/** The first year of the published curve. */
const FIRST_YEAR = 1990;
const DAY = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/;

/** US Treasury: daily par yields in percent. A symbol is the heading of a maturity, such as `10 Yr`. */
export const treasury: Provider = {
  id: "treasury",
  title: "US Department of the Treasury",
  home: "https://home.treasury.gov/resource-center/data-chart-center/interest-rates",
  terms: "US public domain.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  shared: true,
  piecemeal: true,
  requests: ({ since = dayOf(FIRST_YEAR, 1, 1), until }: Asked) => {
    const first = Math.max(FIRST_YEAR, partsOf(since).year);
    const years = Math.max(1, partsOf(until).year - first + 1);
    return Array.from({ length: years }, (_, at) => {
      const year = String(first + at);
      const query = new URLSearchParams({
        type: CURVE,
        field_tdr_date_value: year,
        page: "",
        _format: "csv",
      });
      const path = "/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv";
      return { address: `${BASE}${path}/${year}/all?${query}`, format: "csv" };
    });
  },
  read: (bodies, { symbol }) => {
    const read = bodies.map((body) => yieldsIn(body, symbol));
    if (!read.some(({ has }) => has))
      throw new ProviderFault("header", `no year of the curve has a maturity "${symbol}"`);
    return figuresOf(
      ["value"],
      read.flatMap(({ rows }) => rows),
      read.flatMap(({ notes }) => notes),
    );
  },
};

/** A maturity may be missing in a year before it was issued. */
function yieldsIn(
  body: Body,
  symbol: string,
): { has: boolean; rows: Row[]; notes: readonly string[] } {
  const { names, rows, cell, notes } = csvCells(body, ["Date"]);
  const has = names.includes(symbol);
  const found = has
    ? rows.map((row, line) => ({
        day: dayIn(cell(row, "Date"), DAY, `line ${line + 2}`),
        values: [numberIn(cell(row, symbol), `line ${line + 2}`, ["", "N/A"])],
      }))
    : [];
  return { has, rows: found, notes };
}
