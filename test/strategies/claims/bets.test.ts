import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { betting } from "../../../strategies/claims/bets.ts";
import { debt } from "../../../strategies/claims/debt.ts";
import { inconsistencies } from "../../../strategies/claims/inconsistencies.ts";
import { monitors } from "../../../strategies/claims/monitors.ts";
import { plunder } from "../../../strategies/claims/plunder.ts";
import { predictions } from "../../../strategies/claims/predictions.ts";
import { dailyFolders } from "../../daily-data.ts";
import { cellOf, extreme, figure, measuredBy, shipped } from "./claims-of.ts";
import { askedInEssay } from "./essay-claims.ts";

const asked = { hypotheses: [...plunder, ...betting, ...monitors], predictions, inconsistencies };
const run = await askedInEssay(asked);
const found = (id: string) => run.hypotheses.find((one) => one.id === id)!;
const foretold = (id: string) => run.predictions.find((one) => one.id === id)!;
const test = (id: string, name: string) => foretold(id).tests.find((one) => one.id === name)!;
const contradiction = (id: string) => run.inconsistencies.find((one) => one.id === id)!;

const named = (date: string, column: string) => figure("named-days", date, column);
const macro = (date: string, column: string) => figure("macro", date, column);
const since1999 = (column: string) => named("2026-01-26", column) / named("1999-03-10", column);
/** Money on the first day of QQQ and on the essay's, straight in logarithms between the middles of months. */
const between = (low: string, high: string, share: number) =>
  macro(low, "m2") * (macro(high, "m2") / macro(low, "m2")) ** share;
const m2 =
  between("2026-01-01", "2026-02-01", 11 / 31) / between("1999-02-01", "1999-03-01", 23 / 28);

describe("the bets", () => {
  it("compares final wealth with both rivals, in the run's own numbers", () => {
    const last = cellOf(found("C39"), "full bet", "to the last day");
    const own = run.comparisons.find(
      ({ portfolio, benchmark }) => portfolio === "hard-assets" && benchmark === "spx",
    )!;
    expect(last.measured).toBeCloseTo(own.relativeWealth!, 9);
    const variation = run.portfolios[0]!.sensitivity!;
    expect(cellOf(found("C39"), "full bet", "costs doubled").measured).toBeCloseTo(
      variation.costsDoubled!.final.spx!,
      9,
    );
    expect(cellOf(found("C39"), "full bet", "without bitcoin").measured).toBeCloseTo(
      variation.without!.bitcoin!.final.spx!,
      9,
    );
    expect(cellOf(found("C39"), "gold and energy", "without bitcoin").answer).toBeNull();
  });

  it("calls wealth ahead of both no proof", () => {
    expect(found("C39").outcome).toBe("partly");
    expect(
      found("C39")
        .checks.slice(0, 2)
        .every(({ holds }) => holds),
    ).toBe(true);
    expect(found("C39").why).not.toMatch(/^It holds\./);
  });

  it("sets money beside output", () => {
    const gdp = macro("2025-07-01", "gdp") / macro("1999-01-01", "gdp");
    const money = macro("2025-09-01", "m2") / macro("1999-03-01", "m2");
    const [multiple, share, lately, qqq] = measuredBy(found("C40"));
    expect(multiple).toBeCloseTo(money / gdp, 9);
    expect(share).toBeGreaterThan(0.5);
    expect(lately).toBe(0);
    expect(qqq).toBeCloseTo(since1999("qqq") / m2, 9);
    expect(found("C40").outcome).toBe("partly");
  });

  it("names the files that would decide what it cannot", () => {
    for (const id of ["C32", "C41"]) {
      expect(found(id).outcome).toBe("untestable");
      expect(found(id).missing.join()).toMatch(/file [A-Z0-9_]+\.csv/);
    }
    for (const id of ["C33", "C34", "B1", "B3"]) expect(found(id).outcome).toBe("untestable");
  });

  it("watches the first bet", () => {
    const ratio = (m2Month: string, quarter: string) =>
      macro(m2Month, "m2") / macro(quarter, "gdp");
    expect(measuredBy(found("B1"))[0]).toBeCloseTo(
      Math.log(ratio("2025-09-01", "2025-07-01") / ratio("2020-09-01", "2020-07-01")),
      9,
    );
  });
});

describe("the predictions", () => {
  it("are ten, registered on one day, all with days and none decided before one", () => {
    expect(run.predictions.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, at) => `P${String(at + 1).padStart(2, "0")}`),
    );
    for (const one of run.predictions) {
      expect(one.registered).toBe("2026-01-30");
      expect(one.outcome).toBe("pending");
      expect(one.tests.every(({ due }) => due > "2026-12-31")).toBe(true);
    }
  });

  it("have base rates between never and always, and higher ones for longer to reach a price", () => {
    const rates = run.predictions.flatMap(({ tests }) =>
      tests.flatMap(({ baseRate }) => baseRate ?? []),
    );
    expect(rates.length).toBeGreaterThan(30);
    expect(rates.every((rate) => rate > 0 && rate < 1)).toBe(true);
    expect(test("P10", "by-2036").baseRate!).toBeGreaterThan(test("P10", "by-2031").baseRate!);
    expect(test("P09", "real").baseRate!).toBeGreaterThan(test("P09", "nominal").baseRate!);
  });

  it("stand where the figures since then put them", () => {
    const gold = extreme("gold_high", "2026-02-01", "2026-06-30");
    const highest = Math.max(gold, named("2026-01-30", "gold"));
    expect(test("P10", "by-2031").check!.measured).toBeCloseTo(highest, 6);
    const now = named("2026-06-30", "spx") / named("2026-06-30", "gold");
    expect(test("P04", "falls").check!.measured).toBeCloseTo(now, 6);
    const qqq =
      named("2026-06-30", "qqq_tr") /
      named("2025-12-31", "qqq_tr") /
      (named("2026-06-30", "spx_tr") / named("2025-12-31", "spx_tr"));
    expect(test("P08", "qqq").check!.measured).toBeCloseTo(qqq, 4);
    const ratio = (month: string, quarter: string) => macro(month, "m2") / macro(quarter, "gdp");
    expect(test("P09", "nominal").check!.measured).toBeCloseTo(
      ratio("2026-03-01", "2026-01-01") / ratio("2025-12-01", "2025-10-01"),
      9,
    );
  });

  it("wait for series that nobody shipped", () => {
    expect(test("P06", "interest-of-receipts")).toMatchObject({ outcome: "untestable" });
    expect(test("P07", "premise")).toMatchObject({ outcome: "untestable" });
  });
});

describe("the inconsistencies", () => {
  const lines = (id: string) => contradiction(id).lines.map(({ measured }) => measured as number);

  it("are twelve, in order, none without a sentence or with a number unsaid", () => {
    expect(run.inconsistencies.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `I${at + 1}`),
    );
    for (const { text } of run.inconsistencies) {
      expect(text).not.toMatch(/undefined|NaN|null|cannot be computed/);
      expect(text).toMatch(/\.$/);
    }
  });

  it("tell money in gold from the dollar in gold", () => {
    const gold = macro("2026-01-01", "gold_avg") / macro("1999-03-01", "gold_avg");
    const money = macro("2026-01-01", "m2") / macro("1999-03-01", "m2");
    expect(lines("I1")[0]).toBeCloseTo(money / gold - 1, 9);
    expect(lines("I1")[1]).toBeCloseTo(1 / gold - 1, 9);
    expect(contradiction("I1").text).toContain("nearer to the first");
  });

  it("tell logarithmic from linear shares", () => {
    const [spxLog, spxLinear, spxGold, qqqLog] = lines("I4");
    expect(spxLog).toBeCloseTo(Math.log(m2) / Math.log(since1999("spx")), 9);
    expect(spxLinear).toBeCloseTo((m2 - 1) / (since1999("spx") - 1), 9);
    expect(spxGold).toBeCloseTo(Math.log(since1999("gold")) / Math.log(since1999("spx")), 9);
    expect(qqqLog).toBeCloseTo(Math.log(m2) / Math.log(since1999("qqq")), 9);
    expect(lines("I5")).toEqual([
      expect.closeTo(since1999("qqq") / since1999("gold") - 1, 9),
      expect.closeTo(1 - qqqLog!, 9),
    ]);
    expect(lines("I6")[0]).toBeCloseTo(since1999("qqq") / m2 / 2, 9);
  });

  it("tell the fall of 80 % by index and unit", () => {
    const peak = extreme("spx_gold_high", "2000-01-31", "2000-12-31");
    const end = named("2002-12-31", "spx") / named("2002-12-31", "gold");
    expect(lines("I2")[0]).toBeCloseTo(end, 6);
    expect(lines("I2")[1]).toBeCloseTo(end / peak - 1, 4);
    expect(contradiction("I2").text).toContain(
      "only QQQ in gold and QQQ in dollars came within two points of 80 % or went deeper.",
    );
  });

  it("count the month-ends of QQQ above its first close", () => {
    const base = named("1999-03-10", "qqq") / named("1999-03-10", "gold");
    const rows = shipped("month-end").filter(
      ({ date, qqq }) => qqq !== "" && date! >= "1999-03-10" && date! <= "2026-01-31",
    );
    const above = rows.filter(({ qqq, gold }) => Number(qqq) / Number(gold) > base);
    expect(lines("I10")[0]).toBe(above.length);
    expect(contradiction("I10").lines[3]!.measured).toBe(
      `${above.at(-1)!.date!.slice(0, 8)}${new Date(Date.UTC(Number(above.at(-1)!.date!.slice(0, 4)), Number(above.at(-1)!.date!.slice(5, 7)), 0)).getUTCDate()}`,
    );
  });
});

const folders = dailyFolders();
describe.skipIf(folders.length === 0)("the bets on daily figures", () => {
  it("come to the same answers, with every close counted", async () => {
    const daily = await askedInEssay(asked, folders);
    expect(daily.hypotheses.map(({ id, outcome }) => [id, outcome])).toEqual(
      run.hypotheses.map(({ id, outcome }) => [id, outcome]),
    );
    expect(daily.predictions.map(({ id, outcome }) => [id, outcome])).toEqual(
      run.predictions.map(({ id, outcome }) => [id, outcome]),
    );
    expect(daily.predictions.map(({ definition }) => definition)).toEqual(
      run.predictions.map(({ definition }) => definition),
    );
    const money = daily.hypotheses.find(({ id }) => id === "C40")!;
    expect(money).toMatchObject({ isOwnConvention: true });
  });

  it("are tested where a folder brings what is not shipped", async () => {
    const folder = mkdtempSync(join(tmpdir(), "assay-supplied-"));
    const write = (file: string, rows: readonly (readonly [number, number])[]) =>
      writeFileSync(
        join(folder, `${file}.csv`),
        ["date,value", ...rows.map(([year, value]) => `${year}-12-31,${value}`), ""].join("\n"),
      );
    // Output per head that grew by 2 % a year until 1914 and by 1 % since: took off early, and slowed.
    const years = Array.from({ length: 199 }, (_, at) => 1820 + at);
    const output = (year: number) =>
      1000 * 1.02 ** Math.min(year - 1820, 94) * 1.01 ** Math.max(0, year - 1914);
    write(
      "MADDISON_WORLD",
      years.map((year) => [year, output(year)]),
    );
    write("SURVIVAL_30_67_US", [[2022, 81]]);
    write("SURVIVAL_30_67_TW", [[2022, 49]]);
    write("IIF_DEBT_GDP_WORLD", [
      [2024, 326],
      [2025, 324],
    ]);
    const { hypotheses } = await askedInEssay({ hypotheses: [...plunder, ...betting, ...debt] }, [
      ...folders,
      folder,
    ]);
    rmSync(folder, { recursive: true });
    const one = (id: string) => hypotheses.find((found) => found.id === id)!;
    expect(one("C32").outcome).toBe("refuted");
    expect(one("C32").measured).toBeCloseTo(-0.01, 9);
    expect(one("C32").checks[1]!.measured).toBe("1840-12-31");
    expect(one("C41")).toMatchObject({ outcome: "refuted", measured: 0.81 });
    expect(cellOf(one("C41"), "Taiwan").answer).toBe("supported");
    expect(one("C36").outcome).toBe("partly");
    expect(cellOf(one("C36"), "all sectors (IIF)", "2024").measured).toBeCloseTo(3.26, 9);
  });
});
