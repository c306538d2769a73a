import { expect, test } from "vitest";
import { placed } from "../../src/cli/placed.ts";
import { InputError } from "../../src/input/input-error.ts";
import essay from "../fixtures/essay-books.ts";

const path = "strategies/essay.ts";
const faultsOf = (...faults: string[]) =>
  (placed(new InputError(faults), path, essay) as InputError).faults;

test("what failed in a strategy or a rule of the file has the path of the file", () => {
  expect(
    faultsOf(
      "hard-assets on 1999-03-31: the weight function failed: Error: no",
      'regime gold-trend: unknown label "risng"; did you mean "rising"?',
      'regime of-a-strategy: reads "m2", which the strategy that asks it does not declare',
    ),
  ).toEqual([
    `${path}: hard-assets on 1999-03-31: the weight function failed: Error: no`,
    `${path}: regime gold-trend: unknown label "risng"; did you mean "rising"?`,
    `${path}: regime of-a-strategy: reads "m2", which the strategy that asks it does not declare`,
  ]);
});

test("options and data keep their own place, and a bug stays a bug", () => {
  expect(faultsOf("from 2030-01-31 lies beyond the data; the data end")).toEqual([
    "from 2030-01-31 lies beyond the data; the data end",
  ]);
  const bug = new Error("bug");
  expect(placed(bug, path, essay)).toBe(bug);
});
