import { beforeAll, describe, expect, it } from "vitest";
import { againstMoney } from "../../../strategies/claims/against-money.ts";
import { coincidence } from "../../../strategies/claims/coincidence.ts";
import { commodities } from "../../../strategies/claims/commodities.ts";
import { goldRace } from "../../../strategies/claims/gold-race.ts";
import { halving } from "../../../strategies/claims/halving.ts";
import { measuresOfDebasement } from "../../../strategies/claims/measures-of-debasement.ts";
import { moneyGrowth } from "../../../strategies/claims/money-growth.ts";
import { moneyInGold } from "../../../strategies/claims/money-in-gold.ts";
import { realProgress } from "../../../strategies/claims/real-progress.ts";
import { sharesOfGrowth } from "../../../strategies/claims/shares-of-growth.ts";
import { dailyFolders } from "../../daily-data.ts";
import { cellOf, claimsOf, figure, measuredBy, rowsOf, shipped } from "./claims-of.ts";

type Found = Awaited<ReturnType<typeof claimsOf>>;

const claims = [
  ...realProgress,
  ...measuresOfDebasement,
  ...moneyInGold,
  ...coincidence,
  ...againstMoney,
  ...sharesOfGrowth,
  ...halving,
  ...goldRace,
  ...moneyGrowth,
  ...commodities,
];

const [born, essay] = ["1999-03-10", "2026-01-26"] as const;
const onDay = (column: string, date: string) => figure("named-days", date, column);
const macro = (column: string, month: string) => figure("macro", `${month}-01`, column);
const multipleOf = (column: string) => onDay(column, essay) / onDay(column, born);
const inGold = (column: string) => multipleOf(column) / multipleOf("gold");

/** A monthly amount on a day, straight in logarithms between the middles of two months. */
function between(low: number, high: number, days: number, of: number): number {
  return low * (high / low) ** (days / of);
}
/** Money on the first day of QQQ and on the essay's, in the latest edition. */
const m2Multiple = () =>
  between(macro("m2", "2026-01"), macro("m2", "2026-02"), 11, 31) /
  between(macro("m2", "1999-02"), macro("m2", "1999-03"), 23, 28);

/** A column of shipped month-ends or monthly figures by month, blanks left out. */
function byMonth(file: string, column: string): Map<string, number> {
  return new Map(
    shipped(file)
      .filter((row) => row[column] !== "")
      .map((row) => [row.date!.slice(0, 7), Number(row[column])]),
  );
}
const monthBefore = (month: string, months: number) => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
};
const change = (values: Map<string, number>, month: string, months = 12) =>
  values.get(month)! / values.get(monthBefore(month, months))! - 1;
const monthsOf = (values: Map<string, number>, from: string, to: string) =>
  [...values.keys()].filter((month) => month >= from && month <= to);
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean) =>
  all.filter(holds).length / all.length;

describe("on the shipped figures", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(claims);
  });

  it("C19 the share of assets that rose in dollars and fell in gold is told and decides nothing", () => {
    const one = found("C19");
    expect(one.outcome).toBe("untestable");
    const columns = ["spx", "qqq", "ndx", "silver", "copper", "wti", "brent", "natgas", "btc"];
    const illusion = (from: string, to: string) => {
      const over = (column: string) => {
        const values = byMonth("month-end", column);
        return values.has(from) ? values.get(to)! / values.get(from)! : null;
      };
      const multiples = columns.map(over).filter((multiple) => multiple !== null);
      return shareOf(multiples, (multiple) => multiple > 1 && multiple < over("gold")!);
    };
    expect(measuredBy(one)).toEqual([
      illusion("1999-03", "2026-01"),
      illusion("1999-03", "2002-12"),
      illusion("2002-12", "2011-12"),
      illusion("2011-12", "2023-12"),
      illusion("2023-12", "2026-01"),
    ]);
  });

  it("C20 money is neither first nor second of three for the prices of consumers", () => {
    const one = found("C20");
    expect(one.outcome).toBe("refuted");
    const explained = (title: string) =>
      one.checks.find((check) => check.title.startsWith(title))!.measured as number;
    const rivals = ["money supply", "output", "gold"].map((rival) =>
      explained(`consumer prices explained by ${rival}`),
    );
    expect(one.measured).toBe(1 + rivals.filter((value) => value > rivals[0]!).length);
    const prices = quarterly("cpi", "m2");
    expect(rivals[0]).toBeCloseTo(outOfSample(prices.y, prices.x), 8);
  });

  it("C21 money in gold lost what is claimed, the dollar far more, and not without a break", () => {
    const one = found("C21");
    const line = (month: string) => macro("m2", month) / macro("gold_avg", month);
    const [lost, dollar, rise] = measuredBy(one) as number[];
    expect(one.outcome).toBe("partly");
    expect(lost).toBeCloseTo(line("2026-01") / line("1999-03") - 1, 12);
    expect(dollar).toBeCloseTo(macro("gold_avg", "1999-03") / macro("gold_avg", "2026-01") - 1, 12);
    const [money, gold] = [byMonth("macro", "m2"), byMonth("macro", "gold_avg")];
    const rises = monthsOf(money, "2000-03", "2026-01").map(
      (month) => (1 + change(money, month)) / (1 + change(gold, month)) - 1,
    );
    expect(rise).toBeCloseTo(Math.max(...rises), 12);
    expect(measuredBy(one)[3]).toBeCloseTo(
      shareOf(rises, (value) => value < 0),
      12,
    );
    const round = cellOf(one, "the essay's 5,000", "January 2026", "March 1999", "latest");
    expect(round.measured).toBeCloseTo(
      macro("m2", "2026-01") / 5000 / (macro("m2", "1999-03") / onMonth("gold", "1999-03")) - 1,
      12,
    );
  });

  it("C22 the lines meet at their ends and part in between", () => {
    const one = found("C22");
    expect(one.outcome).toBe("refuted");
    const [spx, money] = [byMonth("month-end", "spx"), byMonth("macro", "m2")];
    const ratio = (month: string) => spx.get(month)! / money.get(month)!;
    const gaps = monthsOf(spx, "1999-03", "2025-12").map((month) =>
      Math.log(ratio(month) / ratio("1999-03")),
    );
    const [inside, apart, mean] = measuredBy(one) as number[];
    expect(one.checks.map(({ isAside }) => isAside).slice(0, 3)).toEqual([false, true, false]);
    expect(gaps).toHaveLength(322);
    expect(inside).toBeCloseTo(
      shareOf(gaps, (gap) => Math.abs(gap) <= 0.1),
      12,
    );
    expect(mean).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, 12);
    const gold = onDay("gold", essay) / onMonth("gold", "1999-03");
    const [blue, black] = [
      onDay("spx", essay) / onMonth("spx", "1999-03"),
      between(macro("m2", "2026-01"), macro("m2", "2026-02"), 11, 31) / macro("m2", "1999-03"),
    ];
    expect(apart).toBeCloseTo(Math.abs(blue - black) / gold, 10);
  });

  it("C23 QQQ beat money and is below 1999 in gold", () => {
    const [beyond, level] = measuredBy(found("C23")) as number[];
    expect(found("C23").outcome).toBe("supported");
    expect(beyond).toBeCloseTo(Math.log(multipleOf("qqq") / m2Multiple()), 10);
    expect(level).toBeCloseTo(inGold("qqq"), 12);
  });

  it("C24 the three losses are as claimed on the essay's own terms, and hardly on others", () => {
    const one = found("C24");
    expect(one.outcome).toBe("partly");
    expect(one.grid.share).toBeLessThan(0.1);
    const [money, spx, qqq] = measuredBy(one) as number[];
    expect(money).toBeCloseTo(measuredBy(found("C21"))[0] as number, 12);
    expect(spx).toBeCloseTo(inGold("spx") - 1, 12);
    expect(qqq).toBeCloseTo(inGold("qqq") - 1, 12);
  });

  it("C25 and C26 are the share of logarithms of money in the growth of shares", () => {
    const share = (column: string) => Math.log(m2Multiple()) / Math.log(multipleOf(column));
    expect(found("C25").measured).toBeCloseTo(share("spx"), 10);
    expect(found("C26").measured).toBeCloseTo(share("qqq"), 10);
    expect([found("C25").outcome, found("C26").outcome]).toEqual(["partly", "partly"]);
    const cell = (id: string, deflator: string, kind: string) =>
      cellOf(found(id), deflator, "price index", kind, "latest", "1999-03-10").measured;
    expect(cell("C25", "gold", "of logarithms")).toBeCloseTo(
      Math.log(multipleOf("gold")) / Math.log(multipleOf("spx")),
      12,
    );
    expect(cell("C26", "money supply", "linear")).toBeCloseTo(
      (m2Multiple() - 1) / (multipleOf("qqq") - 1),
      10,
    );
    const gold = multipleOf("gold");
    expect(measuredBy(found("C25")).at(-1)).toBeCloseTo(
      Math.log(0.31 * gold) / Math.log(0.32 * gold),
      12,
    );
  });

  it("C27 gold outran both, by what was first published of money", () => {
    const one = found("C27");
    const [lead] = measuredBy(one) as number[];
    const [gold, spx, money] = [
      byMonth("month-end", "gold"),
      byMonth("month-end", "spx"),
      byMonth("macro", "m2"),
    ];
    expect(one.outcome).toBe("supported");
    expect(lead).toBeCloseTo(change(gold, "2026-01") - change(spx, "2026-01") - 0.0427, 12);
    const leads = monthsOf(gold, "1972-08", "2026-01").map(
      (month) => change(gold, month) - change(spx, month) - change(money, month),
    );
    const told = one.checks.find(({ title }) => title.includes("August 1972"))!;
    expect(leads).toHaveLength(642);
    expect(told.measured).toBeCloseTo(
      shareOf(leads, (value) => value > 0),
      12,
    );
    expect(one.checks.at(-1)).toMatchObject({ unit: "day", measured: "2026-06-30" });
  });

  it("C28 a halving does not cancel what QQQ added beyond money, and nothing of the essay's own is measured", () => {
    const [half, inOunces] = measuredBy(found("C28")) as number[];
    expect(found("C28").outcome).toBe("refuted");
    expect(half).toBeCloseTo(multipleOf("qqq") / m2Multiple() / 2, 10);
    expect(inOunces).toBeCloseTo(inGold("qqq"), 12);
    expect(found("C28").note).toContain("(0.70 / 0.31) / 2 = 1.13");
    expect(0.7 / 0.31 / 2).toBeCloseTo(1.13, 2);
    const gold = cellOf(found("C28"), "price index", "gold", "latest");
    expect(gold).toMatchObject({ answer: "partly" });
    expect(gold.measured).toBeCloseTo(inGold("qqq") / 2, 12);
  });

  it("C29 the share of windows in which shares beat money is told and decides nothing", () => {
    const one = found("C29");
    expect(one).toMatchObject({ outcome: "untestable", headline: { index: "price index" } });
    const [spx, money] = [byMonth("macro", "spx_avg"), byMonth("macro", "m2")];
    const months = monthsOf(spx, "1981-01", "2026-06");
    expect(measuredBy(one)[0]).toBeCloseTo(
      shareOf(months, (month) => change(spx, month, 120) > change(money, month, 120)),
      12,
    );
  });

  it("C30 stands on the last growth that was out before the essay, and says so", () => {
    const one = found("C30");
    expect(one).toMatchObject({
      outcome: "partly",
      isOwnConvention: false,
      headline: { vintage: "as first published", month: "November 2025" },
    });
    expect(one.measured).toBeCloseTo(0.0427, 12);
    expect(measuredBy(one)[1]).toBeCloseTo(macro("china_m2_yoy", "2025-12") / 100, 12);
    expect(one.why).toContain("no value of 2025-12-31 at hand");
    expect(cellOf(one, "as first published", "October 2025").answer).toBe("supported");
    expect(cellOf(one, "latest", "December 2025").measured).toBeCloseTo(
      macro("m2", "2025-12") / macro("m2", "2024-12") - 1,
      12,
    );
  });

  it("C31 commodities outran money in dollars, and fell in gold", () => {
    const one = found("C31");
    const over = (column: string) => onMonth(column, "2026-01") / onMonth(column, "2024-01");
    const [, low, high] = ["dbc_tr", "copper", "wti", "silver"].map(over).sort((a, b) => a - b);
    const median = (low! + high!) / 2;
    const [lead, inOunces] = measuredBy(one) as number[];
    expect(one.outcome).toBe("partly");
    expect(lead).toBeCloseTo(median - macro("m2", "2026-01") / macro("m2", "2024-01"), 12);
    expect(inOunces).toBeCloseTo(median / over("gold") - 1, 12);
  });
});

const onMonth = (column: string, month: string) => byMonth("month-end", column).get(month)!;

/** Changes of logarithms over 20 quarters from 1971 to the third quarter of 2025. */
function quarterly(y: string, x: string) {
  const read = (column: string) => {
    const values = byMonth("macro", column);
    if (column === "cpi")
      values.set("2025-10", Math.sqrt(values.get("2025-09")! * values.get("2025-11")!));
    return monthsOf(values, "1971-03", "2025-09")
      .filter((month) => Number(month.slice(5)) % 3 === 0)
      .map((month) => Math.log(values.get(month)!));
  };
  const changes = (values: number[]) => values.slice(20).map((value, at) => value - values[at]!);
  return { y: changes(read(y)), x: changes(read(x)) };
}

/** What a line through changes that had ended 20 quarters before explains, after 40 of them. */
function outOfSample(y: readonly number[], x: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;
  let [line, level] = [0, 0];
  for (let t = 59; t < y.length; t += 1) {
    const [ys, xs] = [y.slice(0, t - 19), x.slice(0, t - 19)];
    const [my, mx] = [mean(ys), mean(xs)];
    const slope =
      xs.reduce((s, v, i) => s + (v - mx) * (ys[i]! - my), 0) /
      xs.reduce((s, v) => s + (v - mx) ** 2, 0);
    line += (y[t]! - my - slope * (x[t]! - mx)) ** 2;
    level += (y[t]! - my) ** 2;
  }
  return 1 - line / level;
}

const folders = dailyFolders();

describe.skipIf(folders.length === 0)("on daily figures and editions of money", () => {
  let found: Found;
  beforeAll(async () => {
    found = await claimsOf(claims, folders);
  });

  const edition = (column: string, month: string) => {
    const rows = rowsOf(`${folders[1]}/M2SL_VINTAGES.csv`);
    return Number(rows.find((row) => row.observation_date === `${month}-01`)![column]);
  };
  const close = (file: string, date: string) =>
    Number(rowsOf(`${folders[0]}/${file}.csv`).find((row) => row.date === date)!.close);
  const grown = (file: string, from: string = born) => close(file, essay) / close(file, from);

  /** The last money that was out on the essay's day, over that of the first day of QQQ, in its edition. */
  const published = () => {
    const before = (month: string) => edition("2025-12-23", month);
    return before("2025-11") / between(before("1999-02"), before("1999-03"), 23, 28);
  };

  it("all stand on the claim's own convention but those whose first print is not at hand", () => {
    const others = claims.map(({ id }) => found(id)).filter((one) => !one.isOwnConvention);
    expect(others.map(({ id }) => id)).toEqual(["C30"]);
  });

  it("C23, C25, C26 and C28 take money as it was published before the essay", () => {
    const phi = (file: string) => Math.log(published()) / Math.log(grown(file));
    expect(found("C25").measured).toBeCloseTo(phi("SPX"), 10);
    expect(found("C26").measured).toBeCloseTo(phi("QQQ"), 10);
    expect(found("C25").checks[3]!.measured).toBeCloseTo(
      Math.log(m2Multiple()) / Math.log(grown("SPX")),
      6,
    );
    expect(found("C23").measured).toBeCloseTo(Math.log(grown("QQQ") / published()), 10);
    expect(found("C28").measured).toBeCloseTo(grown("QQQ") / published() / 2, 10);
  });

  it("C21, C22, C25, C26 and C28 tell beside it the first edition after the essay, by two months", () => {
    const after = (month: string) => edition("2026-03-20", month);
    const money = (month: string) =>
      after(month) / between(after("1999-02"), after("1999-03"), 23, 28);
    const beside = (id: string) =>
      found(id)
        .checks.filter(({ title }) => title.includes("edition of 2026-03-20"))
        .map(({ measured }) => measured as number);
    const shareOfSpx = (month: string) => Math.log(money(month)) / Math.log(grown("SPX"));
    const shareOfQqq = (month: string) => Math.log(money(month)) / Math.log(grown("QQQ"));
    const both = (of: (month: string) => number) =>
      ["2025-12", "2026-01"].map((month) => expect.closeTo(of(month), 10));
    expect(beside("C25")).toEqual(both(shareOfSpx));
    expect(beside("C26")).toEqual(both(shareOfQqq));
    expect(beside("C28")).toEqual(both((month) => grown("QQQ") / money(month) / 2));
    const dollars = macro("gold_avg", "1999-03") / macro("gold_avg", "2026-01");
    expect(beside("C21")).toEqual(both((month) => (after(month) / after("1999-03")) * dollars - 1));
    expect(found("C21").checks[0]!.title).toContain("money of November 2025");
    expect(beside("C22")).toHaveLength(2);
    expect(shareOfSpx("2025-12")).toBeLessThan(0.96);
    expect(shareOfSpx("2026-01")).toBeGreaterThan(0.96);
  });

  it("C25 takes consumer prices without seasonal adjustment", () => {
    const prices = (month: string) =>
      Number(
        rowsOf(`${folders[1]}/CPIAUCNS.csv`).find(({ date }) => date === `${month}-01`)!.value,
      );
    const grownPrices =
      between(prices("2026-01"), prices("2026-02"), 11, 31) /
      between(prices("1999-02"), prices("1999-03"), 23, 28);
    const cell = cellOf(
      found("C25"),
      "consumer prices",
      "price index",
      "of logarithms",
      "latest",
      born,
    );
    expect(cell.measured).toBeCloseTo(Math.log(grownPrices) / Math.log(grown("SPX")), 10);
    expect(found("C29").checks[1]!.title).toContain("not seasonally adjusted");
  });

  it("C24 is tried with the dividends that a fund paid, too", () => {
    const cell = cellOf(
      found("C24"),
      "London fixing",
      "with dividends (SPY)",
      born,
      "the essay's day",
    );
    expect(cell.answer).toBe("partly");
  });

  it("C27 is measured to the very day", () => {
    const lead = grown("GOLD_LBMA", "2025-01-24") - grown("SPX", "2025-01-24") - 0.0427;
    expect(found("C27").measured).toBeCloseTo(lead, 10);
  });

  it("C30 every edition grows by its own figures of both years", () => {
    const editions = ["2025-11-25", "2025-12-23", "2026-03-20", "2026-03-25"];
    const first = editions.shift()!;
    expect(cellOf(found("C30"), `as published on ${first}`, "October 2025").reason).toContain(
      "first published already",
    );
    expect(cellOf(found("C30"), "as first published", "October 2025").measured).toBeCloseTo(
      edition(first, "2025-10") / edition(first, "2024-10") - 1,
      3,
    );
    for (const day of [...editions, "2026-04-29", "2026-05-27", "2026-06-24"])
      expect(cellOf(found("C30"), `as published on ${day}`, "October 2025").measured).toBeCloseTo(
        edition(day, "2025-10") / edition(day, "2024-10") - 1,
        12,
      );
    expect(cellOf(found("C30"), "as published on 2025-12-23", "December 2025").answer).toBeNull();
  });
});
