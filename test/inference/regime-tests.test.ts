import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../src/inference/chi-square.ts";
import { blockDraws, type Draws, rowsOf, wholeSample } from "../../src/inference/draws.ts";
import { parkMiller } from "../../src/inference/random.ts";
import { stateIntervals } from "../../src/inference/regime-intervals.ts";
import { pathTest } from "../../src/inference/regime-paths.ts";
import {
  pairBootstrap,
  pairsOf,
  rotation,
  stateRegression,
} from "../../src/inference/regime-tests.ts";
import { isUnknown, type Unknown } from "../../src/input/unknown.ts";
import { figuresOnRows } from "../../src/market/publications.ts";
import { studentTwoSided } from "../../src/measure/student.ts";
import type { CausalPeriods } from "../../src/regime/labelled.ts";
import { phases } from "../../src/regime/phases.ts";
import { regime, statesOn } from "../../src/regime/rule.ts";
import { aboveAverage } from "../../src/regime/rules.ts";
import { fx240, twelveUniforms } from "../fixtures/fx240.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const words = { title: "", question: "", note: "" };
const LABELS = ["one", "two", "three"] as const;
/** A rule of which the states are given: -1 for none. */
function periodsOf(...states: readonly number[]): CausalPeriods {
  const count = Math.max(2, ...states.map((state) => state + 1));
  const rule = regime({
    id: "given",
    ...words,
    labels: LABELS.slice(0, count).map((id) => ({ id, title: id })),
    reads: ["gold"],
    label: (view) => LABELS[view.price("gold")],
  });
  const days = monthEnds(2000, 1, states.length + 1);
  const prices = [...states, -1];
  const publications = () => figuresOnRows(days, prices);
  const columns = { ids: ["gold"], days, known: () => prices, publications };
  return statesOn(rule, columns, 0, states.length);
}
function answered<T extends object>(answer: T | Unknown): T {
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}
const reasonOf = (answer: object) => (answer as { reason?: string }).reason;

const alternating = (n: number, every: number) =>
  Array.from({ length: n }, (_, t) => Math.floor(t / every) % 2);

describe("rotation", () => {
  it("counts the shifts of a small example that do as much", () => {
    const one = answered(rotation([1, 2, 3, -1, -2, -3], periodsOf(0, 0, 0, 1, 1, 1)));
    expect(one.difference).toBe(4);
    expect(one.means).toEqual([2, -2]);
    expect(one.oneSided).toBeCloseTo(1 / 6, 15);
    expect(one.p).toBeCloseTo(2 / 6, 15);
  });

  it("agrees with shifting every state by hand, unlabelled periods and a third state among them", () => {
    const worlds = fc
      .array(
        fc.record({
          value: fc.double({ min: -1, max: 1, noNaN: true }),
          state: fc.integer({ min: -1, max: 2 }),
        }),
        { minLength: 12, maxLength: 40 },
      )
      .map((rows) => [
        ...rows,
        ...[0, 0, 1, 1, 2, 2].map((state) => ({ value: state / 7, state })),
      ]);
    fc.assert(
      fc.property(worlds, (rows) => {
        const labelled = rows.slice(rows.findIndex(({ state }) => state >= 0));
        const values = labelled.map(({ value }) => value);
        const states = labelled.map(({ state }) => state);
        const n = states.length;
        const spreads = states.map((_, shift) => {
          const means = [0, 1, 2].map((state) => {
            const own = values.filter((__, t) => states[(t - shift + n) % n] === state);
            return own.reduce((sum, value) => sum + value, 0) / own.length;
          });
          return Math.max(...means) - Math.min(...means);
        });
        const asFar = spreads.filter((one) => one >= spreads[0]! * (1 - 1e-10)).length;
        const found = answered(
          rotation(
            rows.map(({ value }) => value),
            periodsOf(...rows.map(({ state }) => state)),
          ),
        );
        expect(found.p).toBeCloseTo(asFar / n, 12);
        expect(found.difference).toBeCloseTo(spreads[0]!, 12);
        expect(found.oneSided).toBeNull();
      }),
    );
  });

  it("takes 6,850 days in a moment", () => {
    const { a } = fx240();
    const returns = Float64Array.from({ length: 6850 }, (_, t) => a[t % 240]!);
    const periods = periodsOf(...alternating(6850, 20));
    const before = process.cpuUsage().user;
    rotation(returns, periods);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(300);
  });

  it("rejects as often as it says where states persist and returns do too", () => {
    const uniform = parkMiller(77);
    let rejected = 0;
    for (let world = 0; world < 400; world += 1) {
      let [x, state] = [0, 0];
      const returns: number[] = [];
      const states: number[] = [];
      for (let t = 0; t < 120; t += 1) {
        x = 0.5 * x + twelveUniforms(uniform);
        if (uniform() < 0.1) state = 1 - state;
        returns.push(x);
        states.push(state);
      }
      const answer = rotation(returns, periodsOf(...states));
      if (!isUnknown(answer) && answer.p <= 0.05) rejected += 1;
    }
    expect(rejected / 400).toBeLessThan(0.09);
    expect(rejected / 400).toBeGreaterThan(0.01);
  });
});

describe("stateRegression", () => {
  const { a } = fx240();
  const periods = periodsOf(...alternating(240, 12));

  it("without lags is the difference of means over White's error", () => {
    const found = answered(stateRegression(a, periods, { lags: 0 }));
    const squares = [0, 1].map((state) => {
      const own = a.filter((_, t) => periods.of[t] === state);
      const centre = own.reduce((sum, v) => sum + v, 0) / own.length;
      return own.reduce((sum, v) => sum + (v - centre) ** 2, 0) / own.length ** 2;
    });
    const error = Math.sqrt(((squares[0]! + squares[1]!) * 240) / 238);
    expect(found.standardError).toBeCloseTo(error, 14);
    expect(found.t).toBeCloseTo(found.difference / error, 10);
    expect(found.wald).toBeCloseTo(found.t! ** 2, 10);
    expect(found.p).toBeCloseTo(studentTwoSided(found.t!, 238), 12);
  });

  it("takes the usual lags, and chi-square for three states", () => {
    expect(answered(stateRegression(a, periods)).lags).toBe(4);
    const three = periodsOf(...Array.from({ length: 240 }, (_, t) => Math.floor(t / 10) % 3));
    const found = answered(stateRegression(a, three));
    expect(found.t).toBeNull();
    expect(found.p).toBeCloseTo(Math.exp(-found.wald / 2), 12);
  });

  it("says why it has no answer", () => {
    const short = stateRegression([1, 2, 3, 4], periodsOf(0, 0, 1, 1));
    expect(reasonOf(short)).toBe("4 labelled periods are too few; at least 10 are needed");
    const still = Float64Array.from({ length: 20 }, (_, t) => t % 2);
    const explained = stateRegression(still, periodsOf(...alternating(20, 1)));
    expect(reasonOf(explained)).toBe("the errors of the state means cannot be estimated");
  });
});

describe("pairBootstrap", () => {
  const { a } = fx240();
  const periods = periodsOf(-1, ...alternating(238, 12), -1);

  it("agrees with resampling row by row", () => {
    const draws = blockDraws({
      kind: "stationary",
      length: pairsOf(periods),
      meanBlock: 8,
      seed: 3,
    });
    const found = answered(pairBootstrap(a, periods, draws, 99));
    const returns = a.slice(1, 239);
    const states = periods.of.slice(1, 239);
    const meanOf = (rows: readonly number[]) =>
      rows.reduce((sum, t) => sum + returns[t]!, 0) / rows.length;
    const rowsIn = (state: number, rows: readonly number[]) =>
      rows.filter((t) => states[t] === state);
    const all = [...returns.keys()];
    const own = [0, 1].map((state) => meanOf(rowsIn(state, all)));
    const observed = Math.abs(own[0]! - own[1]!);
    let asFar = 0;
    for (let k = 0; k < 99; k += 1) {
      const rows = Array.from(rowsOf((draws as Draws)(k)));
      const gap = [0, 1].map((state) => meanOf(rowsIn(state, rows)) - own[state]!);
      if (Math.abs(gap[0]! - gap[1]!) >= observed) asFar += 1;
    }
    expect(found.p).toBeCloseTo((1 + asFar) / 100, 12);
    expect(found.resamples).toBe(99);
  });

  it("finds a large difference and not one of the sample itself", () => {
    const strong = a.map((value, t) => value + (periods.of[t] === 0 ? 0.05 : 0));
    const draws = blockDraws({ kind: "stationary", length: 238, meanBlock: 8, seed: 3 });
    expect(answered(pairBootstrap(strong, periods, draws, 499)).p).toBe(1 / 500);
    // On the sample itself the states, centred, do not differ.
    const itself = pairBootstrap(strong, periods, () => wholeSample(238), 9);
    expect(answered(itself).p).toBe(0.1);
  });
});

describe("a test of labels known only afterwards", () => {
  const dated = phases({
    id: "dated",
    ...words,
    start: "2020-01-01",
    phases: [{ id: "all", title: "", until: null }],
  });
  const after = {
    causal: false,
    id: "markets",
    because: "its turns are dated from later prices",
    labels: ["bull", "bear"],
    of: Int16Array.of(0, 0, 1, 1),
  } as const;
  const returns = [1, 2, 3, 4];

  it("is refused by the compiler, and by name when run", () => {
    const refusal =
      "markets: its turns are dated from later prices, so the rotation test would give a p-value to dates chosen by the outcome; test a rule made by regime({...}), or a change by its sup-F";
    // @ts-expect-error hindsight
    expect(() => rotation(returns, after)).toThrow(refusal);
    // @ts-expect-error hindsight
    expect(() => stateRegression(returns, after)).toThrow("markets: its turns");
    // @ts-expect-error hindsight
    expect(() => pairBootstrap(returns, after, () => wholeSample(4), 9)).toThrow("markets: its");
    const resampling = { resamples: 99, meanBlock: 2, seed: 1, perYear: 12 };
    // @ts-expect-error hindsight
    expect(() => stateIntervals(returns, after, resampling)).toThrow("markets: its turns");
    // @ts-expect-error hindsight
    expect(() => rotation(returns, dated)).toThrow("dated: its labels were not known at the time");
    // @ts-expect-error hindsight that claims to be causal
    expect(() => rotation(returns, { ...after, causal: true })).toThrow("markets: its turns");
  });
});

describe("every test of states", () => {
  it("says why it has no answer", () => {
    const of = (returns: readonly number[], ...states: readonly number[]) =>
      reasonOf(rotation(returns, periodsOf(...states)));
    expect(of([1, 2, 3], -1, -1, -1)).toBe("no period is labelled by given");
    expect(of([1, 2, 3], 0, 0, 0)).toBe('every labelled period is "one"');
    expect(of([1, 2, 3], 0, 0, 1)).toBe('a single period is "two"');
    expect(of([1, 1, 1, 1], 0, 0, 1, 1)).toBe("the return is the same in every labelled period");
    expect(of([1, Number.NaN, 1, 1], 0, 0, 1, 1)).toBe("the return of period 2 is not known");
    expect(of([], ...[])).toBe("no period is labelled by given");
    const draws = blockDraws({ kind: "stationary", length: 1, meanBlock: 1, seed: 1 });
    expect(reasonOf(pairBootstrap([1, 2, 3, 4], periodsOf(0, 0, 1, 1), draws, 9))).toBe(
      "a sample of 1 rows cannot be resampled",
    );
  });
});

describe("stateIntervals", () => {
  const resampling = { resamples: 999, meanBlock: 6, seed: 5, perYear: 12 };

  it("surround the mean and the Sharpe ratio under each label", () => {
    const { a } = fx240();
    const [one] = stateIntervals(a, periodsOf(...alternating(240, 15)), resampling);
    if (isUnknown(one!)) throw new Error(one.reason);
    expect(one).toMatchObject({ label: "one", periods: 120, spells: 8 });
    expect(one.meanInterval.lower).toBeLessThan(one.mean);
    expect(one.meanInterval.upper).toBeGreaterThan(one.mean);
    expect(one.sharpeInterval!.lower).toBeLessThan(one.sharpe!);
    expect(one.sharpeInterval!.upper).toBeGreaterThan(one.sharpe!);
  });

  it("never mix the returns of two labels, and draw every period as often", () => {
    // Under "one" ten spells of a single 4 and one spell of thirty 0s: a mean of 1.
    const states = [...new Array(10).fill([0, 1]).flat(), ...new Array(30).fill(0)];
    const returns = states.map((state, t) => (state === 1 ? 1000 : t < 20 ? 4 : 0));
    const [one] = stateIntervals(returns, periodsOf(...states), {
      ...resampling,
      resamples: 9999,
      meanBlock: 5,
      level: 0.02,
    });
    if (isUnknown(one!)) throw new Error(one.reason);
    expect(one.mean / 12).toBeCloseTo(1, 12);
    const middle = (one.meanInterval.lower + one.meanInterval.upper) / 24;
    expect(middle).toBeLessThan(1.15);
    expect(middle).toBeGreaterThan(0.8);
  });

  it("cover the mean about as often as they say", () => {
    const uniform = parkMiller(31);
    let covered = 0;
    for (let world = 0; world < 200; world += 1) {
      const returns = Array.from({ length: 200 }, () => twelveUniforms(uniform));
      const [one] = stateIntervals(returns, periodsOf(...alternating(200, 20)), {
        ...resampling,
        resamples: 199,
        meanBlock: 2,
        level: 0.9,
        seed: world,
      });
      if (isUnknown(one!)) throw new Error(one.reason);
      if (one.meanInterval.lower <= 0 && one.meanInterval.upper >= 0) covered += 1;
    }
    expect(covered / 200).toBeGreaterThan(0.82);
    expect(covered / 200).toBeLessThan(0.97);
  });

  it("say why there is none, and leave out a ratio without a deviation", () => {
    const states = [...new Array(12).fill(0), 1, 1];
    const [one, two] = stateIntervals(new Array(14).fill(0.01), periodsOf(...states), resampling);
    expect(one).toMatchObject({ sharpe: null, sharpeInterval: null });
    expect(two).toEqual({
      value: null,
      label: "two",
      reason: '2 periods under "two" are too few; 10 are needed',
    });
  });
});

describe("pathTest", () => {
  const { a } = fx240();
  const prices = (returns: Float64Array) => {
    const out = [100];
    for (const value of returns) out.push(out.at(-1)! * (1 + value));
    return out;
  };
  const trend = aboveAverage({ id: "trend", ...words, of: "gold", months: 10 });
  const days = monthEnds(2000, 1, 241);
  const onPath = ([path]: readonly Float64Array[]) => {
    const own = days.slice(0, path!.length);
    const publications = () => figuresOnRows(own, path!);
    const columns = { ids: ["gold"], days: own, known: () => path!, publications };
    return statesOn(trend, columns, 0, path!.length - 1).of;
  };
  const spec = {
    id: "trend",
    returns: a,
    prices: [prices(a)],
    states: onPath,
    count: 2,
    resamples: 99,
    meanBlock: 1,
    seed: 2,
  };

  it("runs the rule anew on each path, and tells a trend from none", () => {
    const weak = answered(pathTest(spec));
    expect(weak.resamples).toBe(99);
    expect(weak.p).toBeGreaterThan(0.01);
    // Half years of steady rise and fall: the average of ten months knows the next month.
    const waves = Float64Array.from(a, (value, t) => 0.1 * value + (t % 48 < 24 ? 0.02 : -0.02));
    expect(answered(pathTest({ ...spec, returns: waves, prices: [prices(waves)] })).p).toBe(0.01);
  });

  it("is the same for the same seed", () => {
    expect(pathTest(spec)).toEqual(pathTest(spec));
  });

  it("refuses states that look ahead", () => {
    const peeking = ([path]: readonly Float64Array[]) =>
      Int16Array.from({ length: path!.length - 1 }, (_, t) => (path!.at(-1)! > path![t]! ? 0 : 1));
    expect(() => pathTest({ ...spec, id: "peek", states: peeking })).toThrow(
      /^peek: its state at row \d+ changes when prices after row \d+ are cut off; a state may use/,
    );
  });

  it("says why it has no answer", () => {
    const constant = () => new Int16Array(240);
    expect(reasonOf(pathTest({ ...spec, states: constant }))).toBe("not every state occurs");
    expect(reasonOf(pathTest({ ...spec, returns: [1, 2], prices: [[1, 2, 3]] }))).toBe(
      "2 periods are too few; at least 10 are needed",
    );
    expect(
      reasonOf(pathTest({ ...spec, prices: [prices(a).map((p, t) => (t === 5 ? 0 : p))] })),
    ).toBe("a price is missing or not positive");
  });
});

describe("chiSquareTail", () => {
  it("is that of tables (Abramowitz and Stegun 1964, 26.8)", () => {
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(5.991464547107979, 2)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(7.814727903251179, 3)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(9.487729036781154, 4)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(11.070497693516351, 5)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});
