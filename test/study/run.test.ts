import { monthly, strategy, study } from "assay";
import { beforeAll, describe, expect, it } from "vitest";
import { openCatalog } from "../../src/data/open.ts";
import { parseDay } from "../../src/series/day.ts";
import type { Findings, PortfolioFinding } from "../../src/study/findings.ts";
import { type RunOptions, runStudy } from "../../src/study/run.ts";
import { accounting } from "../../strategies/accounting.ts";
import { spx } from "../../strategies/benchmarks.ts";
import essay from "../fixtures/essay-books.ts";

const day = (text: string) => parseDay(text, "test");

let findings: Findings;
beforeAll(async () => {
  findings = await runStudy(essay);
});

const portfolio = (id: string): PortfolioFinding =>
  findings.portfolios.find((one) => one.id === id)!;
const wealth = (id: string, unit: string) => portfolio(id).wealth[unit] as readonly number[];
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("the findings of the essay", () => {
  it("cover every month from the first month of QQQ to the end of the shipped figures", () => {
    expect(findings.period).toMatchObject({
      from: "1999-03-31",
      to: "2026-06-30",
      frequency: "monthly",
      periods: 327,
      perYear: 12,
    });
  });

  it("have the keys of the contract", () => {
    expect(Object.keys(findings)).toEqual(
      expect.arrayContaining([
        "schema",
        "study",
        "period",
        "inputs",
        "assumptions",
        "portfolios",
        "regimes",
        "comparisons",
        "hypotheses",
        "predictions",
      ]),
    );
    for (const one of findings.portfolios)
      expect(Object.keys(one)).toEqual(
        expect.arrayContaining([
          "id",
          "title",
          "role",
          "measures",
          "drawdowns",
          "wealth",
          "ledger",
          "attribution",
        ]),
      );
  });

  it("count wealth in gold as wealth in dollars over the price of gold", () => {
    const gold = wealth("hard-assets", "usd").map(
      (usd, row) => usd / wealth("hard-assets", "gold")[row]!,
    );
    expect(gold[0]).toBeCloseTo(279.45, 9);
    expect(gold.at(-1)).toBeCloseTo(4026.05, 9);
    for (const one of findings.portfolios)
      for (const [row, usd] of wealth(one.id, "usd").entries())
        expect(usd / wealth(one.id, "gold")[row]! / gold[row]!).toBeCloseTo(1, 12);
  });

  it("hold the index itself, less the cost of buying it once", () => {
    const index = 6508.5 / 680.938;
    expect(wealth("spx", "usd").at(-1)!).toBeCloseTo(index / 1.0002, 9);
    expect(wealth("qqq", "usd").at(-1)!).toBeCloseTo(1665.61 / 100 / 1.0002, 9);
  });

  it("give cash the return of the bill index, computed another way", async () => {
    const source = await openCatalog(essay.catalog, { frequency: "monthly", directories: [] });
    const bills = await source.series("bills");
    const on = (date: string) => bills.values[Array.from(bills.days).indexOf(day(date))]!;
    expect(wealth("cash", "usd").at(-1)!).toBeCloseTo(on("2026-06-30") / on("1999-03-31"), 12);
  });

  it("split growth and attribute it without a remainder", () => {
    for (const one of findings.portfolios) {
      const growth = Math.log(wealth(one.id, "usd").at(-1)! / wealth(one.id, "usd")[0]!);
      expect(sum(Object.values(one.attribution!))).toBeCloseTo(growth, 9);
      const years = one.attributionByYear.flatMap(({ parts }) => Object.values(parts));
      expect(sum(years)).toBeCloseTo(growth, 9);
      for (const split of Object.values(one.growth)) {
        expect(split!.depreciation + split!.real).toBeCloseTo(split!.nominal, 12);
        expect(split!.nominal).toBeCloseTo(growth, 12);
      }
    }
  });

  it("give each phase its share of the log excess, summing to all of it", () => {
    const [phases] = findings.regimes;
    expect(sum(phases!.spells.map(({ periods }) => periods))).toBe(findings.period.periods);
    for (const { portfolio, benchmark, relativeWealth } of findings.comparisons) {
      const parts = Object.values(phases!.logExcess).map((label) => label[portfolio]![benchmark]!);
      expect(sum(parts.map(({ logExcess }) => logExcess!))).toBeCloseTo(
        Math.log(relativeWealth!),
        9,
      );
      const shares = parts.map(({ share }) => share);
      if (!shares.includes(null)) expect(sum(shares as number[])).toBeCloseTo(1, 9);
    }
  });

  it("annualise nothing in a phase of under a year", () => {
    const since = findings.regimes[0]!.statistics.since!["hard-assets"]!.usd!;
    expect(since).toMatchObject({ periods: 5, cagr: null, volatility: null, sharpe: null });
    expect(since.totalReturn).toBeLessThan(0);
  });

  it("compare with every benchmark once, whatever the unit", () => {
    const pairs = findings.comparisons.map(
      ({ portfolio, benchmark }) => `${portfolio} ${benchmark}`,
    );
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs).toContain("hard-assets spx");
    expect(pairs).not.toContain("spx spx");
    for (const { portfolio, benchmark, relativeWealth } of findings.comparisons)
      for (const { id } of findings.numeraires) {
        const ratio = (name: string) => wealth(name, id).at(-1)! / wealth(name, id)[0]!;
        expect(ratio(portfolio) / ratio(benchmark)).toBeCloseTo(relativeWealth!, 9);
      }
  });

  it("show every splice, every filled value and every late start", () => {
    const spliced = findings.splices.map(({ series }) => series);
    expect(spliced).toEqual(expect.arrayContaining(["miners", "energy", "longBond", "spxTotal"]));
    const prices = findings.inputs.find(({ id }) => id === "cpi")!;
    expect(prices.filled).toEqual(["2025-10-31"]);
    const events = portfolio("hard-assets").ledger.events.map(
      ({ date, kind }) => `${date} ${kind}`,
    );
    expect(events).toEqual([
      "1999-03-31 first trade",
      "2006-05-31 splice",
      "2010-07-31 asset start",
      "2010-08-31 splice",
    ]);
    expect(portfolio("hard-assets").composition).toHaveLength(2);
  });

  it("lose nothing to rounding of unknowns: no number is NaN or infinite", () => {
    const bad: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === "number" && !Number.isFinite(value)) bad.push(path);
      if (value !== null && typeof value === "object")
        for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(findings, "findings");
    expect(bad).toEqual([]);
  });

  it("are the same bytes when run again", async () => {
    expect(JSON.stringify(await runStudy(essay))).toBe(JSON.stringify(findings));
  });
});

describe("runStudy", () => {
  const run = (options: RunOptions) => runStudy(essay, options);

  it("takes another period and fewer numeraires", async () => {
    const short = await run({
      from: day("2010-01-31"),
      to: day("2020-12-31"),
      numeraires: ["gold"],
    });
    expect(short.period).toMatchObject({ from: "2010-01-31", to: "2020-12-31", periods: 131 });
    expect(short.study.options).toEqual(["--from 2010-01-31", "--to 2020-12-31", "--in gold"]);
    expect(short.numeraires.map(({ id }) => id)).toEqual(["usd", "gold"]);
  });

  it("refuses a period before or beyond the data, and a unit that is none", async () => {
    await expect(run({ from: day("1950-01-31") })).rejects.toThrow(
      "from 1950-01-31 lies before the data begin",
    );
    await expect(run({ to: day("2030-01-31") })).rejects.toThrow(
      "to 2030-01-31 lies beyond the data",
    );
    await expect(run({ numeraires: ["glod"] })).rejects.toThrow(
      'unknown numeraire "glod"; did you mean "gold"?',
    );
  });

  it("refuses a portfolio of which nothing exists yet, unless it waits in cash", async () => {
    await expect(run({ from: day("1995-01-31") })).rejects.toThrow(
      'qqq: nothing of it has a price on 1995-01-31 (qqqTotal on 1999-03-31 at the earliest); start later, or let it wait with lateAssets: "cash"',
    );
  });

  it("names the strategy and the day when a weight function fails", async () => {
    const failing = withStrategy(() => {
      throw new TypeError("view.prices is not a function");
    });
    await expect(runStudy(failing)).rejects.toThrow(
      "mine on 1999-03-31: the weight function failed: TypeError: view.prices is not a function",
    );
  });

  it("says of folders of which nothing is read that it is so", async () => {
    await expect(run({ directories: ["docs"] })).rejects.toThrow(
      "--data docs: holds no file that a series of the catalog is read from",
    );
  });

  const withStrategy = (weights: () => { spxTotal: number }, lag?: number) =>
    study({
      ...essay,
      from: "1999-03-31",
      to: "2026-06-30",
      strategies: [
        strategy({
          id: "mine",
          title: "Mine",
          rationale: "To be refused.",
          assets: ["spxTotal"],
          weights,
          rebalance: monthly,
          ...(lag === undefined ? {} : { lag }),
        }),
      ],
      benchmarks: [spx],
      assumptions: accounting,
    });

  it("refuses weights that are NaN, with the day", async () => {
    await expect(runStudy(withStrategy(() => ({ spxTotal: Number.NaN })))).rejects.toThrow(
      "mine on 1999-03-31: the weight of spxTotal is NaN",
    );
  });

  it("refuses weights that would be ruin on day one", async () => {
    await expect(runStudy(withStrategy(() => ({ spxTotal: 9 })))).rejects.toThrow(
      "mine on 1999-03-31: the target weights need 225 % of wealth as maintenance margin",
    );
  });

  it("trades a function of the view one row late unless told otherwise", async () => {
    const late = await runStudy(withStrategy(() => ({ spxTotal: 1 })));
    const same = await runStudy(withStrategy(() => ({ spxTotal: 1 }), 0));
    const first = (found: Findings) => found.portfolios[0]!.ledger.events[0]!;
    expect(first(late)).toMatchObject({
      date: "1999-04-30",
      text: "bought 1 row after the decision",
    });
    expect(first(same)).toMatchObject({ date: "1999-03-31" });
    expect(first(same).text).toContain("same-close");
  });

  it("refuses an asset that the catalog does not have, with the nearest name", async () => {
    const misspelt = strategy({
      id: "mine",
      title: "Mine",
      rationale: "To be refused.",
      assets: ["glod" as "gold"],
      weights: {},
      rebalance: monthly,
    });
    const wrong = study({ ...essay, from: "1999-03-31", to: "2026-06-30", strategies: [misspelt] });
    await expect(runStudy(wrong)).rejects.toThrow('unknown series "glod"; did you mean "gold"?');
  });
});

describe("correlations", () => {
  it("are of monthly returns, symmetric, and rise with the unit's own wildness", () => {
    const { portfolios, matrices } = findings.correlations;
    const [spxAt, bondsAt] = [portfolios.indexOf("spx"), portfolios.indexOf("sixty-forty")];
    for (const matrix of Object.values(matrices))
      for (const [i, row] of matrix.entries())
        for (const [j, value] of row.entries())
          if (value === null) expect(matrix[j]![i]).toBeNull();
          else expect(matrix[j]![i]!).toBeCloseTo(value, 12);
    expect(matrices.usd![spxAt]![spxAt]).toBeCloseTo(1, 12);
    expect(matrices.gold![spxAt]![bondsAt]!).toBeGreaterThan(matrices.usd![spxAt]![bondsAt]!);
    const gold = portfolios.indexOf("gold");
    expect(matrices.gold![gold]![spxAt]).toBeNull();
  });
});
