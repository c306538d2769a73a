import { describe, expect, it } from "vitest";
import { phaseMark } from "../../../src/report/chart/time-frame.ts";

describe("the sign of a phase", () => {
  it("is the number that its title begins with, else its place", () => {
    expect(["1 The bust", "Since then", "1990s", "3"].map(phaseMark)).toEqual(["1", "2", "3", "4"]);
  });
});
