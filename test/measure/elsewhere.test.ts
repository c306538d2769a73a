import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { conventionsCard, elsewhere, type Printed } from "../../src/measure/elsewhere.ts";
import { performance } from "../../src/measure/performance.ts";
import { relative } from "../../src/measure/relative.ts";
import { returnsOf, type Sample, sampleOf } from "../../src/measure/sample.ts";
import { trackOf } from "../../src/measure/track.ts";
import { dayOf, parseDay } from "../../src/series/day.ts";
import { dailyFolders } from "../daily-data.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { benchmarkReturns, monthlySample, portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { anyReturns, monthly } from "./worlds.ts";

/** What a tool, named by the beginning of its name, prints for a measure. */
function printed(sample: Sample, measure: string, tool: string, benchmark?: Sample): Printed {
  const found = elsewhere(sample, benchmark).filter(
    (one) => one.measure === measure && one.tool.includes(tool),
  );
  expect(
    found.map((one) => one.tool),
    `${measure} of ${tool}`,
  ).toHaveLength(1);
  return found[0]!.value;
}

const number = (value: Printed) => value as number | null;

/** Trading days 2020-01-01, 2, 3 ... with nothing riskless. */
function dailySample(wealth: readonly number[], from = dayOf(2020, 1, 1)): Sample {
  const days = wealth.map((_, row) => from + row);
  return sampleOf(wealth as number[], days, new Float64Array(wealth.length - 1), 252);
}

describe("elsewhere, by hand", () => {
  it("gives ours first of every measure, and each tool once", () => {
    const all = elsewhere(dailySample([1, 2, 1, 3]), dailySample([1, 1, 2, 2]));
    const measures = [...new Set(all.map(({ measure }) => measure))];
    for (const measure of measures) {
      const tools = all.filter((one) => one.measure === measure).map(({ tool }) => tool);
      expect(tools[0]).toBe("assay");
      expect(tools.length).toBeGreaterThan(1);
      expect(new Set(tools).size).toBe(tools.length);
    }
  });

  it("counts the days of one fall in four ways", () => {
    // 2020-01-01 was a Wednesday: peak on it, below on Thursday to Saturday, back on Sunday.
    const fall = dailySample([100, 90, 80, 90, 100]);
    expect(printed(fall, "drawdowns.peak", "assay")).toBe("2020-01-01");
    expect(printed(fall, "drawdowns.peak", "quantstats")).toBe("2020-01-02");
    expect(printed(fall, "drawdowns.recovery", "assay")).toBe("2020-01-05");
    expect(printed(fall, "drawdowns.recovery", "quantstats")).toBe("2020-01-04");
    expect(printed(fall, "drawdowns.recovery", "ffn")).toBe("2020-01-05");
    expect(printed(fall, "drawdowns.days", "assay")).toBe(4);
    expect(printed(fall, "drawdowns.days", "quantstats")).toBe(3);
    expect(printed(fall, "drawdowns.days", "ffn")).toBe(3);
    expect(printed(fall, "drawdowns.days", "pyfolio")).toBe(3);
    expect(printed(fall, "longestUnderWaterDays", "LEAN")).toBe(2);
  });

  it("an open fall has no end, save where a tool invents one", () => {
    const open = dailySample([100, 90, 95]);
    expect(printed(open, "drawdowns.recovery", "assay")).toBeNull();
    expect(printed(open, "drawdowns.recovery", "quantstats")).toBe("2020-01-03");
    expect(printed(open, "drawdowns.recovery", "ffn")).toBe("2020-01-03");
    expect(printed(open, "drawdowns.days", "pyfolio")).toBeNull();
    expect(printed(open, "longestUnderWaterDays", "assay")).toBe(2);
    expect(printed(open, "longestUnderWaterDays", "LEAN")).toBe(0);
  });

  it("month-ends hide a fall inside the month", () => {
    const days = [dayOf(2020, 1, 31), dayOf(2020, 2, 10), dayOf(2020, 2, 29), dayOf(2020, 3, 31)];
    const sample = sampleOf([100, 50, 90, 100], days, [0, 0, 0], 252);
    expect(printed(sample, "maxDrawdown", "assay")).toBe(-0.5);
    expect(number(printed(sample, "maxDrawdown", "Visualizer"))).toBeCloseTo(-0.1, 12);
    expect(printed(sample, "maxDrawdown", "PerformanceAnalytics")).toBe(0.5);
  });

  it("365 periods of daily rows are vectorbt's; of monthly rows there is nothing of its to say", () => {
    const tools = (sample: Sample) =>
      elsewhere(sample).filter(({ tool }) => tool.startsWith("vectorbt"));
    expect(tools(dailySample([1, 2, 1, 3]))).toHaveLength(5);
    expect(tools(monthlySample(portfolioReturns))).toEqual([]);
  });

  it("what stands for nothing riskless is said where ours takes off a rate", () => {
    const plain = monthlySample(portfolioReturns);
    const rate = new Float64Array(plain.riskless.length).fill(0.004);
    const sample = { ...plain, riskless: rate };
    expectPublished(number(printed(sample, "sharpe", "quantstats, empyrical")), "0.7883");
    expectClose(number(printed(sample, "sharpe", "assay")), performance(sample).sharpe!);
    expect(performance(sample).sharpe).toBeLessThan(0.5);
  });
});

describe("elsewhere, laws", () => {
  it("ours is what the findings say", () => {
    const keys = ["cagr", "volatility", "sharpe", "sortino", "downsideDeviation", "maxDrawdown"];
    const more = ["calmar", "ulcer", "martin", "painRatio", "var95", "cvar95", "skewness"];
    const last = ["kurtosis", "probabilisticSharpe", "longestUnderWaterDays"];
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const sample = monthly(returns);
        const measures = performance(sample) as unknown as Record<string, number | null>;
        const ours = new Map(conventionsCard(sample).map((entry) => [entry.measure, entry.value]));
        for (const key of [...keys, ...more, ...last]) expect(ours.get(key)).toEqual(measures[key]);
      }),
    );
  });

  it("ours against a benchmark is what the findings say", () => {
    fc.assert(
      fc.property(anyReturns, anyReturns, (returns, others) => {
        const [a, b] = [monthly(returns), monthly(others)];
        const measures = relative(trackOf(a), trackOf(b));
        const ours = new Map(conventionsCard(a, b).map((entry) => [entry.measure, entry.value]));
        expect(ours.get("alpha")).toEqual(measures.alpha.annual);
        for (const key of ["informationRatio", "upCapture", "downCapture"] as const)
          expect(ours.get(key)).toEqual(measures[key]);
      }),
    );
  });

  it("no value is NaN or infinite, for whatever path", () => {
    fc.assert(
      fc.property(anyReturns, anyReturns, (returns, others) => {
        for (const { measure, tool, value } of elsewhere(monthly(returns), monthly(others)))
          expect(
            typeof value !== "number" || Number.isFinite(value),
            `${measure} of ${tool}: ${value}`,
          ).toBe(true);
      }),
    );
  });

  it("the scale of wealth changes nothing", () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const sample = monthly(returns);
        const scaled = { ...sample, wealth: Float64Array.from(sample.wealth, (v) => v * 1024) };
        expect(elsewhere(scaled)).toEqual(elsewhere(sample));
      }),
    );
  });
});

describe("elsewhere, the example portfolio of Bacon (2008)", () => {
  const portfolio = monthlySample(portfolioReturns);
  const benchmark = monthlySample(benchmarkReturns);
  const value = (measure: string, tool: string) =>
    number(printed(portfolio, measure, tool, benchmark));

  it("agrees with PerformanceAnalytics", () => {
    expectClose(value("sharpe", "before 2.1.0"), 0.7567749609);
    expectClose(value("informationRatio", "PerformanceAnalytics"), -0.4252444136);
    expectClose(value("upCapture", "PerformanceAnalytics"), 0.9592668024);
    expectPublished(value("downCapture", "early PerformanceAnalytics"), "0.984");
    expectClose(value("alpha", "PerformanceAnalytics"), -0.0010301208, 1e-7);
    expectClose(value("martin", "PerformanceAnalytics"), 1.6945247607);
    expectClose(value("painRatio", "PerformanceAnalytics"), 2.5926254479);
  });

  it("and ours with the book", () => {
    expectClose(value("sharpe", "assay"), 0.7883202548);
    expectClose(value("sortino", "assay"), 1.3592165787);
    expectClose(value("informationRatio", "assay"), -0.3715845972);
    expectClose(value("upCapture", "assay"), 0.9478779356);
    expectClose(value("downCapture", "assay"), 0.9864739725);
    expectClose(value("alpha", "assay"), -0.0123614501, 1e-8);
    expectClose(value("kurtosis", "assay"), 2.4324537941);
    expectClose(value("kurtosis", "pandas"), -0.4076603212);
    expectClose(value("skewness", "pandas"), -0.0881717493);
  });

  it("a month in which the benchmark stood still counts as a fall in PerformanceAnalytics since", () => {
    // 0.009 more of a loss, over the same falls of 0.25.
    const [own] = conventionsCard(portfolio, benchmark).filter(
      (one) => one.measure === "downCapture",
    );
    const theirs = own!.others.find(({ tool }) => tool === "PerformanceAnalytics")!;
    expectClose(number(theirs.value), (0.246 + 0.009) / 0.25);
  });

  it("the card carries the gaps", () => {
    const card = conventionsCard(portfolio, benchmark);
    const ratio = card.find(({ measure }) => measure === "informationRatio")!;
    expectClose(number(ratio.value), -0.3715845972);
    const theirs = ratio.others.find(({ tool }) => tool === "PerformanceAnalytics")!;
    expectClose(theirs.gap, -0.4252444136 - -0.3715845972, 1e-8);
    const peak = card.find(({ measure }) => measure === "drawdowns.peak")!;
    expect(peak.others.every(({ gap }) => gap === null)).toBe(true);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

/** Daily closes of one fund without its dividends, as the tools were run on. */
const [marketFolder] = dailyFolders();

describe.skipIf(marketFolder === undefined)("elsewhere, one daily series in every tool", () => {
  const rows = () =>
    readFileSync(`${marketFolder}/SPY.csv`, "utf8")
      .split("\n")
      .map((line) => line.split(","))
      .filter(([date = ""]) => date >= "1999-12-31" && date <= "2026-08-21");
  const sampled = (): Sample => {
    const closes = rows();
    return sampleOf(
      closes.map(([, close]) => Number(close)),
      closes.map(([date]) => parseDay(date!, "SPY")),
      new Float64Array(closes.length - 1),
      252,
    );
  };
  const sample = marketFolder === undefined ? dailySample([1, 1]) : sampled();
  const value = (measure: string, tool: string) => number(printed(sample, measure, tool));

  it("has the length that the values belong to", () => {
    expect(returnsOf(sample.wealth)).toHaveLength(6699);
    expect(sample.days[sample.days.length - 1]! - sample.days[0]!).toBe(9730);
  });

  test.each([
    ["assay", "6.395"],
    ["ffn", "6.395"],
    ["LEAN", "6.390"],
    ["empyrical", "6.409"],
    ["Riskfolio-Lib", "4.369"],
    ["vectorbt", "9.414"],
  ])("growth of %s: %s %", (tool, published) => {
    expectPublished(value("cagr", tool)! * 100, published);
  });

  test.each([
    ["assay", "0.418"],
    ["quantstats, empyrical", "0.418"],
    ["vectorbt", "0.503"],
    ["LEAN", "0.436"],
    ["backtesting.py", "0.309"],
    ["before 2.1.0", "0.332"],
    ["Portfolio Visualizer", "0.485"],
    ["backtrader", "0.403"],
    ["Smart", "0.384"],
    ["log returns", "0.322"],
  ])("Sharpe of %s: %s", (tool, published) => {
    expectPublished(value("sharpe", tool), published);
  });

  test.each([
    ["assay", "0.590"],
    ["quantstats, empyrical", "0.590"],
    ["LEAN", "0.556"],
    ["backtesting.py", "0.468"],
    ["ffn before", "0.661"],
    ["Visualizer", "0.713"],
  ])("Sortino of %s: %s", (tool, published) => {
    expectPublished(value("sortino", tool), published);
  });

  it("Sortino of vectorbt is ours annualised by 365", () => {
    expectClose(value("sortino", "vectorbt"), value("sortino", "assay")! * Math.sqrt(365 / 252));
  });

  test.each([
    ["assay", "-56.5"],
    ["LEAN", "56.5"],
    ["PerformanceAnalytics", "56.5"],
    ["Portfolio Visualizer", "-52.2"],
  ])("deepest fall of %s: %s %", (tool, published) => {
    expectPublished(value("maxDrawdown", tool)! * 100, published);
  });

  test.each([
    ["drawdowns.peak", "assay", "2007-10-09"],
    ["drawdowns.peak", "quantstats", "2007-10-10"],
    ["drawdowns.peak", "ffn", "2007-10-10"],
    ["drawdowns.recovery", "assay", "2013-03-14"],
    ["drawdowns.recovery", "quantstats", "2013-03-13"],
    ["drawdowns.recovery", "ffn", "2013-03-14"],
    ["drawdowns.days", "assay", 1983],
    ["drawdowns.days", "quantstats", 1982],
  ])("%s of %s: %s", (measure, tool, published) => {
    expect(printed(sample, measure, tool)).toBe(published);
  });
});
