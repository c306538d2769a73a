import {
  aside,
  atLeast,
  atMost,
  type Fact,
  type Facts,
  hypothesis,
  type Path,
  reported,
} from "assay";
import { essayDay, lastMonth } from "./dates.ts";
import { incomes } from "./in-gold.ts";
import {
  type Edition,
  type EditionAfter,
  editions,
  editionsBeside,
  moneyOf,
  moneyOnEssayDay,
  moneyReads,
  monthOf,
} from "./money.ts";
import { march1999, monthlyBase } from "./since-1999.ts";

/** What the two lines are made of: averages go with averages. */
const sources = {
  "London fixing": { gold: "gold", "price index": "spx", "with dividends": "spxTotal" },
  "monthly average": {
    gold: "goldAverage",
    "price index": "spxAverage",
    "with dividends": "spxTotalAverage",
  },
} as const;
type Source = keyof typeof sources;

/** A log gap within which two lines coincide. */
const NEAR = 0.1;

/** Money in gold and shares in gold on the essay's day, or over its month where they are averages. */
function endsOf(facts: Facts, source: Source, shares: string, edition: Edition | EditionAfter) {
  const { gold } = sources[source];
  const rows = source === "London fixing" ? "daily" : "monthly";
  const at = (formula: string) => facts.formula(formula, rows).at(essayDay);
  const money: Fact =
    rows === "monthly" && edition === "latest" ? at("m2") : moneyOnEssayDay(facts, edition);
  return { money, gold: at(gold), shares: at(shares) };
}

/** The last month of the lines: in the edition before the essay the last that it holds. */
function endOf(path: Path, edition: Edition | EditionAfter): string {
  if (edition === "latest") return lastMonth;
  return edition === "as published before the essay" ? path.lastDay() : monthOf(edition);
}

/** The essay's blue line against its black one. */
export const coincidence = [
  hypothesis({
    id: "C22",
    claim: "The S&P 500 counted in gold almost coincides with money supply counted in gold.",
    where: "What real progress is: the blue line, the S&P 500 counted in gold",
    kind: "relation",
    vintage: "as published before the essay, and the latest",
    reads: [
      ...moneyReads,
      ...(["gold", "goldAverage", "spx", "spxTotal", "spxAverage", "spxTotalAverage"] as const),
    ],
    grid: {
      gold: ["London fixing", "monthly average"],
      index: incomes,
      base: ["March 1999", "end of 1999", "average of 1999"],
      vintage: editions,
    },
    rule: ([inside]) => {
      const share = inside!.fact.value;
      if (share >= 0.9) return "supported";
      return share < 0.5 ? "refuted" : "partly";
    },
    test: (facts, { gold: source, index, base, vintage }) => {
      const { gold, [index]: shares } = sources[source];
      const money = moneyOf(vintage);
      const whole = (formula: string) => facts.formula(formula, "monthly");
      const months = (formula: string, edition: Edition | EditionAfter = vintage) => {
        const path = whole(formula);
        return path.during({ from: march1999, to: endOf(path, edition) });
      };
      const startOf = (formula: string) => monthlyBase(whole(formula), base);
      const gapIn = (edition: Edition | EditionAfter) => {
        const ratio = `${shares} / ${moneyOf(edition)}`;
        const start = startOf(ratio).value;
        return months(ratio, edition).map("log gap of the lines", (value) =>
          Math.log(value / start),
        );
      };
      const insideIn = (edition: Edition | EditionAfter) =>
        gapIn(edition).share((log) => Math.abs(log) <= NEAR);
      const apartIn = (edition: Edition | EditionAfter) =>
        facts.calculate("abs(shares / gold / blue - money / gold / black)", {
          ...endsOf(facts, source, shares, edition),
          blue: startOf(`${shares} / ${gold}`),
          black: startOf(`${moneyOf(edition)} / ${gold}`),
        });
      const gap = gapIn(vintage);
      const [blue, black] = [months(`${shares} / ${gold}`), months(`${money} / ${gold}`)];
      const [inDollars, supply] = [months(shares), months(money)];
      const bond = facts.cointegration(inDollars, supply);
      return [
        atLeast(
          "share of months in which the lines lie within a log gap of 0.10",
          insideIn(vintage),
          "fraction",
          0.9,
        ),
        aside(
          atMost("distance of their ends on the essay's day", apartIn(vintage), "points", 0.02),
        ),
        ...editionsBeside(facts, vintage).flatMap((edition) => [
          reported(`share of months by ${edition}`, insideIn(edition), "fraction"),
          reported("distance of the ends by it", apartIn(edition), "points"),
        ]),
        reported("mean log gap", gap.mean(), ""),
        reported("its deviation", gap.standardDeviation(), ""),
        reported("lowest", gap.minimum(), ""),
        reported("highest", gap.maximum(), ""),
        reported(
          "correlation of monthly changes in dollars",
          facts.correlation(inDollars, supply, "changes"),
          "correlation",
        ),
        reported(
          "of 12-month changes in dollars",
          facts.correlation(
            inDollars.changesOver(12, "logarithm"),
            supply.changesOver(12, "logarithm"),
            "levels",
          ),
          "correlation",
        ),
        reported(
          "of monthly changes with gold in both",
          facts.correlation(blue, black, "changes"),
          "correlation",
        ),
        reported(
          "of levels with gold in both, which proves nothing",
          facts.correlation(blue, black, "levels"),
          "correlation",
        ),
        reported("Engle-Granger statistic of the logarithms in dollars", bond.statistic, ""),
        reported("bound together only below", bond.critical, ""),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 over money supply, 1 in March 1999",
      path: facts
        .ratio("spx", "m2", "monthly")
        .during({ from: march1999, to: lastMonth })
        .rebasedAt(march1999),
      unit: "times",
      levels: [
        { value: Math.exp(NEAR), label: "coincides below" },
        { value: Math.exp(-NEAR), label: "coincides above" },
      ],
    }),
    note: "Gold cancels in the gap of two lines that are both divided by it. Coincides: in at least 90 % of the months; refuted: in fewer than half. Whether the ends meet is judged beside and decides nothing; it hangs on the edition of the money supply.",
  }),
];
