import { describe, expect, it } from "vitest";
import { reported } from "../../src/hypothesis/compare.ts";
import { inconsistency, inconsistencyFinding } from "../../src/hypothesis/inconsistency.ts";
import { InputError } from "../../src/input/input-error.ts";
import { factsBy, priceBy } from "./facts-by.ts";

const price = priceBy("price", { "2020-01-31": 100, "2020-02-28": 150 });
const spec = {
  id: "I1",
  claims: ["C1", "C2"],
  title: "Two numbers for one thing",
  reads: ["price" as never],
  lines: (facts: Parameters<Parameters<typeof inconsistency>[0]["lines"]>[0]) => {
    const path = facts.series("price" as never, "monthly");
    return [
      reported("change", path.changeBetween("2020-01-31", "2020-02-28"), "fraction"),
      reported("highest", path.maximum(), "USD"),
      reported("day of the highest", path.maximum(), "day"),
    ];
  },
  says: ([change, highest, when]: readonly string[]) =>
    `It rose by ${change} to ${highest} (${when}).`,
};

describe("an inconsistency", () => {
  it("tells its numbers in a sentence, and each with its day", async () => {
    const found = inconsistencyFinding(inconsistency(spec), await factsBy([price]));
    expect(found.text).toBe("It rose by 50.0% to 150 USD (2020-02-29).");
    expect(found).toMatchObject({ id: "I1", claims: ["C1", "C2"], title: spec.title });
    expect(found.lines.map(({ measured, day, holds }) => [measured, day, holds])).toEqual([
      [0.5, "2020-02-29", null],
      [150, "2020-02-29", null],
      ["2020-02-29", "2020-02-29", null],
    ]);
  });

  it("says why it cannot be computed", async () => {
    const facts = await factsBy([], { absent: { price: "Price (file PRICE.csv)" } });
    const found = inconsistencyFinding(inconsistency(spec), facts);
    expect(found.lines).toEqual([]);
    expect(found.text).toBe("It cannot be computed: not at hand: Price (file PRICE.csv).");
  });

  it("names itself before whatever its author did wrong", async () => {
    const facts = await factsBy([price]);
    const wrong = inconsistency({
      ...spec,
      lines: (given) => [reported("x", given.series("other" as never, "monthly").last(), "USD")],
    });
    expect(() => inconsistencyFinding(wrong, facts)).toThrow(
      /^inconsistency I1: unknown series "other"/,
    );
    expect(() => inconsistency({ ...spec, id: "1!" })).toThrow(InputError);
    expect(() => inconsistency({ ...spec, says2: 1 } as never)).toThrow(/says2/);
  });
});
