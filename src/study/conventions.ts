import { conventionsCard } from "../measure/elsewhere.ts";
import type { ConventionsFinding } from "./findings.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

/** The first strategy, against the first benchmark, under everybody's definitions in the books' currency. */
export function conventionsOf(
  portfolios: readonly Measured[],
  units: readonly Unit[],
): ConventionsFinding {
  const own = units.findIndex(({ price }) => price === null);
  const portfolio = portfolios[0]!;
  const benchmark = portfolios.find(({ books }) => books.role === "benchmark");
  return {
    portfolio: portfolio.books.strategy.id,
    benchmark: benchmark?.books.strategy.id ?? null,
    numeraire: units[own]!.numeraire.id,
    entries: conventionsCard(portfolio.samples[own]!, benchmark?.samples[own]),
  };
}
