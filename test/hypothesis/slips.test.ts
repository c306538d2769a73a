import { describe, expect, it } from "vitest";
import { baseRateOf } from "../../src/hypothesis/base-rate.ts";
import { above, between, compatible, dated, near, reported } from "../../src/hypothesis/compare.ts";
import { fact } from "../../src/hypothesis/fact.ts";
import type { Facts } from "../../src/hypothesis/facts.ts";
import { hypothesis } from "../../src/hypothesis/hypothesis.ts";
import { inconsistency, inconsistencyFinding } from "../../src/hypothesis/inconsistency.ts";
import { prediction, standingOf } from "../../src/hypothesis/prediction.ts";
import { verdictOf } from "../../src/hypothesis/verdict.ts";
import { InputError } from "../../src/input/input-error.ts";
import { parseDay } from "../../src/series/day.ts";
import { factsBy, priceBy } from "./facts-by.ts";

// What a beginner gets wrong: each is a mistake to mend, told with its place, never a fault of the program.

const price = priceBy("price", { "2020-01-31": 100, "2020-02-28": 150, "2020-03-31": 80 });
const facts = await factsBy([price]);
const path = facts.series("price" as never, "monthly");
const about = { id: "S1", claim: "So.", where: "here", kind: "change" };
const holds = () => [above("price", path.last(), "USD", 1)];

/** A claim as somebody wrote it who has no compiler. */
const written = (more: object) => () => hypothesis({ ...about, test: holds, ...more } as never);
const asked = (more: object) => () => verdictOf(written(more)(), facts);

describe("a claim that is written wrong", () => {
  it.each([
    [{ kind: undefined }, "hypothesis S1: kind is missing; give one of level, change, "],
    [{ test: 3 }, "hypothesis S1: test: got 3; give a function"],
    [{ rule: "all" }, 'hypothesis S1: rule: got "all"; give a function'],
    [{ chart: {} }, "hypothesis S1: chart: got an object with nothing in it; give a function"],
    [{ reads: "gold" }, 'hypothesis S1: reads is "gold"; give a list of series ids'],
    [{ gate: "yes" }, "hypothesis S1: gate: got yes; give true or false"],
    [{ note: 3 }, "hypothesis S1: note is 3; give a text"],
    [{ grid: { year: [1999] } }, "hypothesis S1: grid: year has 1999; give choices as texts"],
    [{ grid: { year: [] } }, "hypothesis S1: grid: year has no choices; give at least one"],
    [
      { kind: "prediction" },
      "hypothesis S1: is a prediction that is not registered; give registeredAs with the id of a prediction({...})",
    ],
  ])("is refused: %o", (more, message) => {
    expect(written(more)).toThrow(InputError);
    expect(written(more)).toThrow(message);
  });

  it.each([
    [
      { test: () => [above("x", (path as never as { minimun: () => never }).minimun(), "USD", 1)] },
      "hypothesis S1: the test failed: TypeError: path.minimun is not a function",
    ],
    [{ test: () => holds()[0] }, "hypothesis S1: the test gave a check; return a list of checks"],
    [{ test: async () => holds() }, "hypothesis S1: the test gave a promise"],
    [{ test: () => [path.last()] }, "hypothesis S1: the test gave a fact as entry 1; give a check"],
    [
      { rule: () => true },
      'hypothesis S1: the rule gave true; return "supported", "partly" or "refuted"',
    ],
    [{ rule: () => "Supported" }, 'hypothesis S1: the rule gave "Supported"; return'],
    [{ rule: () => JSON.parse("{") }, /^hypothesis S1: the rule failed: SyntaxError: /],
    [
      { chart: () => ({ title: "x", unit: "USD", path: price.values }) },
      "hypothesis S1: the chart gave an object with title, unit, path; return",
    ],
    [
      {
        chart: () => ({
          title: "x",
          unit: "USD",
          path,
          levels: [{ value: Number("x"), label: "l" }],
        }),
      },
      'hypothesis S1: the chart: level "l" is NaN; give a number',
    ],
    [
      // @ts-expect-error it has no such member
      { chart: (given: Facts) => given.nothing.path },
      /^hypothesis S1: the chart failed: TypeError: /,
    ],
  ])("is refused when asked: %o", (more, message) => {
    expect(asked(more)).toThrow(InputError);
    expect(asked(more)).toThrow(message);
  });
});

describe("a check that is written wrong", () => {
  const last = path.last();
  it.each([
    [() => above("x", last, "USD", Number("x")), '"x": claimed NaN; give a number'],
    [() => above("x", last, "USD", "5" as never), '"x": claimed "5"; give a number'],
    [() => between("x", last, "USD", 5, 3), '"x": from 5 to 3 is empty; give the lower end first'],
    [() => near("x", last, "USD", 5, undefined as never), '"x": the tolerance is undefined; give'],
    [() => near("x", last, "USD", 5, { relative: -1 }), '"x": the tolerance is'],
    [
      () => dated("x", last, "2020-05-31", "2020-01-31"),
      '"x": from 2020-05-31 to 2020-01-31 is empty; write the earlier day first',
    ],
    [
      () => above("x", fact(3), "fractions", 1),
      'unknown unit "fractions"; did you mean "fraction"?',
    ],
    [() => compatible("x", last, "percent", 1), 'unknown unit "percent"'],
    [() => reported("x", fact(3), "day"), '"x": what was measured has no day'],
    [
      () => above("x", path as never, "USD", 1),
      '"x": a path was given; take one number of it, such as .maximum()',
    ],
    [() => above("x", null as never, "USD", 1), '"x": null was given'],
    [() => above("x", { value: 3 } as never, "USD", 1), '"x": an object with value was given'],
    [() => above("x", [last] as never, "USD", 1), '"x": a list was given; measure a fact'],
  ])("is refused: %s", (make, message) => {
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });
});

describe("facts that are asked for wrongly", () => {
  const question = { paths: [path], rows: 1, event: () => true };
  it.each([
    [
      () => path.rolling(-1, "x", Math.max as never),
      "rolling: got -1; give a whole number, at least 1",
    ],
    [() => path.datedEarlier(-1), "datedEarlier: got -1; give a whole number, at least 0"],
    [() => path.changesOver(0), "changesOver: got 0; give a whole number, at least 1"],
    [() => path.during("2020" as never), 'window: got "2020"; give { from: "YYYY-MM-DD"'],
    [() => path.during(undefined as never), "window: got undefined; give"],
    [() => facts.tradingDay("2020-01-31", Number.NaN), "tradingDay: got NaN; give a whole number"],
    [
      () => facts.calculate("a / b", { a: path.last(), b: path as never }),
      'calculate "a / b": b is a path; give a fact or a number',
    ],
    [() => baseRateOf({ ...question, rows: -2 }, 1), "baseRate: rows is -2; give a whole number"],
    [() => baseRateOf({ ...question, paths: [] }, 1), "baseRate: paths is empty"],
  ])("are refused: %s", (ask, message) => {
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(message);
  });
});

describe("a prediction that is written wrong", () => {
  const test = {
    ...{ id: "later", title: "Later", due: "2020-12-31", expects: "above 1.00 USD" },
    stand: () => ({ check: holds()[0]! }),
  };
  const foretold = (more: object) => () =>
    prediction({
      ...{ id: "P1", claim: "So.", where: "here", registered: "2020-01-31" },
      tests: [{ ...test, ...more }],
    } as never);
  const standing = (more: object) => () =>
    standingOf(foretold(more)(), facts, parseDay("2020-03-31", "test"));

  it.each([
    [{ stand: undefined }, "prediction P1: later: stand: got undefined; give a function"],
    [{ baseRate: 0.3 }, "prediction P1: later: baseRate: got 0.3; give a function"],
    [{ expects: undefined }, "prediction P1: later: expects is undefined; give a text"],
    [{ dew: "x" }, 'prediction P1: later: unknown option "dew"; did you mean "due"?'],
  ])("is refused: %o", (more, message) => {
    expect(foretold(more)).toThrow(InputError);
    expect(foretold(more)).toThrow(message);
  });

  it.each([
    [{ stand: holds }, "prediction P1: later: stand gave a list; return { check } with a check"],
    // @ts-expect-error it has no such member
    [{ stand: () => path.nothing.last() }, /^prediction P1: later: stand failed: TypeError: /],
    [
      { stand: () => ({ check: holds()[0], settled: "yes" }) },
      'prediction P1: later: settled is "yes"; give true or false, or nothing',
    ],
    [{ baseRate: () => 0.3 }, "prediction P1: later: baseRate gave 0.3; return a fact"],
    [
      { baseRate: () => fact(3) },
      "prediction P1: later: baseRate gave 3; return a fact from 0 to 1",
    ],
  ])("is refused when asked: %o", (more, message) => {
    expect(standing(more)).toThrow(InputError);
    expect(standing(more)).toThrow(message);
  });

  it("says what it was registered to claim", () => {
    expect(standing({})().tests[0]!.expects).toBe("above 1.00 USD");
  });
});

describe("an inconsistency that is written wrong", () => {
  const spec = { id: "I1", claims: ["C1"], title: "Two", lines: holds, says: () => "So." };
  const contradiction = (more: object) => () => inconsistency({ ...spec, ...more } as never);
  const told = (more: object) => () => inconsistencyFinding(contradiction(more)(), facts);

  it.each([
    [{ claims: "C1" }, 'inconsistency I1: claims is "C1"; give a list of ids of claims'],
    [{ lines: [] }, "inconsistency I1: lines: got a list; give a function"],
    [{ says: "So." }, 'inconsistency I1: says: got "So."; give a function'],
  ])("is refused: %o", (more, message) => {
    expect(contradiction(more)).toThrow(InputError);
    expect(contradiction(more)).toThrow(message);
  });

  it.each([
    [{ lines: () => holds()[0] }, "inconsistency I1: lines gave a check; return a list of checks"],
    [{ says: () => 3 }, "inconsistency I1: says gave 3; return sentences"],
    [
      { says: ([a, b]: string[]) => `It is ${a}, not ${b}.` },
      'inconsistency I1: says tells "undefined"; it gets one text for each of the lines, no more',
    ],
    [{ says: ([a]: string[]) => `It is ${Number(a)}.` }, 'inconsistency I1: says tells "NaN"'],
    [{ says: ([, b]: string[]) => b!.trim() }, /^inconsistency I1: says failed: TypeError: /],
  ])("is refused when told: %o", (more, message) => {
    expect(told(more)).toThrow(InputError);
    expect(told(more)).toThrow(message);
  });

  it("may say words that only look alike", () => {
    expect(told({ says: () => "NaNcy undefinedly agrees." })().text).toBe(
      "NaNcy undefinedly agrees.",
    );
  });
});

describe("the event of a base rate", () => {
  const months = Object.fromEntries(
    Array.from({ length: 60 }, (_, month) => [
      new Date(Date.UTC(2000, month + 1, 0)).toISOString().slice(0, 10),
      100 + (month % 7),
    ]),
  );
  const rate = async (event: () => unknown) => {
    const given = await factsBy([priceBy("long", months)]);
    return given.baseRate({
      paths: [given.series("long" as never, "monthly")],
      rows: 3,
      event: event as () => boolean,
    });
  };

  it("has to be true or false", async () => {
    await expect(rate(() => true)).resolves.toMatchObject({ value: 1 });
    await expect(rate(() => 1)).rejects.toThrow(
      new InputError("the event of a base rate gave 1; return true or false"),
    );
    await expect(rate(() => undefined)).rejects.toThrow("gave undefined; return true or false");
    await expect(rate(() => (null as never as string).length > 3)).rejects.toThrow(
      /^the event of a base rate failed: TypeError: /,
    );
  });
});
