import { above, below, type Facts, hypothesis, near, reported } from "assay";
import { essayDay, lastMonth, untilEssay } from "./dates.ts";
import { incomes } from "./in-gold.ts";
import { editions, moneyMultiple, moneyReads } from "./money.ts";
import { type Base, bases, valueAt } from "./since-1999.ts";

const where = "What real progress is: the three lines against 1999";

const golds = {
  "London fixing": "gold",
  "New York futures": "goldFutures",
  "the essay's 5,000": "gold",
} as const;
const goldNames = ["London fixing", "New York futures", "the essay's 5,000"] as const;
type Gold = keyof typeof golds;

const seriesOf = {
  spx: { "price index": "spx", "with dividends": "spxTotal", "with dividends (SPY)": "spyTotal" },
  qqq: { "price index": "qqq", "with dividends": "qqqTotal", "with dividends (SPY)": "qqqTotal" },
} as const;

const sharesReads = ["spx", "qqq", "spxTotal", "qqqTotal", "gold", "goldFutures"] as const;

const ends = ["the essay's day", "end of 2025", "last month"] as const;
type End = (typeof ends)[number];

/** Shares counted in gold at an end, of what they were at a base in 1999. */
function inGoldOf(facts: Facts, shares: string, gold: Gold, base: Base, end: End) {
  const formula = `${shares} / ${golds[gold]}`;
  const start = valueAt(facts, formula, base);
  if (gold === "the essay's 5,000") {
    if (end !== "the essay's day")
      return facts.notApplicable("the essay's own price is that of its day");
    const price = facts.series(shares, "daily").at(essayDay);
    return facts.calculate("price / 5000 / start", { price, start });
  }
  const months = facts.formula(formula, "monthly");
  const value =
    end === "the essay's day"
      ? facts.formula(formula, "daily").at(essayDay)
      : end === "end of 2025"
        ? months.at(lastMonth)
        : months.last();
  return facts.calculate("value / start", { value, start });
}

/** The essay's black line from March 1999: a monthly average, whatever the base of the shares. */
function moneyInGoldOf(facts: Facts, gold: Gold, end: End) {
  const months = facts.formula("m2 / goldAverage", "monthly");
  const start = months.at("1999-03-31");
  if (gold === "the essay's 5,000") {
    const money = facts.series("m2", "monthly").at(essayDay);
    return facts.calculate("money / 5000 / start", { money, start });
  }
  const value =
    end === "last month" ? months.last() : months.at(end === "end of 2025" ? lastMonth : essayDay);
  return facts.calculate("value / start", { value, start });
}

/** What the essay reads off its three lines. */
export const againstMoney = [
  hypothesis({
    id: "C23",
    claim: "QQQ counted in gold has beaten money supply, but is still below its level of 1999.",
    where: "What real progress is: the orange line, QQQ counted in gold",
    kind: "level",
    vintage: "as published before the essay, and the latest",
    reads: [...moneyReads, ...sharesReads],
    grid: { gold: goldNames, index: incomes, base: bases, vintage: editions },
    test: (facts, { gold, index, base, vintage }) => {
      const shares = seriesOf.qqq[index];
      const beyond = facts.calculate("log(end / start / money)", {
        end: facts.series(shares, "daily").at(essayDay),
        start: valueAt(facts, shares, base),
        money: moneyMultiple(facts, vintage, base),
      });
      return [
        above("log of QQQ over money supply, since 1999", beyond, "", 0),
        below(
          "QQQ in gold on the essay's day, of 1999",
          inGoldOf(facts, shares, gold, base, "the essay's day"),
          "times",
          1,
        ),
      ];
    },
    chart: (facts) => ({
      title: "QQQ in gold",
      path: facts.ratio("qqq", "gold", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times of March 1999",
      levels: [{ value: 1, label: "1999" }],
    }),
  }),

  hypothesis({
    id: "C24",
    claim: "Against gold the dollar has lost 69 %, the S&P 500 68 % and QQQ 30 % since 1999.",
    where,
    kind: "change",
    vintage: "latest",
    reads: ["m2", "goldAverage", ...sharesReads, "spyTotal"],
    grid: { gold: goldNames, index: [...incomes, "with dividends (SPY)"], base: bases, end: ends },
    test: (facts, { gold, index, base, end }) => {
      const lossOf = (id: "spx" | "qqq") =>
        facts.calculate("multiple - 1", {
          multiple: inGoldOf(facts, seriesOf[id][index], gold, base, end),
        });
      const points = { points: 0.02 };
      return [
        near(
          "money supply in gold",
          facts.calculate("multiple - 1", { multiple: moneyInGoldOf(facts, gold, end) }),
          "fraction",
          -0.69,
          points,
        ),
        near("S&P 500 in gold", lossOf("spx"), "fraction", -0.68, points),
        near("QQQ in gold", lossOf("qqq"), "fraction", -0.3, points),
        reported(
          "ounces of gold for a dollar",
          facts.calculate("start / end - 1", {
            start: valueAt(facts, "gold", base),
            end: facts.series("gold", "daily").at(essayDay),
          }),
          "fraction",
        ),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold, 1 in March 1999",
      path: facts.ratio("spx", "gold", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times",
      levels: [{ value: 0.32, label: "claimed: less 68 %" }],
    }),
    note: "The loss of the dollar is read as that of money supply in gold, as the essay's own chart has it: monthly averages from March 1999. Dividends of the S&P 500 are those of the index, or of the fund SPY after its fee.",
  }),
];
