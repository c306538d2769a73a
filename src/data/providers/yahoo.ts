import { formatDay } from "../../series/day.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import { at, jsonOf, listAt, numberOf } from "./json-of.ts";
import type { Asked, Body, Fetched, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://query1.finance.yahoo.com";
const DAY = 86_400;
/** More than the hour that the clocks of a place move by: a midnight stays in its day all year. */
const OVER_AN_HOUR = 5400;

/**
 * Yahoo's chart endpoint: `close`, adjusted for splits, and `adjclose`, for splits and dividends; with
 * `dividend` and `split` on the days that have one. The row of a session that has not ended is left out.
 */
export const yahoo: Provider = {
  id: "yahoo",
  title: "Yahoo Finance",
  home: "https://finance.yahoo.com",
  terms:
    "For personal use, not for redistribution. The chart endpoint is unofficial: it may change or refuse at any time.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  requests: ({ symbol, since, until }: Asked) => {
    const query = new URLSearchParams({
      period1: String(since === undefined ? FIRST : since * DAY),
      period2: String((until + 2) * DAY),
      interval: "1d",
      events: "div,splits",
      includeAdjustedClose: "true",
    });
    return [
      {
        address: `${BASE}/v8/finance/chart/${encodeURIComponent(symbol)}?${query}`,
        format: "json",
      },
    ];
  },
  read: ([body], asked) => chartIn(body!, asked),
};

/** A second before the first quotes of anything: 1900. */
const FIRST = -2_208_988_800;

function chartIn(body: Body, { symbol }: Asked): Fetched {
  const result = resultIn(body, symbol);
  const meta = at(result, "meta");
  const offset = numberOf(at(meta, "gmtoffset") ?? 0, "gmtoffset");
  const dayAt = (seconds: number) => Math.floor((seconds + offset + OVER_AN_HOUR) / DAY);
  const times = listAt(result, "timestamp").map((one) => numberOf(one, "timestamp"));
  const columns = [levelsIn(result, "close", times), levelsIn(result, "adjclose", times)] as const;
  const dividends = eventsIn(result, "dividends", dayAt);
  const splits = eventsIn(result, "splits", dayAt);
  const open = openSession(meta);
  const rows: Row[] = [];
  for (let row = 0; row < times.length; row += 1) {
    const day = dayAt(times[row]!);
    const levels = columns.map((column) => decimalOf(numberOf(column?.[row], formatDay(day))));
    if (times[row]! >= open || Number.isNaN(levels[0]!)) continue;
    const events = [dividends.get(day) ?? Number.NaN, splits.get(day) ?? Number.NaN];
    rows.push({ day, values: [...levels, ...events] });
  }
  const { figures, notes } = figuresOf(["close", "adjclose", "dividend", "split"], rows);
  const named = [...figures.columns].filter(([name]) => name !== "adjclose" || columns[1]);
  const currency = at(meta, "currency");
  const isOpen = times.some((time) => time >= open);
  return {
    figures: { days: figures.days, columns: new Map(named) },
    notes,
    ...(typeof currency === "string" && /^[A-Za-z]{3}$/.test(currency) ? { currency } : {}),
    ...(isOpen ? { unfinished: dayAt(times.at(-1)!) } : {}),
  };
}

/** The chart of the symbol. @throws ProviderFault where the answer has none, or another */
function resultIn(body: Body, symbol: string): unknown {
  const answer = jsonOf(body);
  const error = at(answer, "chart", "error", "description");
  if (typeof error === "string") throw new ProviderFault("symbol", error);
  const result = listAt(answer, "chart", "result")[0];
  const named = at(result, "meta", "symbol");
  if (typeof named === "string" && named.toUpperCase() !== symbol.toUpperCase())
    throw new ProviderFault("other", `${named} came instead of ${symbol}`);
  if (at(result, "timestamp") === undefined)
    throw new ProviderFault("empty", "the answer holds no figures");
  const granularity = at(result, "meta", "dataGranularity");
  if (granularity !== undefined && granularity !== "1d")
    throw new ProviderFault("other", `figures by ${String(granularity)} came instead of days`);
  return result;
}

/** One level a time; undefined where the chart has no adjusted ones. */
function levelsIn(
  result: unknown,
  name: "close" | "adjclose",
  times: readonly number[],
): readonly unknown[] | undefined {
  const kind = name === "close" ? "quote" : "adjclose";
  if (name === "adjclose" && at(result, "indicators", kind, 0, name) === undefined)
    return undefined;
  const levels = listAt(result, "indicators", kind, 0, name);
  if (levels.length !== times.length)
    throw new ProviderFault("cut", `${times.length} days and ${levels.length} of "${name}" came`);
  return levels;
}

/** Dividends or splits by day; the amount of a split is new shares for an old one. */
function eventsIn(
  result: unknown,
  kind: "dividends" | "splits",
  dayAt: (seconds: number) => number,
): Map<number, number> {
  const events: readonly unknown[] = Object.values(at(result, "events", kind) ?? {});
  return new Map(
    events.map((one) => {
      const amount = numberOf(at(one, kind === "splits" ? "numerator" : "amount"), kind);
      const per = kind === "splits" ? numberOf(at(one, "denominator"), kind) : 1;
      return [dayAt(numberOf(at(one, "date"), kind)), per > 0 ? amount / per : Number.NaN];
    }),
  );
}

/** The second at which a session began that has not ended; infinity where none is under way. */
function openSession(meta: unknown): number {
  const start = at(meta, "currentTradingPeriod", "regular", "start");
  const end = at(meta, "currentTradingPeriod", "regular", "end");
  const quoted = at(meta, "regularMarketTime");
  if (typeof start !== "number" || typeof end !== "number" || typeof quoted !== "number")
    return Number.POSITIVE_INFINITY;
  return quoted < end ? start : Number.POSITIVE_INFINITY;
}

/**
 * Quotes pass through single precision on their way here: the shortest decimal that is the same there. One
 * that is short as it stands, such as a price in 128ths, was never another.
 */
function decimalOf(value: number): number {
  if (Number.isNaN(value) || String(value).length <= LONGEST_QUOTE) return value;
  if (Math.fround(value) !== value) return value;
  for (let digits = 6; digits <= 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

const LONGEST_QUOTE = 12;
