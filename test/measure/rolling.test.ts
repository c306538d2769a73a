import { describe, expect, it } from "vitest";
import { performance } from "../../src/measure/performance.ts";
import { relative } from "../../src/measure/relative.ts";
import { rolling } from "../../src/measure/rolling.ts";
import { between } from "../../src/measure/sample.ts";
import { trackOf } from "../../src/measure/track.ts";
import { monthly } from "./worlds.ts";

describe("rolling", () => {
  it("grows a year's growth over each window: twelve months of 1 % are 1.01^12 - 1", () => {
    const track = trackOf(monthly(new Array(14).fill(0.01)));
    const { growth, volatility, sharpe } = rolling(track, null, 12);
    expect(growth.slice(0, 12)).toEqual(new Array(12).fill(null));
    for (const value of growth.slice(12)) expect(value).toBeCloseTo(1.01 ** 12 - 1, 12);
    expect(volatility[12]).toBeCloseTo(0, 12);
    expect(sharpe[12]).toBeNull();
  });

  it("sees its own window only: a fall leaves it after two months", () => {
    const { growth } = rolling(trackOf(monthly([0, -0.5, 0, 0])), null, 2);
    expect(growth).toEqual([null, null, 0.5 ** 6 - 1, 0.5 ** 6 - 1, 0]);
  });

  it("has a beta of two where every move over the riskless is twice the benchmark's", () => {
    const moves = [0.01, -0.02, 0.03, 0.01];
    const benchmark = trackOf(monthly(moves, 0.002));
    const own = trackOf(
      monthly(
        moves.map((r) => 0.002 + 2 * (r - 0.002)),
        0.002,
      ),
    );
    const { beta } = rolling(own, benchmark, 3);
    expect(beta.slice(0, 3)).toEqual([null, null, null]);
    expect(beta[3]).toBeCloseTo(2, 10);
    expect(beta[4]).toBeCloseTo(2, 10);
  });

  it("has no beta without a benchmark, and none once the benchmark is ruined", () => {
    const own = trackOf(monthly([0.01, 0.02, 0.01, 0.03, 0.01]));
    const ruined = trackOf(monthly([0.01, -0.01, 0.02, -1]));
    expect(rolling(own, null, 3).beta).toEqual(new Array(6).fill(null));
    expect(rolling(own, ruined, 3).beta.map((value) => value === null)).toEqual([
      ...[true, true, true, false, false, true],
    ]);
  });

  it("is the statistic of the whole record in a window that is the whole record", () => {
    const moves = Array.from({ length: 24 }, (_, t) => 0.01 + 0.05 * Math.sin(t));
    const others = Array.from({ length: 24 }, (_, t) => 0.005 + 0.04 * Math.cos(1.3 * t));
    const [own, benchmark] = [trackOf(monthly(moves, 0.001)), trackOf(monthly(others, 0.001))];
    const found = rolling(own, benchmark, 24);
    const whole = performance(between(own, 0, 24));
    expect(found.volatility[24]).toBeCloseTo(whole.volatility!, 12);
    expect(found.sharpe[24]).toBeCloseTo(whole.sharpe!, 12);
    expect(found.beta[24]).toBeCloseTo(relative(own, benchmark).beta!, 12);
  });
});
