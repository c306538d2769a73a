import { describe, expect, it } from "vitest";
import { figuresOnRows } from "../../src/market/publications.ts";
import { followsItsReads } from "../../src/regime/other-worlds.ts";
import { growth } from "../../src/regime/published.ts";
import { type CausalRegime, regime, statesOn } from "../../src/regime/rule.ts";
import { aboveAverage, correlationSign, drawdownState, rising } from "../../src/regime/rules.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const words = (id: string) => ({ id, title: id, question: "Which?", note: "" });
const labels = [
  { id: "one", title: "" },
  { id: "two", title: "" },
] as const;

/** Two prices made of the fixture's returns. */
const { a, b } = fx240();
const priceOf = (returns: ArrayLike<number>) => {
  let price = 100;
  return [100, ...Array.from(returns, (value) => (price *= 1 + value))];
};
const prices: Readonly<Record<string, readonly number[]>> = { gold: priceOf(a), spx: priceOf(b) };
const days = monthEnds(2000, 1, 241);
const columns = {
  ids: ["gold", "spx"],
  days,
  known: (id: string) => prices[id]!,
  publications: (id: string) => figuresOnRows(days, prices[id]!),
};
const follows = (rule: CausalRegime) =>
  followsItsReads(rule, columns, statesOn(rule, columns, 0, 240), 0, 240);

describe("followsItsReads", () => {
  it("finds that rules made of their series follow it", () => {
    const made: readonly CausalRegime[] = [
      aboveAverage({ ...words("average"), of: "gold", months: 10 }),
      drawdownState({ ...words("drawdown"), of: "spx", months: 12, depth: 0.1 }),
      rising({ ...words("rising"), of: growth("gold", 12), over: 6 }),
      correlationSign({ ...words("sign"), a: "gold", b: "spx", months: 6 }),
      regime({
        ...words("wild"),
        labels,
        reads: ["gold"],
        label: (view) => {
          const ends = view.monthEnds("gold", 2);
          return ends.length < 2 || Math.abs(ends[1]! / ends[0]! - 1) < 0.03 ? "one" : "two";
        },
      }),
    ];
    for (const rule of made) expect([rule.id, follows(rule)]).toEqual([rule.id, "follows"]);
  });

  it("finds dates that were typed, whatever the rule pretends to read", () => {
    const border = days[120]!;
    const typed = regime({
      ...words("typed"),
      labels,
      reads: ["gold"],
      label: ({ day }) => (day < border ? "one" : "two"),
    });
    const pretending = regime({
      ...words("pretending"),
      labels,
      reads: ["gold"],
      label: (view) => (view.price("gold") > 0 && view.day < border ? "one" : "two"),
    });
    expect([follows(typed), follows(pretending)]).toEqual(["same labels", "same labels"]);
  });

  it("takes a rule that gives up on other values for one that has shown nothing", () => {
    const strict = regime({
      ...words("strict"),
      labels,
      reads: ["gold"],
      label: (view) => {
        if (view.price("gold") !== prices.gold![days.indexOf(view.day)]) throw new Error("no");
        return view.day < days[120]! ? "one" : "two";
      },
    });
    expect(follows(strict)).toBe("gives up");
  });

  it("looks at nothing that comes after the last row", () => {
    const cut = { ...columns, known: (id: string) => prices[id]!.slice(0, 121) };
    const rule = aboveAverage({ ...words("average"), of: "gold", months: 10 });
    const states = statesOn(rule, columns, 0, 120);
    expect(followsItsReads(rule, cut, states, 0, 120)).toBe(
      followsItsReads(rule, columns, states, 0, 120),
    );
  });
});
