import { type Facts, type Inconsistency, inconsistency, reported } from "assay";
import { birthOfQqq, essayDay } from "./dates.ts";
import { editionAtHand, moneyMultiple, moneyReads } from "./money.ts";
import { nearest } from "./nearest.ts";

/** The month of the first close of QQQ, and that of the essay. */
const months = { from: "1999-03-31", to: "2026-01-31" };

/** The growth of money from the first close of QQQ to the essay's day, as the claims have it. */
function moneySinceBirth(facts: Facts) {
  return moneyMultiple(facts, editionAtHand(facts), birthOfQqq);
}

/** What does not fit in the essay's account of growth and money. */
export const growthInconsistencies: readonly Inconsistency[] = [
  inconsistency({
    id: "I1",
    claims: ["C21", "C24"],
    title: "Whose fall of 69 %: money counted in gold, or the dollar",
    reads: ["m2", "goldAverage"],
    lines: (facts) => {
      const gold = facts.series("goldAverage", "monthly").changeBetween(months.from, months.to);
      return [
        reported(
          "all of M2 counted in gold",
          facts.ratio("m2", "goldAverage", "monthly").changeBetween(months.from, months.to),
          "fraction",
        ),
        reported(
          "ounces that one dollar buys",
          facts.calculate("1 / (1 + gold) - 1", { gold }),
          "fraction",
        ),
      ];
    },
    says: ([money, dollar], lines) =>
      `From March 1999 to January 2026 all of M2, counted in gold, changed by ${money}, and the gold that one dollar buys by ${dollar}. The essay's 69 % is nearer to the ${nearest(lines, -0.69, ["first", "second"])}: M2 in gold is what its black line draws, but “the dollar lost 69 %” would be the second.`,
  }),

  inconsistency({
    id: "I4",
    claims: ["C25", "C26"],
    title: "Shares of growth, by two definitions and two rulers",
    reads: ["spx", "qqq", "gold", ...moneyReads],
    lines: (facts) => {
      const m2 = moneySinceBirth(facts);
      const gold = facts.series("gold", "daily").multipleBetween(birthOfQqq, essayDay);
      return (["spx", "qqq"] as const).flatMap((id) => {
        const name = id === "spx" ? "the S&P 500" : "QQQ";
        const price = facts.series(id, "daily").multipleBetween(birthOfQqq, essayDay);
        return [
          reported(
            `M2 in the growth of ${name}, of logarithms`,
            facts.calculate("log(m2) / log(price)", { m2, price }),
            "fraction",
          ),
          reported(
            `M2 in the growth of ${name}, linear`,
            facts.calculate("(m2 - 1) / (price - 1)", { m2, price }),
            "fraction",
          ),
          reported(
            `gold in the growth of ${name}, of logarithms`,
            facts.calculate("log(gold) / log(price)", { gold, price }),
            "fraction",
          ),
        ];
      });
    },
    says: ([spxLog, spxLinear, spxGold, qqqLog, qqqLinear, qqqGold], lines) => {
      const over = lines.filter(({ fact }) => fact.value > 1).length;
      return `Of the growth of the S&P 500, M2 makes ${spxLog} by logarithms, which add up, and ${spxLinear} by the linear reading, which does not; of that of QQQ ${qqqLog} and ${qqqLinear}. With gold, the essay's own ruler, the shares by logarithms are ${spxGold} and ${qqqGold}. ${over === 0 ? "None of the six is above 100 %, so that something real is left by each" : `Above 100 % nothing real is left of the growth: that is so of ${over} of these six shares`}.`;
    },
  }),

  inconsistency({
    id: "I5",
    claims: ["C24", "C26"],
    title: "Two different 30 % of QQQ",
    reads: ["qqq", "gold", ...moneyReads],
    lines: (facts) => {
      const m2 = moneySinceBirth(facts);
      const price = facts.series("qqq", "daily").multipleBetween(birthOfQqq, essayDay);
      return [
        reported(
          "QQQ in gold",
          facts.ratio("qqq", "gold", "daily").changeBetween(birthOfQqq, essayDay),
          "fraction",
        ),
        reported(
          "share of the growth of QQQ beyond M2, of logarithms",
          facts.calculate("1 - log(m2) / log(price)", { m2, price }),
          "fraction",
        ),
      ];
    },
    says: ([change, share]) =>
      `QQQ has changed by ${change} in gold since its first close; the part of its growth in dollars that M2 does not account for is ${share}. The essay says 30 % of both: of a loss, and of a gain.`,
  }),

  inconsistency({
    id: "I6",
    claims: ["C28"],
    title: "Halving against the whole dividend",
    reads: ["qqq", ...moneyReads],
    lines: (facts) => {
      const m2 = moneySinceBirth(facts);
      const qqq = facts.series("qqq", "daily").multipleBetween(birthOfQqq, essayDay);
      return [
        reported(
          "half of what QQQ gained on M2, as a multiple",
          facts.calculate("qqq / m2 / 2", { qqq, m2 }),
          "times",
        ),
      ];
    },
    says: ([half], [line]) =>
      `By the essay's own numbers QQQ keeps 0.70 of its gold and M2 0.31, and (0.70 / 0.31) / 2 is 1.13: more than 1, so that halving does not cancel the dividend. By the data it is ${half}${(line?.fact.value ?? 0) > 1 ? ", also more than 1" : ", not more than 1"}.`,
  }),

  inconsistency({
    id: "I7",
    claims: ["C24", "C25"],
    title: "Prices without dividends, money without interest",
    reads: ["spx", "spxTotal", "qqq", "qqqTotal", ...moneyReads, "bills"],
    lines: (facts) => {
      const multiple = (id: "spx" | "spxTotal" | "qqq" | "qqqTotal") =>
        facts.series(id, "daily").multipleBetween(birthOfQqq, essayDay);
      return [
        reported("S&P 500, price", multiple("spx"), "times"),
        reported("S&P 500, with dividends", multiple("spxTotal"), "times"),
        reported("QQQ, price", multiple("qqq"), "times"),
        reported("QQQ, with dividends", multiple("qqqTotal"), "times"),
        reported(`M2, ${editionAtHand(facts)}`, moneySinceBirth(facts), "times"),
        reported(
          "cash in Treasury bills",
          facts.series("bills", "monthly").multipleBetween(months.from, months.to),
          "times",
        ),
      ];
    },
    says: ([spx, spxTotal, qqq, qqqTotal, m2, bills]) =>
      `From March 1999 to January 2026 the price of the S&P 500 grew to ${spx} its value, and with dividends to ${spxTotal}; QQQ to ${qqq} and ${qqqTotal}. The essay counts prices only. M2 grew to ${m2} what it was, but that is all money there is: what one holder of money kept in Treasury bills grew to ${bills}.`,
  }),
];
