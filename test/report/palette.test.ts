import { describe, expect, it } from "vitest";
import {
  declarations,
  GROUNDS,
  HUES,
  INKS,
  portfolioStyles,
  QUIET_HUES,
  type Shade,
  strongLine,
} from "../../src/report/palette.ts";
import { sampleFindings } from "./sample-findings.ts";

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const level = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe("palette", () => {
  const inks: Shade[] = [...HUES, ...QUIET_HUES, ...Object.values(INKS)];
  const papers = [GROUNDS.ground, GROUNDS.raised, GROUNDS.band];

  it("black on white is 21", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  });

  it.each(["light", "dark"] as const)("every colour is legible text in %s", (scheme) => {
    for (const ink of inks)
      for (const paper of papers)
        expect(contrast(ink[scheme], paper[scheme]), ink[scheme]).toBeGreaterThanOrEqual(4.5);
  });

  it("strategies are solid, benchmarks dashed, and no two look alike", () => {
    const styles = [...portfolioStyles(sampleFindings.portfolios).values()];
    expect(styles.map(({ dash }) => dash.length === 0)).toEqual([true, true, false, false]);
    expect(new Set(styles.map((style) => JSON.stringify(style))).size).toBe(4);
  });

  it("goes on with dashes once the hues are used up", () => {
    expect(strongLine(0).color).toBe(strongLine(HUES.length).color);
    expect(strongLine(0).dash).not.toEqual(strongLine(HUES.length).dash);
  });

  it("declares every variable that lines use", () => {
    expect(declarations("dark")).toContain(`--hue-${HUES.length}:`);
    expect(declarations("light")).toContain(`--quiet-${QUIET_HUES.length}:`);
  });
});
