import { expect, test } from "vitest";
import type { Series } from "../../src/series/series.ts";
import { checkCurrencies } from "../../src/study/foreign-assets.ts";
import type { Study } from "../../src/study/study.ts";

const booksIn = (unit: string) =>
  ({
    numeraires: [
      { series: "gold", unit: "EUR" },
      { series: null, unit },
    ],
  }) as unknown as Study;
const asset = (id: string, unit: string) => ({ id, unit }) as Series;

test.each(["USD", "USD/oz", "USD, adjusted", "index, 1982-84 = 100", "EURO area index", "oz", ""])(
  "books in USD may hold what is quoted in %j",
  (unit) => {
    expect(() => checkCurrencies(booksIn("USD"), [asset("a", unit)])).not.toThrow();
  },
);

test("every asset in another currency is told, with the formula that turns it into the books' own", () => {
  const assets = [asset("oats", "EUR"), asset("gold", "USD/oz"), asset("rye", "CHF, adjusted")];
  expect(() => checkCurrencies(booksIn("USD"), assets)).toThrow(
    /^asset "oats": oats counts EUR, the books USD; multiply it by an exchange rate: formula\("oats \* eurusd".*\n.*asset "rye".*CHF/,
  );
});

test("books in no currency by its code, as in bushels, leave it open", () => {
  expect(() => checkCurrencies(booksIn("bushels"), [asset("a", "EUR")])).not.toThrow();
});
