import {
  above,
  between,
  compatible,
  hypothesis,
  near,
  type Path,
  type Rule,
  reported,
} from "assay";
import { consumerPrices, consumerPricesReads } from "./consumer-prices.ts";
import { essayDay, phase3 } from "./dates.ts";
import { frequencies, golds, inGold, inGoldReads } from "./in-gold.ts";
import {
  againstRandomLevels,
  attemptsChecks,
  attemptsTold,
  closesAbove,
  thresholdNames,
} from "./resistance.ts";

const where = "Gold as the ruler, third phase (2012 to 2023)";

/** Without two failures it is no resistance; with them a break leaves a part. */
export const failedAtLeastTwice: Rule = ([failed, broke]) => {
  if (!failed?.holds) return "refuted";
  return broke?.holds ? "supported" : "partly";
};

/** The rise is one part, the resistance with both of its conditions the other. */
export const roseAndHeld: Rule = ([rose, failed, broke]) => {
  const isHeld = Boolean(failed?.holds && broke?.holds);
  if (rose?.holds && isHeld) return "supported";
  return rose?.holds || isHeld ? "partly" : "refuted";
};

/** Weak is a correlation near zero that may be zero; a strong one that may not be is the opposite. */
export const weak: Rule = ([zero, small]) => {
  if (zero?.holds && small?.holds) return "supported";
  return !zero?.holds && zero!.fact.value >= 0.3 ? "refuted" : "partly";
};

const months = { "2011-12-30": "2011-12-31", "2012-12-31": "2012-12-31" } as const;
const monthOfEnd = { "2023-12-29": "2023-12-31", "2022-12-30": "2022-12-31" } as const;

/** What the essay says of the years of low interest. */
export const thirdPhase = [
  hypothesis({
    id: "C13",
    claim: "In the years of low interest the technology giants outgrew the printing of money.",
    where,
    kind: "change",
    reads: ["qqq", "qqqTotal", "faang", "m2", "m2BeforeEssay"],
    vintage: "M2 as published before the essay, or as revised since",
    grid: {
      index: ["price index", "with dividends", "five giants"],
      start: ["2011-12-30", "2012-12-31"],
      end: ["2023-12-29", "2022-12-30"],
      vintage: ["as published", "latest"],
    },
    test: (facts, { index, start, end, vintage }) => {
      const id = {
        "price index": "qqq",
        "with dividends": "qqqTotal",
        "five giants": "faang",
      } as const;
      const money = facts
        .series(vintage === "latest" ? "m2" : "m2BeforeEssay", "monthly")
        .multipleBetween(months[start], monthOfEnd[end]);
      const grown = facts.series(id[index], "daily").multipleBetween(start, end);
      const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
      const yearly = (multiple: typeof money) =>
        facts.calculate("multiple ^ (1 / years) - 1", { multiple, years });
      const name = index === "five giants" ? "the five giants" : "QQQ";
      return [
        above(
          `growth of ${name} over that of M2`,
          facts.calculate("grown / money", { grown, money }),
          "times",
          1,
        ),
        reported(`multiple of ${name}`, grown, "times"),
        reported("multiple of M2", money, "times"),
        reported(`${name} a year`, yearly(grown), "fraction"),
        reported("M2 a year", yearly(money), "fraction"),
      ];
    },
    chart: (facts) => ({
      title: "QQQ over M2, 1 at the end of 2011",
      path: facts
        .ratio("qqq", "m2", "monthly")
        .rebasedAt("2011-12-31")
        .during({ from: "2011-12-31", to: "2023-12-31" }),
      unit: "times",
      levels: [{ value: 1, label: "as fast as money" }],
    }),
  }),

  hypothesis({
    id: "C16",
    claim:
      "The market's faith in productivity limits itself, and has little to do with real productivity.",
    where,
    kind: "relation",
    reads: ["spx", "gold", ...consumerPricesReads, "productivity", "totalFactorProductivity"],
    grid: {
      equity: ["real S&P 500", "S&P 500 in gold"],
      productivity: ["output per hour", "total factor productivity"],
      horizon: ["20 quarters", "12 quarters", "40 quarters"],
      start: ["1971", "1976", "1999"],
    },
    rule: weak,
    test: (facts, { equity, productivity, horizon, start }) => {
      const quarters = Number(horizon.slice(0, 2));
      const window = { from: `${start}-03-31`, to: "2025-09-30" };
      const changeOf = (path: Path) => path.during(window).changesOver(3 * quarters, "logarithm");
      const prices = consumerPrices(facts);
      const isReal = equity === "real S&P 500";
      const shares = facts.ratio("spx", isReal ? prices.id : "gold", "monthly");
      const name = isReal ? `S&P 500 over ${prices.name}` : equity;
      const id = productivity === "output per hour" ? "productivity" : "totalFactorProductivity";
      const together = facts.correlation(
        changeOf(shares.quarterEnds()),
        changeOf(facts.series(id, "monthly")),
        "levels",
        { lags: quarters },
      );
      return [
        compatible(
          `correlation of ${name} with ${productivity}, changes over ${horizon} since ${start}`,
          together,
          "correlation",
          0,
        ),
        between("the same by its size", together, "correlation", -0.3, 0.3),
      ];
    },
    chart: (facts) => ({
      title: "Output per hour, change over 20 quarters in logarithms",
      path: facts
        .series("productivity", "monthly")
        .during({ from: "1971-03-31", to: "2025-09-30" })
        .changesOver(60, "logarithm"),
      unit: "logarithm",
    }),
    note: "Changes over 20 quarters overlap: there are ten independent ones since 1971, and the interval that decides takes them as such (Fisher's, with as many observations as are independent): the interval by the usual correction for overlaps covers the truth less often than it says in our own simulations. Consumer prices are those without seasonal adjustment where they are at hand, which changes over whole years do not notice; total factor productivity is not adjusted for utilisation.",
  }),

  hypothesis({
    id: "C14",
    claim:
      "Time and again the S&P 500 tried to get back above 2.5 ounces of gold, and failed every time.",
    where,
    kind: "event",
    reads: inGoldReads,
    grid: {
      gold: golds,
      frequency: frequencies,
      thresholds: thresholdNames,
      end: ["2023-12-31", "the essay's day"],
    },
    rule: failedAtLeastTwice,
    test: (facts, { gold, frequency, thresholds, end }) => {
      const level = 2.5;
      const window = { from: phase3.from, to: end === "2023-12-31" ? end : essayDay };
      const path = inGold(facts, "spx", { gold, frequency }).during(window);
      const isEveryRow = path.grain === "daily" || path.grain === "monthly";
      const compared = isEveryRow
        ? path
        : inGold(facts, "spx", { gold, frequency: "month-end" }).during(window);
      return [
        ...attemptsChecks(path, level, thresholds),
        ...attemptsTold(path, level, thresholds),
        ...closesAbove(path, level),
        ...(thresholds === thresholdNames[0]
          ? againstRandomLevels(
              facts,
              compared,
              level,
              thresholds,
              isEveryRow ? "" : ", by month-ends",
            )
          : []),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during({ from: phase3.from, to: essayDay }),
      unit: "oz",
      levels: [{ value: 2.5, label: "claimed resistance" }],
    }),
    note: "An attempt opens within 3 % of the level, breaks it 3 % above and fails 10 % below it. Where only the extremes of months are at hand, their days stand for the first close beyond. Whether the level resists more than any other is judged beside, against 500 levels drawn at random, and decides nothing; where closes are missing, month-ends stand for them.",
  }),

  hypothesis({
    id: "C15",
    claim: "QQQ rose from 0.03 to 0.25 ounces of gold, and 0.25 has held it back for ten years.",
    where,
    kind: "event",
    reads: inGoldReads,
    grid: { gold: golds, frequency: frequencies, thresholds: thresholdNames },
    rule: roseAndHeld,
    test: (facts, { gold, frequency, thresholds }) => {
      const path = inGold(facts, "qqq", { gold, frequency }).during(phase3);
      return [
        near("highest QQQ in gold, 2012 to 2023", path.maximum(), "oz", 0.25, { relative: 0.05 }),
        ...attemptsChecks(path, 0.25, thresholds),
        ...attemptsTold(path, 0.25, thresholds),
        ...closesAbove(path, 0.25).slice(0, 1),
        ...closesAbove(path, 0.2).slice(0, 1),
      ];
    },
    chart: (facts) => ({
      title: "QQQ in gold",
      path: facts.ratio("qqq", "gold", "monthly").during(phase3),
      unit: "oz",
      levels: [{ value: 0.25, label: "claimed resistance" }],
    }),
    note: "A level that was never tried cannot be known to resist.",
  }),
] as const;
