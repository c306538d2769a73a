import { expect, it } from "vitest";
import { rankOf, shareOf } from "../../src/hypothesis/among.ts";
import { fact } from "../../src/hypothesis/fact.ts";

const facts = (...values: number[]) => values.map((value) => fact(value));

it("a share of facts counts them", () => {
  expect(shareOf(facts(1, -1, 2, 3), (value) => value > 0)).toMatchObject({
    value: 0.75,
    count: 4,
  });
  expect(() => shareOf([], () => true)).toThrow("a share of nothing; give at least one fact");
});

it("the largest of facts has the first place, and equals share the better one", () => {
  expect(rankOf(fact(5), facts(1, 4))).toMatchObject({ value: 1, count: 3 });
  expect(rankOf(fact(2), facts(1, 4, 3)).value).toBe(3);
  expect(rankOf(fact(4), facts(4, 4)).value).toBe(1);
  expect(rankOf(fact(4), []).value).toBe(1);
});
