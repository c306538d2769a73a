import { atMost, hypothesis, reported } from "assay";
import { untilEssay } from "./dates.ts";
import { deflatorMultiple } from "./deflators.ts";
import { incomes } from "./in-gold.ts";
import { editions, moneyReads } from "./money.ts";
import { multipleSince } from "./since-1999.ts";

/** What another halving of the dollar would take from what QQQ has added. */
export const halving = [
  hypothesis({
    id: "C28",
    claim: "If the dollar's purchasing power halves once more, all that AI has added is cancelled.",
    where: "What real progress is: what another halving would take",
    kind: "conditional",
    vintage: "as published before the essay, and the latest",
    reads: [...moneyReads, "gold", "qqq", "qqqTotal"],
    grid: { index: incomes, deflator: ["money supply", "gold"], vintage: editions },
    test: (facts, { index, deflator, vintage }) => {
      const base = "1999-03-10";
      const shares = index === "price index" ? "qqq" : "qqqTotal";
      const gold = multipleSince(facts, "gold", base);
      const added = facts.calculate("shares / deflator", {
        shares: multipleSince(facts, shares, base),
        deflator: deflatorMultiple(facts, deflator, base, vintage),
      });
      // The essay names its multiples in gold, so that the price of gold cancels in their ratio.
      const own = deflator === "gold" ? "0.7 * gold / gold" : "(0.7 * gold) / (0.31 * gold)";
      return [
        atMost(
          `half of what QQQ has grown beyond ${deflator}`,
          facts.calculate("added / 2", { added }),
          "times",
          1,
        ),
        atMost(
          "the same by the essay's own losses in gold",
          facts.calculate(`${own} / 2`, { gold }),
          "times",
          1,
        ),
        reported(
          "QQQ in gold on the essay's day, of 1999: below 1 nothing is left to cancel",
          multipleSince(facts, `${shares} / gold`, base),
          "times",
        ),
      ];
    },
    chart: (facts) => ({
      title: "QQQ over money supply, 1 in March 1999",
      path: facts.ratio("qqq", "m2", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times",
      levels: [{ value: 2, label: "cancelled by a halving below" }],
    }),
  }),
];
