import { expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { card } from "../../../src/report/section/convention-card.ts";
import { sampleFindings } from "../sample-findings.ts";

function cardOf(measure: string, value: number, theirs: number): string {
  const other = { tool: "another", how: "its way", value: theirs, gap: theirs - value };
  const entries = [{ measure, value, how: "our way", others: [other] }];
  const conventions = { ...sampleFindings.conventions, entries };
  const context = contextOf({ ...sampleFindings, conventions }, {} as Drawing);
  return card(context)?.markup ?? "";
}

it("a fall printed with the other sign has no gap of signs, only one of sizes", () => {
  expect(cardOf("maxDrawdown", -0.3, 0.3)).toContain(">other sign, same size<");
  expect(cardOf("maxDrawdown", -0.3, 0.32)).toContain(">other sign, size +2.0%<");
  expect(cardOf("cvar95", 0.1, -0.12)).toContain(">other sign, size +2.0%<");
  expect(cardOf("cvar95", 0.1, 0.12)).toContain(">+2.0%<");
});

it("another sign of what has a sign of its own is a gap", () => {
  expect(cardOf("sharpe", 0.5, -0.25)).toContain(">−0.75<");
});
