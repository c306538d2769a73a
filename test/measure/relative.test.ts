import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  capture,
  geometricExcess,
  informationRatio,
  relative as relativeTracks,
  relativeWealth,
  trackingError,
} from "../../src/measure/relative.ts";
import { excessOver, returnsOf, type Sample, sampleOf } from "../../src/measure/sample.ts";
import { trackOf } from "../../src/measure/track.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { benchmarkReturns, monthlySample, portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { anyReturns, monthly, numbersIn } from "./worlds.ts";

const relative = (a: Sample, b: Sample) => relativeTracks(trackOf(a), trackOf(b));

/** The sample counted in units of a price. */
function inUnitsOf(sample: Sample, price: readonly number[]): Sample {
  const wealth = Float64Array.from(
    { length: sample.wealth.length },
    (_, t) => sample.wealth[t]! / price[t]!,
  );
  return { ...sample, wealth };
}

describe("two periods, in dollars and in gold", () => {
  const gold = [1, 1.1, 1.375];
  const dollars = [monthlySample([0.2, -0.1]), monthlySample([0.05, 0.05])] as const;
  const ounces = dollars.map((sample) => inUnitsOf(sample, gold));

  it("wealth differs, relative wealth does not", () => {
    expectPublished(ounces[0]!.wealth[2]!, "0.7854545455");
    expectPublished(ounces[1]!.wealth[2]!, "0.8018181818");
    for (const [a, b] of [dollars, ounces]) {
      const { relativeWealth: multiple } = relativeWealth(a!, b!);
      expectPublished(multiple, "0.9795918367");
      expectPublished(Math.sqrt(multiple!) - 1, "-0.010256681389");
      const [first, second] = geometricExcess(returnsOf(a!.wealth), returnsOf(b!.wealth));
      expectPublished((1 + first!) * (1 + second!), "0.9795918367");
    }
  });

  it("subtracting returns gives another answer in each unit", () => {
    const active = ([a, b]: readonly Sample[]) =>
      excessOver(returnsOf(a!.wealth), returnsOf(b!.wealth));
    expect(informationRatio(active(dollars), 12)).toBeCloseTo(0, 12);
    const inGold = active(ounces);
    expectPublished((inGold[0]! + inGold[1]!) / 2, "0.008181818182");
    const growth = (sample: Sample) => Math.sqrt(sample.wealth[2]!) - 1;
    expectPublished(growth(dollars[0]) - growth(dollars[1]), "-0.010769515459");
    expectPublished(growth(ounces[0]!) - growth(ounces[1]!), "-0.009184273642");
  });
});

describe("relativeWealth", () => {
  const days = monthEnds(2000, 12, 3);

  it("is the ratio of the multiples, with its deepest fall", () => {
    const a = sampleOf([10, 20, 15], days, [0, 0], 12);
    const b = sampleOf([1, 1, 1.5], days, [0, 0], 12);
    expect(relativeWealth(a, b)).toEqual({
      relativeWealth: 1,
      excessGrowth: null,
      relativeDrawdown: -0.5,
    });
  });

  it("of the ruined is zero, against the ruined is unknown", () => {
    const ruined = sampleOf([1, 0], days.slice(0, 2), [0], 12);
    const other = sampleOf([1, 1, 1], days, [0, 0], 12);
    expect(relativeWealth(ruined, other)).toMatchObject({
      relativeWealth: 0,
      relativeDrawdown: -1,
    });
    const nothing = { relativeWealth: null, excessGrowth: null, relativeDrawdown: null };
    expect(relativeWealth(other, ruined)).toEqual(nothing);
  });

  it("refuses samples that begin on different days", () => {
    const late = sampleOf([1, 1], days.slice(1), [0], 12);
    expect(() => relativeWealth(late, sampleOf([1, 1, 1], days, [0, 0], 12))).toThrow("same day");
  });

  it("is the same in every numeraire", () => {
    const price = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 160,
      maxLength: 160,
    });
    fc.assert(
      fc.property(anyReturns, anyReturns, price, (first, second, prices) => {
        const [a, b] = [monthly(first), monthly(second)];
        const here = relativeWealth(a, b);
        const there = relativeWealth(inUnitsOf(a, prices), inUnitsOf(b, prices));
        for (const key of ["relativeWealth", "excessGrowth", "relativeDrawdown"] as const)
          if (here[key] === null) expect(there[key]).toBeNull();
          else
            expect(Math.abs(there[key]! - here[key])).toBeLessThan(
              1e-9 * (1 + Math.abs(here[key])),
            );
        expect(relative(inUnitsOf(a, prices), inUnitsOf(b, prices)).hitRate).toBe(
          relative(a, b).hitRate,
        );
      }),
    );
  });
});

describe("relative", () => {
  it("of a portfolio to itself", () => {
    const sample = monthlySample(portfolioReturns);
    expect(relative(sample, sample)).toMatchObject({
      trackingError: 0,
      informationRatio: null,
      hitRate: 0,
      upCapture: 1,
      downCapture: 1,
    });
  });

  it("takes the riskless rate from both before the regression", () => {
    const half = new Float64Array(24).fill(0.004);
    const [a, b] = [portfolioReturns, benchmarkReturns].map(monthlySample);
    const found = relative({ ...a!, riskless: half }, { ...b!, riskless: half });
    const plain = relative(a!, b!);
    expectClose(found.beta, plain.beta!, 1e-12);
    const shift = 12 * 0.004 * (1 - plain.beta!);
    expect(found.alpha.annual).toBeCloseTo(plain.alpha.annual! - shift, 12);
  });

  it("gives nothing annual for under a year", () => {
    const [a, b] = [portfolioReturns, benchmarkReturns].map((r) => monthlySample(r.slice(0, 11)));
    const found = relative(a!, b!);
    expect(found).toMatchObject({ trackingError: null, informationRatio: null, upCapture: null });
    expect(found.alpha.annual).toBeNull();
    expect(found.beta).not.toBeNull();
  });

  it("captures nothing from a benchmark that never rose", () => {
    expect(capture([0.1, 0.1], [0, -0.1], 1, 12)).toBeNull();
    expect(capture([0.1, -0.1], [0, -0.1], -1, 2)).toBeCloseTo(1, 12);
  });

  it("holds no number that is not finite, in any world", () => {
    fc.assert(
      fc.property(anyReturns, anyReturns, (first, second) => {
        const [a, b] = [monthly(first, 0.001), monthly(second, 0.001)];
        for (const value of numbersIn([relative(a, b), relativeWealth(a, b)]))
          expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

it("Bacon's portfolio (2008) and its benchmark", () => {
  const found = relative(monthlySample(portfolioReturns), monthlySample(benchmarkReturns));
  expectPublished(found.correlation, "0.9693858149");
  expectPublished(found.trackingError, "0.0336397151");
  expectPublished(found.informationRatio, "-0.3715845972");
  expectPublished(found.upCapture, "0.9478779356");
  expectPublished(found.downCapture, "0.9864739725");
  expectPublished(found.hitRate, "0.7083333333");
  expectPublished(found.beta, "0.9988502086");
  expectPublished(found.alpha.annual, "-0.0123614501");
  const active = excessOver(portfolioReturns, benchmarkReturns);
  expectPublished(trackingError(active, 12), "0.0336397151");
});
