import { describe, expect, it } from "vitest";
import { below, near } from "../../src/hypothesis/compare.ts";
import { type PredictionSpec, prediction } from "../../src/hypothesis/prediction.ts";
import { tracksOf } from "../../src/hypothesis/prediction-track.ts";
import { parseDay } from "../../src/series/day.ts";
import { factsBy, priceBy } from "./facts-by.ts";

const day = (text: string) => parseDay(text, "test");

// A price that is 100 when registered, and 90, 150 and 80 in the months after it.
const price = priceBy("price", {
  "2019-12-31": 100,
  "2020-01-31": 90,
  "2020-02-28": 150,
  "2020-03-31": 80,
});
const ends = ["2019-12-31", "2020-01-31", "2020-02-28", "2020-03-31"].map(day);

const falls = (parts: Partial<PredictionSpec<never>["tests"][number]> = {}) =>
  prediction({
    id: "P1",
    claim: "The price falls.",
    where: "Here",
    registered: "2019-12-31",
    reads: ["price" as never],
    tests: [
      {
        id: "below",
        title: "Price below 100 at the end of March 2020",
        due: "2020-03-31",
        expects: "below 100 USD",
        stand: (facts) => ({
          check: below("price", facts.series("price" as never, "monthly").last(), "USD", 100),
        }),
        ...parts,
      },
    ],
  });

const tracks = async (of = falls()) => tracksOf(of, await factsBy([price]), ends);

describe("the track of a prediction", () => {
  it("is what was measured on each day after it was registered, nothing later seen", async () => {
    expect(await tracks()).toEqual([
      {
        ...{ test: "below", title: "price", unit: "USD", expects: "below 100 USD", claimed: 100 },
        due: day("2020-03-31"),
        days: ends.slice(1),
        values: [90, 150, 80],
      },
    ]);
  });

  it("ends on the day on which it is decided", async () => {
    const [track] = await tracks(falls({ due: "2020-02-28" }));
    expect(track?.values).toEqual([90, 150]);
  });

  it("begins on the first day on which it can be read: here a window must have ended", async () => {
    const stand: ReturnType<typeof falls>["tests"][number]["stand"] = (facts) => ({
      check: below(
        "price",
        facts
          .series("price" as never, "monthly")
          .during({ from: "2020-02-01", to: "2020-03-31" })
          .last(),
        "USD",
        100,
      ),
    });
    const [track] = await tracks(falls({ stand }));
    expect(track?.values).toEqual([80]);
  });

  it("is none for what was claimed in words", async () => {
    const stand: ReturnType<typeof falls>["tests"][number]["stand"] = (facts) => {
      const fact = facts.series("price" as never, "monthly").last();
      return { check: { ...near("price", fact, "USD", 100, { relative: 0.1 }), claimed: "about" } };
    };
    expect(await tracks(falls({ stand }))).toEqual([]);
  });
});
