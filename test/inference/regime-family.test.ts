import { describe, expect, it } from "vitest";
import { uniformOf } from "../../src/inference/random.ts";
import { rotationFamily } from "../../src/inference/regime-family.ts";
import { rotation } from "../../src/inference/regime-tests.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { CAUSAL, type CausalPeriods } from "../../src/regime/labelled.ts";

const periodsOf = (states: Iterable<number>): CausalPeriods => ({
  [CAUSAL]: true,
  causal: true,
  id: "given",
  labels: ["one", "two"],
  of: Int16Array.from(states),
  latest: undefined,
});
const alone = (returns: readonly number[], states: readonly number[]) => {
  const answer = rotation(returns, periodsOf(states));
  return isUnknown(answer) ? null : answer.p;
};

/** Returns and persistent states that know nothing of each other. */
function nothingIn(n: number, seed: number, rules = 1) {
  const uniform = uniformOf(seed);
  const returns = Array.from({ length: n }, () => uniform() + uniform() - 1);
  const members = Array.from({ length: rules }, () => {
    let state = uniform() < 0.5 ? 0 : 1;
    const states = Array.from({ length: n }, () => {
      if (uniform() < 0.1) state = 1 - state;
      return state;
    });
    return { returns, periods: periodsOf(states) };
  });
  return { returns, members };
}

describe("rotationFamily", () => {
  it("is the rotation test for a family of one", () => {
    const [returns, states] = [
      [1, 2, 3, -1, -2, -3],
      [0, 0, 0, 1, 1, 1],
    ];
    expect(rotationFamily([{ returns, periods: periodsOf(states) }])).toEqual([2 / 6]);
    expect(alone(returns, states)).toBe(2 / 6);
  });

  it("counts a rule that is tried twice once, and another one more", () => {
    const [one, other] = [nothingIn(100, 1, 2).members[0]!, nothingIn(100, 1, 2).members[1]!];
    const [single] = rotationFamily([one]);
    expect(rotationFamily([one, one])).toEqual([single, single]);
    const [among] = rotationFamily([one, other]);
    expect(among!).toBeGreaterThanOrEqual(single!);
  });

  it("never gives a smaller p to a smaller difference", () => {
    const { members } = nothingIn(120, 5, 6);
    const single = members.map((member) => rotationFamily([member])[0]!);
    const family = rotationFamily(members);
    for (const [i, p] of family.entries()) expect(p!).toBeGreaterThanOrEqual(single[i]!);
  });

  it("has uniform p-values where states know nothing, and rarely one below 5 % in a family", () => {
    const trials = 300;
    const single: number[] = [];
    let rejected = 0;
    for (let seed = 0; seed < trials; seed += 1) {
      const { members } = nothingIn(60, seed, 5);
      single.push(rotationFamily([members[0]!])[0] ?? 1);
      const least = Math.min(...rotationFamily(members).map((p) => p ?? 1));
      if (least <= 0.05) rejected += 1;
    }
    const below = (level: number) => single.filter((p) => p <= level).length / trials;
    // Three standard errors of a share of 300.
    for (const level of [0.1, 0.25, 0.5, 0.75])
      expect(Math.abs(below(level) - level)).toBeLessThan(
        3 * Math.sqrt((level * (1 - level)) / trials) + 1 / 60,
      );
    expect(rejected / trials).toBeLessThan(0.05 + 3 * Math.sqrt(0.0475 / trials));
  });

  it("has no answer for a rule of one state, nor for returns that are missing, and leaves them out", () => {
    const { returns, members } = nothingIn(50, 2);
    const still = { returns, periods: periodsOf(new Array(50).fill(0)) };
    const torn = { ...members[0]!, returns: returns.map((r, t) => (t === 0 ? Number.NaN : r)) };
    const [p, none, missing] = rotationFamily([members[0]!, still, torn]);
    expect(p).toEqual(rotationFamily([members[0]!])[0]);
    expect([none, missing]).toEqual([null, null]);
    expect(rotationFamily([])).toEqual([]);
  });

  it("refuses labels known only afterwards", () => {
    const { returns } = nothingIn(20, 3);
    const later = { causal: false, id: "later", because: "dated by hand", labels: ["a", "b"] };
    const periods = { ...later, of: new Int16Array(20) } as never;
    expect(() => rotationFamily([{ returns, periods }])).toThrow("later: dated by hand");
  });
});
