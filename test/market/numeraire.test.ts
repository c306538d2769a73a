import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeraire, risklessIn, wealthIn } from "../../src/market/numeraire.ts";

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

describe("a numeraire", () => {
  it("counts wealth by division", () => {
    expect(Array.from(wealthIn([100, 120], [50, 80]))).toEqual([2, 1.5]);
    expect(Array.from(wealthIn([100, 120], null))).toEqual([100, 120]);
  });

  it("is riskless itself where it can be held, and else cash translated", () => {
    expect(Array.from(risklessIn(gold, [0.01], [50, 80], [1 / 12]))).toEqual([0]);
    const leased = numeraire({ ...gold, series: "gold", riskless: -0.0012 });
    expect(risklessIn(leased, [0.01], [50, 80], [0.5])[0]).toBeCloseTo(-0.0006, 15);
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

  it("refuses another idea of what is riskless", () => {
    expect(() => numeraire({ ...gold, series: null, riskless: "bonds" as never })).toThrow(
      'riskless is "bonds"; give "cash", "itself" or a rate a year',
    );
  });
});
