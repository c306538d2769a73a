import { beforeAll, expect, it } from "vitest";
import { above, reported } from "../../src/hypothesis/compare.ts";
import { type Evidence, evidenceOf, factsOf } from "../../src/hypothesis/facts.ts";
import { hypothesis } from "../../src/hypothesis/hypothesis.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { verdictOf } from "../../src/hypothesis/verdict.ts";
import { InputError } from "../../src/input/input-error.ts";
import { parseDay } from "../../src/series/day.ts";
import { formulaCompiler } from "../../src/series/formula.ts";
import type { Series } from "../../src/series/series.ts";
import { seriesOf } from "../series/series-of.ts";

const home = seriesOf("home", { "2020-01-31": 4, "2021-01-31": 5 });
const world = seriesOf("world", { "2020-01-31": 7, "2021-01-31": 6 });
const tradingDays = ["2020-01-02", "2020-01-03", "2020-01-06", "2021-01-04"].map((day) =>
  parseDay(day, "test"),
);
let evidence: (...series: readonly Series[]) => Evidence;
beforeAll(async () => {
  const compile = await formulaCompiler();
  evidence = (...series) =>
    evidenceOf({
      figures: {
        series: new Map(series.map((one) => [one.id, one])),
        daily: null,
        closes: { onDays: {}, extremes: {} },
        absent: new Map([["world", "figures of the world (file WORLD.csv)"]]),
      },
      ids: [...reads],
      run: {
        phases: new Map(),
        wealth: () => {
          throw new Error("not asked");
        },
        variation: () => null,
        decision: () => null,
      },
      compile,
      tradingDays,
      seed: 1,
    });
});

const reads = ["home", "world"] as const;
const claim = hypothesis({
  id: "C",
  claim: "It rises everywhere.",
  where: "here",
  kind: "change",
  reads: reads as never,
  grid: { area: ["world", "home"] },
  test: (facts, { area }) => {
    const risen = facts.series(area as never, "monthly").changeBetween("2020-01-31", "2021-01-31");
    return area === "world"
      ? [above("the world", risen, "fraction", 0)]
      : [reported("at home", risen, "fraction")];
  },
});

it("a choice that only reports is told where the series that decides is absent", () => {
  const found = verdictOf(claim, factsOf(evidence(home), reads));
  expect(found.outcome).toBe("untestable");
  expect(found.missing).toEqual(["figures of the world (file WORLD.csv)"]);
  expect(found.why).toBe(
    "The figures that decide it are not at hand: figures of the world (file WORLD.csv). at home: 25.0% on 2021-01-31.",
  );
});

it("a choice that only reports decides nothing where the deciding one is at hand", () => {
  const found = verdictOf(claim, factsOf(evidence(home, world), reads));
  expect(found.outcome).toBe("refuted");
  expect(found.grid.share).toBe(0);
  expect(found.missing).toEqual([]);
});

it("a claim that only reports, with all its series at hand, is a mistake", () => {
  const only = hypothesis({
    id: "D",
    claim: "It rises at home.",
    where: "here",
    kind: "change",
    reads: reads as never,
    test: (facts) => [
      reported("at home", facts.series("home" as never, "monthly").first(), "percent"),
    ],
  });
  expect(() => verdictOf(only, factsOf(evidence(home), reads))).toThrow(InputError);
});

it("a trading day is counted along days without a gap, and is not at hand beyond one", () => {
  const facts = factsOf(evidence(home), reads);
  expect(facts.tradingDay("2020-01-02", 2)).toBe("2020-01-06");
  expect(facts.tradingDay("2020-01-06", -2)).toBe("2020-01-02");
  expect(facts.tradingDay("2020-01-04", 0)).toBe("2020-01-06");
  expect(() => facts.tradingDay("2020-01-06", 1)).toThrow(
    "the trading day 1 after 2020-01-06 is not at hand",
  );
  expect(() => facts.tradingDay("2020-01-02", -1)).toThrow(NotCovered);
});
