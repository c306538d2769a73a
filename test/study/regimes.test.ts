import { monthly, numeraire, phases, recorded, regime, strategy, study } from "assay";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/input/input-error.ts";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { statesOf } from "../../src/regime/rule.ts";
import { parseDay } from "../../src/series/day.ts";
import type { Series } from "../../src/series/series.ts";
import type { Findings } from "../../src/study/findings.ts";
import type { RegimeFinding } from "../../src/study/regime-finding.ts";
import { byMonth, labelsOn, monthRows } from "../../src/study/regime-labels.ts";
import { runStudy } from "../../src/study/run.ts";
import { essayPhases, essayRegimes } from "../../strategies/regimes.ts";
import * as rules from "../../strategies/rules.ts";
import essay from "../fixtures/essay-books.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const day = (text: string) => parseDay(text, "test");
const words = { title: "A rule", question: "Which?", note: "" };

/** The essay's first strategy and three benchmarks: what regimes are asked of. */
const small = study({
  ...essay,
  from: "1999-03-31",
  to: "2026-06-30",
  strategies: essay.strategies.slice(0, 1),
  benchmarks: essay.benchmarks.filter(({ id }) => ["spx", "qqq", "gold"].includes(id)),
  numeraires: essay.numeraires.filter(({ id }) => id === "usd"),
  family: [],
  dispensable: [],
  resamples: 199,
  pictures: [],
  chains: [],
});

let findings: Findings;
beforeAll(async () => {
  findings = await runStudy(small);
});
const found = (id: string): RegimeFinding => findings.regimes.find((one) => one.id === id)!;

describe("months and labels", () => {
  const days = ["2020-01-30", "2020-01-31", "2020-02-03", "2020-02-28", "2020-03-02"].map(day);

  it("count months from the base row to the last row, the last one as far as it goes", () => {
    expect(monthRows(days)).toEqual([0, 1, 3, 4]);
    expect(monthRows(monthEnds(2020, 1, 3))).toEqual([0, 1, 2]);
  });

  it("give a month the label of its first period", () => {
    expect(Array.from(byMonth(Int16Array.of(0, 1, 1, 0), monthRows(days)))).toEqual([0, 1, 0]);
  });

  const gold = {
    ...seriesOf("gold", {}),
    days: monthEnds(2020, 1, 6),
    values: Float64Array.of(9, 11, 12, 8, 8, 12),
  };
  const panel = openPanel(
    calendarOf("monthly", gold, [], [], { from: gold.days[0]!, to: undefined }),
    [gold],
  );

  it("hold only the labels that occur, and none while a look-back is not full", () => {
    const rule = regime({
      id: "side",
      ...words,
      labels: ["flat", "dear", "cheap"].map((id) => ({ id, title: id })),
      reads: ["gold"],
      label: (view) =>
        view.knows("gold", 2) ? (view.price("gold") > 10 ? "dear" : "cheap") : undefined,
    });
    const run = labelsOn(rule, panel);
    expect(run.labels.map(({ id }) => id)).toEqual(["dear", "cheap"]);
    expect(Array.from(run.periods.of)).toEqual([-1, 0, 0, 1, 1]);
    expect(run.because).toBeNull();
  });

  it("of phases are known afterwards", () => {
    const dated = phases({
      id: "dated",
      ...words,
      start: "2020-02-29",
      phases: [{ id: "later", title: "", until: null }],
    });
    const run = labelsOn(dated, panel);
    expect(Array.from(run.periods.of)).toEqual([-1, 0, 0, 0, 0]);
    expect(run).toMatchObject({ states: null, because: "its phases were dated by hand" });
  });
});

describe("the rules of the essay", () => {
  const all = Object.values(rules).filter((rule) => rule.id !== "turbulence");
  const ids = [...new Set(all.flatMap(({ reads }): readonly string[] => reads))];
  const rows = 60;
  const lags: Readonly<Record<string, number>> = { cpi: 14, m2: 28, gdp: 57 };

  /** Months of every series that the rules read. */
  const worlds = fc.array(fc.array(fc.double({ min: 1, max: 2, noNaN: true }), fixed(ids.length)), {
    minLength: rows,
    maxLength: rows,
  });
  function fixed(length: number) {
    return { minLength: length, maxLength: length };
  }
  const panelOf = (world: readonly (readonly number[])[]) => {
    const series: Series[] = ids.map((id, i) => ({
      ...seriesOf(id, {}, { lag: lags[id] ?? 0 }),
      days: monthEnds(2000, 1, rows),
      values: Float64Array.from(world, (values) => values[i]!),
    }));
    const days = { from: series[0]!.days[24]!, to: undefined };
    return openPanel(calendarOf("monthly", series[0]!, [], [], days), series);
  };

  it("say the same up to a day whatever comes after it", () => {
    fc.assert(
      fc.property(worlds, worlds, fc.integer({ min: 24, max: rows - 2 }), (past, future, cut) => {
        const one = panelOf(past);
        const two = panelOf([...past.slice(0, cut + 1), ...future.slice(cut + 1)]);
        for (const rule of all) {
          const [a, b] = [statesOf(rule, one).of, statesOf(rule, two).of];
          // The label at row `cut` is that of the period after it.
          expect(Array.from(b.subarray(0, cut - 23))).toEqual(Array.from(a.subarray(0, cut - 23)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("make the trend strategy hold what the trend regime says", async () => {
    const trend = essay.strategies.find(({ id }) => id === "hard-assets-trend")!;
    const one = await runStudy({ ...small, strategies: [{ ...trend, lag: 0 }] });
    const [portfolio] = one.portfolios;
    const above = one.regimes.find(({ id }) => id === "gold-trend")!;
    const holding = new Map(
      portfolio!.composition.map(({ from, weights }) => [from, (weights.gold ?? 0) !== 0]),
    );
    for (const { label, from } of above.spells) expect(holding.get(from)).toBe(label === "above");
  });
});

describe("the regimes of the essay", () => {
  it("are all there, its own phases first", () => {
    expect(findings.regimes.map(({ id }) => id)).toEqual(essayRegimes.map(({ id }) => id));
    expect(findings.regimes[0]!.id).toBe(essayPhases.id);
  });

  it("leave no period out and count those that have no label", () => {
    for (const { id, spells, unlabelled, durations, statistics, labels } of findings.regimes) {
      const labelled = spells.reduce((sum, { periods }) => sum + periods, 0);
      expect([id, labelled + unlabelled]).toEqual([id, findings.period.periods]);
      const ids = labels.map((label) => label.id);
      expect(Object.keys(durations)).toEqual(ids);
      expect(Object.keys(statistics)).toEqual(ids);
      const months = ids.reduce((sum, label) => sum + durations[label]!.months, 0);
      expect(months).toBe(labelled);
      for (const label of ids) {
        const { periods, thin, spells: count } = durations[label]!;
        expect(statistics[label]!.spx!.usd!.periods).toBe(periods);
        expect(thin).toBe(periods < 24);
        expect(count).toBe(spells.filter((spell) => spell.label === label).length);
      }
    }
  });

  it("share out the log excess of the whole run", () => {
    const { relativeWealth } = findings.comparisons.find(
      ({ portfolio, benchmark }) => portfolio === "hard-assets" && benchmark === "spx",
    )!;
    for (const { unlabelled, logExcess } of findings.regimes.filter(
      (one) => one.unlabelled === 0,
    )) {
      const parts = Object.values(logExcess).map((label) => label["hard-assets"]!.spx!.logExcess!);
      expect(unlabelled).toBe(0);
      expect(parts.reduce((a, b) => a + b)).toBeCloseTo(Math.log(relativeWealth!), 9);
    }
  });

  it("are tested where they were known, and say why not where they were not", () => {
    for (const { causal, tests, untested, latest, labels } of findings.regimes) {
      expect(tests === null).toBe(!causal);
      expect(untested === null).toBe(causal);
      expect(latest === null).toBe(!causal);
      if (causal) expect(labels.map(({ id }) => id)).toContain(latest);
      else expect(untested).toMatch(/dates that were chosen by the outcome have no p-value$/);
    }
  });

  it("ask the strategy over two benchmarks, and a benchmark whose price the rule reads", () => {
    const asked = (id: string) =>
      found(id).tests!.map(({ portfolio, benchmark }) => `${portfolio} ${benchmark ?? "itself"}`);
    const strategyAlone = ["hard-assets spx", "hard-assets qqq"];
    expect(asked("real-yield")).toEqual(strategyAlone);
    expect(asked("gold-trend")).toEqual([...strategyAlone, "gold itself"]);
    expect(asked("relative-trend")).toEqual([...strategyAlone, "spx itself", "gold itself"]);
    expect(asked("shares-drawdown")).toEqual([...strategyAlone, "spx itself"]);
  });

  it("run a rule anew on resampled prices only where it is made of the price it sorts", () => {
    for (const { id, tests } of findings.regimes)
      for (const { portfolio, benchmark, paths } of tests ?? []) {
        const own = ["gold-trend gold", "shares-drawdown spx", "turbulence spx"];
        const itself = benchmark === null && own.includes(`${id} ${portfolio}`);
        expect([id, portfolio, paths !== null]).toEqual([id, portfolio, itself]);
      }
    const [, , paths] = found("gold-trend").tests!.map((test) => test.paths);
    expect(paths!.p).toBeGreaterThan(0);
    expect(found("turbulence").tests![2]!.paths).toEqual({
      p: null,
      reason: "its model would have to be estimated anew on every path",
    });
  });

  it("have p-values and intervals that hang together", () => {
    for (const { labels, tests } of findings.regimes)
      for (const { rotation, regression, pairs, states, difference, months } of tests ?? []) {
        for (const { p } of [rotation, regression, pairs]) {
          expect(p!).toBeGreaterThan(0);
          expect(p!).toBeLessThanOrEqual(1);
        }
        expect(rotation.family!).toBeGreaterThanOrEqual(rotation.p!);
        expect(months).toBe(Object.values(states).reduce((sum, one) => sum + one.months, 0));
        for (const { mean, lower, upper } of Object.values(states)) {
          expect(lower!).toBeLessThan(mean!);
          expect(upper!).toBeGreaterThan(mean!);
        }
        const [first, second] = labels.map(({ id }) => states[id]!.mean!);
        expect(difference!).toBeCloseTo(first! - second!, 10);
      }
  });

  it("go by the months of published figures, also where two of them are equal", () => {
    // Consumer prices of July and of August 2000 were both 172.7. At the end of March 2001 February's is
    // the last: 176.0 / 170.0 = 1.0353 over a year, against August's 172.7 / 167.1 = 1.0335: rising.
    const spell = found("inflation-trend").spells.find(
      ({ from, to }) => from <= "2001-03-31" && to > "2001-03-31",
    );
    expect(spell).toMatchObject({ label: "rising", from: "2001-02-28", to: "2001-04-30" });
  });

  it("name segments by their months", () => {
    const { labels, spells } = found("trends");
    expect(labels[0]!.title).toBe(`Segment 1, 1999-03 to ${spells[0]!.to.slice(0, 7)}`);
    expect(found("changes").labels.map(({ title }) => title)).toEqual([
      "No change found, 1999-03 to 2026-06",
    ]);
  });

  it("have probabilities of their estimated states, which agree with the labels", () => {
    const { probabilities, spells } = found("turbulence");
    expect(probabilities).toMatchObject({ of: "turbulent", kind: "filtered" });
    expect(found("turbulence-afterwards").probabilities!.kind).toBe("smoothed");
    const at = new Map(probabilities!.dates.map((date, i) => [date, probabilities!.values[i]!]));
    for (const { label, from } of spells) expect(at.get(from)! > 0.5).toBe(label === "turbulent");
    expect(found("gold-trend").probabilities).toBeNull();
  });

  it("date the changes that were found, with a p-value for one of them alone", () => {
    const { changes, spells } = found("trends");
    expect(changes!.dates!.map(({ date }) => date)).toEqual(
      spells.slice(0, -1).map(({ to }) => to),
    );
    for (const { date, lower, upper } of changes!.dates!) {
      expect(lower! <= date).toBe(true);
      expect(upper! >= date).toBe(true);
    }
    expect(changes!.supF!.p!).toBeGreaterThan(0);
    expect(found("gold-trend").changes).toBeNull();
  });

  it("correlate the first benchmark with what is set against it", () => {
    const { given, pairs } = found("recession").correlations!;
    expect(given).toBe("spx");
    expect(pairs.map(({ id }) => id)).toEqual([
      ...["qqq", "hard-assets", "gold", "bitcoin", "miners", "energy", "longBond"],
    ]);
    const { recession, expansion } = pairs[0]!.states;
    // Recessions are wilder: taken at the variance of all months, the correlation is lower.
    expect(recession!.varianceIncrease!).toBeGreaterThan(0);
    expect(recession!.adjusted!).toBeLessThan(recession!.correlation!);
    expect(expansion!.months + recession!.months).toBe(321);
    const { months } = pairs[3]!.states.recession!;
    expect(months).toBeLessThan(recession!.months);
  });
});

describe("a run that holds too little", () => {
  const sides = ["up", "down"].map((id) => ({ id, title: id }));
  const reasons = async (over: Partial<typeof small>) => {
    const { regimes } = await runStudy({ ...small, ...over });
    return regimes.flatMap(({ tests }) => tests ?? []).map(({ rotation }) => rotation.reason);
  };

  it("gives no p-value to a state of under 24 months, and says so", async () => {
    for (const from of ["2026-05-31", "2026-01-31", "2025-05-31"]) {
      const { regimes } = await runStudy({ ...small, from: day(from) });
      const tests = regimes.flatMap((one) => one.tests ?? []);
      expect(tests.length).toBeGreaterThan(9);
      for (const { rotation, regression, pairs } of tests)
        for (const { p, reason } of [rotation, regression, pairs]) {
          expect(p).toBeNull();
          expect(reason).toMatch(/months? of ".*" (is|are) too few; 24 are needed/);
        }
      const numbers = JSON.stringify(regimes, (_, value) =>
        typeof value === "number" && !Number.isFinite(value) ? "not a number" : value,
      );
      expect(numbers).not.toContain("not a number");
    }
  });

  it("gives none to a state that came once", async () => {
    const once = regime({
      id: "once",
      ...words,
      labels: sides,
      reads: ["m2"],
      label: (view) => (view.knows("m2") && view.price("m2") > 10_000 ? "up" : "down"),
    });
    expect(await reasons({ regimes: [once] })).toEqual(
      new Array(2).fill('"up" came in a single spell: one event, of which nothing was seen again'),
    );
  });

  it("gives none to dates that were typed, and does not count them among the tests", async () => {
    const typed = regime({
      id: "typed",
      ...words,
      labels: sides,
      reads: ["gold"],
      label: (view) =>
        view.price("gold") > 0 && Math.floor(view.day / 1500) % 2 === 0 ? "up" : "down",
    });
    const alone = await runStudy({ ...small, regimes: [rules.goldTrend] });
    const both = await runStudy({ ...small, regimes: [typed, rules.goldTrend] });
    expect(both.regimes.map(({ dated }) => dated)).toEqual([true, false]);
    expect(both.regimes[1]!.tests).toEqual(alone.regimes[0]!.tests);
    for (const { rotation, pairs, regression, paths } of both.regimes[0]!.tests!)
      for (const one of [rotation, pairs, regression, ...(paths === null ? [] : [paths])]) {
        expect(one.p).toBeNull();
        expect(one.reason).toMatch(/^the labels stay the same whatever the values/);
      }
  });

  it("says of dates that were typed that they were, before it says that they came once", async () => {
    const since = regime({
      id: "since",
      ...words,
      labels: sides,
      reads: ["gold"],
      label: (view) => (view.price("gold") > 0 && view.day > 14_000 ? "up" : "down"),
    });
    for (const reason of await reasons({ regimes: [since] }))
      expect(reason).toMatch(/^the labels stay the same whatever the values/);
  });

  it("counts no month after a ruin, and gives no p-value to the few before it", async () => {
    const short = strategy({
      id: "short",
      title: "",
      rationale: "",
      assets: ["bitcoin"],
      weights: { bitcoin: -0.6 },
      rebalance: monthly,
    });
    const one = await runStudy({ ...small, from: day("2012-01-31"), strategies: [short] });
    const { ruined } = one.portfolios.find(({ id }) => id === "short")!;
    expect(ruined).toMatch(/^2013-/);
    const tests = one.regimes.flatMap(({ tests }) => tests ?? []);
    for (const { portfolio, months, rotation } of tests) {
      if (portfolio !== "short") continue;
      expect(months).toBeLessThan(24);
      expect(rotation).toMatchObject({ p: null, family: null });
      expect(rotation.reason).toMatch(/too few; 24 are needed$/);
    }
  });

  it("has no answer for returns that are all the same", async () => {
    const cash = strategy({
      id: "cash",
      title: "",
      rationale: "",
      assets: ["gold"],
      weights: { gold: 0 },
      rebalance: monthly,
    });
    const idle = { ...small, strategies: [cash], benchmarks: [{ ...cash, id: "still" }] };
    const one = await runStudy({ ...idle, regimes: [rules.goldTrend] });
    const { rotation, regression, pairs } = one.regimes[0]!.tests![0]!;
    const reason = "the return is the same in every labelled period";
    for (const test of [rotation, regression, pairs])
      expect(test).toMatchObject({ p: null, reason });
  });
});

describe("what only looks like a regime", () => {
  const plain = { id: "fake", ...words, labels: [{ id: "a", title: "" }], reads: ["gold"] };
  const forged: readonly (readonly [unknown, RegExp])[] = [
    [null, /a regime is null/],
    ["gold", /a regime is gold/],
    [{}, /regime without an id: is no regime/],
    [{ ...plain, causal: true, label: () => [] }, /fake: says causal: true, but was not made by/],
    [{ ...plain, causal: true, at: () => "a" }, /fake: says causal: true/],
    [{ ...essayRegimes.at(-1)!, causal: true }, /changes: says causal: true/],
    [{ ...essayPhases, causal: true }, /essay-phases: has phases, but was not made by phases/],
    [{ ...plain, causal: false, phases: null }, /fake: has phases, but was not made by/],
    [{ ...plain, causal: false, label: () => [] }, /fake: is no regime that a study can run/],
    [{ ...plain, causal: false, because: "" }, /fake: is no regime/],
    [{ ...rules.goldTrend, reads: undefined }, /gold-trend: says causal: true/],
  ];

  it("is refused when it is run, and when the study is made", async () => {
    for (const [one, reason] of forged) {
      const regimes = [one] as unknown as typeof small.regimes;
      const run = runStudy({ ...small, regimes });
      await expect(run).rejects.toThrow(reason);
      await expect(run).rejects.toBeInstanceOf(InputError);
      expect(() => study({ ...essay, from: "1999-03-31", to: "2026-06-30", regimes })).toThrow(
        InputError,
      );
    }
  });
});

describe("a study", () => {
  const withRegimes = (regimes: (typeof small)["regimes"]) => ({ ...small, regimes });

  it("refuses a regime that reads a series which the catalog does not have", async () => {
    const wrong = regime({
      id: "wrong",
      ...words,
      labels: [
        { id: "up", title: "" },
        { id: "down", title: "" },
      ],
      reads: ["glod" as "gold"],
      label: () => "up",
    });
    await expect(runStudy(withRegimes([wrong]))).rejects.toThrow(
      'regime wrong: unknown series "glod"; did you mean "gold"?',
    );
  });

  it("has no answer for a rule that is always in one state, and says why", async () => {
    const always = regime({
      id: "always",
      ...words,
      labels: [
        { id: "up", title: "Up" },
        { id: "down", title: "Down" },
      ],
      reads: ["gold"],
      label: () => "up",
    });
    const one = await runStudy(withRegimes([always]));
    const [test] = one.regimes[0]!.tests!;
    expect(test!.rotation).toEqual({
      p: null,
      reason: 'every labelled period is "up"',
      oneSided: null,
      family: null,
    });
    expect(test!.difference).toBeNull();
    expect(one.regimes[0]!.labels).toEqual([{ id: "up", title: "Up" }]);
  });

  it("refuses a strategy that asks for a label known only afterwards", async () => {
    const slump = recorded({
      id: "slump",
      ...words,
      of: "recession",
      labels: [
        { id: "expansion", title: "" },
        { id: "recession", title: "" },
      ],
      because: "it was dated later",
    });
    const cheating = strategy({
      id: "cheating",
      title: "",
      rationale: "",
      assets: ["gold"],
      // @ts-expect-error a hindsight label cannot be read
      weights: (view) => (slump.at(view) === "recession" ? { gold: 1 } : {}),
      rebalance: monthly,
    });
    await expect(runStudy({ ...small, strategies: [cheating] })).rejects.toThrow(
      "slump: it was dated later, so no strategy may read its labels",
    );
  });

  it("without benchmarks has no tests and no correlations", async () => {
    const usd = numeraire({ id: "usd", title: "USD", unit: "USD", series: null, riskless: "cash" });
    const lone = { ...small, benchmarks: [], numeraires: [usd], regimes: [rules.goldTrend] };
    const [trend] = (await runStudy(lone)).regimes;
    expect(trend).toMatchObject({ tests: [], correlations: null });
  });
});
