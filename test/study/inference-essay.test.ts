import { atMost, hypothesis } from "assay";
import { beforeAll, describe, expect, it } from "vitest";
import type { Judgement } from "../../src/hypothesis/facts.ts";
import { renderFindingsJson } from "../../src/report/findings-json.ts";
import { parseDay } from "../../src/series/day.ts";
import { mainTitle } from "../../src/series/format.ts";
import type { Findings } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import whole from "../../strategies/essay.ts";
import { family } from "../../strategies/family.ts";
import { dailyFolders } from "../daily-data.ts";
import essay from "../fixtures/essay-books.ts";

const withFamily = { ...essay, family: whole.family, regimes: [], pictures: [], resamples: 499 };

const YEAR_END = parseDay("2025-12-31", "test");

let findings: Findings;
beforeAll(async () => {
  findings = await runStudy(withFamily);
});

const pairOf = (found: Findings, portfolio: string, benchmark: string) =>
  found.comparisons.find((one) => one.portfolio === portfolio && one.benchmark === benchmark)!;

describe("the family", () => {
  it("is four short legs, three sleeves, four rules and two overlays, each once", () => {
    expect(family).toHaveLength(4 * 3 * 4 * 2);
    expect(new Set(family.map(({ id }) => id)).size).toBe(96);
    expect(new Set(family.map(({ title }) => title)).size).toBe(96);
    expect(family.map(({ id }) => id)).toContain("family-50-four-monthly");
    expect(family.map(({ id }) => id)).toContain("family-100-coin-band-vol");
  });

  it("holds the whole of its wealth long, whatever the sleeve", () => {
    for (const { weights } of family) {
      if (typeof weights === "function") throw new Error("a family of constant weights");
      const long = Object.values(weights).filter((weight) => weight! > 0);
      expect(long.reduce((sum, weight) => sum! + weight!, 0)).toBeCloseTo(1, 12);
    }
  });

  it("is tried and never shown", () => {
    const shown = findings.portfolios.map(({ id }) => id);
    expect(shown.filter((id) => id.startsWith("family"))).toEqual([]);
    expect(findings.trials.variants).toHaveLength(findings.trials.count);
    expect(findings.inputs.map(({ id }) => id)).toContain("miners");
  });

  it("has four of the strategies among it, and the other five count beside it", () => {
    const twins = findings.trials.variants.filter(
      ({ id, shownAs }) => shownAs !== null && shownAs !== id,
    );
    expect(Object.fromEntries(twins.map(({ id, shownAs }) => [id, shownAs]))).toEqual({
      "family-0-four-monthly": "hard-assets-long",
      "family-50-four-monthly": "hard-assets",
      "family-100-four-monthly": "hard-assets-double",
      "family-100-gold-monthly": "gold-bonds",
    });
    expect(findings.trials.count).toBe(96 + 5);
  });
});

describe("the findings of the essay on its own uncertainty", () => {
  it("are there for every pair, and hold nothing that is no number", () => {
    const strategies = essay.strategies.length;
    const benchmarks = essay.benchmarks.length;
    expect(findings.comparisons).toHaveLength((strategies + benchmarks) * benchmarks - benchmarks);
    const units = findings.numeraires.map(({ id }) => id);
    for (const one of findings.comparisons) {
      expect(Object.keys(one.sharpeDifferences)).toEqual(units);
      const { bayes, growthDifference, sharpeDifferences } = one;
      for (const found of [...Object.values(sharpeDifferences), growthDifference, bayes]) {
        const { reason, ...rest } = found;
        expect(Object.values(rest).includes(null)).toBe(reason !== null);
      }
      expect(one.startDates.rolling.map(({ years }) => years)).toEqual([3, 5, 10]);
      const isStrategy = essay.strategies.some(({ id }) => id === one.portfolio);
      expect(one.decision === null).toBe(!isStrategy);
      expect(one.evidence === null).toBe(!isStrategy);
      for (const { value, passed, why } of one.evidence ?? []) {
        expect(passed === null).toBe(value === null);
        expect(why !== null).toBe(value === null);
      }
    }
    expect(() => renderFindingsJson(findings)).not.toThrow();
  });

  it("repeat what the run measured where months are all there is", () => {
    for (const one of findings.comparisons) {
      const { estimate } = one.growthDifference;
      if (estimate !== null) expect(estimate).toBeCloseTo(one.excessGrowth!, 12);
      const t = one.evidence?.find(({ id }) => id === "alpha-t");
      if (t !== undefined) expect(t.value).toBe(one.alpha.t);
      const { sharpe: a } = measured(one.portfolio);
      const { sharpe: b } = measured(one.benchmark);
      const difference = one.sharpeDifference.estimate;
      if (difference !== null) expect(difference).toBeCloseTo(a! - b!, 10);
    }
  });

  it("let nobody say that the bet beats either index, and say what is missing", () => {
    for (const rival of ["spx", "qqq"]) {
      const { decision, evidence, power } = pairOf(findings, "hard-assets", rival);
      expect(decision).toBe("no evidence");
      const failing = evidence!.filter(({ passed }) => passed !== true).map(({ id }) => id);
      expect(failing).toContain("sharpe-p");
      expect(power.minimumYears).toBeGreaterThan(20);
    }
  });

  it("put every strategy to a world without its most helpful leg, which is asked once", () => {
    for (const { id, assets } of essay.strategies) {
      const { log } = findings.portfolios.find((one) => one.id === id)!.legs!;
      const [best] = Object.entries(log.assets).sort(([, a], [, b]) => b.total - a.total)[0]!;
      const { title } = findings.inputs.find((one) => one.id === best)!;
      const { evidence } = pairOf(findings, id, "spx");
      const found = evidence!.filter((one) => one.id.startsWith("stress-without-"));
      expect(found[0]!.title).toMatch(
        new RegExp(`without its most helpful leg, ${mainTitle(title)}$`),
      );
      expect(found[0]!.value).not.toBeNull();
      const isDeclaredBeside = assets.includes("bitcoin") && best !== "bitcoin";
      expect(found.map((one) => one.id)).toEqual([
        "stress-without-best-leg",
        ...(isDeclaredBeside ? ["stress-without-bitcoin"] : []),
      ]);
      const ids = evidence!.map((condition) => condition.id);
      expect(ids).toEqual(expect.arrayContaining(["stress-costs-doubled", "stress-best-months"]));
    }
  });

  it("draw maps and fans of the first strategy that stay small", () => {
    const { maps, fans } = findings;
    expect(maps.map(({ benchmark }) => benchmark)).toEqual(["spx", "qqq"]);
    expect(fans.map(({ benchmark, numeraire }) => benchmark ?? numeraire)).toEqual([
      ...["spx", "qqq", "usd", "gold"],
    ]);
    for (const one of [...maps, ...fans]) expect(JSON.stringify(one).length).toBeLessThan(100_000);
    for (const { dates, values, actual } of fans) {
      expect(dates.at(-1)).toBe(findings.period.to);
      expect(actual).toHaveLength(dates.length);
      for (let t = 0; t < dates.length; t += 1)
        for (let share = 1; share < values.length; share += 1)
          expect(values[share]![t]).toBeGreaterThanOrEqual(values[share - 1]![t]!);
    }
  });

  it("map the same wealth that the page draws", () => {
    const [map] = findings.maps;
    const years = map!.horizons.at(-1)!;
    const grown = (id: string) => {
      const wealth = findings.portfolios.find((one) => one.id === id)!.wealth.usd as number[];
      return wealth[12 * years]! / wealth[0]!;
    };
    expect(map!.starts[0]).toBe(findings.period.from);
    expect(map!.values[0]![years - 1]).toBeCloseTo(
      Math.log(grown("hard-assets") / grown("spx")) / years,
      12,
    );
    expect(map!.values.at(-1)!.slice(1)).toEqual(new Array(years - 1).fill(null));
  });

  function measured(id: string) {
    return findings.portfolios.find((one) => one.id === id)!.measures.usd!;
  }
});

describe("a claim", () => {
  it("reads what a strategy fails to show, in words that the evidence counts", async () => {
    const judgements: (Judgement | null)[] = [];
    const asking = hypothesis({
      id: "A",
      claim: "The bet beats shares.",
      where: "here",
      kind: "strategy",
      reads: [],
      test: ({ run }) => {
        const judgement = run.decision("hard-assets", "spx");
        judgements.push(judgement, run.decision("qqq", "spx"), run.decision("hard-assets", "none"));
        return [atMost("what fails", judgement!.failures, "count", 0)];
      },
    });
    const found = await runStudy({ ...withFamily, hypotheses: [asking] });
    const { evidence } = pairOf(found, "hard-assets", "spx");
    const failing = evidence!.filter(({ passed }) => passed === false);
    const unknown = evidence!.filter(({ passed }) => passed === null);
    const [judged, ofBenchmark, ofNone] = judgements;
    expect(judged).toMatchObject({
      ...{ beats: false, failures: { value: failing.length } },
      unknowns: { value: unknown.length },
    });
    expect(judged!.failing.join()).toMatch(
      /p of the difference of Sharpe ratios is 0\.\d+ and must stay below 0\.0500/,
    );
    expect([ofBenchmark, ofNone]).toEqual([null, null]);
  });
});

describe("a run of the essay", () => {
  it("is the same bytes again", async () => {
    const again = await runStudy(withFamily);
    expect(renderFindingsJson(again)).toBe(renderFindingsJson(findings));
  });

  it.skipIf(dailyFolders().length === 0)("on daily data infers from the same months", async () => {
    // Bought at the first close by both.
    const atOnce = essay.benchmarks.map((one) => ({ ...one, lag: 0 }));
    const asked = { ...withFamily, benchmarks: atOnce };
    const months = await runStudy(asked, { to: YEAR_END });
    const days = await runStudy(asked, { to: YEAR_END, directories: dailyFolders() });
    expect(days.inference.months).toBe(months.inference.months);
    // What is bought once returns the same from month-end to month-end, whoever looks in between.
    const held = [days, months].map((found) => pairOf(found, "spx", "qqq"));
    const [byDay, byMonth] = held.map((one) => one.sharpeDifference.estimate!);
    expect(byDay).toBeCloseTo(byMonth!, 2);
    expect(held[0]!.growthDifference.estimate).toBeCloseTo(held[1]!.growthDifference.estimate!, 4);
    expect(held[0]!.startDates.share).toBeCloseTo(held[1]!.startDates.share!, 2);
    // What is traded is traded a day later, and not at the same price.
    for (const rival of ["spx", "qqq"]) {
      const [a, b] = [days, months].map((found) => pairOf(found, "hard-assets", rival));
      const apart = a!.growthDifference.estimate! - b!.growthDifference.estimate!;
      expect(Math.abs(apart)).toBeLessThan(0.01);
      expect(a!.decision).toBe(b!.decision);
    }
  });
});
