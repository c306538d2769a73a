import { formatDay } from "../../series/day.ts";
import { dayIn } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import { at, jsonOf, listAt, numberOf } from "./json-of.ts";
import type { Asked, Body, Provider, Request } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://api.eia.gov";
/** The most rows that the API gives at once. */
const PAGE = 5000;

/** US Energy Information Administration. A symbol is a route and a series in it: `petroleum/pri/spt/RWTC`. */
export const eia: Provider = {
  id: "eia",
  title: "US Energy Information Administration",
  home: "https://www.eia.gov/opendata",
  terms: "US public domain; the agency asks to be named with the day of the download.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  key: { variable: "EIA_API_KEY", needed: true, from: "https://www.eia.gov/opendata/register.php" },
  requests: (asked) => [page(asked, 0)],
  next: (body, asked) => {
    const answer = jsonOf(body);
    const total = Number(at(answer, "response", "total"));
    const offset = Number(at(answer, "request", "params", "offset") ?? 0);
    const length = listAt(answer, "response", "data").length;
    return length > 0 && offset + length < total ? page(asked, offset + length) : undefined;
  },
  read: (bodies, asked) =>
    figuresOf(
      ["value"],
      bodies.flatMap((body) => rowsIn(body, seriesOf(asked))),
    ),
};

function page(asked: Asked, offset: number): Request {
  const { symbol, since, key = "" } = asked;
  const query = new URLSearchParams({
    frequency: "daily",
    "data[0]": "value",
    "facets[series][]": seriesOf(asked),
    "sort[0][column]": "period",
    "sort[0][direction]": "asc",
    offset: String(offset),
    length: String(PAGE),
    ...(since === undefined ? {} : { start: formatDay(since) }),
  });
  return {
    address: `${BASE}/v2/${symbol.slice(0, symbol.lastIndexOf("/"))}/data/?${query}`,
    format: "json",
    secrets: [{ place: "query", name: "api_key", value: key }],
  };
}

function seriesOf({ symbol }: Asked): string {
  const cut = symbol.lastIndexOf("/");
  if (cut < 0) throw new ProviderFault("symbol", `"${symbol}" names no route; write ROUTE/SERIES`);
  return symbol.slice(cut + 1);
}

function rowsIn(body: Body, series: string): Row[] {
  const answer = jsonOf(body);
  const error = at(answer, "error", "message") ?? at(answer, "error");
  if (typeof error === "string") throw new ProviderFault("symbol", error);
  return listAt(answer, "response", "data").map((one, row) => {
    const named = at(one, "series");
    if (named !== undefined && named !== series)
      throw new ProviderFault("other", `${String(named)} came instead of ${series}`);
    const day = dayIn(String(at(one, "period")), PERIOD, `row ${row + 1}`);
    return { day, values: [numberOf(at(one, "value"), `row ${row + 1}`)] };
  });
}

const PERIOD = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/;
