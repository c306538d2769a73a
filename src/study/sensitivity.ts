import type { Assumptions } from "../backtest/assumptions.ts";
import type { WealthPath } from "../backtest/ledger.ts";
import type { Strategy } from "../backtest/strategy.ts";
import type { Panel } from "../market/panel.ts";
import { spansYear } from "../measure/sample.ts";
import { type Day, yearsBetween } from "../series/day.ts";
import type { Books } from "./books.ts";
import { breakEvens } from "./break-evens.ts";
import type { SensitivityFinding, TimingFinding, VariationFinding } from "./findings.ts";
import { masked } from "./masked.ts";
import { doubled, endOf, free, multipleOf, otherBooks, ratioOf } from "./other-books.ts";
import { reweighted } from "./reweighted.ts";

/** Rows by which a decision is traded sooner and later. */
const SHIFTS = [
  ["sooner", -1],
  ["later", 1],
] as const;

/** How many benchmarks, in the order of the study, a break-even is sought against. */
const RIVALS = 2;

/**
 * What the result of each strategy hangs on: its run repeated without each asset, under other costs and, where
 * it decides by what it sees, traded a row sooner and a row later; and
 * the borrow fee, the costs and the weights at which nothing would be left between it and a benchmark. A
 * variation of costs is a variation of the study's assumptions: the benchmarks pay it too.
 */
export function sensitivities(
  panel: Panel,
  given: Assumptions,
  books: readonly Books[],
  days: readonly Day[],
): (one: Books) => SensitivityFinding | null {
  const other = otherBooks(panel, given);
  const benchmarks = books.filter(({ role }) => role === "benchmark");
  const asTheyAre = benchmarks.map(({ ledger }) => ledger);
  const underDoubled = benchmarks.map((one) => other.under(one, doubled));
  const underFree = benchmarks.map((one) => other.under(one, free));

  return (one) => {
    if (one.role === "benchmark") return null;
    const { weights } = one.strategy;
    return {
      without: withoutEach(one, weights),
      timing: typeof weights === "function" ? timingOf(one) : [],
      costsDoubled: variation(other.under(one, doubled), underDoubled),
      zeroCosts: variation(other.under(one, free), underFree),
      breakEven: breakEvens(one, benchmarks.slice(0, RIVALS), other),
    };
  };

  function withoutEach(one: Books, weights: Strategy["weights"]): SensitivityFinding["without"] {
    const [held, left] =
      typeof weights === "function"
        ? [everHeld(one), (asset: string) => masked(weights, asset)]
        : [
            one.strategy.assets.filter((asset) => (weights[asset] ?? 0) !== 0),
            (asset: string) => reweighted(weights, asset, 0),
          ];
    const without = (asset: string) => variation(other.holding(one, left(asset)), asTheyAre);
    return Object.fromEntries(held.map((asset) => [asset, without(asset)]));
  }

  /** What a weight function ever gave a weight; the collateral takes in what is left over, and is not asked. */
  function everHeld({ strategy, decisions }: Books): string[] {
    return strategy.assets.filter(
      (asset, i) => asset !== given.collateral && decisions.some(({ target }) => target[i] !== 0),
    );
  }

  function timingOf(one: Books): readonly TimingFinding[] {
    return SHIFTS.map(([id, by]) => ({ id, lag: one.lag + by }))
      .filter(({ lag }) => lag >= 0)
      .map(({ id, lag }) => ({ id, lag, run: variation(other.tradedAfter(one, lag), asTheyAre) }));
  }

  function variation(
    ledger: WealthPath | null,
    rivals: readonly (WealthPath | null)[],
  ): VariationFinding | null {
    if (ledger === null) return null;
    const end = endOf(ledger);
    const years = yearsBetween(days[0]!, days[end]!);
    const final = benchmarks.map(({ strategy }, i) => {
      const rival = rivals[i]!;
      return [strategy.id, rival === null ? null : ratioOf(ledger, rival)] as const;
    });
    return {
      cagr: spansYear(years) ? multipleOf(ledger, end) ** (1 / years) - 1 : null,
      final: Object.fromEntries(final),
    };
  }
}
