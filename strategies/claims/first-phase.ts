import { aside, atMost, dated, hypothesis, near, reported } from "assay";
import { phase1 } from "./dates.ts";
import {
  frequencies,
  golds,
  type Index,
  incomes,
  inGold,
  inGoldReads,
  shares,
  withIncomeReads,
} from "./in-gold.ts";
import { longRecord, longRecordReads } from "./long-record.ts";

const where = "Gold as the ruler, first phase (1999 to 2002)";
const yearOfThePeak = { from: "2000-01-01", to: "2000-12-31" };
const lastDay = "2002-12-31";

/** What the essay says of the dot-com years. */
export const firstPhase = [
  hypothesis({
    id: "C08",
    claim:
      "The S&P 500 met its ceiling at 5.5 ounces of gold, and QQQ its historic ceiling at 0.40.",
    where,
    kind: "level",
    reads: [...inGoldReads, ...longRecordReads],
    grid: { gold: golds, frequency: frequencies },
    test: (facts, reading) => {
      const peakOf = (index: Index) => inGold(facts, index, reading).during(phase1).maximum();
      return [
        near("highest S&P 500 in gold", peakOf("spx"), "oz", 5.5, { relative: 0.05 }),
        near("highest QQQ in gold", peakOf("qqq"), "oz", 0.4, { relative: 0.05 }),
        aside(
          dated(
            "month in which the S&P 500 was highest in gold since 1960, by averages",
            longRecord(facts).maximum(),
            phase1.from,
            phase1.to,
          ),
        ),
        reported("highest since 1960 by monthly averages", longRecord(facts).maximum(), "oz"),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during(phase1),
      unit: "oz",
      levels: [{ value: 5.5, label: "claimed ceiling" }],
    }),
    note: "Whether the ceiling is that of all times is judged beside, by the longest record at hand, and decides nothing.",
  }),

  hypothesis({
    id: "C09",
    claim:
      "From the peak of 2000 to the end of 2002 the S&P 500 and QQQ lost 80 % of their worth in gold.",
    where,
    kind: "change",
    reads: withIncomeReads,
    grid: {
      end: ["last day of 2002", "trough"],
      gold: golds,
      frequency: frequencies,
      index: incomes,
    },
    test: (facts, { end, gold, frequency, index: income }) => {
      const reading = { gold, frequency, income };
      const isToTrough = end === "trough";
      const fallOf = (index: Index) => {
        const path = inGold(facts, index, reading);
        const peak = path.during(yearOfThePeak).maximum();
        const low = isToTrough
          ? path.during({ from: yearOfThePeak.from, to: lastDay }).minimum()
          : path.at(lastDay);
        return facts.calculate("low / peak - 1", { low, peak });
      };
      const inDollars = (index: Index) => {
        const path = shares(facts, index, reading);
        const peak = path.during(yearOfThePeak).maximum();
        return facts.calculate("end / peak - 1", { end: path.at(lastDay), peak });
      };
      return [
        atMost("S&P 500 in gold from its peak of 2000", fallOf("spx"), "fraction", -0.78),
        atMost("QQQ in gold from its peak of 2000", fallOf("qqq"), "fraction", -0.78),
        reported(
          "S&P 500 in gold on the last day of 2002",
          inGold(facts, "spx", reading).at(lastDay),
          "oz",
        ),
        ...(income === "price index" && !isToTrough
          ? [
              reported("S&P 500 in dollars", inDollars("spx"), "fraction"),
              reported("QQQ in dollars", inDollars("qqq"), "fraction"),
            ]
          : []),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during(phase1),
      unit: "oz",
      levels: [{ value: 1.1, label: "5.5 oz less 80 %" }],
    }),
    note: "A fall holds where it is at least as deep as claimed, less two points.",
  }),
] as const;
