import { describe, expect, it } from "vitest";
import { checkUnit } from "../../src/hypothesis/unit-meant.ts";
import { InputError } from "../../src/input/input-error.ts";

describe("a unit", () => {
  it.each([
    ["fractions", "fraction"],
    ["Fraction", "fraction"],
    ["fracton", "fraction"],
    ["point", "points"],
    ["time", "times"],
    ["counts", "count"],
    ["Day", "day"],
    ["correlations", "correlation"],
    ["corelation", "correlation"],
  ])("that is nearly a known one is refused: %s", (unit, meant) => {
    expect(() => checkUnit("x", unit)).toThrow(
      new InputError(`"x": unknown unit "${unit}"; did you mean "${meant}"?`),
    );
  });

  it.each(["%", "percent", "per cent", "Percentage"])("of hundredths is refused: %s", (unit) => {
    expect(() => checkUnit("x", unit)).toThrow('write "fraction", which is shown as percent');
  });

  it.each([
    ...["fraction", "points", "times", "count", "day", "correlation"],
    ...["oz", "USD", "DKK", "days", "pounds", "pints", "miles", "bushels", "windows", ""],
  ])("that is known, or a word of its own, is taken: %s", (unit) => {
    expect(checkUnit("x", unit)).toBe(unit);
  });

  it("has to be a text", () => {
    expect(() => checkUnit("x", undefined)).toThrow('"x": the unit is undefined; give a text');
  });
});
