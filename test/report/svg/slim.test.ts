import { describe, expect, it } from "vitest";
import { slimSvg } from "../../../src/report/svg/slim.ts";

describe("slimSvg", () => {
  it("makes the ids of a drawing its own", () => {
    const svg =
      '<svg xmlns="x"><clipPath id="clip1"/><path clip-path="url(#clip1)" d="M0,0L1,1"/></svg>';
    expect(slimSvg(svg, "wealth")).toBe(
      '<svg><clipPath id="wealth-clip1"/><path clip-path="url(#wealth-clip1)" d="M0,0l1 1"/></svg>',
    );
  });

  it("leaves texts alone", () => {
    const svg = '<text transform="translate(1.2345,2)">d="1.2345" 0.7777 &lt;g&gt;</text>';
    expect(slimSvg(svg, "a")).toBe('<text x="1.2" y="2">d="1.2345" 0.7777 &lt;g&gt;</text>');
  });

  it("a turned text, and one of several lines, stay moved", () => {
    const turned = '<text transform="translate(1,2) rotate(-90)">up</text>';
    expect(slimSvg(turned, "a")).toBe(turned);
    const lines = '<text transform="translate(1,2)"><tspan x="0">a</tspan></text>';
    expect(slimSvg(lines, "a")).toBe(lines);
  });

  it("drops groups that add nothing and grounds that draw nothing", () => {
    const svg =
      '<svg><g role="graphics"><g transform="translate(0,0)"><path class="background" d="M0,0h9"/><g><circle r="3"/></g><g></g></g></g></svg>';
    expect(slimSvg(svg, "a")).toBe('<svg><circle r="3"/></svg>');
  });

  it("joins rules of one look into one path", () => {
    const rule = (x: number) =>
      `<line transform="translate(${x},0)" x2="0" y2="5" stroke="red" stroke-width="1"/>`;
    expect(slimSvg(`<svg>${rule(1)}${rule(2)}</svg>`, "a")).toBe(
      '<svg><path d="M1,0v5M2,0v5" stroke="red"/></svg>',
    );
  });

  it("does not join what is seen through", () => {
    const box = '<path d="M0,0h1v1h-1Z" fill="red" opacity="0.5"/>';
    expect(slimSvg(`<svg>${box}${box}</svg>`, "a")).toBe(
      '<svg><path d="M0,0h1v1h-1Z" fill="red" opacity="0.5"/><path d="M0,0h1v1h-1Z" fill="red" opacity="0.5"/></svg>',
    );
  });

  it("says once what neighbours share", () => {
    const texts = ["a", "b", "c"].map(
      (word) => `<text transform="translate(1,2)" fill="red" font-size="12px">${word}</text>`,
    );
    expect(slimSvg(`<svg>${texts.join("")}<circle r="1"/></svg>`, "a")).toBe(
      '<svg><g fill="red" font-size="12px"><text x="1" y="2">a</text><text x="1" y="2">b</text><text x="1" y="2">c</text></g><circle r="1"/></svg>',
    );
  });

  it("refuses a drawing that is not closed", () => {
    expect(() => slimSvg("<svg><g></svg>", "a")).toThrow("not closed");
  });
});
