import { study } from "assay";
import { describe, expect, it } from "vitest";
import essay from "../fixtures/essay-books.ts";

const changed = (change: object) => () =>
  study({ ...essay, from: "1999-03-31", to: "2026-06-30", ...change } as never);

describe("study", () => {
  it.each([
    [{ strategies: [] }, "study essay: no strategies; give at least one"],
    [{ strategies: [{ id: "x" }] }, "strategies: entry 1 has no rebalance; give strategy({...})"],
    [{ benchmarks: [undefined] }, "benchmarks: entry 1 has no rebalance"],
    [{ regimes: [{ id: "x" }] }, "regimes: entry 1 has no causal; give phases({...})"],
    [{ pictures: [{ id: "x" }] }, "pictures: entry 1 has no lines"],
    [{ numeraires: essay.numeraires.slice(1) }, "no numeraire is the currency of the books"],
    [{ strategies: [...essay.strategies, essay.benchmarks[0]] }, 'portfolios: "spx" occurs twice'],
    [{ family: [{ id: "x" }] }, "family: entry 1 has no rebalance; give strategy({...})"],
    [{ family: [essay.strategies[0]] }, 'portfolios: "hard-assets" occurs twice'],
    [{ dispensable: ["gold", "gold"] }, 'dispensable: "gold" occurs twice'],
    [{ resamples: 38 }, "resamples: got 38; give a number from 39 to 1000000"],
    [{ resamples: 99.5 }, "resamples: got 99.5; give a whole number"],
    [{ from: "1999-02-30" }, 'study essay: from: "1999-02-30" is not a calendar day'],
    [{ form: "1999-03-31" }, 'unknown option "form"; did you mean "from"?'],
    [{ question: undefined }, "study essay: question is missing"],
    [{ id: "my study" }, 'study: id "my study" is not usable'],
  ])("refuses %o", (change, message) => {
    expect(changed(change)).toThrow(message);
  });
});
