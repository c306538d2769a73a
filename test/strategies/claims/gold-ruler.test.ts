import { beforeAll, describe, expect, it } from "vitest";
import { goldRuler } from "../../../strategies/claims/gold-ruler.ts";
import { dailyFolders } from "../../daily-data.ts";
import { cellOf, claimsOf, extreme, figure, measuredBy, shipped } from "./claims-of.ts";

type Found = Awaited<ReturnType<typeof claimsOf>>;

const inGold = (column: string, date: string) =>
  figure("named-days", date, column) / figure("named-days", date, "gold");
const against1999 = (column: string, date: string) =>
  inGold(column, date) / inGold(column, "1999-03-10") - 1;

describe("on the shipped figures", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(goldRuler);
  });

  it("QQQ was born in March 1999", () => {
    expect(found("C44")).toMatchObject({ outcome: "supported", measured: "1999-03-10" });
  });

  it("both indices stand below 1999 in gold, but QQQ did not all the time", () => {
    const one = found("C07");
    expect(one.outcome).toBe("partly");
    expect(one.isOwnConvention).toBe(true);
    const [spx, qqq, spxMost, qqqMost] = measuredBy(one) as number[];
    expect(spx).toBeCloseTo(against1999("spx", "2026-01-26"), 10);
    expect(qqq).toBeCloseTo(against1999("qqq", "2026-01-26"), 10);
    const most = (index: string) =>
      extreme(`${index}_gold_high`, "2003-01", "2026-01-31") / inGold(index, "1999-03-10") - 1;
    expect(spxMost).toBeCloseTo(most("spx"), 5);
    expect(qqqMost).toBeCloseTo(most("qqq"), 5);
    expect(one.checks.map(({ holds }) => holds)).toEqual([true, true, true, false]);
    expect(one.checks[3]!.day).toBe("2021-12-27");
  });

  it("never again is so against the peak of the end of 1999 alone", () => {
    const one = found("C07");
    const answerAt = (base: string) =>
      cellOf(one, "price index", "London fixing", base, "the essay's day").answer;
    expect(answerAt("end of 1999")).toBe("supported");
    expect(answerAt("end of March 1999")).toBe("partly");
    expect(answerAt("mean of the month-ends of 1999")).toBe("partly");
  });

  it("QQQ is above 1999 in gold on the last day at hand, which refutes it there", () => {
    const last = shipped("named-days").at(-1)!.date!;
    expect(against1999("qqq", last)).toBeGreaterThan(0);
    const cell = cellOf(
      found("C07"),
      "price index",
      "London fixing",
      "first day of QQQ",
      "last day at hand",
    );
    expect(cell.answer).toBe("refuted");
  });

  it("turns near the ends of the phases are found by trends, and not in monthly changes", () => {
    const one = found("C42");
    expect(one.outcome).toBe("partly");
    expect(measuredBy(one).slice(0, 3)).toEqual([1, 1, 1]);
    const turns = one.checks.filter(({ unit }) => unit === "day").map(({ measured }) => measured);
    expect(turns).toEqual(["2002-03-31", "2007-12-31", "2011-07-31", "2014-09-30", "2024-06-30"]);
    expect(cellOf(one, "S&P 500 in gold", "segments of changes", "12 months").answer).toBe(
      "refuted",
    );
    expect(one.grid.share).toBeLessThan(2 / 3);
  });
});

const folders = dailyFolders();

it.skipIf(folders.length === 0)("daily figures give the same answers", async () => {
  const [ofMonths, ofDays] = [await claimsOf(goldRuler), await claimsOf(goldRuler, folders)];
  for (const id of ["C44", "C07", "C42"]) {
    expect(ofDays(id).outcome).toBe(ofMonths(id).outcome);
    expect(ofDays(id).headline).toEqual(ofMonths(id).headline);
  }
  const days = ofDays("C07")
    .checks.slice(4)
    .map(({ measured, day }) => [measured, day]);
  expect(days).toEqual([
    [0, null],
    [761, "2021-01-21"],
  ]);
});
