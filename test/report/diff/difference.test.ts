import { describe, expect, it } from "vitest";
import { changesIn } from "../../../src/report/diff/changes.ts";
import { differenceOf } from "../../../src/report/diff/difference.ts";
import type { Findings } from "../../../src/study/findings.ts";
import { findingsWithClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

describe("changesIn", () => {
  it("gives every field that differs, by its path, with what is absent as null", () => {
    const before = { a: 1, b: { c: "x", d: [1, 2] }, gone: true };
    const after = { a: 1, b: { c: "y", d: [1, 3] }, come: null };
    expect(changesIn(before, after)).toEqual([
      { field: "b.c", before: "x", after: "y" },
      { field: "b.d", before: "[1,2]", after: "[1,3]" },
      { field: "gone", before: true, after: null },
      { field: "come", before: null, after: null },
    ]);
  });

  it("pairs the records of a list by their ids, wherever they stand", () => {
    const before = [
      { id: "a", x: 1 },
      { id: "b", x: 2 },
    ];
    const after = [
      { id: "b", x: 2 },
      { id: "a", x: 5 },
    ];
    expect(changesIn(before, after)).toEqual([{ field: "a.x", before: 1, after: 5 }]);
  });
});

describe("differenceOf", () => {
  it("is nothing between findings and themselves", () => {
    const { isSame, causes, effects } = differenceOf(
      sampleFindings,
      structuredClone(sampleFindings),
    );
    expect(isSame).toBe(true);
    expect(causes).toEqual([]);
    expect(Object.values(effects).flat()).toEqual([]);
  });

  it("tells what is derived from a changed series by its inputs, after it", () => {
    const [first] = sampleFindings.inputs;
    const derived = { ...first!, id: "a-derived", sha256: "0", inputs: [first!.id] };
    const before: Findings = { ...sampleFindings, inputs: [derived, first!] };
    const after: Findings = {
      ...sampleFindings,
      inputs: [
        { ...derived, sha256: "1" },
        { ...first!, sha256: "1", last: "2006-02-28" },
      ],
    };
    const { causes, notes } = differenceOf(before, after);
    expect(causes.map(({ kind, of, derivedFrom }) => [kind, of, derivedFrom])).toEqual([
      ["data", first!.id, []],
      ["data", "a-derived", [first!.id]],
    ]);
    expect(causes[0]!.changes.map(({ field }) => field)).toEqual(["last", "sha256"]);
    expect(notes).toContain("None of it changed a result.");
  });

  it("tells verdicts that turned, with the changed series that they read", () => {
    const [claim, ...others] = findingsWithClaims.hypotheses;
    const [first, ...inputs] = findingsWithClaims.inputs;
    const turned = claim!.outcome === "refuted" ? "supported" : "refuted";
    const reading = { ...claim!, reads: [first!.id] };
    const before: Findings = { ...findingsWithClaims, hypotheses: [reading, ...others] };
    const after: Findings = {
      ...before,
      inputs: [{ ...first!, sha256: "f" }, ...inputs],
      hypotheses: [{ ...reading, outcome: turned }, ...others],
    };
    const { effects } = differenceOf(before, after);
    expect(effects.verdicts).toHaveLength(1);
    expect(effects.verdicts[0]).toMatchObject({
      id: claim!.id,
      before: claim!.outcome,
      after: turned,
      because: [first!.id],
    });
    expect(effects.remeasured).toEqual([]);
  });

  it("says that assay itself changed where nothing else did, and orders measures by size", () => {
    const [first, ...others] = sampleFindings.portfolios;
    const [unit] = Object.keys(first!.measures);
    const measures = { ...first!.measures[unit!]!, cagr: 0.2, totalReturn: 90, sharpe: null };
    const before: Findings = {
      ...sampleFindings,
      portfolios: [{ ...first!, measures: { ...first!.measures, [unit!]: measures } }, ...others],
    };
    const moved = { ...measures, cagr: 0.1, totalReturn: 90.000001, sharpe: 1 };
    const after: Findings = {
      ...before,
      portfolios: [{ ...first!, measures: { ...first!.measures, [unit!]: moved } }, ...others],
    };
    const { effects, notes } = differenceOf(before, after, 1e-6);
    expect(effects.measures.map(({ measure, size }) => [measure, size])).toEqual([
      ["sharpe", null],
      ["cagr", 0.5],
    ]);
    expect(notes.join(" ")).toContain("assay itself, or Node, must have changed");
  });
});
