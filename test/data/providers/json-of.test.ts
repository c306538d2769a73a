import { expect, test } from "vitest";
import { numberOf } from "../../../src/data/providers/json-of.ts";

test("a number in JSON is a number or a plain decimal as text; null and the empty text are not known", () => {
  expect(["4.10", "-3", "1e3", 7].map((one) => numberOf(one, "x"))).toEqual([4.1, -3, 1000, 7]);
  expect([null, undefined, ""].map((one) => numberOf(one, "x"))).toEqual([NaN, NaN, NaN]);
  for (const other of ["  ", "\n", "0x10", "0b1", "Infinity", "1,5", " 4", true, {}])
    expect(() => numberOf(other, "x")).toThrow("is no number");
});
