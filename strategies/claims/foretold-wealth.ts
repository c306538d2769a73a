import { above, type Facts, type Path, type Prediction, prediction, type Window } from "assay";
import { rivals } from "./ahead.ts";
import { growthOf, growthSince, horizons, registered, type Years } from "./foretold.ts";

const where = "What a bet on the failure of AI is a bet on";

/** Wealth of a portfolio per unit of another's, by month since both have been run. */
function monthly(facts: Facts, portfolio: string, rival: string): Path {
  return facts.run.wealth(portfolio, "usd").over(facts.run.wealth(rival, "usd")).monthEnds();
}

/** That a portfolio has grown more than another by a horizon. */
function ahead(portfolio: string, name: string, rival: string, against: string, years: Years) {
  return {
    id: `${portfolio}-${rival}-${years}y`,
    title: `${name} ahead of ${against} after ${years} ${years === 1 ? "year" : "years"}`,
    due: horizons[years],
    expects: "above 1.00 times",
    stand: (facts: Facts, since: Window) => {
      const path = facts.run.wealth(portfolio, "usd").over(facts.run.wealth(rival, "usd"));
      return {
        check: above(`${name} against ${against}`, growthSince(facts, path, since), "times", 1),
      };
    },
    baseRate: (facts: Facts) =>
      facts.baseRate({
        paths: [monthly(facts, portfolio, rival)],
        rows: 12 * years,
        event: ([path]) => growthOf(path) > 1,
      }),
  };
}

/** That the full bet has grown, counted in gold. */
function inGold(years: Years) {
  return {
    id: `gold-${years}y`,
    title: `The full bet worth more gold after ${years} ${years === 1 ? "year" : "years"}`,
    due: horizons[years],
    expects: "above 1.00 times",
    stand: (facts: Facts, since: Window) => {
      const path = facts.run.wealth("hard-assets", "gold");
      return {
        check: above("the full bet counted in gold", growthSince(facts, path, since), "times", 1),
      };
    },
    baseRate: (facts: Facts) =>
      facts.baseRate({
        paths: [facts.run.wealth("hard-assets", "gold").monthEnds()],
        rows: 12 * years,
        event: ([path]) => growthOf(path) > 1,
      }),
  };
}

const everyHorizon = [1, 3, 5, 10] as const;
const longHorizons = [3, 5, 10] as const;

/** That the bet pays. */
export const wealthForetold: readonly Prediction[] = [
  prediction({
    id: "P01",
    claim: "The full bet earns more than what is without risk: bills in dollars, gold in gold.",
    where,
    registered,
    tests: everyHorizon.flatMap((years) => [
      ahead("hard-assets", "The full bet", "cash", "Treasury bills", years),
      inGold(years),
    ]),
    note: "Base rates draw from the bet's own past since 1999, bitcoin included.",
  }),

  prediction({
    id: "P02",
    claim: "The full bet, and gold against bonds, earn more than the S&P 500 and QQQ.",
    where,
    registered,
    tests: longHorizons.flatMap((years) =>
      Object.entries(rivals).flatMap(([against, rival]) => [
        ahead("hard-assets", "The full bet", rival, against, years),
        ahead("gold-bonds", "Gold against bonds", rival, against, years),
      ]),
    ),
    note: "Relative wealth is one number, the same in every unit. Base rates draw from the past since 1999.",
  }),
];
