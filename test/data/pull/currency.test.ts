import { expect, test } from "vitest";
import { currencyOf } from "../../../src/data/pull/currency.ts";
import type { Provenance } from "../../../src/data/store/store.ts";

const before = (...notes: string[]): Provenance => ({
  schema: 1,
  file: "X.csv",
  provider: "yahoo",
  address: "",
  retrieved: "",
  terms: "",
  sha256: "",
  rows: 1,
  first: null,
  last: null,
  columns: ["close"],
  notes,
});
const figures = { days: new Float64Array(), columns: new Map() };
const inCurrency = (currency?: string) => [
  { fetched: { figures, notes: [], ...(currency === undefined ? {} : { currency }) } },
];

test("a currency is noted, kept where none is told, and another one is refused", () => {
  expect(currencyOf(undefined, inCurrency("USD"))).toEqual({ notes: ["in USD"] });
  expect(currencyOf(before("in USD", "other"), inCurrency())).toEqual({ notes: ["in USD"] });
  expect(currencyOf(before("in USD"), inCurrency("USD"))).toEqual({ notes: ["in USD"] });
  expect(currencyOf(before("in GBP"), inCurrency("GBp")).fault).toContain(
    "it is in GBp, and the stored figures are in GBP",
  );
  expect(currencyOf(before(), inCurrency("EUR"))).toEqual({ notes: ["in EUR"] });
});
