import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hedgedWealth, numeraire, risklessIn, wealthIn } from "../../src/market/numeraire.ts";

const gold = numeraire({
  id: "gold",
  title: "Gold",
  unit: "oz",
  series: "gold",
  riskless: "itself",
});
const prices = numeraire({
  id: "cpi",
  title: "Prices",
  unit: "basket",
  series: "cpi",
  riskless: "cash",
});

describe("wealth hedged to a unit", () => {
  it("is the unit's own where cash is hedged whole: nothing without a rate, or with one", () => {
    const price = [100, 125, 100];
    expect(Array.from(hedgedWealth([100, 100, 100], price, [0, 0], 1))).toEqual([1, 1, 1]);
    const [, one, two] = hedgedWealth([100, 102, 102 * 1.02], price, [0.02, 0.02], 1);
    expect(one).toBeCloseTo(1, 12);
    expect(two).toBeCloseTo(1, 12);
  });

  it("is wealth over price without a hedge, and lies between with half of one", () => {
    expect(Array.from(hedgedWealth([100, 100], [100, 125], [0], 0))).toEqual([1, 0.8]);
    expect(hedgedWealth([100, 100], [100, 125], [0], 0.5)[1]).toBeCloseTo(1.125 / 1.25, 12);
  });
});

describe("a numeraire", () => {
  it("counts wealth by division", () => {
    expect(Array.from(wealthIn([100, 120], [50, 80]))).toEqual([2, 1.5]);
    expect(Array.from(wealthIn([100, 120], null))).toEqual([100, 120]);
  });

  it("is riskless itself where it can be held, and else cash translated", () => {
    expect(Array.from(risklessIn(gold, [0.01], [50, 80], [1 / 12]))).toEqual([0]);
    const leased = numeraire({ ...gold, series: "gold", riskless: -0.0012 });
    expect(risklessIn(leased, [0.01], [50, 80], [0.5])[0]).toBeCloseTo(-0.0006, 15);
    const lent = numeraire({ ...gold, series: "gold", riskless: { rate: "billRate" } });
    expect(
      Array.from(risklessIn(lent, [0.01, 0.01], [50, 80, 90], [0.5, 0.5], [0.02, 0.04])),
    ).toEqual([0.01, 0.02]);
    expect(risklessIn(prices, [0.05], [100, 102], [1])[0]).toBeCloseTo(1.05 / 1.02 - 1, 14);
  });

  it("gives back its own price as the ratio of the two wealths, and leaves relative wealth alone", () => {
    const path = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(path, path, path, (a, b, price) => {
        const [inA, inB] = [wealthIn(a, price), wealthIn(b, price)];
        for (const row of [0, 1, 2]) {
          expect(a[row]! / inA[row]!).toBeCloseTo(price[row]!, 9);
          expect(inA[row]! / inB[row]!).toBeCloseTo(a[row]! / b[row]!, 9);
        }
      }),
    );
  });

  it("has its price from a series or from a formula of series", () => {
    const { series: _, ...words } = prices;
    const real = numeraire({ ...words, formula: "m2 / cpi" });
    expect(real).toEqual({ ...words, series: "m2 / cpi" });
    expect(numeraire({ ...words, series: null }).series).toBeNull();
  });

  it("refuses two prices, and none", () => {
    const { series: _, ...words } = prices;
    const wrong = (more: object) => () => numeraire({ ...words, ...more } as never);
    expect(wrong({ series: "cpi", formula: "m2 / cpi" })).toThrow(
      'numeraire cpi: has the series "cpi" and the formula "m2 / cpi"; give one of them',
    );
    expect(wrong({ series: null, formula: "m2 / cpi" })).toThrow("give one of them");
    expect(wrong({})).toThrow("numeraire cpi: has no price; give a series, a formula");
    expect(wrong({ formula: " " })).toThrow("numeraire cpi: has no price");
  });

  it("refuses a hedge of what cannot be hedged", () => {
    expect(() => numeraire({ ...gold, series: null, hedge: 1 })).toThrow(
      "hedge is 1, but it is the currency of the books",
    );
    expect(() => numeraire({ ...prices, series: "cpi", hedge: 100 })).toThrow(
      "numeraire cpi: hedge: got 100; give a number from 0 to 2",
    );
  });

  it("refuses another idea of what is riskless", () => {
    expect(() => numeraire({ ...gold, series: null, riskless: "bonds" as never })).toThrow(
      'riskless is "bonds"; give "cash", "itself", a rate a year, or { rate: "id of a series" }',
    );
    const misspelt = { rates: "billRate" } as never;
    expect(() => numeraire({ ...gold, series: null, riskless: misspelt })).toThrow(
      'unknown option "rates"; did you mean "rate"?',
    );
  });
});
