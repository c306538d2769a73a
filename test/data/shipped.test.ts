import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import shipped from "../../data/catalog.ts";
import { openCatalog, type Source } from "../../src/data/open.ts";
import { formatDay, monthOf, parseDay } from "../../src/series/day.ts";
import { parBondReturn } from "../../src/series/par-bond.ts";
import type { Series } from "../../src/series/series.ts";
import { dailyFolders } from "../daily-data.ts";

const source = await openCatalog(shipped, { frequency: "monthly", directories: [] });
const folders = dailyFolders();
const dailySource = () => openCatalog(shipped, { frequency: "daily", directories: folders });
const day = (text: string) => parseDay(text, "test");

function valueOn(series: Series, text: string): number {
  const row = Array.from(series.days).indexOf(day(text));
  return row < 0 ? Number.NaN : series.values[row]!;
}

function returnOn(series: Series, text: string): number {
  const row = Array.from(series.days).indexOf(day(text));
  return series.values[row]! / series.values[row - 1]! - 1;
}

/** Pearson's correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let row = 0; row < a.length; row += 1) {
    ab += (a[row]! - meanA) * (b[row]! - meanB);
    aa += (a[row]! - meanA) ** 2;
    bb += (b[row]! - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

test("every column of every shipped file is in the catalog", () => {
  const inCatalog = new Set<string>();
  for (const entry of Object.values(shipped.series)) {
    if (entry.by !== "column" || entry.monthly === undefined) continue;
    const { file, column, days, known } = entry.monthly;
    for (const name of [column, days, known]) inCatalog.add(`${file}:${name}`);
  }
  const folder = new URL("../../data/figures/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const [header = ""] = readFileSync(new URL(file, folder), "utf8").split(/\r?\n/);
    for (const name of header.split(",").slice(1)) expect(inCatalog).toContain(`${file}:${name}`);
  }
});

test("every column of every shipped file has its origin in SOURCES.md", () => {
  const sources = readFileSync(new URL("../../data/SOURCES.md", import.meta.url), "utf8");
  const folder = new URL("../../data/figures/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const part = sources.split("## ").find((section) => section.startsWith(`${file}\n`));
    const [header = ""] = readFileSync(new URL(file, folder), "utf8").split(/\r?\n/);
    for (const name of header.split(",").slice(1)) expect(part, file).toContain(`\`${name}\``);
  }
});

test("every shipped series opens, has figures, and says where it is from", async () => {
  for (const id of source.ids) {
    const entry = shipped.series[id as keyof typeof shipped.series];
    if (entry.by === "column" && entry.monthly === undefined) continue;
    const series = await source.series(id);
    expect(series.days.length, id).toBeGreaterThan(12);
    expect(Number.isFinite(series.values[0]), id).toBe(true);
    for (const words of [series.title, series.unit, series.origin, series.terms])
      expect(words, id).not.toBe("");
  }
});

test("month-end and macro figures of one month have the same day", async () => {
  expect(valueOn(await source.series("gold"), "2026-01-31")).toBe(4981.85);
  expect(valueOn(await source.series("m2"), "2026-06-30")).toBe(23155.2);
  expect(valueOn(await source.series("gdp"), "1959-03-31")).toBe(510.33);
});

test("October 2025 consumer prices: a gap as published, filled and recorded otherwise", async () => {
  expect(valueOn(await source.series("cpiAsPublished"), "2025-10-31")).toBeNaN();
  const cpi = await source.series("cpi");
  const [before, after] = [valueOn(cpi, "2025-09-30"), valueOn(cpi, "2025-11-30")];
  expect(valueOn(cpi, "2025-10-31")).toBeCloseTo(Math.sqrt(before * after), 9);
  expect(cpi.filled.map(formatDay)).toEqual(["2025-10-31"]);
});

test("the extremes of a month stand on their own days and are known at its end", async () => {
  const high = await source.series("spxGoldHigh");
  expect(formatDay(high.days[0]!)).toBe("1968-04-18");
  expect(formatDay(high.known![0]!)).toBe("1968-04-30");
});

test("the 30-year yield is not known where its source filled it", async () => {
  const quoted = await source.series("dgs30");
  expect(valueOn(quoted, "2002-01-31")).not.toBeNaN();
  for (const text of ["2002-02-28", "2004-06-30", "2006-01-31"])
    expect(valueOn(quoted, text), text).toBeNaN();
  expect(valueOn(await source.series("dgs30AsSupplied"), "2004-06-30")).not.toBeNaN();
});

test("the long bond crosses its seams with yields of one source (month-ends)", async () => {
  const [bond, ten, twenty, thirty] = await Promise.all(
    ["longBond", "dgs10", "dgs20", "dgs30"].map(source.series),
  );
  const mean = (text: string) => (valueOn(ten!, text) + valueOn(thirty!, text)) / 2;
  const earned = (y0: number, y1: number) => parBondReturn(y0 / 100, y1 / 100, 20, 1 / 12);
  expect(returnOn(bond!, "1986-12-31")).toBeCloseTo(
    earned(valueOn(twenty!, "1986-11-30"), valueOn(twenty!, "1986-12-31")),
    12,
  );
  expect(returnOn(bond!, "1987-01-31")).toBeCloseTo(
    earned(mean("1986-12-31"), mean("1987-01-31")),
    12,
  );
  expect(returnOn(bond!, "1993-10-31")).toBeCloseTo(
    earned(mean("1993-09-30"), mean("1993-10-31")),
    12,
  );
  expect(returnOn(bond!, "1993-11-30")).toBeCloseTo(
    earned(valueOn(twenty!, "1993-10-31"), valueOn(twenty!, "1993-11-30")),
    12,
  );
});

test("the bonds of 25 and 30 years bridge the years without a 30-year yield with 20 years", async () => {
  const twenty = await source.series("dgs20");
  const onTwenty = (from: string, to: string) =>
    parBondReturn(valueOn(twenty, from) / 100, valueOn(twenty, to) / 100, 20, 1 / 12);
  const thirty = await source.series("longBond30");
  expect(returnOn(thirty, "2002-02-28")).toBeCloseTo(onTwenty("2002-01-31", "2002-02-28"), 12);
  expect(returnOn(thirty, "2006-02-28")).toBeCloseTo(onTwenty("2006-01-31", "2006-02-28"), 12);
  const twentyFive = await source.series("longBond25");
  expect(returnOn(twentyFive, "2006-02-28")).toBeCloseTo(onTwenty("2006-01-31", "2006-02-28"), 12);
});

/** Log returns of a series from month to month, at the last value of each of the months. */
function monthlyLogReturns({ days, values }: Series, months: readonly number[]): number[] {
  const last = new Map<number, number>();
  for (let row = 0; row < days.length; row += 1)
    if (!Number.isNaN(values[row]!)) last.set(monthOf(days[row]!), values[row]!);
  return months.slice(1).map((month, at) => Math.log(last.get(month)! / last.get(months[at]!)!));
}

/** How a bond tracks the fund of long Treasuries from month to month of the fund's shipped figures. */
async function tracking(id: string, from: Source): Promise<{ correlation: number; gap: number }> {
  const months = Array.from((await source.series("tltTotal")).days, monthOf);
  const [ours, theirs] = await Promise.all(
    [id, "tltTotal"].map(async (one) => monthlyLogReturns(await from.series(one), months)),
  );
  const growth = (x: readonly number[]) =>
    Math.expm1((12 * x.reduce((sum, value) => sum + value, 0)) / x.length);
  return { correlation: correlation(ours!, theirs!), gap: growth(ours!) - growth(theirs!) };
}

// The fund bears a fee of 15 bp a year, the computed bonds do not.
test.each([
  ["longBond", 0.9873, -0.0005],
  ["longBond25", 0.9943, -0.0013],
  ["longBond30", 0.993, -0.002],
])(
  "%s moves as the fund of long Treasuries does: correlation %d, growth apart by %d",
  async (id, moves, apart) => {
    const { correlation, gap } = await tracking(id, source);
    expect(correlation).toBeGreaterThan(0.985);
    expect(Math.abs(gap)).toBeLessThan(0.0025);
    expect(correlation).toBeCloseTo(moves, 4);
    expect(gap).toBeCloseTo(apart, 4);
  },
);

test.skipIf(folders.length === 0)("so they do on daily figures at month-ends", async () => {
  const daily = await dailySource();
  for (const id of ["longBond", "longBond25", "longBond30"]) {
    const { correlation, gap } = await tracking(id, daily);
    expect(correlation, id).toBeGreaterThan(0.985);
    expect(Math.abs(gap), id).toBeLessThan(0.0025);
  }
});

test("down the curve the bond earns more in steep years, and nothing false at its seams", async () => {
  const { longBond } = shipped.series;
  if (longBond.by !== "parBond") throw new Error("longBond is no par bond");
  const rollDown = [
    { yields: "dgs10", maturity: 10 },
    { yields: "dgs20", maturity: 20 },
    { yields: "dgs30", maturity: 30 },
  ];
  const rolled = { ...longBond, rollDown };
  const opened = await openCatalog(
    { ...shipped, series: { ...shipped.series, rolled } },
    { frequency: "monthly", directories: [] },
  );
  const [plain, down] = await Promise.all(["longBond", "rolled"].map(opened.series));
  const extra = (from: string, to: string) =>
    Math.log(valueOn(down!, to) / valueOn(down!, from)) -
    Math.log(valueOn(plain!, to) / valueOn(plain!, from));
  const steep = extra("2009-12-31", "2013-12-31") / 4;
  expect(steep).toBeGreaterThan(0.005);
  expect(steep).toBeLessThan(0.012);
  for (const [from, to] of [
    ["1986-12-31", "1987-01-31"],
    ["1993-09-30", "1993-10-31"],
  ] as const)
    expect(Math.abs(extra(from, to))).toBeLessThan(0.001);
});

test("before there are month-ends of yields the bond is made from their averages, then joined", async () => {
  const [averages, long, joined] = await Promise.all(
    ["longBondAverages", "longBond", "longBondLongHistory"].map(source.series),
  );
  expect(formatDay(joined!.days[0]!)).toBe(formatDay(averages!.days[0]!));
  expect(returnOn(joined!, "1961-06-30")).toBeCloseTo(returnOn(averages!, "1961-06-30"), 12);
  expect(returnOn(joined!, "1962-02-28")).toBeCloseTo(returnOn(long!, "1962-02-28"), 12);
  const ten = await source.series("gs10Average");
  expect(returnOn(averages!, "1961-06-30")).toBeCloseTo(
    parBondReturn(valueOn(ten, "1961-05-31") / 100, valueOn(ten, "1961-06-30") / 100, 10, 1 / 12),
    12,
  );
});

test("the bond that could be held is the fund from its first month on", async () => {
  const [held, bond, fund] = await Promise.all(
    ["longBondInvestable", "longBond", "tltTotal"].map(source.series),
  );
  expect(returnOn(held!, "2002-07-31")).toBeCloseTo(returnOn(bond!, "2002-07-31"), 12);
  expect(returnOn(held!, "2002-08-31")).toBeCloseTo(returnOn(fund!, "2002-08-31"), 12);
});

test("miners and energy earn the returns of the part in force", async () => {
  const [miners, proxy, gdx] = await Promise.all(
    ["miners", "minersProxy", "gdx"].map(source.series),
  );
  expect(returnOn(miners!, "2006-05-31")).toBeCloseTo(returnOn(proxy!, "2006-05-31"), 12);
  expect(returnOn(miners!, "2006-06-30")).toBeCloseTo(returnOn(gdx!, "2006-06-30"), 12);
  const [nem, fcx] = await Promise.all(["nem", "fcx"].map(source.series));
  expect(returnOn(proxy!, "2001-03-31")).toBeCloseTo(
    (returnOn(nem!, "2001-03-31") + returnOn(fcx!, "2001-03-31")) / 2,
    12,
  );
  expect(miners!.parts.map(({ id, proxy: standsIn }) => [id, standsIn])).toEqual([
    ["minersProxy", true],
    ["gdx", false],
  ]);
});

test("cash earns the bill rate of the month before", async () => {
  const bills = await source.series("bills");
  const discount = valueOn(await source.series("dtb3"), "2026-05-31") / 100;
  const rate = (365 * discount) / (360 - 91 * discount);
  expect(returnOn(bills, "2026-06-30")).toBeCloseTo(rate / 12, 12);
});

test("ratios are priced on shared month-ends", async () => {
  const ratio = await source.series("spxGold");
  expect(valueOn(ratio, "2026-01-31")).toBeCloseTo(6939.03 / 4981.85, 12);
  expect(await source.series("spx / gold")).toMatchObject({ values: ratio.values });
});

test.skipIf(folders.length === 0)("daily: seams of the long bonds, day by day", async () => {
  const daily = await dailySource();
  const [ten, twenty, thirty] = await Promise.all(["dgs10", "dgs20", "dgs30"].map(daily.series));
  const mean = (text: string) => (valueOn(ten!, text) + valueOn(thirty!, text)) / 2;
  const onTwenty = (text: string) => valueOn(twenty!, text);
  const seams = [
    ["longBond", "1986-12-31", "1987-01-02", mean],
    ["longBond", "1993-09-30", "1993-10-01", mean],
    ["longBond30", "2002-02-15", "2002-02-19", onTwenty],
    ["longBond30", "2006-02-08", "2006-02-09", onTwenty],
    ["longBond25", "2006-02-08", "2006-02-09", onTwenty],
  ] as const;
  for (const [id, from, to, yieldOn] of seams) {
    const years = (day(to) - day(from)) / 365.25;
    const expected = parBondReturn(yieldOn(from) / 100, yieldOn(to) / 100, 20, years);
    expect(returnOn(await daily.series(id), to), `${id} ${to}`).toBeCloseTo(expected, 12);
  }
});

test.skipIf(folders.length === 0)("daily and shipped figures agree at month-ends", async () => {
  const daily = await dailySource();
  for (const id of source.ids) {
    const entry = shipped.series[id as keyof typeof shipped.series];
    if (entry.by !== "column" || entry.monthly === undefined || entry.daily === undefined) continue;
    const [months, days] = await Promise.all([source.series(id), daily.series(id)]);
    const asOf = (month: number) => {
      let last = Number.NaN;
      for (let row = 0; row < days.days.length && days.days[row]! <= month; row += 1)
        last = days.values[row]!;
      return last;
    };
    const rows = Array.from({ length: 12 }, (_, at) => months.days.length - 14 + at);
    const total = entry.kind === "total";
    const base = total ? asOf(months.days[rows[0]!]!) / months.values[rows[0]!]! : 1;
    for (const row of rows) {
      const expected = months.values[row]! * base;
      if (Number.isNaN(expected)) continue;
      const gap = Math.abs(asOf(months.days[row]!) / expected - 1);
      expect(expected === 0 ? 0 : gap, `${id} ${formatDay(months.days[row]!)}`).toBeLessThan(1e-4);
    }
  }
});
