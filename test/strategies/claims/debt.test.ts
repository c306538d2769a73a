import { describe, expect, it } from "vitest";
import { debt } from "../../../strategies/claims/debt.ts";
import { claimsOf, measuredBy, shipped } from "./claims-of.ts";

const found = await claimsOf(debt);

/** Quarters of the shipped figures, by their first day. */
const quarters = shipped("macro")
  .filter(({ gdp }) => gdp !== "")
  .map((row) => ({
    date: row.date!,
    gdp: Number(row.gdp),
    rate: (Number(row.federal_interest) * 1000) / Number(row.federal_debt),
  }));
const at = quarters.findIndex(({ date }) => date === "2025-07-01");
const growth = (row: number) => quarters[row]!.gdp / quarters[row - 4]!.gdp - 1;
const excess = (row: number) => (1 + quarters[row]!.rate) / (1 + growth(row)) - 1;
const last = (count: number) => Array.from({ length: count }, (_, back) => at - back);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the debt clock", () => {
  it("counts world debt without the financial sector as it was known to the essay", () => {
    const [measured] = measuredBy(found("C36"));
    const known = shipped("macro").find(({ date }) => date === "2025-04-01")!;
    expect(measured).toBeCloseTo(Number(known.world_credit_gdp) / 100, 9);
    expect(found("C36")).toMatchObject({ outcome: "refuted", isOwnConvention: true });
    expect(found("C36").grid.share).toBe(0);
  });

  it("finds growth above the rate paid in each of the last four quarters", () => {
    const [lowest, highest, rate, yearly] = measuredBy(found("C37"));
    expect(lowest).toBeCloseTo(Math.min(...last(4).map(excess)), 9);
    expect(highest).toBeCloseTo(Math.max(...last(4).map(excess)), 9);
    expect(rate).toBeCloseTo(mean(last(4).map((row) => quarters[row]!.rate)), 9);
    expect(yearly).toBeCloseTo(mean(last(4).map(growth)), 9);
    expect(found("C37")).toMatchObject({ outcome: "refuted", gate: false });
  });

  it("reports the long run of the same, and judges nothing", () => {
    const [share, difference] = measuredBy(found("C38"));
    const first = quarters.findIndex(({ date }) => date === "1971-01-01");
    const rows = quarters.flatMap((_, row) => (row >= first && row <= at ? [row] : []));
    expect(share).toBeCloseTo(
      rows.filter((row) => growth(row) > quarters[row]!.rate).length / rows.length,
      9,
    );
    const twenty = last(20);
    expect(difference).toBeCloseTo(
      mean(twenty.map((row) => quarters[row]!.rate)) - mean(twenty.map(growth)),
      9,
    );
    expect(found("C38").outcome).toBe("untestable");
  });

  it("waits for the deflation of which the essay speaks", () => {
    expect(debt.find(({ id }) => id === "C35")).toMatchObject({ registeredAs: "P07" });
  });
});
