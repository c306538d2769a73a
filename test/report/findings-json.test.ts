import { describe, expect, it } from "vitest";
import { renderFindingsJson } from "../../src/report/findings-json.ts";
import type { Findings } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

describe("renderFindingsJson", () => {
  const text = renderFindingsJson(sampleFindings);

  it("reads back as the findings, keys in their order", () => {
    const back = JSON.parse(text);
    expect(JSON.stringify(back)).toBe(JSON.stringify(sampleFindings));
  });

  it("puts short records and lists of plain values on one line", () => {
    expect(text).toContain('\n    { "id": "usd", "title": "US dollars", "unit": "USD", ');
    expect(text.split("\n").length).toBeLessThan(4800);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "takes %s for a bug and names its place",
    (value) => {
      const wrong: Findings = {
        ...sampleFindings,
        period: { ...sampleFindings.period, years: value },
      };
      expect(() => renderFindingsJson(wrong)).toThrow(`$.period.years is ${value}`);
    },
  );
});
