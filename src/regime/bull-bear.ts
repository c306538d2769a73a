import type { SeriesId } from "../data/register.ts";
import type { Column } from "../series/series.ts";
import { type Hindsight, hindsight, type Measured } from "./hindsight.ts";
import { type LundeTimmermann, lundeTimmermann } from "./lunde-timmermann.ts";
import { monthEndRows } from "./month-ends.ts";
import { type PaganSossounov, paganSossounov } from "./pagan-sossounov.ts";
import type { RegimeWords } from "./rule.ts";
import { type Market, marketsOf, type Turn } from "./turns.ts";

/** How bull and bear markets are dated. */
export type Dating =
  | ({ readonly by: "pagan-sossounov" } & Partial<PaganSossounov>)
  | ({ readonly by: "lunde-timmermann" } & Partial<LundeTimmermann>);

/** The turns of prices that are all known: of month-ends by Pagan and Sossounov, of any rows by the filter. */
export function turnsOf(prices: Column, dating: Dating): Turn[] {
  return dating.by === "pagan-sossounov"
    ? paganSossounov(prices, dating)
    : lundeTimmermann(prices, dating);
}

/** Bull and bear markets of a price, dated afterwards. */
export function bullBear<const R extends SeriesId>(
  spec: RegimeWords & { readonly of: R; readonly dating: Dating },
): Hindsight {
  const { of, dating, id, title, question, note } = spec;
  return hindsight({
    id,
    title,
    question,
    note,
    labels: [
      { id: "bull", title: "Bull market" },
      { id: "bear", title: "Bear market" },
    ],
    reads: [of],
    because: "its turns are dated from later prices",
    label: (measured) => marketsOn(measured, of, dating),
  });
}

function marketsOn({ days, measured }: Measured, of: string, dating: Dating) {
  const values = measured(of);
  const last = days.length - 1;
  const closes =
    dating.by === "pagan-sossounov"
      ? [...monthEndRows(days), last]
      : Array.from(days, (_, row) => row);
  const rows = closes.filter((row) => !Number.isNaN(values[row]!));
  const prices = Float64Array.from(rows, (row) => values[row]!);
  const markets = marketsOf(turnsOf(prices, dating), rows.length);
  const out = new Array<Market | undefined>(days.length).fill(undefined);
  for (let i = 1; i < rows.length; i += 1)
    for (let row = rows[i - 1]! + 1; row <= rows[i]!; row += 1) out[row] = markets[i];
  return out;
}
