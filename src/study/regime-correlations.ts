import type { Panel } from "../market/panel.ts";
import { conditionalCorrelations } from "../regime/conditional-correlation.ts";
import type { Labelled } from "../regime/labelled.ts";
import type { Measured } from "./measured.ts";
import type { RegimeCorrelations, StateCorrelation } from "./regime-finding.ts";
import { logReturns, monthlyReturns } from "./regime-labels.ts";

const CAVEAT =
  "A correlation rises with the variance of what it is conditioned on even where nothing else has changed, so that it seems to rise in every crisis; the adjusted one has the variance of all months (Forbes and Rigobon 2002). Labels chosen by the outcome shift it as well, and that nothing corrects.";

/** What moves with the first benchmark, by month. */
export interface Company {
  readonly given: string;
  readonly returns: Float64Array;
  readonly others: readonly {
    readonly kind: "portfolio" | "asset";
    readonly id: string;
    readonly returns: Float64Array;
  }[];
}

/**
 * The monthly log returns of the first benchmark and of what is set against it: the second benchmark, the
 * first strategy, and what that one holds. Null without a benchmark.
 */
export function companyOf(
  panel: Panel,
  portfolios: readonly Measured[],
  months: readonly number[],
): Company | null {
  const [given, second] = portfolios.filter(({ books }) => books.role === "benchmark");
  const [strategy] = portfolios;
  if (given === undefined || strategy === undefined) return null;
  const { first } = panel.calendar;
  const others = [...new Set([second, strategy])]
    .filter((one) => one !== undefined && one !== given)
    .map((one) => ({
      kind: "portfolio" as const,
      id: one!.books.strategy.id,
      returns: monthlyReturns(one!, months),
    }));
  const assets = strategy.books.strategy.assets.map((id) => {
    const prices = panel.measured(id);
    const rows = months.map((row) => first + row);
    return { kind: "asset" as const, id, returns: logReturns(prices, rows) };
  });
  return {
    given: given.books.strategy.id,
    returns: monthlyReturns(given, months),
    others: [...others, ...assets],
  };
}

/** The correlations under each label, over the months in which both are known. */
export function correlationsUnder(
  company: Company,
  { labels, id }: Labelled,
  of: Int16Array,
): RegimeCorrelations {
  return {
    given: company.given,
    caveat: CAVEAT,
    pairs: company.others.map((other) => {
      const known = [...of.keys()].filter(
        (m) => Number.isFinite(company.returns[m]!) && Number.isFinite(other.returns[m]!),
      );
      const found = conditionalCorrelations(
        Float64Array.from(known, (m) => company.returns[m]!),
        Float64Array.from(known, (m) => other.returns[m]!),
        { id, labels, of: Int16Array.from(known, (m) => of[m]!) },
      );
      const states = found.map(({ label, periods, ...one }): [string, StateCorrelation] => [
        label,
        { months: periods, ...one },
      ]);
      return { kind: other.kind, id: other.id, states: Object.fromEntries(states) };
    }),
  };
}
