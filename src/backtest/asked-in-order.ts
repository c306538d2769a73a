import type { Panel } from "../market/panel.ts";
import { viewAt } from "../market/view.ts";
import { type Day, formatDay } from "../series/day.ts";
import { scheduleFor } from "./plan-of.ts";
import type { Strategy, Weights } from "./strategy.ts";

interface Asked {
  readonly strategy: Strategy;
  readonly weights: Extract<Strategy["weights"], (...given: never) => unknown>;
  /** 1 on the rows on which the strategy may decide. */
  readonly rows: ArrayLike<number>;
  readonly answers: Map<Day, { readonly weights: Weights } | { readonly failure: unknown }>;
}

/**
 * The strategies with every weight function asked already: once for each row on which it may decide, in
 * order of time, all strategies together. Books are kept many times over (under a volatility target,
 * without each kind of cost, without each asset), and a function that remembers what it saw would carry
 * the end of one pass into the beginning of the next, or tell another strategy. So it is asked once, and
 * what it answered is repeated. What a function throws is thrown when its answer is needed.
 */
export function askedInOrder(panel: Panel, strategies: readonly Strategy[]): Strategy[] {
  const { first, last, days } = panel.calendar;
  const asked = strategies.flatMap((strategy): Asked[] => {
    const { weights, rebalance } = strategy;
    if (typeof weights !== "function") return [];
    const every = rebalance.band !== null;
    const rows = every ? new Uint8Array(last - first + 1).fill(1) : scheduleFor(panel, strategy);
    return [{ strategy, weights, rows, answers: new Map() }];
  });
  for (let row = 0; first + row <= last; row++)
    for (const one of asked)
      if (one.rows[row] === 1)
        one.answers.set(days[first + row]!, answerOf(panel, one, first + row));
  const repeating = new Map(asked.map((one) => [one.strategy, repeated(one)]));
  return strategies.map((strategy) => repeating.get(strategy) ?? strategy);
}

function answerOf(panel: Panel, { strategy, weights }: Asked, row: number) {
  const readable = {
    ids: [...strategy.assets, ...strategy.inputs],
    days: panel.days,
    known: panel.known,
    publications: panel.publications,
    refused: panel.refused,
  };
  const place = `${strategy.id} on ${formatDay(panel.days[row]!)}`;
  try {
    return { weights: copied(weights(viewAt(readable, row, place))) };
  } catch (failure) {
    return { failure };
  }
}

/** Weights of our own, which the function cannot change later; anything else is left to be refused. */
function copied(answer: Weights): Weights {
  const plain = typeof answer === "object" && answer !== null && !("then" in answer);
  return plain ? { ...answer } : answer;
}

function repeated({ strategy, answers }: Asked): Strategy {
  const weights: Strategy["weights"] = ({ day }) => {
    const answer = answers.get(day);
    if (answer === undefined) throw new Error(`${strategy.id} was not asked on ${formatDay(day)}`);
    if ("failure" in answer) throw answer.failure;
    return answer.weights;
  };
  return { ...strategy, weights };
}
