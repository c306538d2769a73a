import { above, type Fact, type Facts, hypothesis, reported } from "assay";
import { lastKnown } from "./dates.ts";
import { effectiveRate, fiscalGrid, fiscalReads, growthOnTheYear, snowball } from "./fiscal.ts";
import { mean } from "./mean.ts";
import { inYear, yearOf } from "./years.ts";

const threatened = "When AI threatens the protocol of plunder";
const clock = "The debt clock and the last zero-sum game";
const bets = "What a bet on the failure of AI is a bet on";

/** Debt of the world to its output, by whose debt is counted. */
const worldDebt = {
  "all sectors (IIF)": "worldDebtIif",
  "without the financial sector (IMF)": "worldDebtImf",
  "without the financial sector (BIS)": "worldCreditToGdp",
} as const;
type Whose = keyof typeof worldDebt;
type WorldDebt = (typeof worldDebt)[Whose];

/** The last quarter whose output had been published on the essay's day. */
const lastQuarter = "2025-09-30";
/** The first quarter without gold behind the dollar in its count of the year before. */
const firstQuarter = "1971-03-31";

function worldDebtIn(facts: Facts<WorldDebt>, id: WorldDebt, when: string): Fact {
  if (when === "last known to the essay") return facts.known(id, lastKnown);
  const path = facts.series(id, "monthly");
  if (when !== "last") return inYear(path, Number(when));
  const last = path.last();
  return yearOf(last.day ?? Number.NaN) > 2025
    ? last
    : facts.notApplicable("the last figure is that of 2025");
}

/** What the essay says of what is owed. */
export const debt = [
  hypothesis({
    id: "C35",
    claim: "If AI brings extreme deflation, the finances of sovereign states are paralysed.",
    where: threatened,
    kind: "conditional",
    registeredAs: "P07",
    note: "It speaks of what follows where prices fall; neither has happened.",
  }),

  hypothesis({
    id: "C36",
    claim: "All debt of the world is more than three times its output.",
    where: clock,
    kind: "level",
    reads: Object.values(worldDebt),
    grid: {
      debt: ["every count at hand", ...(Object.keys(worldDebt) as Whose[])],
      year: ["last known to the essay", "2025", "2024", "last"],
    },
    test: (facts, { debt: whose, year }) => {
      const all = Object.keys(worldDebt) as Whose[];
      const counted =
        whose === "every count at hand"
          ? all.filter((one) => facts.isAtHand(worldDebt[one]))
          : [whose];
      const isAlone = all.filter((one) => facts.isAtHand(worldDebt[one])).length === 1;
      if (isAlone && whose !== "every count at hand" && facts.isAtHand(worldDebt[whose]))
        return facts.notApplicable("it is the only count at hand, and counts as every one");
      return (counted as readonly Whose[]).map((one) => {
        const percent = worldDebtIn(facts, worldDebt[one], year);
        return above(
          `debt to output, ${one}`,
          facts.calculate("x / 100", { x: percent }),
          "fraction",
          3,
        );
      });
    },
    chart: (facts) => ({
      title: "Credit to the non-financial sector of the world, of output",
      path: facts
        .series("worldCreditToGdp", "monthly")
        .map("of output", (percent) => percent / 100),
      unit: "times output",
      levels: [{ value: 3, label: "claimed" }],
    }),
    note: "With the figures shipped it is tested without the debt of banks and other financial companies (Bank for International Settlements); sums above three times output count that as well. Figures of years that a folder brings are dated by the end of their year.",
  }),

  hypothesis({
    id: "C37",
    claim:
      "Growth as it is does not cover the interest on public debt: only growth as never before could.",
    where: clock,
    kind: "conditional",
    reads: fiscalReads,
    grid: { ...fiscalGrid, quarters: ["4", "20"] },
    test: (facts, cell) => {
      const quarters = Number(cell.quarters);
      const rate = effectiveRate(facts, cell);
      const growth = growthOnTheYear(facts);
      const excess = snowball(rate, growth);
      const lowest = excess.rolling(quarters, "lowest", (values) => Math.min(...values));
      const highest = excess.rolling(quarters, "highest", (values) => Math.max(...values));
      const words = `excess of the rate that the United States paid over growth in ${quarters} quarters`;
      return [
        above(`lowest ${words}`, lowest.at(lastQuarter), "points", 0),
        above(`highest ${words}`, highest.at(lastQuarter), "points", 0),
        reported(
          "mean rate paid on the debt",
          rate.rolling(quarters, "mean", mean).at(lastQuarter),
          "fraction",
        ),
        reported(
          "mean growth of nominal output",
          growth.rolling(quarters, "mean", mean).at(lastQuarter),
          "fraction",
        ),
        reported(
          "debt to output",
          facts.formula("federalDebt / 1000 / gdp", "monthly").at(lastQuarter),
          "fraction",
        ),
      ];
    },
    chart: (facts) => ({
      title: "Interest rate paid on US federal debt over growth of nominal output",
      path: snowball(effectiveRate(facts, {}), growthOnTheYear(facts)).during({
        from: firstQuarter,
        to: lastQuarter,
      }),
      unit: "fraction a year",
      levels: [{ value: 0, label: "debt grows by itself above" }],
    }),
    note: "Without new deficits, debt to output stays as it is where output grows at the rate that is paid. Rate and growth are read up to the third quarter of 2025, the last that was published by then. Watched further as prediction P06.",
  }),

  hypothesis({
    id: "C38",
    claim: "Nominal output has to outgrow the interest on debt in the long run.",
    where: bets,
    kind: "statement",
    reads: fiscalReads,
    grid: fiscalGrid,
    untestable: "A condition, and no fact",
    test: (facts, cell) => {
      const rate = effectiveRate(facts, cell);
      const growth = growthOnTheYear(facts);
      const window = { from: firstQuarter, to: lastQuarter };
      const twentyMean = (path: typeof rate) => path.rolling(20, "mean", mean).at(lastQuarter);
      return [
        reported(
          "share of quarters since 1971 in which US output grew faster than the rate paid on the debt",
          snowball(rate, growth)
            .during(window)
            .share((value) => value < 0),
          "fraction",
        ),
        reported(
          "rate less growth over the last twenty quarters",
          facts.calculate("r - g", { r: twentyMean(rate), g: twentyMean(growth) }),
          "points",
        ),
      ];
    },
  }),
];
