import { drifted, either, monthly, regime, strategy, study, volatilityTarget } from "assay";
import { describe, expect, it } from "vitest";
import type { Findings } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import { accounting } from "../../strategies/accounting.ts";
import { spx } from "../../strategies/benchmarks.ts";
import essay from "../fixtures/essay-books.ts";

// Weight functions that remember. Books are kept many times over, and what a function saw at the end of
// one pass must not reach the beginning of another, nor another strategy.

const words = { title: "A test", rationale: "To remember." } as const;
const FIRST = "1999-03-31";

function run(...strategies: ReturnType<typeof strategy>[]): Promise<Findings> {
  return runStudy(
    study({
      ...essay,
      from: FIRST,
      to: "2026-06-30",
      strategies,
      benchmarks: [spx],
      pictures: [],
      chains: [],
      assumptions: accounting,
    }),
  );
}

/** Gold while it stands within a tenth of the highest price that the function has seen, else shares. */
function trailingStop(id: string, resetting: boolean, more: object = {}) {
  let peak = 0;
  let firstDay: number | undefined;
  return strategy({
    id,
    ...words,
    assets: ["gold", "spxTotal"],
    rebalance: monthly,
    weights: (view) => {
      firstDay ??= view.day;
      const price = view.price("gold");
      peak = resetting && view.day === firstDay ? price : Math.max(peak, price);
      return price >= 0.9 * peak ? { gold: 1 } : { spxTotal: 1 };
    },
    ...more,
  });
}

describe("a weight function that remembers", () => {
  it.each([
    ["plain", {}],
    ["under a volatility target", { overlay: volatilityTarget({ target: 0.15 }) }],
    ["with bands", { rebalance: either(monthly, drifted({ absolute: 0.02 })) }],
  ])("sees its past alone, %s", async (_, more) => {
    const remembered = await run(trailingStop("stop", false, more));
    const reset = await run(trailingStop("stop", true, more));
    expect(remembered.portfolios[0]!.wealth).toEqual(reset.portfolios[0]!.wealth);
    expect(remembered.portfolios[0]!.ledger).toEqual(reset.portfolios[0]!.ledger);
    expect(remembered.portfolios[0]!.ledger.costDrag.all!).toBeGreaterThanOrEqual(0);
  });

  it("cannot tell a rule what comes after its close", async () => {
    const seen: (readonly [day: number, price: number])[] = [];
    const spy = strategy({
      id: "spy",
      ...words,
      assets: ["gold"],
      rebalance: monthly,
      weights: (view) => {
        seen.push([view.day, view.price("gold")]);
        return { gold: 1 };
      },
    });
    const oracle = regime({
      id: "oracle",
      title: "What comes next",
      question: "Does gold rise next month?",
      note: "Read in the memory of a strategy.",
      reads: ["gold"],
      labels: [
        { id: "up", title: "Up" },
        { id: "down", title: "Down" },
      ],
      label: (view) => {
        const next = seen.find(([day]) => day > view.day);
        return next === undefined || next[1] > view.price("gold") ? "up" : "down";
      },
    });
    const { regimes } = await runStudy(
      study({
        ...essay,
        from: FIRST,
        to: "2026-06-30",
        strategies: [spy],
        benchmarks: [spx],
        pictures: [],
        chains: [],
        regimes: [oracle],
        assumptions: accounting,
      }),
    );
    expect(regimes[0]!.labels.map(({ id }) => id)).toEqual(["up"]);
    expect(regimes[0]!.tests!.every(({ rotation }) => rotation.p === null)).toBe(true);
  });

  it("cannot be told the future by another strategy of the study", async () => {
    const seen = new Map<number, number>();
    const spy = strategy({
      id: "spy",
      ...words,
      assets: ["gold"],
      rebalance: monthly,
      weights: (view) => {
        seen.set(view.day, view.price("gold"));
        return { gold: 1 };
      },
    });
    let later = 0;
    const listener = strategy({
      id: "listener",
      ...words,
      assets: ["gold"],
      rebalance: monthly,
      weights: (view) => {
        later += [...seen.keys()].filter((day) => day > view.day).length;
        return { gold: 1 };
      },
    });
    await run(spy, listener);
    expect(seen.size).toBeGreaterThan(300);
    expect(later).toBe(0);
  });

  it("is refused when it answers with a promise", async () => {
    const slow = strategy({
      id: "slow",
      ...words,
      assets: ["gold"],
      rebalance: monthly,
      weights: (async () => ({ gold: 1 })) as never,
    });
    await expect(run(slow)).rejects.toThrow(
      "slow on 1999-03-31: the weights are a promise; a weight function must answer at once",
    );
  });
});
