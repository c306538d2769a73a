import { beforeAll, describe, expect, it } from "vitest";
import type { Findings, LegsFinding, PortfolioFinding } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import essay from "../fixtures/essay-books.ts";

let findings: Findings;
beforeAll(async () => {
  findings = await runStudy(essay);
});

const portfolio = (id: string): PortfolioFinding =>
  findings.portfolios.find((one) => one.id === id)!;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const parts = ({ assets, riskless, spreads, management }: LegsFinding) => [
  ...Object.values(assets).map(({ total }) => total),
  riskless,
  spreads,
  management,
];

describe("the legs of the essay's portfolios", () => {
  it("sum to the gain in money, to log growth, and over the phases to the whole", () => {
    for (const { legs, wealth } of findings.portfolios) {
      const { money, log, phases } = legs!;
      const usd = wealth.usd as number[];
      const [first, last] = [usd[0]!, usd.at(-1)!];
      expect(sum(parts(money))).toBeCloseTo((last - first) / first, 9);
      expect(sum(parts(log))).toBeCloseTo(Math.log(last / first), 9);
      expect(money.total).toBeCloseTo((last - first) / first, 9);
      expect(Object.keys(phases)).toEqual(findings.regimes[0]!.labels.map(({ id }) => id));
      for (const [at, whole] of parts(log).entries())
        expect(sum(Object.values(phases).map((phase) => parts(phase)[at]!))).toBeCloseTo(whole, 9);
    }
  });

  it("agree with the plain attribution and with the cost totals of the books", () => {
    for (const { legs, attribution, ledger } of findings.portfolios) {
      const all = Object.entries(legs!.log.assets);
      for (const [asset, { price, income }] of all)
        expect(price + (income ?? 0)).toBeCloseTo(attribution![asset]!, 9);
      const paid = (kind: "trading" | "borrow" | "expense") =>
        -sum(Object.values(legs!.money.assets).map((leg) => leg[kind]));
      expect(paid("trading")).toBeCloseTo(ledger.costs.trading, 9);
      expect(paid("borrow")).toBeCloseTo(ledger.costs.borrow, 9);
      expect(paid("expense")).toBeCloseTo(ledger.costs.fees, 9);
    }
  });

  it("tell what the short leg cost: its bonds rose by more than cash on its proceeds earned", () => {
    const { longBond } = portfolio("hard-assets").legs!.log.assets;
    expect(longBond!.price).toBeLessThan(0);
    expect(longBond!.financing).toBeGreaterThan(0);
    expect(longBond!.total).toBeLessThan(0);
    expect(longBond!.total).toBeGreaterThan(longBond!.price);
  });

  it("tell the dividends of shares from their price, and say nothing of those of a bare metal", () => {
    const { spxTotal } = portfolio("spx").legs!.log.assets;
    const [spx] = findings.chains.filter(({ id }) => id === "spx-total-in-gold");
    expect(spxTotal!.income).toBeCloseTo(spx!.growth.links["spxTotal / spx"]!, 1);
    expect(spxTotal!.income).toBeGreaterThan(0.4);
    expect(portfolio("gold").legs!.log.assets.gold!.income).toBeNull();
  });
});

describe("the Sharpe readings of the essay's portfolios", () => {
  it("read by total are the Sharpe that stands in the measures", () => {
    for (const { sharpeReadings, measures } of findings.portfolios)
      for (const [unit, { total }] of Object.entries(sharpeReadings))
        expect(total).toBe(measures[unit]!.sharpe);
  });

  it("read over cash are near the same in every unit, read over the unit they are not", () => {
    const { usd, gold } = portfolio("hard-assets").sharpeReadings;
    expect(Math.abs(gold!.funded! - usd!.funded!)).toBeLessThan(0.15);
    expect(Math.abs(gold!.relative! - usd!.relative!)).toBeGreaterThan(0.3);
  });
});
