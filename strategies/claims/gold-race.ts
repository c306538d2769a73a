import { above, type Facts, hypothesis, type Path, reported } from "assay";
import { birthOfQqq, essayDay, lastMonth } from "./dates.ts";
import { type Gold, golds, type Income, incomes } from "./in-gold.ts";
import { editions, moneyMultiple } from "./money.ts";

const windows = {
  "12 months to the essay's day": ["2025-01-26", essayDay],
  "12 months to the end of January 2026": ["2025-01-31", "2026-01-31"],
  "calendar 2025": ["2024-12-31", lastMonth],
  "1999-03-10 to the essay's day": [birthOfQqq, essayDay],
} as const;
type Span = keyof typeof windows;

const spans = [
  "12 months to the essay's day",
  "12 months to the end of January 2026",
  "calendar 2025",
  "1999-03-10 to the essay's day",
] as const;

/** Gold and the S&P 500, read alike: averages go with averages, closes with closes. */
function pathsOf(
  facts: Facts,
  gold: Gold,
  index: Income,
  span: Span,
): { gold: Path; shares: Path } {
  const isPrice = index === "price index";
  if (gold === "monthly average") {
    if (span === "12 months to the essay's day")
      return facts.notApplicable("an average of a month has no day");
    return {
      gold: facts.series("goldAverage", "monthly"),
      shares: facts.series(isPrice ? "spxAverage" : "spxTotalAverage", "monthly"),
    };
  }
  const rows = span === "12 months to the end of January 2026" ? "monthly" : "daily";
  return {
    gold: facts.series(gold === "London fixing" ? "gold" : "goldFutures", rows),
    shares: facts.series(isPrice ? "spx" : "spxTotal", rows),
  };
}

/** Growth of money: as first seen the last that was out on the essay's day, else that of the months. */
function moneyGrowth(facts: Facts, edition: (typeof editions)[number], span: Span) {
  if (span === "1999-03-10 to the essay's day")
    return facts.calculate("multiple - 1", {
      multiple: moneyMultiple(facts, edition, "1999-03-10"),
    });
  if (edition === "latest") {
    const [from, to] = windows[span];
    return facts.series("m2", "monthly").changeBetween(from, to);
  }
  return facts.calculate("percent / 100", { percent: facts.known("m2YoyFirstSeen", essayDay) });
}

/** By month: what gold gained over a year more than money and the S&P 500 together, as known today. */
function leads(facts: Facts, apply: (change: number) => number): Path {
  const [gold, money, shares] = (["gold", "m2", "spx"] as const).map((id) =>
    facts.series(id, "monthly").changesOver(12).map(id, apply),
  );
  return gold!
    .joined(money!, "gold less money", (a, b) => a - b)
    .joined(shares!, "lead of gold over money and shares", (a, b) => a - b);
}

/** Gold against money and shares together. */
export const goldRace = [
  hypothesis({
    id: "C27",
    claim: "Gold now rises faster than money supply and the stock market together.",
    where: "What real progress is: how fast gold rises now",
    kind: "change",
    vintage: "as first published before the essay, and the latest",
    reads: [
      ...(["m2", "m2BeforeEssay", "m2YoyFirstSeen", "gold", "goldFutures", "goldAverage"] as const),
      ...(["spx", "spxTotal", "spxAverage", "spxTotalAverage"] as const),
    ],
    grid: {
      gold: golds,
      window: spans,
      returns: ["simple", "logarithms"],
      vintage: editions,
      index: incomes,
    },
    test: (facts, { gold, window, returns, vintage, index }) => {
      const [from, to] = windows[window];
      const paths = pathsOf(facts, gold, index, window);
      const changes = {
        gold: paths.gold.changeBetween(from, to),
        money: moneyGrowth(facts, vintage, window),
        shares: paths.shares.changeBetween(from, to),
      };
      const isSimple = returns === "simple";
      const lead = facts.calculate(
        isSimple ? "gold - money - shares" : "log(1 + gold) - log(1 + money) - log(1 + shares)",
        changes,
      );
      const past = leads(facts, isSimple ? (change) => change : Math.log1p);
      const shareSince = (day: string) =>
        past.during({ from: day, to: essayDay }).share((value) => value > 0);
      const after = past.during({ from: "2026-02-28", to: past.lastDay() });
      const failed = after.firstWhere((value) => value <= 0);
      return [
        above(`gold less money and the S&P 500, ${window}`, lead, "points", 0),
        reported("gold", changes.gold, "fraction"),
        reported("money supply", changes.money, "fraction"),
        reported("S&P 500", changes.shares, "fraction"),
        reported(
          "share of the months since August 1972 of which it is true",
          shareSince("1972-08-31"),
          "fraction",
        ),
        reported("share of the months since March 1999", shareSince("1999-03-31"), "fraction"),
        ...(failed === null
          ? []
          : [reported("first month after the essay of which it is not", failed, "day")]),
      ];
    },
    chart: (facts) => ({
      title: "Gold less money supply and the S&P 500, change over 12 months",
      path: leads(facts, (change) => change).during({ from: "1999-03-31", to: essayDay }),
      unit: "fraction",
      levels: [{ value: 0, label: "gold no faster" }],
    }),
    note: "Before the essay the growth of money over 12 months is that to November 2025, as first published on 2025-12-23. The shares of months are of month-ends, prices and the latest edition.",
  }),
];
