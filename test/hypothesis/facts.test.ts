import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/hypothesis/facts.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { InputError } from "../../src/input/input-error.ts";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { seriesOf } from "../series/series-of.ts";
import { evidenceOf, smallFacts } from "./evidence.ts";

const shares = seriesOf("shares", { "2020-01-31": 10, "2020-02-29": 12, "2020-03-31": 9 });
const gold = seriesOf("gold", { "2020-01-31": 5, "2020-02-29": 4, "2020-03-31": 3 });
const money = seriesOf(
  "money",
  { "2020-01-31": 100, "2020-02-29": 110, "2020-03-31": 121 },
  { kind: "amount", period: "month", lag: 28 },
);

describe("a path of facts", () => {
  it("is a series, a ratio or a formula, the same at every call", async () => {
    const facts = await smallFacts(shares, gold);
    expect(Array.from(facts.series("shares", "monthly").values)).toEqual([10, 12, 9]);
    expect(Array.from(facts.ratio("shares", "gold", "monthly").values)).toEqual([2, 3, 3]);
    expect(facts.formula("shares - 2 * gold", "monthly").last().value).toBe(3);
    expect(facts.ratio("shares", "gold", "monthly")).toBe(facts.ratio("shares", "gold", "monthly"));
  });

  it("of an unknown series names the nearest one", async () => {
    const facts = await smallFacts(shares, gold);
    expect(() => facts.series("sharse", "monthly")).toThrow(InputError);
    expect(() => facts.series("sharse", "monthly")).toThrow(/"sharse".*mean "shares"/);
    expect(() => facts.known("glod", "2020-03-31")).toThrow(/"glod".*"gold"/);
  });

  it("of a series that the claim does not say it reads is refused, though at hand", async () => {
    const facts = factsOf(await evidenceOf([shares, gold]), ["gold"]);
    expect(() => facts.series("shares", "monthly")).toThrow(
      new InputError('series "shares" is not in reads; write reads: [..., "shares"]'),
    );
    expect(() => facts.isAtHand("shares")).toThrow("is not in reads");
    const none = factsOf(await evidenceOf([shares, gold]), []);
    expect(() => none.known("gold", "2020-03-31")).toThrow('write reads: ["gold"]');
    expect(() => facts.series("platinum", "monthly")).toThrow(
      'unknown series "platinum"; known: gold',
    );
  });

  it("with rows that are neither daily nor monthly is refused", async () => {
    const facts = await smallFacts(shares, gold);
    expect(() => facts.series("gold", "weekly" as never)).toThrow(
      new InputError('gold: rows are "weekly"; give "daily" or "monthly"'),
    );
    expect(() => facts.ratio("shares", "gold", undefined as never)).toThrow(InputError);
  });

  it("of a series that is not at hand says what it is", async () => {
    const facts = factsOf(await evidenceOf([], { houses: "houses (file HOUSES.csv)" }), ["houses"]);
    expect(facts.isAtHand("houses")).toBe(false);
    expect(() => facts.series("houses", "monthly")).toThrow(NotCovered);
    expect(() => facts.series("houses", "monthly")).toThrow(
      "not at hand: houses (file HOUSES.csv)",
    );
  });

  it("of a formula without series measures nothing", async () => {
    const facts = await smallFacts(shares);
    expect(() => facts.formula("1 + 1", "monthly")).toThrow('formula "1 + 1" names no series');
  });

  it("of figures by month alone is what they are on the days named for any series", async () => {
    const evidence = await evidenceOf(
      [money, seriesOf("sharesOnDays", { "2020-01-15": 9, "2020-01-30": 11 })],
      {},
      { closes: { onDays: { shares: "sharesOnDays" }, extremes: {} } },
    );
    const path = factsOf(evidence, ["money"]).series("money", "daily");
    expect(Array.from(path.days, formatDay)).toEqual(["2020-01-15", "2020-01-30"]);
    expect(path.first().value).toBe(100);
    // 15 of the 31 days from the middle of January to that of February.
    expect(path.last().value).toBeCloseTo(100 * 1.1 ** (15 / 31), 12);
  });
});

describe("arithmetic on facts", () => {
  it("takes facts and what was claimed", async () => {
    const facts = await smallFacts(shares);
    const [first, last] = [
      facts.series("shares", "monthly").first(),
      facts.series("shares", "monthly").last(),
    ];
    expect(facts.calculate("last / first - 1", { first, last }).value).toBeCloseTo(-0.1, 12);
    expect(facts.calculate("first / claimed", { first, claimed: 4 }).value).toBe(2.5);
  });

  it("of numbers typed in alone is refused", async () => {
    const facts = await smallFacts(shares);
    expect(() => facts.calculate("a / b", { a: 0.7, b: 0.31 })).toThrow(
      "reads no fact; a number typed in measures nothing",
    );
  });

  it("names the nearest value where one is not given", async () => {
    const facts = await smallFacts(shares);
    const first = facts.series("shares", "monthly").first();
    expect(() => facts.calculate("frist / 2", { first })).toThrow(/"frist".*"first"/);
  });
});

describe("what had been published by a day", () => {
  const known = (day: string) => async () => (await smallFacts(money)).known("money", day);

  it("is the last figure whose lag is over by then, dated by its month", async () => {
    // January's comes out 28 days after its end, on 28 February.
    expect(await known("2020-02-28")()).toMatchObject({
      value: 100,
      day: parseDay("2020-01-31", "test"),
    });
    expect((await known("2020-03-28")()).value).toBe(110);
    expect((await known("2030-01-01")()).value).toBe(121);
  });

  it("is nothing before the first publication", async () => {
    await expect(known("2020-02-27")()).rejects.toThrow(
      "money: nothing had been published by 2020-02-27",
    );
  });

  it("goes by the publication day where the source tells it, and passes over what was filled", async () => {
    const late = parseDay("2020-04-20", "test");
    const told = { ...money, known: Float64Array.of(late - 60, late - 30, late) };
    expect((await smallFacts(told)).known("money", "2020-04-19").value).toBe(110);
    const filled = { ...money, filled: [parseDay("2020-02-29", "test")] };
    expect((await smallFacts(filled)).known("money", "2020-03-28").value).toBe(100);
  });
});

describe("what relates two paths", () => {
  const days = Array.from({ length: 60 }, (_, month) => {
    const end = new Date(Date.UTC(2015, month + 1, 0));
    return end.toISOString().slice(0, 10);
  });
  const over = (id: string, value: (month: number) => number) =>
    seriesOf(id, Object.fromEntries(days.map((day, month) => [day, value(month)])));
  const wave = (month: number) => Math.sin(month / 2) / 5;

  it("binds lines that part and come back, and not lines that drift", async () => {
    const noise = (month: number) => Math.sin(12.9898 * month * month) / 20;
    const facts = await smallFacts(
      over("x", (month) => Math.exp(month / 20 + wave(month))),
      over("y", (month) => Math.exp(month / 20 + wave(month) + noise(month))),
      over("z", (month) => Math.exp(month ** 2 / 2000 + noise(month + 7))),
    );
    const path = (id: string) => facts.series(id, "monthly");
    const bound = facts.cointegration(path("y"), path("x"));
    expect(bound.statistic.value).toBeLessThan(bound.critical.value);
    expect(bound.slope.value).toBeCloseTo(1, 1);
    const apart = facts.cointegration(path("z"), path("x"));
    expect(apart.statistic.value).toBeGreaterThan(apart.critical.value);
    expect(() => facts.cointegration(path("x"), path("x"))).toThrow(NotCovered);
  });

  it("explains rows out of sample, where enough are left", async () => {
    const facts = await smallFacts(
      over("x", (month) => wave(month) + 2),
      over("y", (month) => 3 * wave(month) + 5),
    );
    const path = (id: string) => facts.series(id, "monthly");
    const found = facts.outOfSample(path("y"), path("x"), { fewest: 20, apart: 12 });
    expect(found.value).toBeCloseTo(1, 12);
    expect(found.count).toBe(29);
    expect(() => facts.outOfSample(path("y"), path("x"), { fewest: 50, apart: 12 })).toThrow(
      "y from x: 60 periods leave none to try a fit on",
    );
  });
});

describe("a window", () => {
  it("of an unknown phase names the nearest one", async () => {
    const facts = await smallFacts(shares);
    expect(facts.phase("boom")).toEqual({ from: "2020-01-31", to: "2020-06-30" });
    expect(() => facts.phase("bom")).toThrow(/"bom".*"boom"/);
    expect(() => facts.phase("bom")).toThrow(InputError);
  });

  it("that ends before it begins, or whose days do not exist, is a mistake", async () => {
    const path = (await smallFacts(shares)).series("shares", "monthly");
    expect(() => path.during({ from: "2020-03-31", to: "2020-01-31" })).toThrow(InputError);
    expect(() => path.during({ from: "2020-02-30", to: "2020-03-31" })).toThrow(InputError);
  });
});

it("two paths are joined on the days that both have", async () => {
  const late = seriesOf("late", { "2020-02-29": 1, "2020-03-31": 2, "2020-04-30": 3 });
  const facts = await smallFacts(shares, late);
  const joined = facts
    .series("shares", "monthly")
    .joined(facts.series("late", "monthly"), "less", (own, other) => own - other);
  expect(Array.from(joined.values)).toEqual([11, 7]);
  expect(Array.from(joined.days, formatDay)).toEqual(["2020-02-29", "2020-03-31"]);
  expect(joined.title).toBe("less");
});
