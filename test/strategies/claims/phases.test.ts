import { beforeAll, describe, expect, it } from "vitest";
import { firstPhase } from "../../../strategies/claims/first-phase.ts";
import { fourthPhase } from "../../../strategies/claims/fourth-phase.ts";
import { secondPhase } from "../../../strategies/claims/second-phase.ts";
import { thirdPhase } from "../../../strategies/claims/third-phase.ts";
import { dailyFolders } from "../../daily-data.ts";
import { cellOf, claimsOf, extreme, figure, measuredBy, rowsOf, shipped } from "./claims-of.ts";

type Found = Awaited<ReturnType<typeof claimsOf>>;

const phases = [...firstPhase, ...secondPhase, ...thirdPhase, ...fourthPhase];
const inGold = (column: string, date: string) =>
  figure("named-days", date, column) / figure("named-days", date, "gold");
const monthEndInGold = (column: string, date: string) =>
  figure("month-end", date, column) / figure("month-end", date, "gold");

describe("on the shipped figures", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(phases);
  });

  it("C08: the highest closes of the first phase stand where the daily extremes have them", () => {
    const one = found("C08");
    expect(one).toMatchObject({ outcome: "supported", isOwnConvention: true });
    const [spx, qqq, allTime, record] = one.checks;
    expect(allTime).toMatchObject({ measured: "2000-08-31", holds: true, isAside: true });
    expect(spx).toMatchObject({ measured: 5.56502, day: "1999-07-15", holds: true });
    expect(spx!.measured).toBe(extreme("spx_gold_high", "1999-03", "2002-12-31"));
    expect(qqq!.measured).toBe(extreme("qqq_gold_high", "1999-03", "2002-12-31"));
    const averages = shipped("macro").filter((row) => row.gold_avg !== "" && row.spx_avg !== "");
    const highest = Math.max(...averages.map((row) => Number(row.spx_avg) / Number(row.gold_avg)));
    expect(record!.measured).toBeCloseTo(highest, 10);
  });

  it("C09: QQQ fell as deep as claimed, the S&P 500 did not", () => {
    const one = found("C09");
    expect(one.outcome).toBe("partly");
    const [spx, qqq, level] = measuredBy(one) as number[];
    const fallOf = (index: string) =>
      inGold(index, "2002-12-31") / extreme(`${index}_gold_high`, "2000-01", "2000-12-31") - 1;
    expect(spx).toBeCloseTo(fallOf("spx"), 6);
    expect(qqq).toBeCloseTo(fallOf("qqq"), 5);
    expect(one.checks.map(({ holds }) => holds).slice(0, 2)).toEqual([false, true]);
    expect(level).toBeCloseTo(879.82 / 342.75, 12);
  });

  it("C43: gold rose and shares fell in it", () => {
    const one = found("C43");
    expect(one.outcome).toBe("supported");
    const gold =
      figure("month-end", "2011-09-30", "gold") / figure("month-end", "2007-10-31", "gold");
    const shares = monthEndInGold("spx", "2011-09-30") / monthEndInGold("spx", "2007-10-31");
    const [first, second] = measuredBy(one) as number[];
    expect(first).toBeCloseTo(gold - 1, 10);
    expect(second).toBeCloseTo(shares - 1, 10);
  });

  it("C10: the floor lies at the lower end of the claimed range; 1980 was lower", () => {
    const one = found("C10");
    expect(one.outcome).toBe("supported");
    const [low, historic, record] = one.checks;
    expect(historic).toMatchObject({ measured: "1980-01-31", holds: false, isAside: true });
    expect(low).toMatchObject({ measured: 0.598573, day: "2011-08-22" });
    expect(record!.day).toBe("1980-01-31");
    expect(record!.measured).toBeLessThan(0.2);
  });

  it("C11: the low of QQQ is near what was claimed, and the lowest of all", () => {
    const one = found("C11");
    expect(one.outcome).toBe("supported");
    expect(one.checks[0]!.measured).toBe(extreme("qqq_gold_low", "1999-03", "2026-01-31"));
  });

  it("C12: gold at 1,895 and the bottom of 2011 come after the low in dollars", () => {
    const one = found("C12");
    expect(one.checks.map(({ holds }) => holds).slice(0, 3)).toEqual([true, true, true]);
    expect(one.checks[0]!.measured).toBe(extreme("gold_high", "2011-01", "2011-12-31"));
    expect(one.checks[4]!.day).toBe("2009-03-09");
  });

  it("C13: QQQ outgrew M2 three times over", () => {
    const one = found("C13");
    expect(one).toMatchObject({ outcome: "supported", isOwnConvention: false });
    const shares = 409.52 / 55.83;
    const money = figure("macro", "2023-12-01", "m2") / figure("macro", "2011-12-01", "m2");
    expect(one.measured).toBeCloseTo(shares / money, 12);
    expect(one.checks[3]!.measured).toBeCloseTo(shares ** (1 / 12) - 1, 12);
  });

  it("C16: the correlation with productivity may be zero, but not under two thirds of the choices", () => {
    const one = found("C16");
    expect(one).toMatchObject({ outcome: "partly", isOwnConvention: true });
    const quarters = shipped("macro").filter(
      ({ date, productivity }) =>
        date! >= "1971-01-01" && date! <= "2025-07-01" && productivity !== "",
    );
    const ends = new Map(
      shipped("month-end").map((row) => [row.date!.slice(0, 7), Number(row.spx)]),
    );
    const prices = new Map(shipped("macro").map((row) => [row.date!.slice(0, 7), Number(row.cpi)]));
    const lastMonth = (date: string) =>
      `${date.slice(0, 5)}${String(Number(date.slice(5, 7)) + 2).padStart(2, "0")}`;
    const real = quarters.map(({ date }) => {
      const month = lastMonth(date!);
      return ends.get(month)! / prices.get(month)!;
    });
    const over20 = (values: readonly number[]) =>
      values.slice(20).map((value, i) => Math.log(value / values[i]!));
    const [x, y] = [over20(real), over20(quarters.map((row) => Number(row.productivity)))];
    expect(one.measured).toBeCloseTo(pearson(x, y), 10);
    const [low, high] = one.checks[0]!.interval!;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(
      cellOf(one, "real S&P 500", "total factor productivity", "12 quarters", "1971").answer,
    ).toBe("refuted");
  });

  it("C14: two attempts failed, and one broke the level", () => {
    const one = found("C14");
    expect(one.outcome).toBe("partly");
    expect(measuredBy(one).slice(0, 2)).toEqual([2, 1]);
    const told = one.checks.filter(({ title }) => title.startsWith("attempt from"));
    expect(told).toHaveLength(3);
    expect(told[1]!.title).toContain("broke on 2021-10-29");
    const special = one.checks.find(({ isAside }) => isAside)!;
    expect(special).toMatchObject({ holds: false, unit: "points" });
    expect(special.title).toContain("by month-ends");
  });

  it("C15: QQQ never came near 0.25, and nothing tested it as resistance", () => {
    const one = found("C15");
    expect(one.outcome).toBe("refuted");
    expect(one.measured).toBe(extreme("qqq_gold_high", "2012-01", "2023-12-31"));
    expect(one.checks.map(({ holds }) => holds).slice(0, 3)).toEqual([false, false, true]);
    expect(one.grid.share).toBe(0);
  });

  it("C17: the three levels hold on the essay's day, and not on all days around it", () => {
    const one = found("C17");
    expect(one.outcome).toBe("partly");
    const [gold, spx, qqq] = measuredBy(one) as number[];
    expect(gold).toBe(5090.8);
    expect(spx).toBeCloseTo(6950.23 / 5090.8, 12);
    expect(qqq).toBeCloseTo(625.46 / 5090.8, 12);
    expect(cellOf(one, "London fixing", "1 day before").answer).toBe("supported");
    expect(cellOf(one, "London fixing", "3 days after").answer).toBe("partly");
    expect(cellOf(one, "the essay's 5,000", "the essay's day").measured).toBeCloseTo(1.390046, 6);
  });

  it("C18: up in dollars and near the record, down in gold", () => {
    const one = found("C18");
    const [, dollars, gold] = measuredBy(one) as number[];
    expect(dollars).toBeCloseTo(6950.23 / 4769.83 - 1, 12);
    expect(gold).toBeCloseTo(inGold("spx", "2026-01-26") / inGold("spx", "2023-12-29") - 1, 10);
    expect(one.checks.map(({ holds }) => holds).slice(0, 3)).toEqual([true, true, true]);
    expect(one.checks[0]!.title).toContain("of its closes at hand");
    const day = "2024-11-05";
    expect(cellOf(one, "S&P 500", "London fixing", day).reason).toContain(day);
  });
});

/** Pearson's correlation, by its definition. */
function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

const folders = dailyFolders();

describe.skipIf(folders.length === 0)("on daily figures", () => {
  let found: Found;
  let ofMonths: Found;
  beforeAll(async () => {
    [found, ofMonths] = [await claimsOf(phases, folders), await claimsOf(phases)];
  });

  it("the headline answers are those of the shipped figures", () => {
    for (const { id } of phases) {
      const answers = [found, ofMonths].map((of) => of(id).checks.map(({ holds }) => holds));
      const decided = answers.map((all) => all.filter((holds) => holds !== null));
      expect(decided[0], id).toEqual(decided[1]);
    }
  });

  it("the extremes of months are those of the closes", () => {
    for (const id of ["C08", "C10", "C11", "C15"]) {
      expect(found(id).checks[0]!.measured).toBeCloseTo(
        ofMonths(id).checks[0]!.measured as number,
        5,
      );
      expect(found(id).checks[0]!.day).toBe(ofMonths(id).checks[0]!.day);
    }
  });

  it("C14: closes above 2.5, and levels at random, by the closes themselves", () => {
    const one = found("C14");
    const fixings = rowsOf(`${folders[0]}/GOLD_LBMA.csv`);
    // A day without a fixing takes the last one.
    const goldBy = (day: string) => fixings.findLast(({ date }) => date! <= day)!.close;
    const ratios = rowsOf(`${folders[0]}/SPX.csv`)
      .filter(({ date }) => date! >= "2012-01-01" && date! <= "2023-12-31")
      .map(({ date, close }) => Number(close) / Number(goldBy(date!)));
    const above = ratios.filter((ratio) => ratio >= 2.5).length;
    const told = (title: string) => one.checks.find((check) => check.title === title)!.measured;
    expect(told("closes at or above 2.5 oz")).toBe(above);
    expect(told("share of attempts that failed")).toBeCloseTo(2 / 3, 12);
    expect(one.checks.at(-1)!.title).toContain("lies outside");
  });

  it("C18: the record of the S&P 500 is seen to the day", () => {
    const record = found("C18").checks[3]!;
    expect(record).toMatchObject({ measured: 6977.27002, day: "2026-01-12" });
  });
});
