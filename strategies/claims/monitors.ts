import { type Facts, hypothesis, type Path, reported } from "assay";

const bets = "What a bet on the failure of AI is a bet on";
/** The last quarter whose output had been published on the essay's day. */
const lastQuarter = "2025-09-30";

/** What the first and the third bet would be watched by: no position, no verdict. */
export const monitors = [
  hypothesis({
    id: "B1",
    claim: "Short the race of exponential credit with linear productivity.",
    where: bets,
    kind: "statement",
    reads: ["m2", "gdp", "productivity"],
    untestable: "A bet that nobody can hold directly: watched, not judged",
    test: (facts) => {
      const race = facts.ratio("m2", "gdp", "monthly").changesOver(60, "logarithm");
      return [
        reported(
          "growth of M2 over that of output in twenty quarters, logarithm",
          race.at(lastQuarter),
          "",
        ),
        reported(
          "AICc of exponential less linear growth of output per hour in all years at hand, below 0 where exponential fits better",
          exponentialAgainstLinear(
            facts,
            facts.series("productivity", "monthly").until(lastQuarter),
          ),
          "",
        ),
      ];
    },
    chart: (facts) => ({
      title: "Growth of M2 over that of nominal output in twenty quarters",
      path: facts.ratio("m2", "gdp", "monthly").changesOver(60, "logarithm"),
      unit: "logarithm",
      levels: [{ value: 0, label: "equal" }],
    }),
  }),

  hypothesis({
    id: "B3",
    claim:
      "Short the efficiency of organisations: institutions keep technology from becoming output and revenue.",
    where: bets,
    kind: "statement",
    reads: ["totalFactorProductivity", "federalInterest", "federalReceipts", "gdp"],
    untestable: "A bet that nobody can hold directly: watched, not judged",
    test: (facts) => {
      const productivity = facts.series("totalFactorProductivity", "monthly");
      const growth = productivity
        .changesOver(60, "logarithm")
        .map("a year", (change) => change / 5);
      const revenue = facts.isAtHand("federalReceipts")
        ? [
            reported(
              "federal receipts, of output",
              facts.ratio("federalReceipts", "gdp", "monthly").at(lastQuarter),
              "fraction",
            ),
            reported(
              "federal interest, of receipts",
              facts.ratio("federalInterest", "federalReceipts", "monthly").at(lastQuarter),
              "fraction",
            ),
          ]
        : [];
      return [
        reported(
          "growth of total factor productivity a year, over five years",
          growth.at(lastQuarter),
          "fraction",
        ),
        reported(
          "federal interest, of output",
          facts.ratio("federalInterest", "gdp", "monthly").at(lastQuarter),
          "fraction",
        ),
        ...revenue,
      ];
    },
    note: "Total factor productivity of business (Fernald), not adjusted for how fully labour and capital are used. Federal receipts are told where a folder brings them.",
  }),
];

/**
 * `n ln(RSS of ln y / RSS of y) + 2 sum ln y`: the information criterion of `ln y = a + b t` less that of
 * `y = a + b t`, on the scale of y. Both fits have as many parameters, so that their corrections cancel.
 */
function exponentialAgainstLinear(facts: Facts<"productivity">, y: Path) {
  const logarithm = y.map("logarithm", Math.log);
  let row = 0;
  const time = y.map("time", () => row++);
  return facts.calculate("n * log((sl ^ 2 * (1 - rl ^ 2)) / (s ^ 2 * (1 - r ^ 2))) + 2 * n * m", {
    n: y.values.length,
    s: y.standardDeviation(),
    r: facts.correlation(y, time, "levels"),
    sl: logarithm.standardDeviation(),
    rl: facts.correlation(logarithm, time, "levels"),
    m: logarithm.mean(),
  });
}
