import { describe, expect, it } from "vitest";
import { lineChart } from "../../../src/report/chart/line-chart.ts";
import { startDrawing } from "../../../src/report/figure.ts";
import { strongLine } from "../../../src/report/palette.ts";

const chart = lineChart({
  data: "small",
  frame: {
    from: "2000-01-31",
    to: "2000-04-30",
    phases: [
      { title: "Up", from: "2000-01-31", to: "2000-02-29" },
      { title: "Down and up again", from: "2000-02-29", to: "2000-04-30" },
    ],
  },
  dates: ["2000-01-31", "2000-02-29", "2000-03-31", "2000-04-30"],
  lines: [
    { key: "a", title: "Doubles", style: strongLine(0), values: [1, 2, 4, 8] },
    { key: "b", title: "Has a gap", style: strongLine(1), values: [1, null, 0.5, 1] },
  ],
  scale: "log",
  switchable: true,
  unit: "wealth",
  levels: [{ value: 2, label: "twice" }],
});

describe("lineChart", () => {
  it("draws lines, phases and a level", async () => {
    const drawing = await startDrawing();
    const { markup } = await drawing.draw({
      id: "small",
      title: "",
      note: "",
      source: "",
      table: "",
      alternative: "",
      ...chart,
    });
    const readable = `${markup.replaceAll(/>(?=<)/g, ">\n")}\n`;
    await expect(readable).toMatchFileSnapshot("../../golden/line-chart.svg");
  });

  it("offers a linear axis beside the logarithmic one", () => {
    expect(JSON.stringify(chart.spec)).toContain('"type":"log"');
    expect(JSON.stringify(chart.linear)).not.toContain('"type":"log"');
  });

  it("shares its lines as columns, gaps as null", () => {
    expect(chart.data.small).toMatchObject({ lines: { b: [1, null, 0.5, 1] } });
  });
});
