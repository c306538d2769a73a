import type { WealthPath } from "../backtest/ledger.ts";
import type { Weights } from "../backtest/strategy.ts";
import { crossing } from "../measure/crossing.ts";
import { remembered } from "../series/remembered.ts";
import type { Books } from "./books.ts";
import type { BreakEvenFinding } from "./findings.ts";
import { borrowAt, type Costs, costsTimes, type OtherBooks, ratioOf } from "./other-books.ts";
import { reweighted } from "./reweighted.ts";

/** The highest borrow fee a year, and the highest multiple of trading costs, that are looked at. */
const MOST_BORROW = 0.5;
const MOST_TIMES = 1000;
/** Where the search looks beside zero: a fee that changes something, and the costs as they are. */
const SOME_BORROW = 0.01;
const AS_ASSUMED = 1;

/**
 * The borrow fee, the multiple of trading costs and the weight of each long asset at which nothing is left
 * between a strategy and each of some rivals: where the log of relative wealth crosses zero.
 */
export function breakEvens(
  one: Books,
  rivals: readonly Books[],
  other: OtherBooks,
): Record<string, BreakEvenFinding> {
  const borrow = underEach(one, borrowAt);
  const times = underEach(one, costsTimes);
  const { weights } = one.strategy;
  const longs = typeof weights === "function" ? null : longsOf(weights);
  return Object.fromEntries(rivals.map((rival) => [rival.strategy.id, against(rival)]));

  function against(rival: Books): BreakEvenFinding {
    const asItIs: WealthAt = () => rival.ledger;
    const itsBorrow = isShort(rival) ? underEach(rival, borrowAt) : asItIs;
    const itsTimes = underEach(rival, costsTimes);
    const entries = longs?.map(
      ({ asset, declared, at }) => [asset, crossing(excess(at, asItIs), 0, declared)] as const,
    );
    return {
      borrow: crossing(excess(borrow, itsBorrow), 0, MOST_BORROW, SOME_BORROW),
      costTimes: crossing(excess(times, itsTimes), 0, MOST_TIMES, AS_ASSUMED),
      weight: entries === undefined ? null : Object.fromEntries(entries),
    };
  }

  function underEach(books: Books, costs: (at: number) => Costs): WealthAt {
    const isAssumed = (at: number) => costs === costsTimes && at === AS_ASSUMED;
    return remembered((at: number) =>
      isAssumed(at) ? books.ledger : other.under(books, costs(at)),
    );
  }

  function longsOf(constant: Weights) {
    const held = Object.entries(constant).filter(([, weight = 0]) => weight > 0);
    return held.map(([asset, declared = 0]) => ({
      asset,
      declared,
      at: remembered((to: number) =>
        to === declared ? one.ledger : other.holding(one, reweighted(constant, asset, to)),
      ),
    }));
  }
}

type WealthAt = (at: number) => WealthPath | null;

function isShort({ decisions }: Books): boolean {
  return decisions.some(({ target }) => target.some((weight) => weight < 0));
}

/**
 * The log of relative wealth as a search reads it: minus infinity for books that nobody carries or that are
 * ruined, infinity where that is true of the other's alone.
 */
function excess(mine: WealthAt, theirs: WealthAt): (at: number) => number {
  return (at) => {
    const [own, rival] = [mine(at), theirs(at)];
    if (own === null) return Number.NEGATIVE_INFINITY;
    const ratio = rival === null ? null : ratioOf(own, rival);
    return ratio === null ? Number.POSITIVE_INFINITY : Math.log(ratio);
  };
}
