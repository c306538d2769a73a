import { describe, expect, it } from "vitest";
import type { Check } from "../../src/hypothesis/check.ts";
import { fact } from "../../src/hypothesis/fact.ts";
import { allOrNothing, allOrSome, atLeastHold } from "../../src/hypothesis/rule.ts";

const checks = (...holds: boolean[]) =>
  holds.map((one): Check & { readonly holds: boolean } => ({
    ...{ title: "x", fact: fact(1), unit: "count", claimed: 1, expects: "1" },
    holds: one,
  }));

describe("a rule", () => {
  it("supports where all parts hold", () => {
    for (const rule of [allOrSome, allOrNothing, atLeastHold(2)]) {
      expect(rule(checks(true))).toBe("supported");
      expect(rule(checks(true, true, true))).toBe("supported");
    }
  });

  it("all or some: in part where one holds, refuted where none does", () => {
    expect(allOrSome(checks(false, true, false))).toBe("partly");
    expect(allOrSome(checks(false, false))).toBe("refuted");
  });

  it("all or nothing: refuted where one fails", () => {
    expect(allOrNothing(checks(true, true, false))).toBe("refuted");
  });

  it("at least two: in part from two on", () => {
    expect(atLeastHold(2)(checks(true, true, false))).toBe("partly");
    expect(atLeastHold(2)(checks(true, false, false))).toBe("refuted");
  });
});
