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
  stylesInWords,
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

  it("ten strategies are solid, each of its own colour, as the caption says", () => {
    const [strategy, ...others] = sampleFindings.portfolios;
    const ten = Array.from({ length: 10 }, (_, place) => ({ ...strategy!, id: `s${place}` }));
    const benchmarks = others.filter(({ role }) => role === "benchmark");
    const styles = portfolioStyles([...ten, ...benchmarks]);
    const strong = ten.map(({ id }) => styles.get(id));
    expect(strong.every((style) => style?.dash.length === 0)).toBe(true);
    expect(new Set(strong.map((style) => style?.color)).size).toBe(10);
    expect(benchmarks.every(({ id }) => styles.get(id)?.dash.length !== 0)).toBe(true);
    expect(stylesInWords([...ten, ...benchmarks])).toBe(
      "Strategies are solid and strong, benchmarks dashed.",
    );
  });

  it("the caption says no more than is drawn", () => {
    const [strategy, , equities] = sampleFindings.portfolios;
    const many = Array.from({ length: HUES.length + 1 }, (_, place) => ({
      ...strategy!,
      id: `s${place}`,
    }));
    expect(stylesInWords(many)).toBe("Strategies are strong.");
    expect(stylesInWords([...many, equities!])).toBe(
      "Strategies are strong, benchmarks thin and dashed.",
    );
    expect(stylesInWords([equities!])).toBe("Every line is dashed.");
    const all = [...portfolioStyles(many).values()].map((style) => JSON.stringify(style));
    expect(new Set(all).size).toBe(many.length);
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
