import { describe, expect, it } from "vitest";
import { histogram } from "../../../src/report/chart/histogram.ts";
import { rangeBars } from "../../../src/report/chart/range-bars.ts";
import { trackLine } from "../../../src/report/chart/track-line.ts";
import { strongLine } from "../../../src/report/palette.ts";

const style = strongLine(0);

describe("histogram", () => {
  const bins = { edges: [-0.1, 0], width: 0.1, bars: { style, counts: [1, 2] } };

  it("draws bars as high as their counts: the second reaches the top, the first half way", () => {
    const { markup } = histogram({ ...bins, normal: null });
    expect(markup).toMatch(/M34\.5,188V98H212\.5V188zM213\.5,188V8H391\.5V188z/);
  });

  it("draws no bar for nothing, and no curve where there is none", () => {
    const { markup } = histogram({ ...bins, bars: { style, counts: [0, 2] }, normal: null });
    expect(markup).not.toContain("M34.5");
    expect(markup).not.toContain('stroke="var(--ink)"');
    expect(histogram({ ...bins, normal: [1, 1] }).markup).toContain('stroke="var(--ink)"');
  });
});

describe("range bars", () => {
  it("draw whisker, box and middle from left to right on one scale with zero in it", () => {
    const bar = { style, ends: [0.1, 0.5], box: [0.2, 0.4], middle: 0.3 } as const;
    const { markup } = rangeBars({ groups: [{ title: "One year", bars: [bar] }] });
    const places = [...markup.matchAll(/M([\d.]+),10\.5H([\d.]+)|M([\d.]+),4v13/g)];
    const [whisker, middle] = places.map((found) => found.slice(1).filter(Boolean).map(Number));
    expect(whisker?.[0]).toBeCloseTo(84 + 306 * 0.2, 1);
    expect(whisker?.[1]).toBeCloseTo(390, 1);
    expect(middle?.[0]).toBeCloseTo(84 + 306 * 0.6, 1);
    expect(markup).toContain(">One year</text>");
  });
});

describe("track line", () => {
  const track = {
    from: "2020-01-01",
    due: ["2022-01-01", "2024-01-01"],
    dates: ["2021-01-01", "2022-01-01"],
    values: [1, 2],
    claimed: 3,
  };

  it("ends in a full dot while it is true, and in a ring while it is not", () => {
    expect(trackLine({ ...track, holds: true }).markup).toContain('fill="var(--gain)"');
    expect(trackLine({ ...track, holds: false }).markup).toContain('stroke="var(--loss)"');
  });

  it("has a tick for each day due, and no line where nothing was read", () => {
    const { markup } = trackLine({ ...track, values: [null, null], holds: false });
    expect(markup.match(/v8/g)).toHaveLength(2);
    expect(markup).not.toContain("var(--loss)");
  });
});
