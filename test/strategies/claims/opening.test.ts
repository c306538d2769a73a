import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { opening } from "../../../strategies/claims/opening.ts";
import { dailyFolders } from "../../daily-data.ts";
import { cellOf, claimsOf, figure, measuredBy, rowsOf, shipped } from "./claims-of.ts";

type Found = Awaited<ReturnType<typeof claimsOf>>;

/** Pearson's correlation, by its definition. */
function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}
const logChanges = (values: readonly number[]) =>
  values.slice(1).map((value, i) => Math.log(value / values[i]!));

describe("on the shipped figures", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(opening);
  });

  it("the AI companies are not named, so that QQQ, shares and gold are told alone", () => {
    const one = found("C01");
    expect(one.outcome).toBe("untestable");
    const grown = (column: string) =>
      figure("named-days", "2025-12-31", column) / figure("named-days", "2024-12-31", column) - 1;
    const [qqq, spx, gold] = measuredBy(one) as number[];
    expect(qqq).toBeCloseTo(grown("qqq_tr"), 12);
    expect(spx).toBeCloseTo(grown("spx_tr"), 12);
    expect(gold).toBeCloseTo(grown("gold"), 12);
    expect(one.missing.join()).toContain("AI_EQUAL.csv");
  });

  it("words of a government are no matter of figures", () => {
    expect(found("C02")).toMatchObject({ outcome: "untestable", measured: null });
  });

  it("unemployment of the world is not at hand, and that of one country only told", () => {
    const one = found("C03");
    expect(one.outcome).toBe("untestable");
    expect(one.missing.join()).toContain("ILO_UNEMPLOYMENT_WORLD.csv");
    const since = (date: string) =>
      (figure("macro", "2025-12-01", "unrate") - figure("macro", date, "unrate")) / 100;
    const [in2025, overTwoYears] = measuredBy(one) as number[];
    expect(in2025).toBeCloseTo(since("2025-01-01"), 12);
    expect(overTwoYears).toBeCloseTo(since("2023-12-01"), 12);
  });

  it("what people feel is not at hand either", () => {
    const prices = figure("macro", "2025-12-01", "cpi") / figure("macro", "2024-12-01", "cpi") - 1;
    expect(found("C04").outcome).toBe("untestable");
    expect(measuredBy(found("C04"))[0]).toBeCloseTo(prices, 12);
  });

  const months = shipped("macro").filter(({ date }) => date! >= "2025-01" && date! <= "2026-01-31");

  it("the baht rose less than claimed by monthly averages, which stand in for days", () => {
    const one = found("C05");
    const baht = months.map((row) => 1 / Number(row.thb_avg));
    const gold = months.map((row) => Number(row.gold_avg));
    expect(baht).toHaveLength(13);
    expect(one.isOwnConvention).toBe(false);
    expect(one.outcome).toBe("refuted");
    const [risen, together, levels] = measuredBy(one) as number[];
    expect(risen).toBeCloseTo(baht[12]! / baht[0]! - 1, 12);
    expect(together).toBeCloseTo(pearson(logChanges(baht), logChanges(gold)), 10);
    expect(levels).toBeCloseTo(pearson(baht, gold), 10);
  });

  it("the peso rose more than claimed, and with copper", () => {
    const one = found("C06");
    const peso = months.map((row) => 1 / Number(row.clp_avg));
    const copper = months.map((row) => Number(row.copper_avg));
    expect(one.outcome).toBe("supported");
    const [risen, together] = measuredBy(one) as number[];
    expect(risen).toBeCloseTo(peso[12]! / peso[0]! - 1, 12);
    expect(together).toBeCloseTo(pearson(logChanges(peso), logChanges(copper)), 10);
  });
});

it("unemployment of the world decides where a folder brings it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claims-"));
  const outcomeWith = async (last: number) => {
    const rows = ["2022-01-01,5.2", "2023-01-01,5", "2024-01-01,5.1", `2025-01-01,${last}`];
    writeFileSync(join(folder, "ILO_UNEMPLOYMENT_WORLD.csv"), `date,value\n${rows.join("\n")}\n`);
    for (const column of ["spx", "dtb3"])
      writeFileSync(join(folder, `${column.toUpperCase()}.csv`), closesOf(column));
    return (await claimsOf(opening, [folder]))("C03");
  };
  const rising = await outcomeWith(5.3);
  expect(rising.checks.map(({ holds }) => holds)).toEqual([true, true]);
  expect(rising.checks[0]!.measured).toBeCloseTo(0.002, 12);
  expect(rising.checks[1]!.measured).toBeCloseTo(0.001, 12);
  expect(cellOf(rising, "world", "3 years").answer).toBe("refuted");
  expect((await outcomeWith(5.1)).outcome).toBe("refuted");
  rmSync(folder, { recursive: true });
});

/** The month-ends of a column as a file of closes, enough for a folder to be run on. */
function closesOf(column: string): string {
  const rows = shipped("month-end").filter((row) => row[column] !== "");
  return `date,close\n${rows.map((row) => `${row.date},${row[column]}`).join("\n")}\n`;
}

const folders = dailyFolders();

describe.skipIf(folders.length === 0)("on daily figures", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(opening, folders);
  });
  const closes = (id: string) =>
    rowsOf(`${folders[0]}/${id}.csv`).filter(({ close }) => close !== "");
  const byThen = (rows: Record<string, string>[], date: string) =>
    Number(rows.findLast((row) => row.date! <= date)!.close);
  const wednesdays = Array.from({ length: 53 }, (_, week) =>
    new Date(Date.UTC(2025, 0, 22 + 7 * week)).toISOString().slice(0, 10),
  );

  it("the baht rose as claimed on some days, and its weeks went with gold less than claimed", () => {
    const one = found("C05");
    const [baht, gold] = [closes("USDTHB"), closes("GOLD_LBMA")];
    expect(one.isOwnConvention).toBe(true);
    expect(one.checks.map(({ holds }) => holds).slice(0, 2)).toEqual([true, true]);
    expect(one.outcome).toBe("partly");
    const [risen, together, levels] = measuredBy(one) as number[];
    expect(one.checks[0]!.day).toBe("2026-01-12");
    expect(risen).toBeCloseTo(byThen(baht, "2025-01-12") / byThen(baht, "2026-01-12") - 1, 10);
    const weeks = wednesdays.map((day) => [1 / byThen(baht, day), byThen(gold, day)] as const);
    const [x, y] = [weeks.map(([a]) => a), weeks.map(([, b]) => b)];
    expect(together).toBeCloseTo(pearson(logChanges(x), logChanges(y)), 10);
    expect(levels).toBeCloseTo(pearson(x, y), 10);
  });

  it("the peso is supported, with its rate put back by the day that it is late", () => {
    const one = found("C06");
    expect(one.outcome).toBe("supported");
    expect(one.isOwnConvention).toBe(true);
    const [risen, together] = one.checks;
    expect(risen!.measured).toBeGreaterThan(0.15);
    expect(together!.interval![0]).toBeGreaterThan(0.5);
  });
});
