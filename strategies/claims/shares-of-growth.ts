import {
  allOrNothing,
  between,
  type Check,
  type Fact,
  type Facts,
  hypothesis,
  near,
  reported,
} from "assay";
import { untilEssay } from "./dates.ts";
import { type Deflator, deflatorMultiple, deflatorReads, deflators, nameOf } from "./deflators.ts";
import { incomes } from "./in-gold.ts";
import { type Edition, editions, editionsBeside } from "./money.ts";
import { type Base, bases, multipleSince } from "./since-1999.ts";

const where = "What real progress is: how much of the growth is the dollar's own fall";

const shareAxes = {
  deflator: deflators,
  index: incomes,
  share: ["of logarithms", "linear"],
  vintage: editions,
  base: bases,
} as const;

/** A growth whose logarithm is smaller has no shares. */
const NO_GROWTH = 0.05;

/** Share of the growth of shares that a deflator's growth makes up. */
function shareOf(
  facts: Facts,
  kind: (typeof shareAxes.share)[number],
  deflator: Fact,
  shares: Fact,
): Fact {
  if (Math.abs(Math.log(shares.value)) < NO_GROWTH)
    return facts.notApplicable("hardly any growth to take a share of");
  const values = { deflator, shares };
  return kind === "linear"
    ? facts.calculate("(deflator - 1) / (shares - 1)", values)
    : facts.calculate("log(deflator) / log(shares)", values);
}

/** The same share by later editions, told beside that of the edition before the essay. */
function byLaterEditions(
  facts: Facts,
  cell: {
    deflator: Deflator;
    share: (typeof shareAxes.share)[number];
    vintage: Edition;
    base: Base;
  },
  shares: Fact,
): readonly Check[] {
  const { deflator, share, vintage, base } = cell;
  if (vintage === "latest") return [];
  const by = (edition: Parameters<typeof deflatorMultiple>[3]) =>
    shareOf(facts, share, deflatorMultiple(facts, deflator, base, edition), shares);
  return [
    ...editionsBeside(facts, vintage).map((edition) =>
      reported(`the same by ${edition}`, by(edition), "fraction"),
    ),
    reported("the same by the latest edition", by("latest"), "fraction"),
  ];
}

const editionNote =
  "Of the money supply before the essay the last figure that was out on its day counts, which is of November 2025; the print of December, a day after the essay, is not at hand, and the edition of 2026-03-20 is told beside. The latest edition is read on the very days, between the middles of months. Consumer prices are those without seasonal adjustment where they are at hand.";

/** What the essay holds for the part of growth that is none. */
export const sharesOfGrowth = [
  hypothesis({
    id: "C25",
    claim: "Nearly 99 % of the growth of the S&P 500 in dollars is the dollar's own depreciation.",
    where,
    kind: "share",
    vintage: "as published before the essay, and the latest",
    reads: [...deflatorReads, "spx", "spxTotal"],
    grid: shareAxes,
    rule: allOrNothing,
    test: (facts, { deflator, index, share, vintage, base }) => {
      const shares = multipleSince(facts, index === "price index" ? "spx" : "spxTotal", base);
      const fallen = deflatorMultiple(facts, deflator, base, vintage);
      return [
        near(
          `share of ${nameOf(facts, deflator)} in the growth of the S&P 500`,
          shareOf(facts, share, fallen, shares),
          "fraction",
          0.99,
          { points: 0.03 },
        ),
        ...byLaterEditions(facts, { deflator, share, vintage, base }, shares),
        reported("growth of the S&P 500", shares, "times"),
        reported(`growth of ${nameOf(facts, deflator)}`, fallen, "times"),
        reported(
          "share of logarithms by the essay's own losses in gold",
          facts.calculate("log(0.31 * gold) / log(0.32 * gold)", {
            gold: multipleSince(facts, "gold", base),
          }),
          "fraction",
        ),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 over money supply, 1 in March 1999",
      path: facts.ratio("spx", "m2", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times",
      levels: [{ value: 1, label: "all growth is money" }],
    }),
    note: `The answer hangs on the edition of the money supply: by what was out before the essay the share lies just outside the range of three points, by the latest just inside, and between them the month that is read decides. ${editionNote}`,
  }),

  hypothesis({
    id: "C26",
    claim: "60 to 70 % of the growth of QQQ is the dollar's, and only some 30 % is real progress.",
    where,
    kind: "share",
    vintage: "as published before the essay, and the latest",
    reads: [...deflatorReads, "qqq", "qqqTotal"],
    grid: shareAxes,
    rule: allOrNothing,
    test: (facts, { deflator, index, share, vintage, base }) => {
      const shares = multipleSince(facts, index === "price index" ? "qqq" : "qqqTotal", base);
      const fallen = deflatorMultiple(facts, deflator, base, vintage);
      const part = shareOf(facts, share, fallen, shares);
      return [
        between(
          `share of ${nameOf(facts, deflator)} in the growth of QQQ`,
          part,
          "fraction",
          0.57,
          0.73,
        ),
        ...byLaterEditions(facts, { deflator, share, vintage, base }, shares),
        reported("the rest, real", facts.calculate("1 - part", { part }), "fraction"),
        reported("growth of QQQ", shares, "times"),
        reported(`growth of ${nameOf(facts, deflator)}`, fallen, "times"),
        reported(
          "share of logarithms by the essay's own losses in gold",
          facts.calculate("log(0.31 * gold) / log(0.7 * gold)", {
            gold: multipleSince(facts, "gold", base),
          }),
          "fraction",
        ),
      ];
    },
    chart: (facts) => ({
      title: "QQQ over money supply, 1 in March 1999",
      path: facts.ratio("qqq", "m2", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times",
      levels: [{ value: 1, label: "all growth is money" }],
    }),
    note: `The range is widened by three points on either side; the 30 % are read as what it leaves. ${editionNote}`,
  }),
];
