import { formatDay } from "../../series/day.ts";
import { csvCells, numberIn } from "./csv-cells.ts";
import { isoDay } from "./day-in.ts";
import { figuresOf } from "./figures-of.ts";
import type { Asked, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://stooq.com";

/** Stooq's daily closes as CSV. It limits downloads a day, and may answer with a page for browsers. */
export const stooq: Provider = {
  id: "stooq",
  title: "Stooq",
  home: "https://stooq.com",
  terms: "For personal use; no redistribution. Downloads are limited by the day.",
  base: BASE,
  pace: { requests: 1, seconds: 2 },
  requests: ({ symbol, since, until }: Asked) => {
    const query = new URLSearchParams({
      s: symbol.toLowerCase(),
      ...(since === undefined ? {} : { d1: plain(since), d2: plain(until) }),
      i: "d",
    });
    return [{ address: `${BASE}/q/d/l/?${query}`, format: "csv" }];
  },
  read: ([body], { until }) => {
    const text = body!.text.trim();
    if (/^exceeded the daily hits limit/i.test(text))
      throw new ProviderFault("limit", "the downloads of this day are used up; try again tomorrow");
    if (/^no data/i.test(text)) throw new ProviderFault("symbol", "it has no data of that name");
    const { rows, cell, notes } = csvCells(body!, ["Date", "Close"]);
    const days = rows.map((row, line) => ({
      day: isoDay(cell(row, "Date"), `line ${line + 2}`),
      values: [numberIn(cell(row, "Close"), `line ${line + 2}`)],
    }));
    // The row of today changes until its market has closed, and the answer does not say when that is.
    const ended = days.filter(({ day }) => day < until);
    const isOpen = ended.length < days.length;
    return { ...figuresOf(["value"], ended, notes), ...(isOpen ? { unfinished: until } : {}) };
  },
};

const plain = (day: number) => formatDay(day).replaceAll("-", "");
