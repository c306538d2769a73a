import type { Assumptions } from "../backtest/assumptions.ts";
import type { Ledger } from "../backtest/ledger.ts";
import type { Strategy, Weights } from "../backtest/strategy.ts";
import { withoutCosts } from "../backtest/terms-of.ts";
import type { Terms } from "../backtest/world.ts";
import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { crossing } from "../measure/crossing.ts";
import { cagr } from "../measure/growth.ts";
import { known } from "../measure/ratio.ts";
import { spansYear } from "../measure/sample.ts";
import { type Day, yearsBetween } from "../series/day.ts";
import { type Books, kept } from "./books.ts";
import type { BreakEvenFinding, SensitivityFinding, VariationFinding } from "./findings.ts";
import { reweighted } from "./reweighted.ts";

/** The highest borrow fee a year, and the highest multiple of trading costs, that a break-even is sought in. */
const MOST_BORROW = 0.5;
const MOST_TIMES = 1000;
/** Where the search looks beside zero: a fee that changes something, and the costs as they are. */
const SOME_BORROW = 0.01;
const AS_ASSUMED = 1;
/** How many benchmarks, in the order of the study, a break-even is sought against. */
const RIVALS = 2;

/** Terms under other costs, the same change for every portfolio. */
type Costs = (terms: Terms) => Terms;

const doubled: Costs = (terms) => ({
  ...costsTimes(2)(terms),
  borrow: Float64Array.from(terms.borrow, (fee) => 2 * fee),
});
const free: Costs = (terms) =>
  withoutCosts(terms, { trading: true, borrow: true, financing: true, fees: true });
const borrowAt =
  (fee: number): Costs =>
  (terms) => ({ ...terms, borrow: new Float64Array(terms.borrow.length).fill(fee) });
const costsTimes =
  (times: number): Costs =>
  (terms) => ({
    ...terms,
    cost: Float64Array.from(terms.cost, (cost) => cost * times),
    fixedFee: terms.fixedFee * times,
  });

/**
 * What the result of each strategy hangs on: its run repeated without each asset and under other costs, and
 * the borrow fee, the costs and the weights at which nothing would be left between it and a benchmark. A
 * variation of costs is a variation of the study's assumptions: the benchmarks pay it too.
 */
export function sensitivities(
  panel: Panel,
  given: Assumptions,
  books: readonly Books[],
  days: readonly Day[],
): (one: Books) => SensitivityFinding | null {
  const benchmarks = books.filter(({ role }) => role === "benchmark");
  const asTheyAre = benchmarks.map(({ ledger }) => ledger);
  const underDoubled = benchmarks.map((one) => ledgerUnder(one, doubled));
  const underFree = benchmarks.map((one) => ledgerUnder(one, free));

  return (one) => {
    if (one.role === "benchmark") return null;
    const { weights, assets } = one.strategy;
    const without = (asset: string) =>
      variation(ledgerWith(one, reweighted(weights as Weights, asset, 0)), asTheyAre);
    const held = typeof weights === "function" ? [] : assets.filter((asset) => weights[asset]);
    return {
      without:
        typeof weights === "function"
          ? null
          : Object.fromEntries(held.map((asset) => [asset, without(asset)])),
      costsDoubled: variation(ledgerUnder(one, doubled), underDoubled),
      zeroCosts: variation(ledgerUnder(one, free), underFree),
      breakEven: breakEvens(one),
    };
  };

  function breakEvens(one: Books): SensitivityFinding["breakEven"] {
    const { weights } = one.strategy;
    const rivals = benchmarks.slice(0, RIVALS);
    const own = {
      borrow: remembered((fee) => ledgerUnder(one, borrowAt(fee))),
      times: remembered((times) => ledgerTimes(one, times)),
    };
    const longs =
      typeof weights === "function"
        ? null
        : Object.entries(weights)
            .filter(([, weight = 0]) => weight > 0)
            .map(([asset, declared = 0]) => ({
              asset,
              declared,
              ledger: remembered((to) =>
                to === declared ? one.ledger : ledgerWith(one, reweighted(weights, asset, to)),
              ),
            }));
    const against = (rival: Books): BreakEvenFinding => {
      const excess = (mine: LedgerAt, theirs: LedgerAt) => (at: number) =>
        logRatio(mine(at), theirs(at));
      const isShort = rival.decisions.some(({ target }) => target.some((weight) => weight < 0));
      const itsBorrow: LedgerAt = (fee) =>
        isShort ? ledgerUnder(rival, borrowAt(fee)) : rival.ledger;
      const itsTimes: LedgerAt = (times) => ledgerTimes(rival, times);
      const entries = longs?.map(({ asset, declared, ledger }) => [
        asset,
        crossing(
          excess(ledger, () => rival.ledger),
          0,
          declared,
        ),
      ]);
      return {
        borrow: crossing(excess(own.borrow, itsBorrow), 0, MOST_BORROW, SOME_BORROW),
        costTimes: crossing(excess(own.times, itsTimes), 0, MOST_TIMES, AS_ASSUMED),
        weight: entries === undefined ? null : Object.fromEntries(entries),
      };
    };
    return Object.fromEntries(rivals.map((rival) => [rival.strategy.id, against(rival)]));
  }

  function ledgerUnder(one: Books, costs: Costs): Ledger | null {
    return carried(() => kept(panel, given, { ...one, terms: costs(one.terms) }).ledger);
  }

  function ledgerTimes(one: Books, times: number): Ledger | null {
    return times === AS_ASSUMED ? one.ledger : ledgerUnder(one, costsTimes(times));
  }

  function ledgerWith(one: Books, weights: Weights): Ledger | null {
    const strategy: Strategy = { ...one.strategy, weights };
    return carried(() => kept(panel, given, { ...one, strategy }).ledger);
  }

  function variation(
    ledger: Ledger | null,
    rivals: readonly (Ledger | null)[],
  ): VariationFinding | null {
    if (ledger === null) return null;
    const end = ledger.ruin ?? ledger.rows - 1;
    const years = yearsBetween(days[0]!, days[end]!);
    const final = benchmarks.map(({ strategy }, i) => {
      const rival = rivals[i]!;
      return [strategy.id, rival === null ? null : known(ratioOf(ledger, rival))] as const;
    });
    return {
      cagr: spansYear(years) ? cagr(living(ledger, end), years) : null,
      final: Object.fromEntries(final),
    };
  }
}

type LedgerAt = (at: number) => Ledger | null;

/** A ledger by the value that it was kept with; each is kept once. */
function remembered(make: LedgerAt): LedgerAt {
  const made = new Map<number, Ledger | null>();
  return (at) => {
    const found = made.get(at);
    if (found !== undefined) return found;
    const ledger = make(at);
    made.set(at, ledger);
    return ledger;
  };
}

/** The ledger, or null where no broker would carry the books: weights or costs that a plan refuses. */
function carried(keep: () => Ledger): Ledger | null {
  try {
    return keep();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Wealth at the start and at the end of the books, which a ruin leaves at zero. */
function living({ wealth }: Ledger, end: number): [number, number] {
  return [wealth[0]!, Math.max(0, wealth[end]!)];
}

/** Final wealth per unit of the other's, on the rows that both lived; NaN against a ruined one. */
function ratioOf(mine: Ledger, theirs: Ledger): number {
  const last = mine.rows - 1;
  const end = Math.min(mine.ruin ?? last, theirs.ruin ?? last);
  const [a, b] = [living(mine, end), living(theirs, end)];
  return b[1] === 0 ? Number.NaN : a[1] / a[0] / (b[1] / b[0]);
}

/**
 * The log of relative wealth as a search reads it: minus infinity for books that nobody carries or that
 * are ruined, infinity where that is true of the other's alone.
 */
function logRatio(mine: Ledger | null, theirs: Ledger | null): number {
  if (mine === null) return Number.NEGATIVE_INFINITY;
  const ratio = theirs === null ? Number.NaN : ratioOf(mine, theirs);
  return Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : Math.log(ratio);
}
