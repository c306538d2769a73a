import { above, dated, type Fact, type Facts, hypothesis, type Rule, reported } from "assay";
import { essayDay } from "./dates.ts";
import { inYear, yearOf } from "./years.ts";

const where = "Plunder as the rule, production as the exception";

const regions = {
  world: "worldOutputPerHead",
  "Western Europe": "europeOutputPerHead",
  "United States": "usOutputPerHead",
} as const;

type Reads = (typeof regions)[keyof typeof regions];

/** Metallic money at its longest: to the eve of the First World War. */
const metallic = { from: 1820, to: 1913 };
/** An economy has taken off where output per head grew by this much a year over twenty years. */
const takingOff = { growth: 0.01, years: 20 };

/** Growth of output per head a year since a year. */
function growth(facts: Facts<Reads>, series: Reads, from: number, to?: number): Fact {
  const path = facts.series(series, "monthly");
  const now = to === undefined ? path.last() : inYear(path, to);
  const years = yearOf(now.day ?? Number.NaN) - from;
  return facts.calculate("(last / first) ^ (1 / years) - 1", {
    last: now,
    first: inYear(path, from),
    years,
  });
}

/** Refuted only where output took off under metallic money and grew no faster after it. */
const firstMetalThenPaper: Rule = ([faster, takeOff]) => {
  if (faster?.holds && takeOff?.holds) return "supported";
  const isUnderMetal = yearOf(takeOff?.fact.day ?? Number.NaN) <= metallic.to;
  return !faster?.holds && isUnderMetal ? "refuted" : "partly";
};

/** What the essay says of technology, money and nature before our time. */
export const plunder = [
  hypothesis({
    id: "C32",
    claim:
      "Progress was slow for thousands of years and exploded in the 19th century, as money passed from gold to paper.",
    where,
    kind: "relation",
    reads: Object.values(regions),
    grid: {
      region: ["world", "Western Europe", "United States"],
      "paper money since": ["1971", "1931", "1914"],
    },
    test: (facts, { region, "paper money since": since }) => {
      const series = regions[region];
      const before = growth(facts, series, metallic.from, metallic.to);
      const after = growth(facts, series, Number(since));
      const least = takingOff.years * Math.log1p(takingOff.growth);
      const takeOff = facts
        .series(series, "monthly")
        .changesOver(takingOff.years * 12, "logarithm")
        .firstWhere((change) => change >= least);
      if (takeOff === null) return facts.notApplicable("output per head never took off");
      return [
        above(
          "growth a year under paper money less that under metal",
          facts.calculate("after - before", { after, before }),
          "points",
          0,
        ),
        dated(
          "end of the first twenty years of growth by 1 % a year",
          takeOff,
          `${since}-01-01`,
          essayDay,
        ),
        reported("growth a year under metal, 1820 to 1913", before, "fraction"),
        reported("growth a year under paper money", after, "fraction"),
      ];
    },
    rule: firstMetalThenPaper,
    note: "Output has taken off where it grew by 1 % a year over twenty years; the take-off is dated by the end of these, which favours the claim.",
  }),

  hypothesis({
    id: "C33",
    claim: "To produce is to lower entropy, and the first law of thermodynamics is the reason.",
    where,
    kind: "statement",
    untestable:
      "A statement of physics, of which no market price decides anything. Entropy is the subject of the second law; the first is about energy",
    note: "See inconsistency I11.",
  }),

  hypothesis({
    id: "C34",
    claim: "Booms of technology are leverage: a future that was spent in advance.",
    where,
    kind: "statement",
    untestable:
      "It says which of two things that grow together is the cause: their correlation would not tell, and market data hold nothing else",
  }),
];
