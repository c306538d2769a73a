import { monthly, strategy } from "assay";
import { describe, expect, it } from "vitest";
import { executionWords } from "../../src/study/execution-words.ts";

const common = { title: "T", rationale: "R", assets: ["gold"], rebalance: monthly } as const;
const fixed = (id: string, lag: number) => ({
  strategy: strategy({ ...common, id, weights: { gold: 1 } }),
  lag,
});
const looking = (id: string, lag: number) => ({
  strategy: strategy({ ...common, id, weights: () => ({ gold: 1 }) }),
  lag,
});

describe("when was traded", () => {
  it("is told of constant weights as they were", () => {
    expect(executionWords([fixed("a", 0)], true)).toBe(
      "Constant weights use no information and are traded on the month-end row on which they are due (same-close).",
    );
    expect(executionWords([fixed("a", 1)], false)).toBe(
      "Constant weights are decided at one close and traded at the next. An asset without a fresh price waits for its next one.",
    );
    expect(executionWords([fixed("a", 0), fixed("b", 2)], true)).toMatch(
      /Constant weights of a use .* Constant weights of b are decided at one close and traded 2 rows later\.$/,
    );
  });

  it("is told of what looks at figures by its own lag, and the same close by its name", () => {
    expect(executionWords([looking("a", 1), looking("b", 3), looking("c", 0)], true)).toBe(
      "What looks at figures (a) decides at one close and trades at the next. What looks at figures (b) decides at one close and trades 3 rows later. Same-close, which cannot be done with a signal: c trades at the very close decided on.",
    );
  });
});
