import { atMost, type Fact, type Facts, hypothesis, type Path, type Rule, reported } from "assay";
import { essayDay } from "./dates.ts";

/** What may stand for the fall of a currency, by how it is read. */
const deflators = {
  "money supply": "m2",
  "money supply per head": "m2 / population",
  "consumer prices": "cpi",
  output: "gdp",
  gold: "goldAverage",
} as const;

/** What a measure of debasement should explain. */
const targets = {
  "consumer prices": "cpi",
  gold: "goldAverage",
  "house prices": "housePrices",
} as const;

const MONTHS_A_YEAR = 12;
const QUARTERS_A_YEAR = 4;
/** Quarters of the first fit. */
const FIRST_FIT = 40;

/** First for most targets, or in part where first or second for most; each target gives one place. */
const firstForMost: Rule = (places) => {
  const isForMost = (place: number) =>
    places.filter(({ fact }) => fact.value <= place).length > places.length / 2;
  if (isForMost(1)) return "supported";
  return isForMost(2) ? "partly" : "refuted";
};

/** Changes of logarithms over some years, at the ends of quarters, of what was known on the essay's day. */
function changesOf(facts: Facts, formula: string, start: string, years: number): Path {
  const first = facts.series("m2", "monthly").at(`${start}-03-31`).day!;
  const last = facts.known("gdp", essayDay).day!;
  return facts
    .formula(formula, "monthly")
    .quarterEnds()
    .keep((day) => day >= first && day <= last)
    .changesOver(years * MONTHS_A_YEAR, "logarithm");
}

/** Whether money supply measures the fall of the dollar. */
export const measuresOfDebasement = [
  hypothesis({
    id: "C20",
    claim:
      "The growth of money supply is among the best measures of a currency's real depreciation.",
    where: "What real progress is: how debasement is measured",
    kind: "relation",
    vintage: "latest",
    reads: ["m2", "population", "cpi", "gdp", "goldAverage", "housePrices"],
    grid: { horizon: ["5 years", "3 years", "10 years"], start: ["1971", "1985", "1999"] },
    rule: firstForMost,
    test: (facts, { horizon, start }) => {
      const years = Number.parseInt(horizon, 10);
      const isHere = (name: string) =>
        (name !== "money supply per head" || facts.isAtHand("population")) &&
        (name !== "house prices" || facts.isAtHand("housePrices"));
      const changes = (formula: string) => changesOf(facts, formula, start, years);
      const tested = Object.entries(targets).filter(([name]) => isHere(name));
      return tested.flatMap(([target, formula]) => {
        const explained = Object.entries(deflators)
          .filter(([name]) => name !== target && isHere(name))
          .map(([name, deflator]): readonly [string, Fact] => [
            name,
            facts.outOfSample(changes(formula), changes(deflator), {
              fewest: FIRST_FIT,
              apart: years * QUARTERS_A_YEAR,
            }),
          ]);
        const [[, money], ...others] = explained as [[string, Fact], ...[string, Fact][]];
        const place = facts.rank(
          money,
          others.map(([, fact]) => fact),
        );
        return [
          atMost(
            `place of money supply among ${place.count} measures, for ${horizon} of ${target}`,
            place,
            "count",
            1,
          ),
          ...explained.map(([name, fact]) =>
            reported(`${target} explained by ${name}, out of sample`, fact, "fraction"),
          ),
        ];
      });
    },
    chart: (facts) => ({
      title: "Money supply, change of the logarithm over 5 years",
      path: changesOf(facts, "m2", "1971", 5),
      unit: "log",
    }),
    note: "Changes of one quarter's end against the same change of a measure; each is explained by a line fitted to changes that had ended before it began, after a first fit of ten years, and compared with their mean: below zero a measure explains less than the mean does. House prices and population count where they are at hand.",
  }),
];
