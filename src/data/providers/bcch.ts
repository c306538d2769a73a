import { formatDay } from "../../series/day.ts";
import { dayIn } from "./day-in.ts";
import { figuresOf } from "./figures-of.ts";
import { at, jsonOf, listAt, numberOf } from "./json-of.ts";
import type { Asked, Provider, Secret } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://si3.bcentral.cl";
const DAY = /^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4})$/;
/** The service's code for an account that it does not know. */
const UNKNOWN_ACCOUNT = -5;

/** Central Bank of Chile: a series of its database by its code. The key is the account: `user:password`. */
export const bcch: Provider = {
  id: "bcch",
  title: "Central Bank of Chile",
  home: "https://si3.bcentral.cl/estadisticas/Principal1/Web_Services/index.htm",
  terms: "Free with attribution to the Banco Central de Chile; a free account is needed.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  key: {
    variable: "BCCH_KEY",
    needed: true,
    from: "https://si3.bcentral.cl/estadisticas/Principal1/Web_Services/index.htm",
  },
  requests: ({ symbol, since, key = "" }: Asked) => {
    const query = new URLSearchParams({
      function: "GetSeries",
      timeseries: symbol,
      ...(since === undefined ? {} : { firstdate: formatDay(since) }),
    });
    return [
      {
        address: `${BASE}/SieteRestWS/SieteRestWS.ashx?${query}`,
        format: "json",
        secrets: account(key),
      },
    ];
  },
  read: ([body], { symbol }) => {
    const answer = jsonOf(body!);
    const code = at(answer, "Codigo");
    if (code !== 0) {
      const text = `the service says ${String(code)}: ${String(at(answer, "Descripcion"))}`;
      throw new ProviderFault(code === UNKNOWN_ACCOUNT ? "key" : "symbol", text);
    }
    const named = at(answer, "Series", "seriesId");
    if (typeof named === "string" && named !== symbol)
      throw new ProviderFault("other", `${named} came instead of ${symbol}`);
    const rows = listAt(answer, "Series", "Obs").map((one, row) => ({
      day: dayIn(String(at(one, "indexDateString")), DAY, `row ${row + 1}`),
      // A day without trading has the status ND and the value NaN.
      values: [
        at(one, "statusCode") === "OK" ? numberOf(at(one, "value"), `row ${row + 1}`) : Number.NaN,
      ],
    }));
    return figuresOf(["value"], rows);
  },
};

function account(key: string): readonly Secret[] {
  const cut = key.indexOf(":");
  if (cut < 0) throw new ProviderFault("key", "BCCH_KEY is not written user:password");
  return [
    { place: "query", name: "user", value: key.slice(0, cut) },
    { place: "query", name: "pass", value: key.slice(cut + 1) },
  ];
}
