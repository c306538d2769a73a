import { above, hypothesis, inconsistency, prediction, study } from "assay";
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

describe("the claims of a study", () => {
  const about = { claim: "So.", where: "here" };
  const check = (facts: { run: { phases: unknown } }) => [above("x", facts as never, "times", 1)];
  const claim = (id: string) => hypothesis({ ...about, id, kind: "change", test: check });
  const foretold = (id: string) =>
    prediction({
      ...{ ...about, id, registered: "2020-01-31" },
      tests: [
        {
          ...{ id: "later", title: "Later", due: "2030-06-30", expects: "above 1.00 times" },
          stand: (facts) => ({ check: check(facts)[0]! }),
        },
      ],
    });
  const contradiction = (id: string, claims: readonly string[]) =>
    inconsistency({ id, claims, title: "Two", lines: check, says: () => "So." });
  const registered = (as: string) =>
    hypothesis({ ...about, id: "C9", kind: "prediction", registeredAs: as });

  it.each([
    [
      { hypotheses: [claim("C1"), claim("C1")] },
      'study essay: hypotheses: "C1" occurs twice; give each its own id',
    ],
    [
      { hypotheses: [claim("C1")], predictions: [foretold("C1")] },
      'study essay: hypotheses, predictions and inconsistencies: "C1" occurs twice',
    ],
    [
      { hypotheses: [claim("C1")], inconsistencies: [contradiction("C1", ["C1"])] },
      'study essay: hypotheses, predictions and inconsistencies: "C1" occurs twice',
    ],
    [
      { hypotheses: [claim("C10")], inconsistencies: [contradiction("I1", ["C10", "C11"])] },
      'study essay: inconsistency I1: claims: unknown claim "C11"; did you mean "C10"?',
    ],
    [
      { inconsistencies: [contradiction("I1", ["C1"])] },
      'study essay: inconsistency I1: claims: unknown claim "C1"; the study has none',
    ],
    [
      { hypotheses: [registered("P10")], predictions: [foretold("P1")] },
      'study essay: hypothesis C9: registeredAs: unknown prediction "P10"; did you mean "P1"?',
    ],
  ])("are refused: %#", (change, message) => {
    expect(changed(change)).toThrow(message);
  });

  it("may be spoken of, a prediction too", () => {
    const change = {
      hypotheses: [claim("C1"), registered("P1")],
      predictions: [foretold("P1")],
      inconsistencies: [contradiction("I1", ["C1", "P1"])],
    };
    expect(changed(change)).not.toThrow();
  });
});
