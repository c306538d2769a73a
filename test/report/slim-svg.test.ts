import { describe, expect, it } from "vitest";
import { slimPath, slimSvg } from "../../src/report/slim-svg.ts";

describe("slimPath", () => {
  it("writes relative steps of a tenth of a pixel", () => {
    expect(slimPath("M0,10L1.234,9.5L2.5,12.04")).toBe("M0,10l1.2-.5 1.3 2.5");
  });

  it("rounds places, not steps, so that errors do not add up", () => {
    const thirds = Array.from({ length: 31 }, (_, step) => `${step / 3},${step}`).join("L");
    const numbers =
      slimPath(`M${thirds}`)
        .slice("M0,0l".length)
        .match(/-?[\d.]+/g) ?? [];
    const across = numbers.reduce((sum, step, place) => sum + (place % 2 ? 0 : Number(step)), 0);
    expect(across).toBeCloseTo(10, 6);
  });

  it("leaves out the inside of a level stretch", () => {
    expect(slimPath("M0,0L1,0L2,0L3,5Z")).toBe("M0,0l2 0 1 5z");
  });

  it("keeps the pieces of a broken line apart", () => {
    expect(slimPath("M0,0L1,1M5,5L6,4")).toBe("M0,0l1 1M5,5l1-1");
  });
});

describe("slimSvg", () => {
  it("makes the ids of a drawing its own", () => {
    const svg = '<svg xmlns="x"><clipPath id="clip1"/><g clip-path="url(#clip1)"/></svg>';
    expect(slimSvg(svg, "wealth")).toBe(
      '<svg><clipPath id="wealth-clip1"/><g clip-path="url(#wealth-clip1)"/></svg>',
    );
  });

  it("leaves texts alone", () => {
    const svg = '<text transform="translate(1.2345,2)">d="1.2345" 0.7777</text>';
    expect(slimSvg(svg, "a")).toContain('>d="1.2345" 0.7777<');
  });
});
