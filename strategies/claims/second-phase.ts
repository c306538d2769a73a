import {
  above,
  after,
  aside,
  below,
  between,
  dated,
  hypothesis,
  near,
  type Rule,
  reported,
} from "assay";
import { phase2, untilEssay } from "./dates.ts";
import { frequencies, golds, inGold, inGoldReads, ounce, shares } from "./in-gold.ts";
import { longRecord } from "./long-record.ts";

const where = "Gold as the ruler, second phase (2003 to 2011)";

/** The year and the order of the two lows are one part of the claim. */
export const goldAndBottom: Rule = ([gold, year, order]) => {
  const isBottom = Boolean(year?.holds && order?.holds);
  if (gold?.holds && isBottom) return "supported";
  return gold?.holds || isBottom ? "partly" : "refuted";
};

/** What the essay says of gold's decade. */
export const secondPhase = [
  hypothesis({
    id: "C43",
    claim: "When credit broke in 2008, money fled from shares into gold.",
    where,
    kind: "change",
    reads: inGoldReads,
    grid: { gold: golds, frequency: frequencies },
    test: (facts, reading) => {
      const [from, to] = ["2007-10-31", "2011-09-30"] as const;
      return [
        above(
          "gold from October 2007 to September 2011",
          ounce(facts, reading).changeBetween(from, to),
          "fraction",
          0,
        ),
        below(
          "S&P 500 in gold",
          inGold(facts, "spx", reading).changeBetween(from, to),
          "fraction",
          0,
        ),
        reported(
          "S&P 500 in dollars",
          shares(facts, "spx", reading).changeBetween(from, to),
          "fraction",
        ),
      ];
    },
    rule: (checks) => (checks.every(({ holds }) => holds) ? "supported" : "refuted"),
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during({ from: "2007-01-31", to: "2011-12-31" }),
      unit: "oz",
    }),
    note: "Prices only: where the money came from and went to would need figures of flows.",
  }),

  hypothesis({
    id: "C10",
    claim: "The S&P 500 found a historic floor at 0.6 to 0.7 ounces of gold.",
    where,
    kind: "level",
    reads: inGoldReads,
    grid: { gold: golds, frequency: frequencies },
    test: (facts, reading) => [
      between(
        "lowest S&P 500 in gold, 2003 to 2011",
        inGold(facts, "spx", reading).during(phase2).minimum(),
        "oz",
        0.57,
        0.735,
      ),
      aside(
        dated(
          "month in which it was lowest in gold since 1960, by averages",
          longRecord(facts).minimum(),
          phase2.from,
          phase2.to,
        ),
      ),
      reported("lowest since 1960 by monthly averages", longRecord(facts).minimum(), "oz"),
    ],
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during(phase2),
      unit: "oz",
      levels: [
        { value: 0.6, label: "claimed from" },
        { value: 0.7, label: "claimed to" },
      ],
    }),
    note: "The claimed range, 5 % wider at both ends. Whether the floor is historic, with nothing lower in the longest record at hand, is judged beside and decides nothing.",
  }),

  hypothesis({
    id: "C11",
    claim: "QQQ fell to about 0.03 ounces of gold, the cheapest that technology has ever been.",
    where,
    kind: "level",
    reads: inGoldReads,
    grid: { gold: golds, frequency: frequencies },
    test: (facts, reading) => {
      const path = inGold(facts, "qqq", reading);
      return [
        near("lowest QQQ in gold, 2003 to 2011", path.during(phase2).minimum(), "oz", 0.03, {
          relative: 0.15,
        }),
        dated(
          "day on which QQQ was lowest in gold from 1999 to the essay",
          path.during(untilEssay).minimum(),
          phase2.from,
          phase2.to,
        ),
      ];
    },
    chart: (facts) => ({
      title: "QQQ in gold",
      path: facts.ratio("qqq", "gold", "monthly").during(phase2),
      unit: "oz",
      levels: [{ value: 0.03, label: "claimed low" }],
    }),
  }),

  hypothesis({
    id: "C12",
    claim:
      "Shares rose from 2009 on, but gold rose to $1,900 with them: counted in gold they bottomed only in 2011.",
    where,
    kind: "event",
    reads: inGoldReads,
    grid: { gold: golds, frequency: frequencies },
    rule: goldAndBottom,
    test: (facts, reading) => {
      const window = { from: "2008-01-01", to: "2012-12-31" };
      const year = { from: "2011-01-01", to: "2011-12-31" };
      const lowInGold = inGold(facts, "spx", reading).during(window).minimum();
      const lowInDollars = shares(facts, "spx", reading).during(window).minimum();
      return [
        near("highest gold in 2011", ounce(facts, reading).during(year).maximum(), "USD", 1900, {
          relative: 0.05,
        }),
        dated("day on which the S&P 500 was lowest in gold", lowInGold, year.from, year.to),
        after("the same day, against its low in dollars", lowInGold, lowInDollars),
        reported("lowest S&P 500 in gold, 2008 to 2012", lowInGold, "oz"),
        reported("lowest S&P 500 in dollars", lowInDollars, "USD"),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during({ from: "2008-01-31", to: "2012-12-31" }),
      unit: "oz",
    }),
  }),
] as const;
