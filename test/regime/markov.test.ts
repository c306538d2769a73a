import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parkMiller } from "../../src/inference/random.ts";
import { expectedDuration, filter, smooth, stationary } from "../../src/regime/markov.ts";
import { fitMarkov, type MarkovFit } from "../../src/regime/markov-fit.ts";
import { roundsOf } from "../../src/regime/markov-round.ts";
import { twelveUniforms } from "../fixtures/fx240.ts";

const toy = { means: [-1, 1], deviations: [1, 1], stay: [0.8, 0.9] } as const;

const fitted = (values: ArrayLike<number>, starts = 20): MarkovFit => {
  const fit = fitMarkov(Float64Array.from(values), { uniform: parkMiller(1), starts });
  if ("value" in fit) throw new Error(fit.reason);
  return fit;
};

/** A calm state that lasts 20 periods and a turbulent one that lasts 10. */
function switching(n: number, seed: number): { values: Float64Array; states: Uint8Array } {
  const uniform = parkMiller(seed);
  const values = new Float64Array(n);
  const states = new Uint8Array(n);
  let state = 0;
  for (let t = 0; t < n; t += 1) {
    if (uniform() < (state === 0 ? 0.05 : 0.1)) state = 1 - state;
    states[t] = state;
    values[t] =
      (state === 0 ? 0.01 : -0.01) + (state === 0 ? 0.02 : 0.07) * twelveUniforms(uniform);
  }
  return { values, states };
}

describe("filter", () => {
  it("gives the probabilities and likelihoods of a worked example", () => {
    const found = filter([0, 2, -1.5], toy);
    const terms = [-1.4189385332, -1.8152875004, -2.9354449735];
    const filtered = [0.3333333333, 0.0090747148, 0.7050463971];
    const smoothed = [0.13410861, 0.0487265857, 0.7050463971];
    const back = smooth(found, toy);
    for (let t = 0; t < 3; t += 1) {
      expect(found.terms[t]).toBeCloseTo(terms[t]!, 9);
      expect(found.filtered[t]).toBeCloseTo(filtered[t]!, 9);
      expect(back[t]).toBeCloseTo(smoothed[t]!, 9);
    }
    expect(found.logLikelihood).toBeCloseTo(-6.1696710071, 9);
  });

  it("starts from the long-run share of its states", () => {
    expect(stationary([0.8, 0.9])).toBeCloseTo(1 / 3, 15);
    expect(stationary([1, 1])).toBe(0.5);
  });

  it("stands values that neither state can explain", () => {
    const { filtered, logLikelihood } = filter([1e6, -1e6], toy);
    expect(Array.from(filtered).every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(Number.isFinite(logLikelihood)).toBe(true);
  });

  it("knows nothing of later values", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4 }), (y) => {
        const whole = filter(y, toy).filtered;
        const cut = filter(y.slice(0, 3), toy).filtered;
        expect(Array.from(whole.slice(0, 3))).toEqual(Array.from(cut));
      }),
    );
  });
});

describe("roundsOf", () => {
  it("has the likelihood of the filter, and leads to the moments that the smoother weighs", () => {
    const { values } = switching(60, 3);
    const before = { means: [0.01, -0.02], deviations: [0.03, 0.06], stay: [0.9, 0.7] } as const;
    const { logLikelihood, next } = roundsOf(values)(before, 1e-6, false);
    const found = filter(values, before);
    expect(logLikelihood).toBeCloseTo(found.logLikelihood, 10);
    const weights = smooth(found, before);
    const sum = (valueAt: (t: number) => number) =>
      weights.reduce((total, weight, t) => total + weight * valueAt(t), 0);
    const mean = sum((t) => values[t]!) / sum(() => 1);
    expect(next.means[0]).toBeCloseTo(mean, 12);
    const variance = sum((t) => (values[t]! - mean) ** 2) / sum(() => 1);
    expect(next.deviations[0]).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it("leads no lower, and stands a state that cannot occur", () => {
    const { values } = switching(80, 4);
    for (const stay of [[1, 0.5] as const, [0.8, 0.6] as const]) {
      const before = { means: [0.01, -0.02], deviations: [0.03, 0.06], stay } as const;
      const round = roundsOf(values);
      const one = round(before, 1e-6, false);
      expect(one.logLikelihood).toBeCloseTo(filter(values, before).logLikelihood, 8);
      expect(round(one.next, 1e-6, false).logLikelihood).toBeGreaterThan(one.logLikelihood - 0.5);
    }
  });
});

describe("fitMarkov", () => {
  it("finds two states again that made the values", () => {
    const { values, states } = switching(2000, 7);
    const fit = fitted(values);
    expect(fit.states.deviations[0]).toBeCloseTo(0.02, 2);
    expect(fit.states.deviations[1]).toBeCloseTo(0.07, 2);
    expect(fit.states.stay[0]).toBeCloseTo(0.95, 1);
    expect(fit.states.stay[1]).toBeCloseTo(0.9, 1);
    const right = states.filter((state, t) => (fit.smoothed[t]! >= 0.5 ? 0 : 1) === state).length;
    expect(right / states.length).toBeGreaterThan(0.9);
  });

  it("never has a lower likelihood with more starts", () => {
    const { values } = switching(300, 3);
    expect(fitted(values, 20).logLikelihood).toBeGreaterThanOrEqual(
      fitted(values, 1).logLikelihood - 1e-7,
    );
  });

  it("is at a top, but for the start that its rounds take as given", () => {
    const { values } = switching(400, 5);
    const { states, logLikelihood } = fitted(values);
    for (const d of [-1e-3, 1e-3]) {
      const moved = [
        { ...states, means: [states.means[0] + d, states.means[1]] as const },
        { ...states, deviations: [states.deviations[0], states.deviations[1] + d] as const },
        { ...states, stay: [states.stay[0] + d, states.stay[1]] as const },
      ];
      for (const one of moved)
        expect(filter(values, one).logLikelihood).toBeLessThan(logLikelihood + 0.05);
    }
  });

  it("calls the state of high volatility 1, or that of the high mean", () => {
    const { values } = switching(400, 11);
    expect(fitted(values).states.deviations[0]).toBeLessThan(fitted(values).states.deviations[1]);
    const byMean = fitMarkov(values, { uniform: parkMiller(1), commonVariance: true }) as MarkovFit;
    expect(byMean.states.means[0]).toBeLessThanOrEqual(byMean.states.means[1]);
    expect(byMean.states.deviations[0]).toBe(byMean.states.deviations[1]);
  });

  it("has no answer for too few values, for equal ones and for one that is missing", () => {
    const reason = (values: readonly number[]) =>
      fitMarkov(values, { uniform: parkMiller(1) }) as unknown as { reason: string };
    expect(reason([1, 2, 3]).reason).toBe("3 values are too few for two states; 24 are needed");
    expect(reason(new Array(30).fill(0.01)).reason).toBe("the values do not differ");
    expect(reason([...new Array(30).fill(0.01), Number.NaN]).reason).toBe("value 31 is not known");
  });

  it("stays finite for values of which all but one are equal", () => {
    const { states, logLikelihood } = fitted([...new Array(40).fill(0), 1]);
    for (const value of [...states.means, ...states.deviations, ...states.stay, logLikelihood])
      expect(Number.isFinite(value)).toBe(true);
  });

  it("estimates 20 starts on 330 months well within a second", () => {
    const { values } = switching(330, 2);
    const before = process.cpuUsage().user;
    fitted(values);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(700);
  });
});

describe("expectedDuration", () => {
  it("is the mean of a geometric length", () => {
    expect(expectedDuration(0.9)).toBeCloseTo(10, 12);
    expect(expectedDuration(1)).toBeNull();
  });
});
