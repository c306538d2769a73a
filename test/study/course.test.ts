import { monthly, strategy, study } from "assay";
import { beforeAll, describe, expect, it } from "vitest";
import type { Findings, Numbers } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import essay from "../fixtures/essay-books.ts";

let findings: Findings;
beforeAll(async () => {
  findings = await runStudy(essay);
});

const chained = (values: Numbers) =>
  values.reduce<number>((growth, value) => growth * (1 + (value ?? 0)), 1);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the course of a run", () => {
  it("is that of the first strategy and the first two benchmarks, in the first two units", () => {
    const { course, portfolios, numeraires } = findings;
    const strategies = portfolios.filter(({ role }) => role === "strategy");
    const benchmarks = portfolios.filter(({ role }) => role === "benchmark");
    expect(course.portfolios).toEqual(
      [strategies[0], benchmarks[0], benchmarks[1]].map((one) => one?.id),
    );
    expect(course.numeraires).toEqual(numeraires.slice(0, 2).map(({ id }) => id));
  });

  it("has the returns of all months: chained they are the total return", () => {
    for (const { portfolio, numeraire, returns } of findings.course.returns) {
      const found = findings.portfolios.find(({ id }) => id === portfolio)!;
      expect(returns).toHaveLength(findings.course.dates.length - 1);
      expect(chained(returns) / (1 + found.measures[numeraire]!.totalReturn)).toBeCloseTo(1, 4);
    }
  });

  it("has excess returns that chain to the relative wealth", () => {
    const [first] = findings.course.portfolios;
    for (const { benchmark, returns } of findings.course.excess) {
      const found = findings.comparisons.find(
        (one) => one.portfolio === first && one.benchmark === benchmark,
      )!;
      expect(chained(returns) / found.relativeWealth!).toBeCloseTo(1, 4);
    }
  });

  it("has rolling figures once a window is full, and counts every month once", () => {
    const { course } = findings;
    for (const { months, growth, beta, portfolio } of course.rolling) {
      expect(growth.findIndex((value) => value !== null)).toBe(months);
      expect(growth).toHaveLength(course.dates.length);
      const isRival = portfolio === course.portfolios[1];
      expect(beta.some((value) => value !== null)).toBe(!isRival);
    }
    for (const { counts, edges, normal } of course.histograms) {
      for (const one of counts) {
        expect(one.counts).toHaveLength(edges.length);
        expect(sum(one.counts)).toBe(course.dates.length - 1);
      }
      expect(sum(normal as number[])).toBeCloseTo(course.dates.length - 1, -1);
    }
  });

  it("has what was held: longs, shorts and cash are the whole, and shares of risk sum to one", () => {
    for (const { weights, net, cash, gross, risk } of findings.course.held) {
      net.forEach((value, row) => {
        const all = Object.values(weights).map((line) => line[row]!);
        expect(sum(all)).toBeCloseTo(value!, 4);
        expect(sum(all.map(Math.abs))).toBeCloseTo(gross[row]!, 4);
        expect(value! + cash[row]!).toBeCloseTo(1, 4);
      });
      expect(sum(risk!.map(({ share }) => share))).toBeCloseTo(1, 4);
    }
  });

  it("has waterfalls whose parts are the whole, and phases that are the run", () => {
    const { waterfalls } = findings.course;
    expect(waterfalls.length).toBeGreaterThan(3);
    for (const { assets, financing, costs, total } of waterfalls)
      expect(sum(Object.values(assets)) + financing + costs).toBeCloseTo(total, 10);
    const own = waterfalls.filter(({ portfolio }) => portfolio === waterfalls[0]!.portfolio);
    expect(sum(own.slice(1).map(({ total }) => total))).toBeCloseTo(own[0]!.total, 10);
  });

  it("spreads returns wider over a year than over a month, and from no start over too long a time", () => {
    const [first] = findings.course.portfolios;
    const own = findings.course.horizons.filter(
      ({ portfolio, numeraire }) => portfolio === first && numeraire === "usd",
    );
    expect(own.map(({ span }) => span)).toEqual(["month", "quarter", "1", "3", "5", "10"]);
    const reach = own.map(({ p05, p95 }) => p95! - p05!);
    expect(reach[2]).toBeGreaterThan(reach[0]!);
    expect(own[0]?.windows).toBe(findings.period.periods);
  });
});

describe("the correlations of assets", () => {
  it("are one with themselves, symmetric, and none for what is the unit", () => {
    const { ids, matrices } = findings.correlations.assets;
    const gold = ids.indexOf("gold");
    expect(matrices.usd?.[gold]?.[gold]).toBeCloseTo(1, 12);
    expect(matrices.gold?.[gold]?.every((value) => value === null)).toBe(true);
    for (const rows of Object.values(matrices))
      rows.forEach((row, i) => {
        expect(row).toHaveLength(ids.length);
        row.forEach((value, j) => {
          const other = rows[j]![i]!;
          if (value === null) expect(other).toBeNull();
          else expect(value).toBeCloseTo(other, 12);
        });
      });
  });
});

describe("the course of a ruined strategy", () => {
  it("ends with the loss of everything, and has nothing after it", async () => {
    const reckless = strategy({
      ...{ id: "reckless", title: "Reckless", rationale: "Short far too much." },
      assets: ["bitcoin"],
      weights: { bitcoin: -1 },
      rebalance: monthly,
    });
    const { course, portfolios } = await runStudy(
      study({ ...essay, from: "2011-01-31", to: "2020-12-31", strategies: [reckless] }),
    );
    expect(portfolios[0]?.ruined).not.toBeNull();
    const returns = course.returns[0]!.returns;
    const ruin = returns.indexOf(-1);
    expect(ruin).toBeGreaterThan(0);
    expect(returns.slice(ruin + 1).every((value) => value === null)).toBe(true);
    expect(returns).toHaveLength(course.dates.length - 1);
    expect(course.waterfalls).toEqual([]);
    expect(course.held[0]?.risk).toBeNull();
  });
});
