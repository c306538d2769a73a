import {
  above,
  allOrNothing,
  atMost,
  below,
  type Facts,
  hypothesis,
  type Path,
  type Rule,
  reported,
} from "assay";
import {
  aheadWithEvidence,
  along,
  evidenceOf,
  finalRelative,
  relativeWealth,
  rivals,
  strategies,
  worlds,
} from "./ahead.ts";
import { birthOfQqq } from "./dates.ts";
import { mean } from "./mean.ts";
import { moneyMultiple } from "./money.ts";
import { multipleSince } from "./since-1999.ts";

const bets = "What a bet on the failure of AI is a bet on";
const promises = "Conclusion: when promises fail";

const moneyReads = ["m2", "m2BeforeEssay", "gdp", "gdpReal", "qqq"] as const;
type Money = (typeof moneyReads)[number];

const editions = ["as published then", "as revised since"] as const;
type Edition = (typeof editions)[number];

/** The quarter of the first close of QQQ, and the last whose output had been published on the essay's day. */
const quarters = { from: "1999-03-31", to: "2025-09-30" };
function moneyOf(facts: Facts<Money>, edition: Edition): Path {
  return facts.series(edition === "as published then" ? "m2BeforeEssay" : "m2", "monthly");
}

/** Money in the long run by two numbers, money of late, and QQQ: all three parts, some, or none. */
const moneyOutruns: Rule = ([multiple, share, lately, qqq]) => {
  const parts = [multiple?.holds && share?.holds, lately?.holds, qqq?.holds];
  if (parts.every(Boolean)) return "supported";
  return parts.some(Boolean) ? "partly" : "refuted";
};

/** Life tables by people: of those alive at 30, who reach 67. */
const survival = {
  "United States": "survivalUs",
  China: "survivalChina",
  Taiwan: "survivalTaiwan",
} as const;

/** What the essay bets on, and what it says of money, output and old age. */
export const betting = [
  hypothesis({
    id: "C39",
    claim:
      "Long gold, bitcoin, scarce minerals and energy infrastructure and short long government bonds is the bet to hold: it beats the S&P 500 and QQQ.",
    where: bets,
    kind: "strategy",
    grid: {
      strategy: Object.keys(strategies) as [
        keyof typeof strategies,
        ...(keyof typeof strategies)[],
      ],
      world: worlds,
    },
    test: (facts, { strategy, world }) => {
      const id = strategies[strategy];
      const wealth = Object.entries(rivals).map(([name, rival]) =>
        above(`final wealth against ${name}`, finalRelative(facts, id, rival, world), "times", 1),
      );
      const lines = world === "to the essay's day" ? along(facts, id) : [];
      return [...wealth, ...evidenceOf(facts, id), ...lines];
    },
    rule: aheadWithEvidence,
    chart: (facts) => ({
      title: "Wealth of the full bet per unit of wealth in the S&P 500",
      path: relativeWealth(facts, "hard-assets", "spx").monthEnds(),
      unit: "times",
      levels: [{ value: 1, label: "as much" }],
    }),
    note: "Relative wealth is one number, the same in dollars, in gold and in any other unit. To be ahead is no evidence: supported needs that luck, search, costs and single assets cannot explain it, against both. What is partly so was ahead without that. The assets were named after they had risen.",
  }),

  hypothesis({
    id: "C40",
    claim:
      "Money is printed faster than output grows, and the printing press is a resistance that AI has not crossed.",
    where: bets,
    kind: "relation",
    reads: moneyReads,
    vintage: "M2 as published on 2025-12-23, output as revised since",
    grid: {
      money: editions,
      "money of a quarter": ["its last month", "mean of its months"],
      output: ["nominal", "real"],
    },
    test: (facts, { money, "money of a quarter": quarter, output }) => {
      const m2 = moneyOf(facts, money);
      const byQuarter = (
        quarter === "its last month" ? m2 : m2.rolling(3, "mean of the quarter", mean)
      ).quarterEnds();
      const gdp = facts.series(output === "nominal" ? "gdp" : "gdpReal", "monthly");
      const ratio = byQuarter.over(gdp);
      const faster = ratio.changesOver(12);
      const beyond = facts.calculate("qqq / money", {
        qqq: multipleSince(facts, "qqq", birthOfQqq),
        money: moneyMultiple(
          facts,
          money === "as revised since" ? "latest" : "as published before the essay",
          birthOfQqq,
        ),
      });
      return [
        above(
          "M2 against output since 1999",
          ratio.multipleBetween(quarters.from, quarters.to),
          "times",
          1,
        ),
        above(
          "share of quarters in which M2 grew faster on the year",
          faster.during(quarters).share((change) => change > 0),
          "fraction",
          0.5,
        ),
        above(
          "of the last six quarters, those in which M2 grew faster",
          faster
            .rolling(6, "quarters", (six) => six.filter((change) => change > 0).length)
            .at(quarters.to),
          "count",
          3,
        ),
        atMost("QQQ against M2 since its first close", beyond, "times", 1),
        reported("M2 since 1999", byQuarter.multipleBetween(quarters.from, quarters.to), "times"),
        reported("output since 1999", gdp.multipleBetween(quarters.from, quarters.to), "times"),
        reported(
          "growth of M2 in the last quarter, on the year",
          byQuarter.changesOver(12).at(quarters.to),
          "fraction",
        ),
        reported(
          "growth of output in the last quarter, on the year",
          gdp.changesOver(12).at(quarters.to),
          "fraction",
        ),
      ];
    },
    rule: moneyOutruns,
    chart: (facts) => ({
      title: "M2 over nominal output, first quarter of 1999 = 1",
      path: facts.ratio("m2", "gdp", "monthly").during(quarters).rebasedAt(quarters.from),
      unit: "times",
      levels: [{ value: 1, label: "as in 1999" }],
    }),
    note: "Quarters end with the third of 2025, the last whose output had been published on the essay's day.",
  }),

  hypothesis({
    id: "C41",
    claim: "Most people alive today die before the age at which they may retire.",
    where: promises,
    kind: "share",
    reads: Object.values(survival),
    grid: { people: ["United States", "China", "Taiwan"] },
    test: (facts, { people }) => {
      const percent = facts.series(survival[people], "monthly").last();
      return [
        below(
          "share of those alive at 30 who reach 67, by the last life table",
          facts.calculate("x / 100", { x: percent }),
          "fraction",
          0.5,
        ),
      ];
    },
    rule: allOrNothing,
    note: "A period life table: as if mortality stayed as it is. That a life may have lost its economic meaning before cannot be tested.",
  }),
];
