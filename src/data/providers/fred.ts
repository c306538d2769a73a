import { formatDay } from "../../series/day.ts";
import type { Column } from "../../series/series.ts";
import { csvCells, numberIn } from "./csv-cells.ts";
import { isoDay } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import { at, jsonOf, listAt } from "./json-of.ts";
import type { Asked, Body, Fetched, Provider, Request } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const GRAPH = "https://fred.stlouisfed.org";
const API = "https://api.stlouisfed.org";

/** Both forms write a holiday as a point; the newer CSV leaves it blank. */
const MISSING = [".", ""];

/**
 * FRED of the Federal Reserve Bank of St. Louis: without a key the CSV behind its charts, with one the
 * API, which also knows what was published as of a day (ALFRED).
 */
export const fred: Provider = {
  id: "fred",
  title: "FRED, Federal Reserve Bank of St. Louis",
  home: "https://fred.stlouisfed.org",
  terms:
    "Free for use; series that FRED marks as copyrighted keep their owner's terms. This product uses the FRED API but is not endorsed or certified by the Federal Reserve Bank of St. Louis.",
  base: GRAPH,
  pace: { requests: 2, seconds: 1 },
  key: {
    variable: "FRED_API_KEY",
    needed: false,
    from: "https://fred.stlouisfed.org/docs/api/api_key.html",
  },
  requests,
  read: (bodies, asked) =>
    asked.vintages !== undefined
      ? vintagesIn(bodies, asked.vintages)
      : asked.key !== undefined
        ? figuresOf(["value"], observations(bodies[0]!))
        : chartFigures(bodies[0]!, asked.symbol),
};

function requests(asked: Asked): readonly Request[] {
  const { symbol, since, vintages, key } = asked;
  if (vintages !== undefined) {
    if (key === undefined)
      throw new ProviderFault("key", "figures as of a day need a key: set FRED_API_KEY");
    return vintages.map((day) =>
      observationsOf(asked, key, { realtime_start: day, realtime_end: day }),
    );
  }
  const start = since === undefined ? undefined : formatDay(since);
  if (key !== undefined)
    return [observationsOf(asked, key, start === undefined ? {} : { observation_start: start })];
  const query = new URLSearchParams({
    id: symbol,
    ...(start === undefined ? {} : { cosd: start }),
  });
  return [{ address: `${GRAPH}/graph/fredgraph.csv?${query}`, format: "csv" }];
}

function observationsOf(
  { symbol }: Asked,
  key: string,
  more: Readonly<Record<string, string>>,
): Request {
  const query = new URLSearchParams({ series_id: symbol, file_type: "json", ...more });
  return {
    address: `${API}/fred/series/observations?${query}`,
    format: "json",
    secrets: [{ place: "query", name: "api_key", value: key }],
  };
}

function chartFigures(body: Body, symbol: string): Fetched {
  const { names, rows, cell, notes } = csvCells(body, [symbol]);
  const day = names[0]!;
  return figuresOf(
    ["value"],
    rows.map((row, line) => ({
      day: isoDay(cell(row, day), `line ${line + 2}`),
      values: [numberIn(cell(row, symbol), `line ${line + 2}`, MISSING)],
    })),
    notes,
  );
}

function observations(body: Body): Row[] {
  const answer = jsonOf(body);
  const error = at(answer, "error_message");
  if (typeof error === "string") throw new ProviderFault("symbol", error);
  return listAt(answer, "observations").map((one, row) => ({
    day: isoDay(at(one, "date"), `observation ${row + 1}`),
    values: [numberIn(String(at(one, "value")), `observation ${row + 1}`, MISSING)],
  }));
}

/** One column a day of publication, each as it stood on that day: blank after its last figure. */
function vintagesIn(bodies: readonly Body[], vintages: readonly string[]): Fetched {
  const byVintage = bodies.map((body) => new Map(observations(body).map((row) => [row.day, row])));
  const days = [...new Set(byVintage.flatMap((rows) => [...rows.keys()]))];
  const rows = days.map((day) => ({
    day,
    values: byVintage.map((known) => known.get(day)?.values[0] ?? Number.NaN),
  }));
  const fetched = figuresOf(vintages, rows);
  const empty = [...fetched.figures.columns].filter(([, column]) => isUnknown(column));
  if (empty.length > 0)
    throw new ProviderFault("empty", `nothing was published as of ${empty[0]![0]}`);
  return fetched;
}

function isUnknown(column: Column): boolean {
  for (let row = 0; row < column.length; row += 1) if (!Number.isNaN(column[row]!)) return false;
  return true;
}
