import { describe, expect, it } from "vitest";
import { asOf } from "../../src/hypothesis/as-of.ts";
import { factsBy, priceBy } from "./facts-by.ts";
import { pathBy } from "./path-by.ts";

const days = { "2020-01-31": 1, "2020-02-28": 2, "2020-03-31": 4 };

describe("facts as of a day", () => {
  it("end with it, whichever way they are asked for", async () => {
    const facts = await factsBy([priceBy("price", days), priceBy("other", days)], {
      wealth: { mine: pathBy("daily", days) },
    });
    const then = asOf(facts, "2020-02-28");
    const [price, other] = ["price", "other"] as never[];
    for (const path of [
      then.series(price!, "monthly"),
      then.ratio(price!, other!, "monthly"),
      then.formula("price + other", "daily"),
      then.run.wealth("mine", "usd"),
    ])
      expect(path.values.length).toBe(2);
    expect(facts.series(price!, "monthly").values.length).toBe(3);
  });
});
