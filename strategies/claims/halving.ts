import { atMost, hypothesis, type Rule, reported } from "assay";
import { untilEssay } from "./dates.ts";
import { deflatorMultiple } from "./deflators.ts";
import { incomes } from "./in-gold.ts";
import { type Edition, type EditionAfter, editions, editionsBeside, moneyReads } from "./money.ts";
import { multipleSince } from "./since-1999.ts";

/**
 * Of two sources, the data and the essay's own numbers, in both of which it would have to be so: those of
 * the essay deny it, (0.70 / 0.31) / 2 being 1.13, so that the data can only leave a part.
 */
export const partlyAtBest: Rule = ([byData]) => (byData?.holds ? "partly" : "refuted");

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
    rule: partlyAtBest,
    test: (facts, { index, deflator, vintage }) => {
      const base = "1999-03-10";
      const shares = index === "price index" ? "qqq" : "qqqTotal";
      const half = (edition: Edition | EditionAfter) =>
        facts.calculate("shares / deflator / 2", {
          shares: multipleSince(facts, shares, base),
          deflator: deflatorMultiple(facts, deflator, base, edition),
        });
      return [
        atMost(`half of what QQQ has grown beyond ${deflator}`, half(vintage), "times", 1),
        ...editionsBeside(facts, vintage).map((edition) =>
          reported(`the same by ${edition}`, half(edition), "times"),
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
    note: "The essay's own arithmetic is no measurement and stands here only: in gold QQQ keeps 0.70 and money supply 0.31 of 1999, and (0.70 / 0.31) / 2 = 1.13 is more than 1. It would have to be so by both the essay's numbers and the data; by the first it never is, so that partly is the best answer that the data can give. Counted in gold QQQ stands below 1999, and there is no gain to cancel.",
  }),
];
