import { describe, expect, it } from "vitest";
import { chanceOfAgreement } from "../../src/inference/regime-typed-dates.ts";
import { figuresOnRows } from "../../src/market/publications.ts";
import { type CausalRegime, regime, statesOn } from "../../src/regime/rule.ts";
import { aboveAverage, correlationSign, drawdownState } from "../../src/regime/rules.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const words = (id: string) => ({ id, title: id, question: "Which?", note: "" });
const labels = [
  { id: "above", title: "" },
  { id: "below", title: "" },
] as const;
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
const chance = (rule: CausalRegime) =>
  chanceOfAgreement(rule, columns, statesOn(rule, columns, 0, 240), 0, 240);
const trend = aboveAverage({ ...words("average"), of: "gold", months: 10 });

describe("chanceOfAgreement", () => {
  it("is nothing out of the ordinary for rules that follow what they read", () => {
    const made: readonly CausalRegime[] = [
      trend,
      drawdownState({ ...words("drawdown"), of: "spx", months: 12, depth: 0.1 }),
      correlationSign({ ...words("sign"), a: "gold", b: "spx", months: 6 }),
    ];
    for (const rule of made) expect(chance(rule)).toBeGreaterThan(0.01);
  });

  it("is next to none for dates that were typed, with a real reading for the other half of the years", () => {
    const borders = [20, 31, 55, 61, 90, 104, 118, 140].map((row) => days[row]!);
    const mixed = regime({
      ...words("mixed"),
      labels,
      reads: ["gold"],
      label: (view) => {
        if (view.day >= days[150]!) return trend.at(view);
        return borders.filter((day) => day <= view.day).length % 2 === 0 ? "above" : "below";
      },
    });
    expect(chance(mixed)).toBeLessThan(0.001);
  });

  it("takes a rule that throws on other values to have shown nothing else", () => {
    const strict = regime({
      ...words("strict"),
      labels,
      reads: ["gold"],
      label: (view) => {
        if (view.price("gold") !== prices.gold![days.indexOf(view.day)]) throw new Error("no");
        return view.day < days[120]! ? "above" : "below";
      },
    });
    expect(chance(strict)).toBeLessThan(0.001);
  });

  it("is one where the rule says a single thing", () => {
    const always = regime({ ...words("always"), labels, reads: ["gold"], label: () => "above" });
    expect(chance(always)).toBe(1);
  });
});
