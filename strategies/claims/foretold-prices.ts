import {
  atLeast,
  atMost,
  below,
  type Facts,
  type Path,
  type Prediction,
  prediction,
  type Window,
} from "assay";
import {
  growthOf,
  growthSince,
  horizons,
  lastMonth,
  registered,
  sinceGoldWindow,
} from "./foretold.ts";

const fiveYears = horizons[5];
/** Twice the essay's price of gold. */
const DOUBLE = 10_000;

/** The highest level that so many closes in a row stood at, or where only extremes are at hand what it cannot exceed. */
function heldFor(facts: Facts, path: Path, closes: number, level: number) {
  if (path.grain !== "sparse")
    return path.rolling(closes, path.title, (values) => Math.min(...values)).maximum();
  const highest = path.maximum();
  return highest.value <= level
    ? highest
    : facts.notApplicable(`only daily closes tell whether ${closes} in a row stood above ${level}`);
}

/** That an index in gold does not close above a level, so many times in a row. */
function notAbove(
  index: "spx" | "qqq",
  name: string,
  level: number,
  closes: number,
  expects: string,
) {
  const times = closes === 1 ? "" : ` at ${closes} closes in a row`;
  return {
    id: index,
    title: `${name} in gold not above ${level} ounces${times} before ${fiveYears}`,
    due: fiveYears,
    expects,
    stand: (facts: Facts<"spx" | "qqq" | "gold">, since: Window) => {
      const path = facts.ratio(index, "gold", "daily").during(since);
      const highest = heldFor(facts, path, closes, level);
      const check = atMost(`highest ${name} in gold${times}`, highest, "oz", level);
      return check.holds ? { check } : { check, settled: false };
    },
    baseRate: (facts: Facts<"spx" | "qqq" | "gold">) =>
      facts.baseRate({
        paths: [pastOf(facts.ratio(index, "gold", "monthly"), index)],
        rows: 60,
        event: ([path]) => Math.max(...path!) <= level,
      }),
  };
}

/** What is known of a monthly path, from 1971 on or from the first close of QQQ. */
function pastOf(path: Path, index: "spx" | "qqq"): Path {
  return index === "spx" ? path.during(sinceGoldWindow) : path;
}

/** That long government bonds lose against a measure by a horizon. */
function bondsLose(against: "cpi" | "bills", name: string, years: 5 | 10) {
  return {
    id: `${against}-${years}y`,
    title: `Government bonds of 20 years and more, with interest, behind ${name} after ${years} years`,
    due: horizons[years],
    expects: "below 1.00 times",
    stand: (facts: Facts<"longBond" | "cpi" | "bills">, since: Window) => {
      const path = facts.ratio("longBond", against, "monthly");
      return {
        check: below(
          `long government bonds against ${name}`,
          growthSince(facts, path, since),
          "times",
          1,
        ),
      };
    },
    baseRate: (facts: Facts<"longBond" | "cpi" | "bills">) =>
      facts.baseRate({
        paths: [
          facts.ratio("longBond", against, "monthly").during({ ...sinceGoldWindow, to: lastMonth }),
        ],
        rows: 12 * years,
        event: ([path]) => growthOf(path) < 1,
      }),
  };
}

/** That gold closes at twice the essay's price by a horizon. */
function halvedAgain(years: 5 | 10) {
  return {
    id: `by-${horizons[years].slice(0, 4)}`,
    title: `Gold at 10,000 dollars or more by ${horizons[years]}`,
    due: horizons[years],
    expects: "at least 10,000 USD",
    stand: (facts: Facts<"gold">, since: Window) => {
      const highest = facts.series("gold", "daily").during(since).maximum();
      const check = atLeast("highest price of gold", highest, "USD", DOUBLE);
      return check.holds ? { check, settled: true } : { check };
    },
    baseRate: (facts: Facts<"gold">) =>
      facts.baseRate({
        paths: [facts.series("gold", "monthly").during(sinceGoldWindow)],
        rows: 12 * years,
        event: ([path]) => Math.max(...path!) >= DOUBLE,
      }),
  };
}

/** Where prices go. */
export const pricesForetold: readonly Prediction[] = [
  prediction({
    id: "P03",
    claim: "The S&P 500 does not rise above 2.5 ounces of gold, nor QQQ above 0.25.",
    where: "Gold as the ruler, fourth phase",
    registered,
    reads: ["spx", "qqq", "gold"],
    tests: [
      notAbove("spx", "S&P 500", 2.5, 3, "at most 2.50 oz"),
      notAbove("qqq", "QQQ", 0.25, 1, "at most 0.250 oz"),
    ],
    note: "Base rates see month-ends only, which makes the prediction look a little safer than it is.",
  }),

  prediction({
    id: "P04",
    claim: "The S&P 500 goes on falling when counted in gold.",
    where: "Gold as the ruler, fourth phase",
    registered,
    reads: ["spx", "gold"],
    tests: [
      {
        id: "falls",
        title: `S&P 500 below 1.39 ounces of gold on ${fiveYears}`,
        due: fiveYears,
        expects: "below 1.39 oz",
        stand: (facts, since) => ({
          check: below(
            "S&P 500 in gold",
            facts.ratio("spx", "gold", "daily").during(since).last(),
            "oz",
            1.39,
          ),
        }),
        baseRate: (facts) =>
          facts.baseRate({
            paths: [facts.ratio("spx", "gold", "monthly").during(sinceGoldWindow)],
            rows: 60,
            event: ([path]) => path!.at(-1)! < 1.39,
          }),
      },
    ],
  }),

  prediction({
    id: "P05",
    claim: "Long US government bonds lose in real terms, and to be short of them pays.",
    where: "What a bet on the failure of AI is a bet on",
    registered,
    reads: ["longBond", "cpi", "bills"],
    tests: ([5, 10] as const).flatMap((years) => [
      bondsLose("cpi", "consumer prices", years),
      bondsLose("bills", "Treasury bills", years),
    ]),
    note: "Bonds of 20 years, repriced from their yields. Base rates draw from the years since 1971, in most of which yields fell.",
  }),

  prediction({
    id: "P10",
    claim: "The purchasing power of the dollar in gold halves again.",
    where: "What real progress is: money and gold",
    registered,
    reads: ["gold"],
    tests: [halvedAgain(5), halvedAgain(10)],
    note: "The essay names no day; both horizons are registered. Base rates see month-ends only.",
  }),
];
