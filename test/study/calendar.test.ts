import { assumptions, bp, numeraire, strategy, study, yearly } from "assay";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/study/run.ts";
import essay from "../fixtures/essay-books.ts";

// Month-end shares of the shipped figures begin in 1962; averages of gold, bills and bonds before that.

const goldAndBonds = strategy({
  id: "gold-and-bonds",
  title: "Gold and bonds",
  rationale: "Half of what nobody owes, half of what a state owes.",
  assets: ["goldAverage", "longBondLongHistory"],
  weights: { goldAverage: 0.5, longBondLongHistory: 0.5 },
  rebalance: yearly,
});

const longHistory = (calendar?: string) =>
  study({
    ...essay,
    strategies: [goldAndBonds],
    benchmarks: [],
    numeraires: [
      numeraire({ id: "usd", title: "US dollars", unit: "USD", series: null, riskless: "cash" }),
    ],
    regimes: [],
    pictures: [],
    chains: [],
    assumptions: assumptions({
      cashRate: "tb3Average / 100" as "billRate",
      costs: { goldAverage: bp(30), longBondLongHistory: bp(3) },
      borrow: { others: 0 },
    }),
    from: "1960-01-31",
    to: "1965-12-31",
    calendar: (calendar ?? essay.calendar) as "spx",
  });

describe("a study with a calendar of its own", () => {
  it("begins before the calendar of the catalog does", async () => {
    await expect(runStudy(longHistory())).rejects.toThrow(
      'from 1960-01-31 lies before the data begin; the calendar, "spx", starts on 1962-01-31',
    );
    const { period, portfolios } = await runStudy(longHistory("goldAverage"));
    expect([period.from, period.to, period.periods]).toEqual(["1960-01-31", "1965-12-31", 71]);
    expect(portfolios[0]!.wealth.usd).toHaveLength(72);
  });

  it("holds what its months say: gold at its fixed price, and half of what bonds returned", async () => {
    const { portfolios } = await runStudy(longHistory("goldAverage"));
    const { goldAverage = 0, longBondLongHistory = 0 } = portfolios[0]!.attribution!;
    expect(Math.abs(goldAverage)).toBeLessThan(0.01);
    expect(longBondLongHistory).toBeGreaterThan(0.05);
  });

  it("is refused where the catalog has no such series, with the nearest name", async () => {
    await expect(runStudy(longHistory("goldAverages"))).rejects.toThrow(
      'calendar: unknown series "goldAverages"; did you mean "goldAverage"?',
    );
  });
});
