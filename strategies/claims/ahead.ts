import { atMost, type Check, type Fact, type Facts, type Path, type Rule, reported } from "assay";
import { essayDay } from "./dates.ts";

/** The strategies in which the essay's second bet is run, by what a reader calls them. */
export const strategies = {
  "full bet": "hard-assets",
  "gold and energy": "gold-energy",
  "gold against bonds": "gold-bonds",
  "gold and energy against bonds": "gold-energy-bonds",
  "full bet, short all in bonds": "hard-assets-double",
  "long only": "hard-assets-long",
  "as volatile as shares": "hard-assets-vol",
  "while gold rises": "hard-assets-trend",
  "without proxies": "hard-assets-no-proxy",
} as const;

/** What they are to beat. */
export const rivals = { "the S&P 500": "spx", QQQ: "qqq" } as const;

/** Variations of which the run keeps books, to its last day. */
const variations = {
  "costs doubled": "costsDoubled",
  "no costs": "zeroCosts",
  "without bitcoin": "without:bitcoin",
} as const;
type Variation = keyof typeof variations;

/** How long, and in which harder world, wealth is compared. */
export const worlds = [
  "to the essay's day",
  "to the last day",
  ...(Object.keys(variations) as Variation[]),
  "without its best 12 months",
] as const;
export type World = (typeof worlds)[number];

const BEST_MONTHS = 12;
/** Months that have to follow a start date before it tells anything. */
const LEAST_MONTHS = 60;
const essayMonth = "2026-01-31";
const fiveYearsBefore = "2021-01-31";

/** The phases up to the essay, by their ids. */
const phases = {
  "dot-com": "the dot-com years",
  "gold-decade": "the gold decade",
  "low-rates": "the years of low rates",
  reset: "the years of the reset",
} as const;

/** Wealth of a strategy per unit of a rival's: the same in every unit of account. */
export function relativeWealth(facts: Facts, strategy: string, rival: string): Path {
  return facts.run.wealth(strategy, "usd").over(facts.run.wealth(rival, "usd"));
}

/** Final relative wealth in a world, 1 at the start. */
export function finalRelative(facts: Facts, strategy: string, rival: string, world: World): Fact {
  const path = relativeWealth(facts, strategy, rival);
  const multiple = (now: Fact) =>
    facts.calculate("last / first", { last: now, first: path.first() });
  switch (world) {
    case "to the essay's day":
      return multiple(path.at(essayDay));
    case "to the last day":
      return multiple(path.last());
    case "without its best 12 months":
      return withoutBestMonths(facts, path);
    default:
      return (
        facts.run.variation(strategy, variations[world], rival) ??
        facts.notApplicable(`no books are kept ${world}`)
      );
  }
}

/** Growth of relative wealth over the months but the twelve in which it rose most. */
function withoutBestMonths(facts: Facts, path: Path): Fact {
  const changes = path.monthEnds().changesOver(1, "logarithm");
  const least = Array.from(changes.values).sort((a, b) => b - a)[BEST_MONTHS - 1]!;
  const best = new Set(Array.from(changes.days).filter((_, row) => changes.values[row]! >= least));
  const rest = changes.keep((day) => !best.has(day));
  return facts.calculate("exp(months * mean)", { months: rest.values.length, mean: rest.mean() });
}

/** Relative wealth by phase, and the share of months from which one would have ended ahead; reported. */
export function along(facts: Facts, strategy: string): Check[] {
  return Object.entries(rivals).flatMap(([name, rival]) => {
    const path = relativeWealth(facts, strategy, rival);
    const byPhase = Object.entries(phases).map(([id, words], at) => {
      const { from, to } = facts.phase(id);
      const first = at === 0 ? path.first() : path.at(from);
      const growth = facts.calculate("last / first", { last: path.at(to), first });
      return reported(`wealth against ${name} in ${words}`, growth, "times");
    });
    const months = path.monthEnds().until(essayMonth);
    const final = months.last().value;
    const won = months.until(fiveYearsBefore).share((start) => start < final);
    const title = `months from which it ended ahead of ${name}, of those with ${LEAST_MONTHS} months to follow`;
    return [...byPhase, reported(title, won, "fraction")];
  });
}

/**
 * What a strategy fails to show against each rival; nothing where the run did not ask. Where nothing fails and
 * something is not known it cannot be judged, which is reported and decides nothing.
 */
export function evidenceOf(facts: Facts, strategy: string): Check[] {
  return Object.entries(rivals).flatMap(([name, rival]) => {
    const judgement = facts.run.decision(strategy, rival);
    if (judgement === null) return [];
    const { failing, failures, unknown, unknowns } = judgement;
    if (failing.length === 0 && unknown.length > 0)
      return [
        reported(
          `whether it beats ${name} cannot be judged, conditions that are not known (${unknown.join(", ")})`,
          unknowns,
          "count",
        ),
      ];
    const title =
      failing.length === 0
        ? `conditions of evidence against ${name} that fail`
        : `no evidence that it beats ${name}, conditions that fail (${failing.join(", ")})`;
    return [atMost(title, failures, "count", 0)];
  });
}

/**
 * Of the wealth against each rival, then of the evidence: refuted behind all rivals, supported ahead of
 * all with all evidence against each; between them there is no evidence, or it cannot be judged.
 */
export const aheadWithEvidence: Rule = (checks) => {
  const count = Object.keys(rivals).length;
  const [wealth, evidence] = [checks.slice(0, count), checks.slice(count)];
  if (wealth.every(({ holds }) => !holds)) return "refuted";
  const isShown = evidence.length === count && evidence.every(({ holds }) => holds);
  return isShown && wealth.every(({ holds }) => holds) ? "supported" : "partly";
};
