import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/series/day.ts";
import { describe as described } from "../../src/study/describe.ts";
import { booksOf, evidenceOf } from "../../src/study/evidence.ts";
import { measuredRun } from "../../src/study/measured-run.ts";
import { lasting } from "../../src/study/memory.ts";
import { type RunOptions, runStudy as run } from "../../src/study/run.ts";
import { sensitivities } from "../../src/study/sensitivity.ts";
import { type Study, study } from "../../src/study/study.ts";
import { triedWith } from "../../src/study/trials.ts";
import essay from "../../strategies/essay.ts";

/** The essay with less of everything, so that it can be run many times over. */
const small: Study = study({
  ...specOf(essay),
  strategies: essay.strategies.slice(0, 2),
  benchmarks: essay.benchmarks,
  family: essay.family.slice(0, 3),
  numeraires: essay.numeraires.slice(0, 2),
  regimes: essay.regimes.slice(0, 2),
  hypotheses: essay.hypotheses.slice(0, 4).map((one) => ({ ...one, registeredAs: null })),
  predictions: essay.predictions.slice(0, 1),
  inconsistencies: [],
  resamples: 39,
});

function specOf({ from: _, to: __, calendar, ...rest }: Study) {
  return { ...rest, calendar, from: "1999-03-31" };
}

interface Edit {
  readonly study?: Study;
  readonly options?: RunOptions;
}

const first = small.strategies[0]!;
const claim = small.hypotheses[0]!;
const weights = { ...(first.weights as object), gold: 0.4 };

const edits: Readonly<Record<string, Edit>> = {
  nothing: {},
  "a title": { study: { ...small, title: "Another" } },
  "a caveat": { study: { ...small, caveats: ["Beware."] } },
  "a weight": {
    study: { ...small, strategies: [{ ...first, weights }, ...small.strategies.slice(1)] },
  },
  "the title of a portfolio": {
    study: { ...small, strategies: [{ ...first, title: "Renamed" }, ...small.strategies.slice(1)] },
  },
  "the order of the benchmarks": {
    study: { ...small, benchmarks: [...small.benchmarks].reverse() },
  },
  "the family": { study: { ...small, family: small.family.slice(1) } },
  "a claim's title": {
    study: {
      ...small,
      hypotheses: [{ ...claim, claim: "Said anew." }, ...small.hypotheses.slice(1)],
    },
  },
  "a claim, for another": { study: { ...small, hypotheses: essay.hypotheses.slice(4, 6) } },
  "an assumption": {
    study: { ...small, assumptions: { ...small.assumptions, managementFee: 0.01 } },
  },
  "the seed of the study": {
    study: { ...small, assumptions: { ...small.assumptions, seed: 7 } },
  },
  resamples: { study: { ...small, resamples: 40 } },
  "what it must do without": { study: { ...small, dispensable: ["gold"] } },
  "the units": { options: { numeraires: ["usd"] } },
  "the regimes": { study: { ...small, regimes: small.regimes.slice(0, 1) } },
  "the pictures": { study: { ...small, pictures: small.pictures.slice(1) } },
  "the seed": { options: { seed: 8 } },
  "--from": { options: { from: dayOf(2005, 6, 30) } },
  "--to": { options: { to: dayOf(2024, 6, 30) } },
};

const textOf = async ({ study = small, options = {} }: Edit, more: RunOptions = {}) =>
  JSON.stringify(await run(study, { ...options, ...more }));

describe("a run of a process that ran before", () => {
  test("finds what a cold run finds, whatever was changed since, and again when it is changed back", async () => {
    const memory = lasting();
    const cold = await textOf({});
    expect(await textOf({}, { memory })).toBe(cold);
    for (const [what, edit] of Object.entries(edits)) {
      const text = await textOf(edit);
      expect(`${what}: ${text === cold}`).toBe(`${what}: ${what === "nothing"}`);
      expect(`${what}: ${(await textOf(edit, { memory })) === text}`).toBe(`${what}: true`);
    }
    expect((await textOf({}, { memory })) === cold).toBe(true);
  }, 240_000);
});

/** An object that notes under which names it is read. */
function noting<T extends object>(of: T, noted: Set<string>): T {
  return new Proxy(of, {
    get(target, name, receiver) {
      if (typeof name === "string") noted.add(name);
      return Reflect.get(target, name, receiver);
    },
  });
}

describe("what a part of a run is remembered by", () => {
  test("names all that evidence reads of a run, its study and its accounting", async () => {
    const run = await measuredRun(small, {});
    const { panel, clock, tried, books, days } = run;
    const family = triedWith(panel, clock, small.assumptions, tried);
    const varied = books.map(sensitivities(panel, small.assumptions, books, days));
    const [ofRun, ofStudy, ofAssumptions, ofPanel, ofBooks, ofStrategy] = Array.from(
      { length: 6 },
      () => new Set<string>(),
    );
    const watched = noting(
      {
        ...run,
        study: noting(
          { ...small, assumptions: noting(small.assumptions, ofAssumptions!) },
          ofStudy!,
        ),
        panel: noting(panel, ofPanel!),
        portfolios: run.portfolios.map((one) => ({
          ...one,
          books: noting(
            { ...one.books, strategy: noting(one.books.strategy, ofStrategy!) },
            ofBooks!,
          ),
        })),
      },
      ofRun!,
    );
    const weighed = evidenceOf(watched, family, varied);
    expect(JSON.stringify(weighed)).toBe(JSON.stringify(evidenceOf(run, family, varied)));
    const among = (read: Set<string>, known: readonly string[]) =>
      expect([...read].filter((name) => !known.includes(name))).toEqual([]);
    // `days` are those of the calendar, and `series` gives titles, which are told.
    among(ofRun!, ["study", "panel", "portfolios", "units", "days", "seed", "frequency", "inputs"]);
    among(ofStudy!, ["assumptions", "resamples", "dispensable"]);
    among(ofAssumptions!, ["collateral"]);
    among(ofPanel!, ["calendar", "series"]);
    among(ofBooks!, ["strategy", "role", "end", "lag", "ledger", "world", "terms"]);
    among(ofStrategy!, ["id", "title", "assets"]);
  });

  test("changes with every number of it, the least bit of one included", async () => {
    const run = await measuredRun(small, {});
    const { panel, clock, tried, books, days } = run;
    const family = triedWith(panel, clock, small.assumptions, tried);
    const varied = books.map(sensitivities(panel, small.assumptions, books, days));
    const { digest } = lasting();
    const before = digest(booksOf(run, family, varied));
    const columns: Float64Array[] = [];
    const collect = (value: unknown): void => {
      if (value instanceof Float64Array) columns.push(value);
      else if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
    };
    collect(booksOf(run, family, varied));
    expect(columns.length).toBeGreaterThan(40);
    for (const { buffer, byteOffset, length } of columns.filter((one) => one.length > 0)) {
      const bits = new BigUint64Array(buffer, byteOffset, length);
      bits[length - 1]! ^= 1n;
      expect(digest(booksOf(run, family, varied)) === before).toBe(false);
      bits[length - 1]! ^= 1n;
    }
    expect(digest(booksOf(run, family, varied))).toBe(before);
  });

  test("leaves out of a description only what describing does not read", async () => {
    const run = await measuredRun(small, {});
    const read = new Set<string>();
    described({ ...run, study: noting(small, read) });
    const words = ["title", "question", "about", "source", "caveats"];
    const claims = ["hypotheses", "predictions", "inconsistencies"];
    expect([...words, ...claims].filter((name) => read.has(name))).toEqual([]);
  });
});
