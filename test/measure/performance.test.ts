import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { downsideDeviation, sortino } from "../../src/measure/downside.ts";
import { maxDrawdown, underwater } from "../../src/measure/drawdown.ts";
import { cagr, stability, volatility } from "../../src/measure/growth.ts";
import { performance } from "../../src/measure/performance.ts";
import { sorted } from "../../src/measure/quantile.ts";
import { sampleOf } from "../../src/measure/sample.ts";
import { sharpe } from "../../src/measure/sharpe.ts";
import { tailRatio } from "../../src/measure/tail.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { grown, monthEnds } from "../fixtures/month-ends.ts";
import { monthlySample, portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { anyReturns, monthly, numbersIn } from "./worlds.ts";

const annual = [
  "cagr",
  "meanReturn",
  "volatility",
  "sharpe",
  "sharpeLo",
  "sortino",
  "calmar",
  "calmar36",
  "martin",
  "painRatio",
] as const;

describe("what is not defined is null", () => {
  it("nothing is annualised for under a year, the total stays", () => {
    const found = performance(monthly(portfolioReturns.slice(0, 11)));
    for (const key of annual) expect(found[key], key).toBeNull();
    expect(found.totalReturn).toBeGreaterThan(0);
    expect(found.downsideDeviation).not.toBeNull();
    expect(performance(monthly(portfolioReturns.slice(0, 12))).cagr).not.toBeNull();
  });

  it("a base alone, and one return", () => {
    const base = performance(monthly([]));
    expect(base).toMatchObject({
      totalReturn: 0,
      maxDrawdown: 0,
      timeUnderWater: 0,
      hitRate: null,
    });
    expect(base.var95).toBeNull();
    const one = performance(monthly([-0.1]));
    expect(one.totalReturn).toBeCloseTo(-0.1, 15);
    expect(one).toMatchObject({ hitRate: 0, skewness: null, probabilisticSharpe: null });
    expect(one.cvar95).toBeCloseTo(0.1, 15);
  });

  it("what never moves has growth and no ratios", () => {
    const found = performance(monthly(new Array(36).fill(0)));
    expect(found).toMatchObject({
      cagr: 0,
      volatility: 0,
      maxDrawdown: 0,
      ulcer: 0,
      calmar36: null,
    });
    for (const key of ["sharpe", "sortino", "calmar", "martin", "painRatio", "omega"] as const)
      expect(found[key], key).toBeNull();
    for (const key of ["skewness", "kurtosis", "tailRatio", "stability"] as const)
      expect(found[key], key).toBeNull();
  });

  it("cash that earns exactly the riskless rate has no Sharpe", () => {
    const found = performance(monthly(new Array(36).fill(0.004), 0.004));
    expect(found).toMatchObject({ sharpe: null, sortino: null, probabilisticSharpe: null });
  });

  it("ruin", () => {
    const found = performance(monthly([...portfolioReturns, -1]));
    expect(found).toMatchObject({ totalReturn: -1, cagr: -1, maxDrawdown: -1, stability: null });
    expect(found).toMatchObject({ calmar: -1, worstPeriod: -1, worstYear: expect.any(Number) });
  });
});

it("the riskless rate is taken from the returns of its own period", () => {
  const riskless = portfolioReturns.map((value) => value - 0.01 * Math.sign(value));
  const sample = { ...monthlySample(portfolioReturns), riskless };
  const signs = portfolioReturns.map((value) => 0.01 * Math.sign(value));
  expect(performance(sample).sharpe).toBeCloseTo(sharpe(signs, 12)!, 12);
  expect(performance(sample).downsideDeviation).toBeCloseTo(downsideDeviation(signs), 12);
  expect(performance(sample).volatility).toBeCloseTo(volatility(portfolioReturns, 12), 12);
});

it("Martin and pain ratio set growth over the riskless growth against the falls", () => {
  const sample = monthlySample(portfolioReturns);
  const found = performance({ ...sample, riskless: new Float64Array(24).fill(0.002) });
  const premium = found.cagr! - (1.002 ** 12 - 1);
  expect(found.martin).toBeCloseTo(premium / found.ulcer, 12);
  expect(found.painRatio).toBeCloseTo(premium / found.pain, 12);
});

it("calmar36 looks at the last 36 months alone", () => {
  const returns = [-0.9, ...new Array(34).fill(0.01), -0.1, 0.2];
  const found = performance(monthly(returns));
  const last = performance(monthly(returns.slice(1)));
  expect(found.maxDrawdown).toBeCloseTo(-0.9, 12);
  expect(found.calmar36).toBeCloseTo(last.calmar!, 2);
  expect(last.calmar36).toBeCloseTo(last.calmar!, 12);
});

it("best and worst year are full ones", () => {
  const wealth = [1, 8, 4, 6, 600];
  const days = [
    ...monthEnds(2000, 6, 1),
    ...[2000, 2001, 2002].flatMap((y) => monthEnds(y, 12, 1)),
  ];
  days.push(days[3]! + 90);
  expect(performance(sampleOf(wealth, days, [0, 0, 0, 0], 12))).toMatchObject({
    bestYear: 0.5,
    worstYear: -0.5,
  });
});

describe("laws", () => {
  it("no number that is not finite, in any world", () => {
    fc.assert(
      fc.property(anyReturns, fc.constantFrom(0, 0.003, -0.001), (returns, riskless) => {
        for (const value of numbersIn(performance(monthly(returns, riskless))))
          expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("scaling wealth changes nothing", () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const sample = monthly(returns);
        const wealth = Float64Array.from(sample.wealth, (value) => value * 1024);
        expect(performance({ ...sample, wealth })).toEqual(performance(sample));
      }),
    );
  });

  it("the expected shortfall is no smaller than the value at risk of the worst return allows", () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const { cvar95, worstPeriod, bestPeriod } = performance(monthly(returns));
        fc.pre(cvar95 !== null);
        expect(cvar95!).toBeLessThanOrEqual(-worstPeriod! + 1e-12);
        expect(cvar95!).toBeGreaterThanOrEqual(-bestPeriod! - 1e-12);
      }),
    );
  });
});

it("Bacon's portfolio (2008), on the clock n/12", () => {
  const found = performance(monthlySample(portfolioReturns));
  const published = {
    totalReturn: "0.2181057672",
    cagr: "0.1036782897",
    meanReturn: "0.108",
    volatility: "0.1370001587",
    sharpe: "0.7883202548",
    downsideDeviation: "0.0229374148",
    sortino: "1.3592165787",
    maxDrawdown: "-0.1446729557",
    calmar: "0.7166390512",
    ulcer: "0.0611842873",
    pain: "0.0399896907",
    martin: "1.6945247607",
    painRatio: "2.5926254479",
    omega: "1.7797833935",
    var95: "0.0592",
    var95Normal: "0.0560515582",
    var95CornishFisher: "0.0574276278",
    cvar95: "0.0643333333",
    skewness: "-0.0825624552",
    kurtosis: "2.4324537941",
    skewnessUnbiased: "-0.0881717493",
    excessKurtosisUnbiased: "-0.4076603212",
    tailRatio: "1.1748310811",
    hitRate: "0.5833333333",
    bestPeriod: "0.081",
    worstPeriod: "-0.065",
    probabilisticSharpe: "0.8580412026",
  } as const;
  for (const [key, value] of Object.entries(published))
    expectPublished(found[key as keyof typeof published], value);
  expect(found.longestUnderWaterDays).toBe(334);
  expect(found.calmar36).toBeNull();
});

it("the generated strategy", () => {
  const found = performance(monthlySample(fx240().a));
  expectPublished(found.probabilisticSharpe, "0.9999945920");
  expectPublished(found.minTrackRecordYears! * 12, "34.3972772202");
  expect(found.windows.map(({ years, windows }) => [years, windows])).toEqual([
    [1, 229],
    [3, 205],
    [5, 181],
    [10, 121],
  ]);
});

it("eight days of empyrical's tests, without their empty first day", () => {
  const returns = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
  const wealth = grown(returns);
  const growth = cagr(wealth, 8 / 252);
  const fall = maxDrawdown(underwater(wealth));
  expectPublished(volatility(returns, 252), "0.9136465400");
  expectPublished(sharpe(returns, 252), "1.7238613962");
  expectPublished(sortino(returns, 252), "2.6055312517");
  expectPublished(downsideDeviation(returns) * Math.sqrt(252), "0.6044832504");
  expectPublished(fall, "-0.10");
  expectPublished(stability(wealth), "0.1529973665");
  expectPublished(growth, "2.3302927973");
  expectPublished(growth / Math.abs(fall), "23.3029279730");
  expectPublished(tailRatio(sorted(returns), 252), "0.9556962025");
});
