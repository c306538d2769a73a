import { beforeAll, describe, expect, it } from "vitest";
import { type Figure, startDrawing } from "../../src/report/figure.ts";
import { html } from "../../src/report/html.ts";
import type { Lines } from "../../src/report/lines.ts";
import { contextOf, SECTIONS } from "../../src/report/page.ts";
import { sampleFindings } from "./sample-findings.ts";

/** The figures of all sections, caught instead of drawn. */
async function figuresOfThePage(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const drawing = {
    draw: async (figure: Figure) => {
      figures.push(figure);
      return html``;
    },
    contents: () => ({ config: {}, days: [], data: {}, figures: {} }),
  };
  for (const section of SECTIONS) await section.body(contextOf(sampleFindings, drawing));
  return figures;
}

interface Layer {
  readonly data?: { readonly name?: string; readonly values?: readonly object[] };
  readonly transform?: readonly { readonly as?: string }[];
  readonly encoding?: Readonly<Record<string, unknown>>;
  readonly layer?: readonly Layer[];
}

/** Every `field` of an encoding, those of tooltips and conditions included. */
function fieldsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "field" && typeof entry === "string" ? [entry] : fieldsOf(entry),
  );
}

function knownFields(layer: Layer, figure: Figure, inherited: Layer["data"]): Set<string> {
  const data = layer.data ?? inherited;
  const made = (layer.transform ?? []).flatMap(({ as }) => (as === undefined ? [] : [as]));
  if (data?.values !== undefined) return new Set([...data.values.flatMap(Object.keys), ...made]);
  const dataset = figure.data[data?.name ?? ""];
  if (dataset === undefined) return new Set(made);
  if (Array.isArray(dataset)) return new Set([...dataset.flatMap(Object.keys), ...made]);
  return new Set(["t", "key", "value", ...made]);
}

describe("figures of the page", () => {
  const units = ["usd", "gold", "m2", "cpi"];
  let figures: Figure[] = [];
  beforeAll(async () => {
    figures = await figuresOfThePage();
  });

  it("are there: pictures, wealth, relative wealth, underwater, growth", () => {
    expect(figures.map(({ id }) => id)).toEqual([
      "growth-in-each-unit",
      "picture-equities-in-gold",
      "picture-purchasing-power",
      "chain-miners-in-gold",
      ...units.flatMap((unit) => [`wealth-${unit}`, `years-${unit}`]),
      "relative-equities",
      "relative-cash",
      "risk-return",
      ...["usd", "gold"].flatMap((unit) =>
        ["growth", "volatility", "sharpe", "beta"].map((what) => `rolling-${what}-${unit}`),
      ),
      ...units.flatMap((unit) => [`underwater-${unit}`, `falls-${unit}`]),
      "split-gold",
      "split-m2",
      "split-cpi",
      "legs",
      "waterfall",
      "weights",
      "exposure",
      "risk-shares",
      "start-horizon-1",
    ]);
  });

  it("say what they show, what to see, their source, their numbers and an alternative", () => {
    for (const { id, title, note, source, table, alternative } of figures)
      for (const text of [title, note, source, table, alternative])
        expect(text.length, id).toBeGreaterThan(5);
  });

  it("encode only fields that their data have", () => {
    let checked = 0;
    for (const figure of figures)
      for (const spec of [figure.spec, figure.linear]) {
        const top = spec as Layer | undefined;
        for (const layer of top?.layer ?? []) {
          const fields = fieldsOf(layer.encoding);
          expect([...knownFields(layer, figure, top?.data)], figure.id).toEqual(
            expect.arrayContaining(fields),
          );
          checked += fields.length;
        }
      }
    expect(checked).toBeGreaterThan(100);
  });

  it("compile without a warning and are drawn with marks", async () => {
    const drawing = await startDrawing();
    for (const figure of figures) {
      const { markup } = await drawing.draw(figure);
      expect(markup, figure.id).toMatch(/^<svg .*<(?:path|text)/);
      expect(markup).not.toContain("xmlns");
    }
    expect(Object.keys(drawing.contents().figures)).toHaveLength(figures.length);
  });

  it("the last value of relative wealth is the one of the comparison", () => {
    const figure = figures.find(({ id }) => id === "relative-equities");
    const lines = figure?.data["relative-equities"] as Lines;
    const { relativeWealth } = sampleFindings.comparisons.find(
      ({ portfolio, benchmark }) => portfolio === "hard-assets" && benchmark === "equities",
    ) ?? { relativeWealth: null };
    expect(lines.lines["hard-assets"]?.at(-1)).toBeCloseTo(relativeWealth ?? Number.NaN, 10);
  });
});

describe("a specification that the compiler warns about", () => {
  const figure: Figure = {
    id: "wrong",
    title: "",
    note: "",
    source: "",
    table: "",
    alternative: "",
    spec: {
      data: { name: "rows" },
      mark: "bar",
      encoding: { x: { field: "a", type: "nominal", scale: { type: "log" } } },
    },
    data: { rows: [{ a: 1 }] },
  };

  it("is a bug that names the chart", async () => {
    const drawing = await startDrawing();
    await expect(drawing.draw(figure)).rejects.toThrow("chart wrong:");
  });
});
