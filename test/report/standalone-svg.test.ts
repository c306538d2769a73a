import { beforeAll, describe, expect, it } from "vitest";
import { lightColours } from "../../src/report/light-colours.ts";
import { renderReport } from "../../src/report/page.ts";
import { figuresIn, type PageFigure } from "../../src/report/page-figures.ts";
import { GROUNDS } from "../../src/report/palette.ts";
import { standaloneSvg } from "../../src/report/standalone-svg.ts";
import { findingsWithClaims } from "./sample-claims.ts";

describe("figures of a page on their own", () => {
  let page = "";
  let figures: PageFigure[] = [];
  beforeAll(async () => {
    page = await renderReport(findingsWithClaims);
    figures = figuresIn(page);
  });

  it("are all its drawings, each once", () => {
    const drawn = page.match(/<svg class="(?:marks|small-lines)"/g) ?? [];
    expect(figures.flatMap(({ drawings }) => drawings)).toHaveLength(drawn.length);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(figures.length).toBeGreaterThan(5);
  });

  it("have a title, what to see, a text for readers who cannot see it, and the key's lines", () => {
    for (const { title, note, alternative, source } of figures) {
      for (const text of [title, note, alternative, source]) expect(text).not.toBe("");
      expect(title).not.toMatch(/[<>]|&\w+;/);
    }
    const wealth = figures.find(({ id }) => id === "wealth-usd")!;
    expect(wealth.keys.length).toBe(findingsWithClaims.portfolios.length);
    for (const { line } of wealth.keys) expect(line).toMatch(/^<line .*\/>$/);
  });

  it("are closed elements with every colour resolved", () => {
    for (const figure of figures) {
      const svg = standaloneSvg(figure);
      expect(svg).not.toMatch(/var\(|color-mix|NaN|undefined|&nbsp;/);
      const open = svg.match(/<[a-z][^>]*[^/]>/g) ?? [];
      const closed = svg.match(/<\/[a-z]+>/g) ?? [];
      expect(open.length).toBe(closed.length);
    }
  });
});

describe("lightColours", () => {
  it("resolves variables, and mixes of two colours in proportion", () => {
    const resolved = lightColours();
    expect(resolved("var(--ground)")).toBe(GROUNDS.ground.light);
    expect(resolved("color-mix(in srgb,#000000 50%,#ffffff)")).toBe("rgb(128,128,128)");
    expect(resolved("color-mix(in srgb,#ff0000 14%,transparent)")).toBe("rgba(255,0,0,0.14)");
    expect(() => resolved("var(--nothing)")).toThrow("no --nothing");
  });
});
