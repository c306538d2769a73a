import { expect, it } from "vitest";
import { stateStrip } from "../../../src/report/chart/state-strip.ts";

const states = [
  { id: "up", color: "red" },
  { id: "down", color: "blue" },
];

it("each state has its lane, and a spell its stretch of the time", () => {
  const { markup } = stateStrip({
    from: "2000-01-01",
    to: "2000-01-11",
    states,
    spells: [
      { label: "up", from: "2000-01-01", to: "2000-01-06" },
      { label: "down", from: "2000-01-06", to: "2000-01-11" },
    ],
  });
  expect(markup).toContain('d="M0,0h500v12h-500z" fill="red"');
  expect(markup).toContain('d="M500,12h500v12h-500z" fill="blue"');
});

it("a spell too short to be seen is a hairline; what lies outside is cut; no spell draws nothing", () => {
  const { markup } = stateStrip({
    from: "2000-01-01",
    to: "2010-01-01",
    states,
    spells: [
      { label: "up", from: "2005-01-01", to: "2005-01-02" },
      { label: "up", from: "1990-01-01", to: "2001-01-01" },
    ],
  });
  expect(markup).toMatch(/M500,0h1v12h-1zM0,0h100v12h-100z/);
  expect(markup).toContain('d="" fill="blue"');
});
