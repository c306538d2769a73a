import { atMost, hypothesis, near, reported } from "assay";
import { essayDay, lastMonth } from "./dates.ts";
import {
  type Edition,
  type EditionAfter,
  editions,
  editionsBeside,
  moneyOf,
  moneyOnEssayDay,
  moneyReads,
} from "./money.ts";
import { march1999, monthlyBase } from "./since-1999.ts";

const where = "What real progress is: the black line, money supply counted in gold";

const golds = {
  "monthly average": "goldAverage",
  "London fixing, month-end": "gold",
  "New York futures, month-end": "goldFutures",
  "the essay's 5,000": "gold",
} as const;

const ends = { "January 2026": "2026-01-31", "December 2025": lastMonth, "last month": null };

/** The black line of the essay, and the dollar itself. */
export const moneyInGold = [
  hypothesis({
    id: "C21",
    claim:
      "Money supply counted in gold keeps falling without a break, so the dollar has lost 69 % against gold.",
    where,
    kind: "change",
    vintage: "as published before the essay, and the latest",
    reads: [...moneyReads, "gold", "goldAverage", "goldFutures"],
    grid: {
      gold: [
        "monthly average",
        "London fixing, month-end",
        "New York futures, month-end",
        "the essay's 5,000",
      ],
      end: ["January 2026", "December 2025", "last month"],
      base: ["March 1999", "average of 1999"],
      vintage: editions,
    },
    test: (facts, { gold, end, base, vintage }) => {
      const isRound = gold === "the essay's 5,000";
      if (isRound && end !== "January 2026")
        return facts.notApplicable("the essay's own price is that of its day");
      if (vintage !== "latest" && end === "last month")
        return facts.notApplicable("the edition before the essay ends with November 2025");
      const line = facts.ratio(moneyOf(vintage), golds[gold], "monthly");
      const until = ends[end] ?? line.lastDay();
      const path = line.during({
        from: march1999,
        to: vintage === "latest" ? until : line.lastDay(),
      });
      const price = isRound ? 5000 : facts.series(golds[gold], "monthly").at(until);
      const ounces = facts.formula(`1 / ${golds[gold]}`, "monthly");
      const [months, years] = [path.changesOver(1), path.changesOver(12)];
      const isFalling = (change: number) => change < 0;
      const relative = path.rebasedAt(march1999);
      const lostIn = (edition: Edition | EditionAfter) =>
        facts.calculate("money / price / start - 1", {
          money:
            edition === "latest"
              ? facts.series("m2", "monthly").at(until)
              : moneyOnEssayDay(facts, edition),
          price,
          start: monthlyBase(facts.ratio(moneyOf(edition), golds[gold], "monthly"), base),
        });
      return [
        near(
          vintage === "latest"
            ? `money supply in gold since 1999, to ${end === "last month" ? "the last month" : end}`
            : `money supply in gold since 1999, money of November 2025 over gold of ${end}`,
          lostIn(vintage),
          "fraction",
          -0.69,
          { points: 0.02 },
        ),
        near(
          "ounces of gold for a dollar",
          facts.calculate("1 / price / start - 1", { price, start: monthlyBase(ounces, base) }),
          "fraction",
          -0.69,
          { points: 0.02 },
        ),
        atMost("largest rise of the line over 12 months", years.maximum(), "fraction", 0.01),
        ...editionsBeside(facts, vintage).map((edition) =>
          reported(`the loss by ${edition}`, lostIn(edition), "fraction"),
        ),
        reported("share of 12-month windows in which it fell", years.share(isFalling), "fraction"),
        reported("share of months in which it fell", months.share(isFalling), "fraction"),
        reported("highest, of March 1999", relative.maximum(), "times"),
        reported("lowest, of March 1999", relative.minimum(), "times"),
      ];
    },
    chart: (facts) => ({
      title: "Money supply in gold, 1 in March 1999",
      path: facts
        .ratio("m2", "goldAverage", "monthly")
        .during({ from: march1999, to: essayDay })
        .rebasedAt(march1999),
      unit: "times",
      levels: [{ value: 0.31, label: "claimed: less 69 %" }],
    }),
    note: "A single rise of more than 1 % over 12 months denies that it falls without a break. In the edition before the essay the last figure of money, of November 2025, stands for what was known on its day, and the edition of 2026-03-20 is told beside by its December and its January.",
  }),
];
