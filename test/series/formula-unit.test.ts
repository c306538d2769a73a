import fc from "fast-check";
import { expect, test } from "vitest";
import { compileFormula } from "../../src/series/formula.ts";
import { parseUnit, times, unitText } from "../../src/series/unit.ts";

const units: Readonly<Record<string, string>> = {
  spx: "USD",
  gold: "USD/oz",
  silver: "USD/oz",
  m2: "USD bn",
  federalDebt: "USD mn",
  yield: "percent",
  other: "percent",
  baht: "THB/USD",
  cpi: "index, 1982-84 = 100",
  pce: "index, 2017 = 100",
  cape: "ratio",
};

async function unitOf(text: string): Promise<string> {
  return (await compileFormula(text)).unit((name) => units[name]!);
}

test.each([
  ["spx / gold", "oz"],
  ["0.5 * gold + 0.5 * silver", "USD/oz"],
  ["spx / m2", "USD/USD bn"],
  ["gold * baht", "THB/oz"],
  ["1 / baht", "USD/THB"],
  ["yoy(m2)", "ratio"],
  ["yield - other", "percent"],
  ["0.01 * yield - yoy(cpi)", "ratio"],
  ["yield - 100 * yoy(cpi)", "percent"],
  ["yield - yoy(cpi) / 0.01", "percent"],
  ["100 * yield", "percent"],
  ["yield / 100 + yoy(m2)", "ratio"],
  ["365 * (yield / 100) / (360 - 91 * (yield / 100))", "ratio"],
  ["(yield + other) / 2", "percent"],
  ["log(spx)", "ratio"],
  ["log(spx) - log(gold)", "ratio"],
  ["exp(yield / 100)", "ratio"],
  ["sqrt(spx * spx)", "USD"],
  ["spx ^ 2", "USD^2"],
  ["spx ^ -1", "1/USD"],
  ["spx ^ (1 / 2) * spx ^ (1 / 2)", "USD"],
  ["cape ^ cape", "ratio"],
  ["max(gold, silver, 10)", "USD/oz"],
  ["-spx + 5", "USD"],
  ["2 * 3", "ratio"],
])("%s counts %s", async (text, unit) => {
  expect(await unitOf(text)).toBe(unit);
});

test.each([
  [
    "spx + yield",
    "spx in USD is added to yield in percent; both sides need one unit; percent / 100 is a ratio",
  ],
  ["spx - gold", "gold in USD/oz is subtracted from spx in USD; both sides need one unit"],
  ["m2 + federalDebt", "m2 in USD bn is added to federalDebt in USD mn; both sides need one unit"],
  [
    "cpi - pce",
    "pce in index, 2017 = 100 is subtracted from cpi in index, 1982-84 = 100; both sides need one unit",
  ],
  [
    "cape + yield",
    "cape in ratio is added to yield in percent; both sides need one unit; percent / 100 is a ratio",
  ],
  [
    "yield * 0.01 + other",
    "yield * 0.01 in ratio is added to other in percent; both sides need one unit; percent / 100 is a ratio",
  ],
  ["max(spx, gold)", "spx in USD is compared with gold in USD/oz; both sides need one unit"],
  ["exp(spx)", "exp(spx) raises e to USD; give a ratio"],
  ["2 ^ spx", "the exponent spx is in USD; give a number"],
  [
    "spx ^ cape",
    "spx is in USD, and its exponent cape is not a typed number; divide first by something in USD",
  ],
])("%s is refused", async (text, reason) => {
  await expect(unitOf(text)).rejects.toThrow(`formula "${text}": ${reason}`);
});

test("a product divided by one of its sides counts what the other counts", () => {
  const unit = fc.constantFrom(...Object.values(units)).map(parseUnit);
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      expect(unitText(times(times(a, b), b, -1))).toBe(unitText(a));
    }),
  );
});
