import { formatDay } from "../../series/day.ts";
import { csvCells, numberIn } from "./csv-cells.ts";
import { isoDay } from "./day-in.ts";
import { figuresOf } from "./figures-of.ts";
import type { Asked, Body, Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

const BASE = "https://data-api.ecb.europa.eu";
const EURO = "EUR";

/**
 * Euro reference rates of the European Central Bank. A symbol is a currency in euros (`USD/EUR`: dollars
 * per euro) or the cross of two (`THB/USD`: baht per dollar, on days that have both).
 */
export const ecb: Provider = {
  id: "ecb",
  title: "European Central Bank",
  home: "https://data.ecb.europa.eu",
  terms: "Free reuse with attribution to the ECB, figures unchanged.",
  base: BASE,
  pace: { requests: 1, seconds: 1 },
  requests: (asked) =>
    currenciesOf(asked).map((currency) => {
      const query = new URLSearchParams({
        format: "csvdata",
        ...(asked.since === undefined ? {} : { startPeriod: formatDay(asked.since) }),
      });
      return {
        address: `${BASE}/service/data/EXR/D.${currency}.${EURO}.SP00.A?${query}`,
        format: "csv",
      };
    }),
  read: (bodies, asked) => {
    const [above, below] = currenciesOf(asked).map((name, at) => ratesIn(bodies[at]!, name));
    const perUnit = (day: number) => (below === undefined ? 1 : (below.rates.get(day) ?? 0));
    const rows = [...above!.rates].map(([day, rate]) => ({
      day,
      values: [perUnit(day) > 0 ? rate / perUnit(day) : Number.NaN],
    }));
    return figuresOf(["value"], rows, [...above!.notes, ...(below?.notes ?? [])]);
  },
};

/** The one or two currencies whose rates make a symbol. */
function currenciesOf({ symbol }: Asked): readonly string[] {
  const [, above, below] = /^([A-Z]{3})\/([A-Z]{3})$/.exec(symbol) ?? [];
  if (above === undefined || below === undefined || above === EURO)
    throw new ProviderFault(
      "symbol",
      `"${symbol}" is no pair of currencies; write XXX/${EURO} or XXX/YYY`,
    );
  return below === EURO ? [above] : [above, below];
}

function ratesIn(body: Body, currency: string) {
  const { rows, cell, notes } = csvCells(body, ["CURRENCY", "TIME_PERIOD", "OBS_VALUE"]);
  const rates = new Map<number, number>();
  for (const [line, row] of rows.entries()) {
    const named = cell(row, "CURRENCY");
    if (named !== currency)
      throw new ProviderFault("other", `${named} came instead of ${currency}`);
    const day = isoDay(cell(row, "TIME_PERIOD"), `line ${line + 2}`);
    rates.set(day, numberIn(cell(row, "OBS_VALUE"), `line ${line + 2}`, ["", "NaN"]));
  }
  return { rates, notes };
}
