import { expect, it } from "vitest";
import {
  intervalAxis,
  intervalBar,
  intervalScale,
} from "../../../src/report/chart/interval-bar.ts";

const scale = { low: -1, high: 1 };

it("a scale holds zero and all that is known", () => {
  expect(
    intervalScale([
      { estimate: 2, low: 1, high: 3 },
      { estimate: null, low: null, high: null },
    ]),
  ).toEqual({ low: 0, high: 3 });
  expect(intervalScale([])).toEqual({ low: -1, high: 1 });
});

it("draws zero in the middle, the bar from end to end, and the estimate on it", () => {
  const { markup } = intervalBar(scale, { estimate: 0.5, low: -0.5, high: 1 });
  expect(markup).toContain('d="M100,0v18"');
  expect(markup).toContain('d="M52,9H196M52,5v8M196,5v8"');
  expect(markup).toContain('cx="148"');
});

it("the dot is hollow where zero lies inside, and full where it does not", () => {
  expect(intervalBar(scale, { estimate: 0.5, low: -0.1, high: 1 }).markup).toContain("hollow");
  expect(intervalBar(scale, { estimate: 0.5, low: 0.1, high: 1 }).markup).not.toContain("hollow");
  expect(intervalBar(scale, { estimate: 0.5, low: null, high: null }).markup).toContain("hollow");
});

it("what lies beyond the scale runs to its edge without an end, its dot unseen", () => {
  const { markup } = intervalBar(scale, { estimate: 60, low: 0.5, high: 78 });
  expect(markup).toContain('d="M148,9H200M148,5v8"');
  expect(markup).not.toContain("<circle");
});

it("nothing known is the line of zero alone", () => {
  const { markup } = intervalBar(scale, { estimate: null, low: null, high: null });
  expect(markup).toContain('class="zero"');
  expect(markup).not.toMatch(/reach|circle|NaN/);
});

it("the axis marks round values", () => {
  expect(intervalAxis({ low: -0.1, high: 0.2 }, "percent").markup).toMatch(/>−10%<.*>0%<.*>20%</);
  expect(intervalAxis(scale, "number").markup).toMatch(/>−1\.0<.*>0<.*>1\.0</);
});
