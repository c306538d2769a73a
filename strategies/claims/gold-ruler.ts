import {
  atLeast,
  type BreakSearch,
  below,
  dated,
  type Facts,
  hypothesis,
  type Path,
  type Rule,
  reported,
} from "assay";
import { birthOfQqq, essayDay, untilEssay } from "./dates.ts";
import { type Index, incomes } from "./in-gold.ts";

const where = "Gold as the ruler";

const indexName = { spx: "S&P 500", qqq: "QQQ" } as const;

/** Below 1999 at the end for both, and at all times: one exception of two indices leaves a part. */
export const belowAndNever: Rule = ([spxEnd, qqqEnd, ...never]) => {
  if (!spxEnd?.holds || !qqqEnd?.holds) return "refuted";
  return never.every(({ holds }) => holds) ? "supported" : "partly";
};

const bases = {
  "first day of QQQ": birthOfQqq,
  "end of March 1999": "1999-03-31",
  "end of 1999": "1999-12-31",
} as const;

/** What shares are read from; dividends of the S&P 500 also as a fund paid them, after its fee. */
const indexSeries = {
  "price index": { spx: "spx", qqq: "qqq" },
  "with dividends": { spx: "spxTotal", qqq: "qqqTotal" },
  "with dividends (SPY)": { spx: "spyTotal", qqq: "qqqTotal" },
} as const;

const breakSeries = {
  "S&P 500 in gold": "spx / gold",
  "QQQ in gold": "qqq / gold",
  gold: "gold",
} as const;
const boundaries = ["2002-12-31", "2011-12-31", "2023-12-31"] as const;

/** How the breaks of one path are looked for: trends of its logarithm, or its monthly changes. */
function breaksOf(facts: Facts, path: Path, method: string, least: number) {
  const search: BreakSearch =
    method === "trends by least squares"
      ? { by: "least squares", model: "trend", least }
      : {
          by: method === "segments of changes" ? "pelt" : "binary",
          of: "mean-and-variance",
          least,
        };
  const levels = path.map(`logarithm of ${path.title}`, Math.log);
  return facts.breaks(
    search.by === "least squares" ? levels : path.changesOver(1, "logarithm"),
    search,
  );
}

/** What the essay concludes from the whole of its first chart. */
export const goldRuler = [
  hypothesis({
    id: "C44",
    claim: "QQQ was born in March 1999.",
    where,
    kind: "event",
    reads: ["qqq"],
    test: (facts) => [
      dated("first close of QQQ", facts.series("qqq", "daily").first(), "1999-03-01", "1999-03-31"),
    ],
    chart: (facts) => ({
      title: "QQQ",
      path: facts.series("qqq", "monthly").during(untilEssay),
      unit: "USD",
    }),
  }),

  hypothesis({
    id: "C07",
    claim:
      "Counted in gold, American shares have to this day not returned to what they were worth in 1999.",
    where,
    kind: "event",
    reads: ["spx", "qqq", "spxTotal", "qqqTotal", "spyTotal", "gold", "goldFutures"],
    grid: {
      index: [...incomes, "with dividends (SPY)"],
      gold: ["London fixing", "New York futures"],
      base: [
        "first day of QQQ",
        "end of March 1999",
        "end of 1999",
        "mean of the month-ends of 1999",
      ],
      end: ["the essay's day", "end of 2025", "last day at hand"],
    },
    rule: belowAndNever,
    test: (facts, { index: income, gold, base, end }) => {
      const measured = (index: Index) => {
        const id = indexSeries[income][index];
        const ounce = gold === "London fixing" ? "gold" : "goldFutures";
        const path = facts.ratio(id, ounce, "daily");
        const start =
          base === "mean of the month-ends of 1999"
            ? facts
                .ratio(id, ounce, "monthly")
                .during({ from: "1999-03-31", to: "1999-12-31" })
                .mean()
            : path.at(bases[base]);
        const to =
          end === "last day at hand"
            ? path.lastDay()
            : end === "end of 2025"
              ? "2025-12-31"
              : essayDay;
        const name = `${indexName[index]} in gold`;
        const since = (value: number) => value / start.value - 1;
        const later = path
          .during({ from: "2003-01-01", to })
          .map(`${name}, change since 1999`, since);
        const isAbove = (value: number) => value > 0;
        return {
          last: below(`${name} on ${to}, against 1999`, later.at(to), "fraction", 0),
          highest: below(
            `highest ${name} after 2002, against 1999`,
            later.maximum(),
            "fraction",
            0.01,
          ),
          told:
            later.grain === "daily"
              ? [
                  reported(
                    `days after 2002 with ${name} above 1999`,
                    later.countOf(isAbove),
                    "count",
                  ),
                ]
              : [],
        };
      };
      const [spx, qqq] = [measured("spx"), measured("qqq")];
      return [spx.last, qqq.last, spx.highest, qqq.highest, ...spx.told, ...qqq.told];
    },
    chart: (facts) => ({
      title: "QQQ in gold, 1 in March 1999",
      path: facts.ratio("qqq", "gold", "monthly").during(untilEssay).rebasedAt("1999-03-31"),
      unit: "times",
      levels: [{ value: 1, label: "1999" }],
    }),
    note: "Never is refuted by one close at least 1 % above the level of 1999. Dividends of the S&P 500 are those of the index, or of the fund SPY after its fee; QQQ is a fund itself.",
  }),

  hypothesis({
    id: "C42",
    claim:
      "The nearly 27 years fall into four phases, with turns at the ends of 2002, 2011 and 2023.",
    where,
    kind: "event",
    reads: ["spx", "qqq", "gold"],
    grid: {
      series: ["S&P 500 in gold", "QQQ in gold", "gold"],
      method: ["trends by least squares", "segments of changes", "changes split in two"],
      shortest: ["12 months", "24 months"],
    },
    test: (facts, { series, method, shortest }) => {
      const path = facts.formula(breakSeries[series], "monthly").during(untilEssay);
      const found = breaksOf(facts, path, method, Number(shortest.slice(0, 2)));
      return [
        ...boundaries.map((day) =>
          atLeast(`turns found within 12 months of ${day}`, found.near(day, 12), "count", 1),
        ),
        ...found.list.map((turn, at) => reported(`turn ${at + 1}`, turn, "day")),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during(untilEssay),
      unit: "oz",
    }),
    note: "The phases were drawn after the fact. Intervals of turns take the noise around a trend as independent, which that of a price is not: they are too narrow, and up to five turns are found in any price.",
  }),
] as const;
