import { dayOf, formatDay, partsOf } from "../../series/day.ts";
import { isoDay } from "./day-in.ts";
import { figuresOf } from "./figures-of.ts";
import { at, jsonOf, listAt, numberOf } from "./json-of.ts";
import type { Asked, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://gateway.api.bot.or.th";
/** The first year of these rates. */
const FIRST_YEAR = 2002;

/** Bank of Thailand: baht per unit of a currency, the mean of the day's buying and selling rates. */
export const bot: Provider = {
  id: "bot",
  title: "Bank of Thailand",
  home: "https://portal.api.bot.or.th",
  terms: "Free with attribution to the Bank of Thailand, under the terms of its API portal.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  key: { variable: "BOT_API_KEY", needed: true, from: "https://portal.api.bot.or.th" },
  piecemeal: true,
  // A request may span about a month: one for each.
  requests: (asked) =>
    months(asked).map(([start, end]) => {
      const query = new URLSearchParams({
        start_period: formatDay(start),
        end_period: formatDay(end),
        currency: asked.symbol,
      });
      return {
        address: `${BASE}/Stat-ExchangeRate/v2/DAILY_AVG_EXG_RATE/?${query}`,
        format: "json",
        secrets: [{ place: "header", name: "Authorization", value: asked.key ?? "" }],
      };
    }),
  read: (bodies, { symbol }) => {
    const rows = bodies.flatMap((body) =>
      listAt(jsonOf(body), "result", "data", "data_detail").flatMap((one, row) => {
        const named = at(one, "currency_id");
        if (named === "" || named === undefined) return [];
        if (named !== symbol)
          throw new ProviderFault("other", `${String(named)} came instead of ${symbol}`);
        const day = isoDay(at(one, "period"), `row ${row + 1}`);
        return [{ day, values: [numberOf(at(one, "mid_rate"), `row ${row + 1}`)] }];
      }),
    );
    return figuresOf(["value"], rows);
  },
};

function months({ since = dayOf(FIRST_YEAR, 1, 1), until }: Asked): (readonly [number, number])[] {
  const { year, month } = partsOf(since);
  const spans: (readonly [number, number])[] = [];
  for (let at = 0; ; at += 1) {
    const start = dayOf(year, month + at, 1);
    if (start > until) return spans;
    spans.push([Math.max(start, since), Math.min(dayOf(year, month + at + 1, 0), until)]);
  }
}
