import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOf } from "../../src/measure/sample.ts";
import { fundedExcess, sharpeReadings } from "../../src/measure/sharpe-readings.ts";
import { trackOf } from "../../src/measure/track.ts";
import { parseDay } from "../../src/series/day.ts";

const days = ["2000-12-31", "2001-12-31", "2002-12-31"].map((day) => parseDay(day, "test"));
const track = (wealth: readonly number[], riskless: readonly number[]) =>
  trackOf(sampleOf(wealth, days.slice(0, wealth.length), riskless, 1));

describe("the three readings of a Sharpe", () => {
  // Returns of 20 % and 50 % in dollars; cash earns 10 %; the unit stands still, then gains 25 %.
  const price = [1, 1, 1.25];
  const cash = [0.1, 0.1];
  const books = track([1, 1.2, 1.8], cash);
  const own = track([1, 1.2, 1.44], [0, 0]);

  it("total: returns in the unit of 20 % and 20 % do not vary, and have none", () => {
    expect(sharpeReadings(own, books, cash, price).total).toBeNull();
  });

  it("funded: gains over cash of 0.1 and of 0.4 / 1.25 = 0.32 units", () => {
    expect([...fundedExcess([0.2, 0.5], cash, [0, 0.25])]).toEqual([
      expect.closeTo(0.1, 12),
      expect.closeTo(0.32, 12),
    ]);
    const deviation = 0.22 / Math.SQRT2;
    expect(sharpeReadings(own, books, cash, price).funded).toBeCloseTo(0.21 / deviation, 9);
  });

  it("relative: 0.2 - 0 and 0.5 - 0.25 over the unit, in dollars", () => {
    const deviation = 0.05 / Math.SQRT2;
    expect(sharpeReadings(own, books, cash, price).relative).toBeCloseTo(0.225 / deviation, 9);
  });

  it("in the currency of the books total and funded are one, and the unit returns nothing", () => {
    const { total, funded, relative } = sharpeReadings(books, books, cash, null);
    expect(total).toBeCloseTo(0.25 / (0.3 / Math.SQRT2), 9);
    expect(funded).toBeCloseTo(total!, 12);
    expect(relative).toBeCloseTo(0.35 / (0.3 / Math.SQRT2), 9);
  });

  it("are null for under one year", () => {
    const short = trackOf(sampleOf([1, 1.1], [days[0]!, days[0]! + 30], [0], 12));
    expect(sharpeReadings(short, short, [0], null)).toEqual({
      total: null,
      funded: null,
      relative: null,
    });
  });

  it("funded has in every unit the sign that it has in dollars, period by period", () => {
    const each = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(each, each, each, (own, riskless, unit) => {
        const inDollars = own - riskless;
        expect(Math.sign(fundedExcess([own], [riskless], [unit])[0]!)).toBe(Math.sign(inDollars));
      }),
    );
  });
});
