import { formatDay } from "../../series/day.ts";
import { isoDay } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import { at, jsonOf, listAt, numberOf } from "./json-of.ts";
import type { Asked, Body, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://community-api.coinmetrics.io";
const PRICE = "PriceUSD";

/**
 * Coin Metrics community data: the price of a coin in dollars at the end of each day in UTC. The day that
 * is not over is left out.
 */
export const coinmetrics: Provider = {
  id: "coinmetrics",
  title: "Coin Metrics community data",
  home: "https://coinmetrics.io/community-network-data",
  terms: "CC BY-NC 4.0: with attribution, not for commercial use.",
  base: BASE,
  pace: { requests: 10, seconds: 6 },
  requests: ({ symbol, since }: Asked) => {
    const query = new URLSearchParams({
      assets: symbol,
      metrics: PRICE,
      frequency: "1d",
      page_size: "10000",
      paging_from: "start",
      ...(since === undefined ? {} : { start_time: formatDay(since) }),
    });
    return [{ address: `${BASE}/v4/timeseries/asset-metrics?${query}`, format: "json" }];
  },
  next: (body) => {
    const address = at(jsonOf(body), "next_page_url");
    if (typeof address !== "string" || address === "") return undefined;
    return { address, format: "json" };
  },
  read: (bodies, { symbol, until }) => {
    const rows = bodies.flatMap((body) => pricesIn(body, symbol));
    const open = rows.filter(({ day }) => day >= until);
    const fetched = figuresOf(
      ["value"],
      rows.filter(({ day }) => day < until),
    );
    return { ...fetched, ...(open.length === 0 ? {} : { unfinished: until }) };
  },
};

function pricesIn(body: Body, symbol: string): Row[] {
  const answer = jsonOf(body);
  const error = at(answer, "error", "message");
  if (typeof error === "string") throw new ProviderFault("symbol", error);
  return listAt(answer, "data").map((one, row) => {
    if (at(one, "asset") !== symbol)
      throw new ProviderFault("other", `${String(at(one, "asset"))} came instead of ${symbol}`);
    const day = isoDay(at(one, "time"), `row ${row + 1}`);
    return { day, values: [numberOf(at(one, PRICE), `row ${row + 1}`)] };
  });
}
