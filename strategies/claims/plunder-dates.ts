import { inconsistency, reported } from "assay";
import { inYear } from "./years.ts";

/** The order of take-off and paper money, and the number of a law. */
export const plunderAgainstDates = inconsistency({
  id: "I11",
  claims: ["C32", "C33"],
  title: "Take-off before paper money, and the wrong law",
  reads: ["worldOutputPerHead"],
  lines: (facts) => {
    if (!facts.isAtHand("worldOutputPerHead")) return [];
    const path = facts.series("worldOutputPerHead", "monthly");
    const growth = (from: number, to: number) =>
      facts.calculate("(last / first) ^ (1 / years) - 1", {
        last: inYear(path, to),
        first: inYear(path, from),
        years: to - from,
      });
    return [
      reported(
        "growth of world output per head a year, 1870 to 1913",
        growth(1870, 1913),
        "fraction",
      ),
      reported("the same from 1971 to 2018", growth(1971, 2018), "fraction"),
    ];
  },
  says: ([gold, paper]) =>
    `The growth that the essay puts down to the passage from gold to paper began in the 19th century: the classical gold standard lasted from the 1870s to 1914, and money without any tie to gold began in 1971. ${gold === undefined ? "Figures of output per head are not at hand" : `World output per head grew by ${gold} a year under the gold standard and by ${paper} since 1971`}. And the law of thermodynamics that speaks of entropy is the second; the first speaks of energy.`,
});
