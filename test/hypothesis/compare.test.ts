import { describe, expect, it } from "vitest";
import {
  above,
  after,
  atLeast,
  atMost,
  below,
  between,
  compatible,
  dated,
  near,
  reported,
  surelyAbove,
} from "../../src/hypothesis/compare.ts";
import { type Fact, fact } from "../../src/hypothesis/fact.ts";
import { checkInWords } from "../../src/hypothesis/words.ts";
import { InputError } from "../../src/input/input-error.ts";
import { parseDay } from "../../src/series/day.ts";

const on = (day: string, value = 1) => fact(value, { day: parseDay(day, "test") });
const sure = (value: number, low: number, high: number) => fact(value, { interval: [low, high] });

describe("near a number", () => {
  it("holds up to the very edge of a relative tolerance, rounding forgiven", () => {
    const holds = (value: number) => near("x", fact(value), "oz", 5.5, { relative: 0.05 }).holds;
    expect(holds(5.5 * 1.05)).toBe(true);
    expect(holds(5.225)).toBe(true);
    expect(holds(5.776)).toBe(false);
    expect(holds(5.224)).toBe(false);
  });

  it("holds up to the very edge of so many points", () => {
    const holds = (value: number) =>
      near("x", fact(value), "fraction", -0.3, { points: 0.02 }).holds;
    expect(holds(-0.28)).toBe(true);
    expect(holds(-0.32)).toBe(true);
    expect(holds(-0.2799)).toBe(false);
  });

  it("takes the width of a negative number as it is", () => {
    expect(near("x", fact(-1.04), "", -1, { relative: 0.05 }).holds).toBe(true);
  });

  it("says what was claimed with its tolerance", () => {
    expect(near("x", fact(1), "fraction", -0.3, { points: 0.02 }).expects).toBe(
      "−30.0% ± 2.0 points",
    );
    expect(near("x", fact(1), "oz", 5.5, { relative: 0.05 }).expects).toBe("5.50 oz ± 5%");
  });
});

describe("an order", () => {
  it("above and below leave the number itself out, at least and at most take it in", () => {
    const one = fact(1);
    expect([above, below].map((compare) => compare("x", one, "", 1).holds)).toEqual([false, false]);
    expect([atLeast, atMost].map((compare) => compare("x", one, "", 1).holds)).toEqual([
      true,
      true,
    ]);
    expect(above("x", fact(1.01), "", 1).holds).toBe(true);
    expect(below("x", fact(0.99), "", 1).holds).toBe(true);
    expect(atLeast("x", fact(0.99), "", 1).holds).toBe(false);
    expect(atMost("x", fact(1.01), "", 1).holds).toBe(false);
  });

  it("a range takes in both its ends", () => {
    const holds = (value: number) => between("x", fact(value), "fraction", 0.57, 0.73).holds;
    expect([0.57, 0.65, 0.73].map(holds)).toEqual([true, true, true]);
    expect([0.5699, 0.7301].map(holds)).toEqual([false, false]);
    expect(between("x", fact(0.6), "fraction", 0.57, 0.73).claimed).toBe("57.0% to 73.0%");
  });
});

describe("a day", () => {
  it("lies in a window, both ends included", () => {
    const holds = (day: string) => dated("x", on(day), "2011-08-01", "2011-12-31").holds;
    expect(["2011-08-01", "2011-12-31"].map(holds)).toEqual([true, true]);
    expect(["2011-07-31", "2012-01-01"].map(holds)).toEqual([false, false]);
  });

  it("comes after another, the same day left out", () => {
    const holds = (day: string) => after("x", on(day), on("2020-01-01")).holds;
    expect(["2020-01-02", "2020-01-01"].map(holds)).toEqual([true, false]);
  });

  it("must be one", () => {
    expect(() => dated("low", fact(1), "2011-08-01", "2011-12-31")).toThrow(
      '"low": what was measured has no day',
    );
  });
});

describe("an interval", () => {
  it("is surely above a number where its whole lies above it", () => {
    expect(surelyAbove("x", sure(0.6, 0.51, 0.7), "correlation", 0.5).holds).toBe(true);
    expect(surelyAbove("x", sure(0.6, 0.5, 0.7), "correlation", 0.5).holds).toBe(false);
  });

  it("is compatible with a number that it holds, ends included", () => {
    expect(compatible("x", sure(0.7, 0.5, 0.88), "correlation", 0.88).holds).toBe(true);
    expect(compatible("x", sure(0.7, 0.5, 0.87), "correlation", 0.88).holds).toBe(false);
  });

  it("must be there", () => {
    expect(() => compatible("link", fact(0.7), "correlation", 0.8)).toThrow(
      '"link": what was measured has no interval',
    );
  });
});

describe("what is compared", () => {
  it("is measured: a number typed in is refused", () => {
    expect(() => above("x", 1.39 as unknown as Fact, "oz", 1)).toThrow(
      '"x": 1.39 was typed in; measure it from facts',
    );
    expect(() => above("x", { value: 1.39 } as unknown as Fact, "oz", 1)).toThrow(InputError);
  });

  it("is a number: NaN and infinity are refused, also where it is only told", () => {
    expect(() => near("x", fact(Number.NaN), "", 1, { relative: 1 })).toThrow(
      '"x": measured NaN, which is not a number',
    );
    expect(() => reported("x", fact(Number.POSITIVE_INFINITY), "")).toThrow(InputError);
  });

  it("decides nothing where it is only told", () => {
    expect(reported("x", fact(1), "")).toMatchObject({ holds: null, claimed: null, expects: null });
  });
});

describe("in words", () => {
  it("what was measured, its day, and what was claimed", () => {
    expect(checkInWords(above("top", on("2000-03-27", 0.414), "oz", 0.4))).toBe(
      "top: 0.414 oz on 2000-03-27 (must be above 0.400 oz)",
    );
    expect(checkInWords(surelyAbove("link", sure(0.6, 0.5, 0.7), "correlation", 0.5))).toBe(
      "link: 0.60 (0.50 to 0.70) (must be above 0.50 with its whole interval)",
    );
  });

  it("a number missed by little gets the digits that tell it from the claimed one", () => {
    expect(checkInWords(atMost("ends", fact(0.02014), "points", 0.02))).toBe(
      "ends: 2.01 points (must be at most 2.0 points)",
    );
    expect(checkInWords(atMost("ends", fact(0.0199), "points", 0.02))).toBe(
      "ends: 2.0 points (must be at most 2.0 points)",
    );
    expect(checkInWords(above("level", fact(0.99999), "times", 1))).toContain(
      "level: 0.99999 times",
    );
  });
});
