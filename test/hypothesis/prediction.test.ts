import { describe, expect, it } from "vitest";
import { atLeast, below } from "../../src/hypothesis/compare.ts";
import { type PredictionSpec, prediction, standingOf } from "../../src/hypothesis/prediction.ts";
import { InputError } from "../../src/input/input-error.ts";
import { parseDay } from "../../src/series/day.ts";
import { factsBy, priceBy } from "./facts-by.ts";

const day = (text: string) => parseDay(text, "test");

// A price that is 100 when registered, and 90, 150 and 80 in the months after it.
const price = priceBy("price", {
  "2019-11-29": 60,
  "2019-12-31": 100,
  "2020-01-31": 90,
  "2020-02-28": 150,
  "2020-03-31": 80,
});

const falls: PredictionSpec<never> = {
  id: "P1",
  claim: "The price falls.",
  where: "Here",
  registered: "2019-12-31",
  reads: ["price" as never],
  stated: 0.9,
  tests: [
    {
      id: "below",
      title: "Price below 100 at the end of March 2020",
      due: "2020-03-31",
      expects: "below 100 USD",
      stand: (facts, since) => ({
        check: below(
          "price",
          facts
            .series("price" as never, "monthly")
            .during(since)
            .last(),
          "USD",
          100,
        ),
      }),
      baseRate: (facts) =>
        facts
          .series("price" as never, "monthly")
          .map("share", () => 0.25)
          .last(),
    },
  ],
};
const given = prediction(falls);

async function standing(last: string, of = given) {
  return standingOf(of, await factsBy([price]), day(last));
}

describe("a prediction", () => {
  it("is pending before it is due, and tells how it stands", async () => {
    const found = await standing("2020-01-31");
    expect(found).toMatchObject({
      outcome: "pending",
      due: "2020-03-31",
      registered: "2019-12-31",
    });
    expect(found.tests[0]).toMatchObject({ outcome: "pending", asOf: "2020-01-31", brier: null });
    expect(found.tests[0]!.check).toMatchObject({ measured: 90, holds: true });
    expect(found.progress).toBe(
      "price: 90.0 USD on 2020-01-31 (must be below 100 USD); true so far, due 2020-03-31.",
    );
    expect((await standing("2020-02-28")).progress).toContain("not true so far");
  });

  it("is decided on its day: (probability - outcome)^2 of what was stated and of the base rate", async () => {
    const { outcome, tests, progress } = await standing("2020-03-31");
    expect(outcome).toBe("supported");
    expect(tests[0]!.brier!.stated).toBeCloseTo(0.01, 12);
    expect(tests[0]!.brier!.baseRate).toBeCloseTo(0.5625, 12);
    expect(progress).toMatch(/it came true\.$/);
  });

  it("is refuted where it did not come true, at the price of its certainty", async () => {
    const early = prediction({ ...falls, tests: [{ ...falls.tests[0]!, due: "2020-02-28" }] });
    const { outcome, tests } = await standing("2020-02-28", early);
    expect(outcome).toBe("refuted");
    expect(tests[0]!.brier!.stated).toBeCloseTo(0.81, 12);
    expect(tests[0]!.brier!.baseRate).toBeCloseTo(0.0625, 12);
  });

  it("is decided by figures up to its day, whatever came later", async () => {
    const early = prediction({
      ...falls,
      tests: [
        {
          ...falls.tests[0]!,
          due: "2020-02-28",
          stand: (facts) => ({
            check: below("price", facts.series("price" as never, "monthly").last(), "USD", 100),
          }),
        },
      ],
    });
    const found = await standing("2020-03-31", early);
    expect(found.tests[0]).toMatchObject({ outcome: "refuted", asOf: "2020-02-28" });
    expect(found.tests[0]!.check!.measured).toBe(150);
  });

  it("asks for its base rate as of the day of registration", async () => {
    const curious = prediction({
      ...falls,
      tests: [
        {
          ...falls.tests[0]!,
          baseRate: (facts) =>
            facts.calculate("n / 100 + 0 * x", {
              n: facts.series("price" as never, "monthly").values.length,
              x: facts.series("price" as never, "monthly").last(),
            }),
        },
      ],
    });
    expect((await standing("2020-03-31", curious)).tests[0]!.baseRate).toBe(0.02);
  });

  it("is settled by an event before its day", async () => {
    const reaches = prediction({
      ...falls,
      tests: [
        {
          ...falls.tests[0]!,
          expects: "at least 140 USD",
          stand: (facts, since) => {
            const highest = facts
              .series("price" as never, "monthly")
              .during(since)
              .maximum();
            const check = atLeast("highest price", highest, "USD", 140);
            return check.holds ? { check, settled: true } : { check };
          },
        },
      ],
    });
    expect((await standing("2020-01-31", reaches)).outcome).toBe("pending");
    expect((await standing("2020-02-28", reaches)).outcome).toBe("supported");
    expect((await standing("2020-03-31", reaches)).outcome).toBe("supported");
  });

  it("is pending, with the reason, where no figures came after it", async () => {
    const found = await standing("2019-12-31");
    expect(found.tests[0]).toMatchObject({
      outcome: "pending",
      check: null,
      reason: "no figures after 2019-12-31",
    });
  });

  it("is untestable where a series is not at hand, and pending where it only ends too early", async () => {
    const test = (id: string, series: string) => ({
      ...falls.tests[0]!,
      id,
      stand: falls.tests[0]!.stand,
      ...(series === "price"
        ? {}
        : {
            stand: ((facts, since) => ({
              check: below(
                "price",
                facts
                  .series(series as never, "monthly")
                  .during(since)
                  .last(),
                "USD",
                100,
              ),
            })) as (typeof falls.tests)[number]["stand"],
          }),
    });
    const facts = await factsBy([price, priceBy("old", { "2019-12-31": 1, "2020-01-31": 1 })], {
      absent: { gone: "Gone (file GONE.csv)" },
    });
    const ask = (...ids: string[]) =>
      standingOf(
        prediction({ ...falls, tests: ids.map((id) => test(id, id)) }),
        facts,
        day("2020-03-31"),
      );
    expect(ask("gone")).toMatchObject({ outcome: "untestable" });
    expect(ask("gone").tests[0]!.reason).toBe("not at hand: Gone (file GONE.csv)");
    expect(ask("old")).toMatchObject({ outcome: "pending" });
    expect(ask("price", "gone")).toMatchObject({ outcome: "supported" });
    expect(ask("price", "old")).toMatchObject({ outcome: "pending" });
  });

  it("is partly so where some of its tests came true", async () => {
    const [test] = falls.tests;
    const found = await standing(
      "2020-03-31",
      prediction({ ...falls, tests: [test!, { ...test!, id: "early", due: "2020-02-28" }] }),
    );
    expect(found.tests.map(({ outcome }) => outcome)).toEqual(["supported", "refuted"]);
    expect(found).toMatchObject({ outcome: "partly", due: "2020-03-31" });
  });

  it("tells tests that stand alike once, with all of their days", async () => {
    const [test] = falls.tests;
    const found = await standing(
      "2020-01-31",
      prediction({ ...falls, tests: [test!, { ...test!, id: "later", due: "2021-03-31" }] }),
    );
    expect(found.progress).toBe(
      "price: 90.0 USD on 2020-01-31 (must be below 100 USD); true so far, due 2020-03-31 and 2021-03-31.",
    );
  });

  it("speaks of the future only", () => {
    for (const due of ["2019-12-31", "2019-06-30"])
      expect(() => prediction({ ...falls, tests: [{ ...falls.tests[0]!, due }] })).toThrow(
        new InputError(
          `prediction P1: below is due on ${due}, not after it was registered on 2019-12-31; a prediction speaks of the future`,
        ),
      );
  });

  it("refuses a probability outside 0 to 1, no tests, twins and days that do not exist", () => {
    expect(() => prediction({ ...falls, stated: 1.2 })).toThrow(/stated/);
    expect(() => prediction({ ...falls, tests: [] })).toThrow(/no tests/);
    expect(() => prediction({ ...falls, tests: [falls.tests[0]!, falls.tests[0]!] })).toThrow(
      InputError,
    );
    expect(() => prediction({ ...falls, registered: "2019-02-30" })).toThrow(/2019-02-30/);
  });

  it("cannot check something else than what was registered", async () => {
    const other = prediction({
      ...falls,
      tests: [{ ...falls.tests[0]!, expects: "below 90.0 USD" }],
    });
    await expect(standing("2020-01-31", other)).rejects.toThrow(
      'prediction P1: below: it was registered as "below 90.0 USD", but checks "below 100 USD"',
    );
  });

  it("has another definition where its words, days, claims or code differ, not where the figures do", async () => {
    const { definition } = await standing("2020-01-31");
    expect((await standing("2019-12-31")).definition).toBe(definition);
    expect((await standing("2020-03-31")).definition).toBe(definition);
    const [test] = falls.tests;
    const others = [
      { ...falls, claim: "The price rises." },
      { ...falls, stated: 0.8 },
      { ...falls, tests: [{ ...test!, due: "2020-04-30" }] },
      { ...falls, tests: [{ ...test!, title: "Another" }] },
      {
        ...falls,
        tests: [
          { ...test!, stand: (...all: Parameters<typeof test.stand>) => test!.stand(...all) },
        ],
      },
    ];
    const found = await Promise.all(others.map((one) => standing("2020-01-31", prediction(one))));
    expect(new Set([definition, ...found.map((one) => one.definition)]).size).toBe(
      others.length + 1,
    );
  });

  it("keeps its definition where a bundler numbers the names in its code, not where numbers differ", async () => {
    const [test] = falls.tests;
    const [level, level2] = [100, 100];
    type Stand = NonNullable<typeof test>["stand"];
    const price = (facts: Parameters<Stand>[0]) => facts.series("price" as never, "monthly").last();
    const definitionWith = async (stand: Stand) =>
      (await standing("2020-01-31", prediction({ ...falls, tests: [{ ...test!, stand }] })))
        .definition;
    const first = await definitionWith((facts) => ({
      check: below("price", price(facts), "USD", level),
    }));
    const renamed = await definitionWith((facts) => ({
      check: below("price", price(facts), "USD", level2),
    }));
    const typedIn = await definitionWith((facts) => ({
      check: below("price", price(facts), "USD", 100),
    }));
    expect(renamed).toBe(first);
    expect(typedIn).not.toBe(first);
  });
});
