import type { WaterfallFinding } from "./course-finding.ts";
import type { LegsFinding, PortfolioFinding } from "./findings.ts";

/** What each asset, financing and costs gave and took, in the whole run and in each phase; none after ruin. */
export function waterfallsOf({
  id,
  legs,
}: Pick<PortfolioFinding, "id" | "legs">): readonly WaterfallFinding[] {
  if (legs === null) return [];
  return [
    waterfallOf(id, null, legs.log),
    ...Object.entries(legs.phases).map(([phase, found]) => waterfallOf(id, phase, found)),
  ];
}

/** Sources of the legs gathered anew: gains by asset, interest of all, costs of all. */
function waterfallOf(
  portfolio: string,
  phase: string | null,
  found: LegsFinding,
): WaterfallFinding {
  const legs = Object.values(found.assets);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    portfolio,
    phase,
    assets: Object.fromEntries(
      Object.entries(found.assets).map(([asset, { price, income }]) => [
        asset,
        price + (income ?? 0),
      ]),
    ),
    financing: found.riskless + found.spreads + sum(legs.map(({ financing }) => financing)),
    costs:
      found.management +
      sum(legs.flatMap(({ borrow, expense, trading }) => [borrow, expense, trading])),
    total: found.total,
  };
}
