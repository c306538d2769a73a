import { describe, expect, it } from "vitest";
import { startDrawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { blockLengths } from "../../../src/report/section/block-lengths.ts";
import type { Findings } from "../../../src/study/findings.ts";
import type { InferenceFinding } from "../../../src/study/inference-finding.ts";
import { sampleFindings } from "../sample-findings.ts";

const plain = (markup: string) => markup.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'");

async function textOf(change: Partial<InferenceFinding> = {}): Promise<string | null> {
  const findings: Findings = {
    ...sampleFindings,
    inference: { ...sampleFindings.inference, ...change },
  };
  const found = blockLengths(contextOf(findings, await startDrawing()));
  return found === null ? null : plain(found.markup);
}

describe("how much hangs on the length of the blocks", () => {
  it("tells the blocks of each benchmark, and those of the strategy alone", async () => {
    const text = await textOf();
    expect(text).toContain("5.2 months on average against Equities (6 for Sharpe ratios)");
    expect(text).not.toContain("against Treasury bills");
    expect(text).toContain("have blocks of 3.0 months, by the strategy's own returns");
  });

  it("says which verdict at 5 % would change", async () => {
    expect(await textOf()).toContain(
      "One verdict at 5 % hangs on it: against Equities the p after all trials (stepdown) is 0.030 to 0.051, 0.051 with the blocks chosen.",
    );
  });

  it("says that none would where all lie on one side", async () => {
    const { blockSensitivity } = sampleFindings.inference;
    const text = await textOf({
      blockSensitivity: blockSensitivity.map((row) => ({ ...row, stepdown: 0.3 })),
    });
    expect(text).toContain("No verdict at 5 % changes with it.");
  });

  it("says of blocks that are too long why nothing is known", async () => {
    expect(await textOf()).toContain("more than a record of 60 bears");
  });

  it("is left out where nothing was resampled", async () => {
    expect(await textOf({ reason: "23 months are too few; at least 24 are needed" })).toBeNull();
    expect(await textOf({ blockSensitivity: [] })).toBeNull();
  });
});
