import { beforeAll, describe, expect, it } from "vitest";
import type { Check } from "../../src/hypothesis/check.ts";
import { above, atMost, near, reported } from "../../src/hypothesis/compare.ts";
import { fact } from "../../src/hypothesis/fact.ts";
import { type Evidence, type Facts, factsOf } from "../../src/hypothesis/facts.ts";
import { hypothesis } from "../../src/hypothesis/hypothesis.ts";
import { allOrNothing } from "../../src/hypothesis/rule.ts";
import { verdictOf } from "../../src/hypothesis/verdict.ts";
import { InputError } from "../../src/input/input-error.ts";
import { seriesOf } from "../series/series-of.ts";
import { evidenceOf } from "./evidence.ts";

const shares = seriesOf("shares", { "2020-01-31": 10, "2020-02-29": 12, "2020-03-31": 9 });
const ids = ["shares", "houses"];

let evidence: Evidence;
beforeAll(async () => {
  evidence = await evidenceOf([shares], { houses: "house prices (file HOUSES.csv)" });
});

type Test = (facts: Facts, cell: Readonly<Record<string, string>>) => readonly Check[];
const claim = (test: Test | null, more: object = {}) =>
  hypothesis({
    ...{ id: "C99", claim: "Shares rise.", where: "here", kind: "change" },
    reads: ids as never[],
    ...(test === null ? {} : { test: test as never }),
    ...more,
  });
const found = (...given: Parameters<typeof claim>) =>
  verdictOf(claim(...given), factsOf(evidence, ids));

/** Cells named by their answers: `+` holds, `-` fails, `?` does not apply. */
const cells = (...answers: readonly string[]) => ({
  grid: { cell: answers.map((answer, at) => `${answer}${at}`) },
});
const byName: Test = (facts, { cell }) => {
  if (cell!.startsWith("?")) return facts.notApplicable(`${cell} makes no sense`);
  return [above("level", fact(cell!.startsWith("+") ? 2 : 0), "", 1)];
};

describe("the answer", () => {
  it("is that of the first cell, and of the share of the cells that apply", () => {
    const one = found(byName, cells("+", "+", "+"));
    expect(one).toMatchObject({ outcome: "supported", isOwnConvention: true, measured: 2 });
    expect(one.grid.share).toBe(1);
    expect(one.why).toBe(
      "It holds: level: 2.00 (must be above 1.00). It holds under 3 of 3 choices of data and dates.",
    );
  });

  it("stands where exactly two thirds hold", () => {
    const one = found(byName, cells("+", "+", "-"));
    expect(one.grid.share).toBe(2 / 3);
    expect(one.outcome).toBe("supported");
    expect(found(byName, cells("+", "+", "+", "+", "-", "-")).outcome).toBe("supported");
  });

  it("is taken down to partly where fewer hold, and says so", () => {
    const one = found(byName, cells("+", "-"));
    expect(one.outcome).toBe("partly");
    expect(one.gist).toEqual({ measured: "1 of 2 choices", mustBe: "two thirds of them" });
    expect(one.why).toBe(
      "The answer hangs on the choice: it holds under 1 of 2 choices of data and dates, fewer than two thirds. It holds: level: 2.00 (must be above 1.00).",
    );
    // 665 of 999 is a hair below two thirds.
    const many = Array.from({ length: 999 }, (_, at) => (at < 665 ? "+" : "-"));
    expect(found(byName, cells(...many)).outcome).toBe("partly");
  });

  it("is not lifted by a grid that holds where the first cell does not", () => {
    const one = found(byName, cells("-", "+", "+", "+"));
    expect(one.outcome).toBe("refuted");
    expect(one.why).toContain("It does not hold: level: 0 (must be above 1.00).");
    expect(one.why).toContain("It holds under 3 of 4 choices");
  });

  it("of a part holds is partly, whatever the share", () => {
    const one = found(() => [above("a", fact(2), "", 1), above("b", fact(0), "", 1)]);
    expect(one.outcome).toBe("partly");
    expect(one.grid.share).toBe(0);
    expect(one.why).toBe(
      "Holds: a: 2.00 (must be above 1.00). Does not hold: b: 0 (must be above 1.00).",
    );
    const strict = found(() => [above("a", fact(2), "", 1), above("b", fact(0), "", 1)], {
      rule: allOrNothing,
    });
    expect(strict.outcome).toBe("refuted");
  });

  it("leaves out cells that do not apply, with their reasons", () => {
    const one = found(byName, cells("+", "?", "+", "?", "-"));
    expect(one.grid.share).toBe(2 / 3);
    expect(one.outcome).toBe("supported");
    expect(one.grid.cells[1]).toMatchObject({
      answer: null,
      measured: null,
      reason: "?1 makes no sense",
    });
  });

  it("stands on the first cell that applies where the claim's own does not", () => {
    const one = found(byName, cells("?", "-", "+"));
    expect(one).toMatchObject({
      outcome: "refuted",
      isOwnConvention: false,
      headline: { cell: "-1" },
    });
    expect(one.why).toContain(
      "The claim's own convention cannot be computed (?0 makes no sense); read here instead: cell -1.",
    );
  });

  it("decides nothing by what is only told", () => {
    const one = found(() => [reported("aside", fact(5), "oz"), above("level", fact(2), "", 1)]);
    expect(one).toMatchObject({ outcome: "supported", measured: 2, claimed: 1, unit: "" });
    expect(one.checks.map(({ holds }) => holds)).toEqual([null, true]);
  });

  it("lies at the edge of a tolerance on its side", () => {
    const at = (value: number) => () => [
      near("level", fact(value), "fraction", 0.99, { points: 0.03 }),
    ];
    expect(found(at(0.96)).outcome).toBe("supported");
    expect(found(at(0.9599)).outcome).toBe("refuted");
  });
});

describe("no answer", () => {
  it("is undecided where figures at hand reach over none of the windows", () => {
    const one = found((facts) => [
      above(
        "rise",
        facts.series("shares", "monthly").changeBetween("1990-01-31", "2020-01-31"),
        "fraction",
        0,
      ),
    ]);
    expect(one).toMatchObject({
      outcome: "undecided",
      measured: null,
      headline: null,
      missing: [],
    });
    expect(one.grid.share).toBeNull();
    expect(one.why).toContain("no value of 1990-01-31 at hand");
  });

  it("is untestable where a series is absent, and names its file", () => {
    const one = found((facts) => [above("rise", facts.series("houses", "monthly").last(), "", 0)]);
    expect(one).toMatchObject({
      outcome: "untestable",
      missing: ["house prices (file HOUSES.csv)"],
      isOwnConvention: false,
    });
    expect(one.why).toBe(
      "The figures that decide it are not at hand: house prices (file HOUSES.csv).",
    );
  });

  it("is untestable where no number can decide it; what is measured is only told", () => {
    const one = found(
      (facts) => [above("last", facts.series("shares", "monthly").last(), "", 100)],
      {
        untestable: "It is a matter of taste",
      },
    );
    expect(one.outcome).toBe("untestable");
    expect(one.grid.share).toBeNull();
    expect(one.why).toBe("It is a matter of taste. last: 9.00 on 2020-03-31 (must be above 100).");
    expect(found(null, { untestable: "It is a matter of taste" }).why).toBe(
      "It is a matter of taste.",
    );
  });

  it("is pending where the claim is registered as a prediction", () => {
    const one = found(null, { registeredAs: "P07" });
    expect(one.outcome).toBe("pending");
    expect(one.why).toBe("Registered as prediction P07.");
  });
});

describe("a mistake in a test names the hypothesis", () => {
  it.each<[string, Test, RegExp]>([
    [
      "a number that is not one",
      (facts) => [
        above(
          "log",
          facts.calculate("log(0 - last)", { last: facts.series("shares", "monthly").last() }),
          "",
          0,
        ),
      ],
      /^hypothesis C99: "log": measured NaN, which is not a number/,
    ],
    [
      "a series that does not exist",
      (facts) => [above("x", facts.series("shraes", "monthly").last(), "", 0)],
      /^hypothesis C99: .*"shraes".*"shares"/,
    ],
    [
      "a phase that does not exist",
      (facts) => [
        above("x", facts.series("shares", "monthly").during(facts.phase("bust")).last(), "", 0),
      ],
      /^hypothesis C99: .*phase "bust"/,
    ],
    [
      "a window that ends before it begins",
      (facts) => [
        above(
          "x",
          facts.series("shares", "monthly").during({ from: "2020-03-31", to: "2020-01-31" }).last(),
          "",
          0,
        ),
      ],
      /^hypothesis C99: window 2020-03-31 to 2020-01-31 is empty/,
    ],
    [
      "a window that is no day",
      (facts) => [above("x", facts.series("shares", "monthly").at("2020-02-31"), "", 0)],
      /^hypothesis C99: .*"2020-02-31" is not a calendar day/,
    ],
    [
      "a number typed in",
      () => [above("x", 1.39 as never, "oz", 0)],
      /^hypothesis C99: "x": 1.39 was typed in/,
    ],
    ["no checks", () => [], /^hypothesis C99: the test gives no checks/],
    [
      "nothing that decides",
      (facts) => [reported("x", facts.series("shares", "monthly").last(), "")],
      /^hypothesis C99: no check decides it/,
    ],
  ])("%s", (_, test, message) => {
    expect(() => found(test)).toThrow(InputError);
    expect(() => found(test)).toThrow(message);
  });

  it("whatever it throws", () => {
    const broken: Test = () => {
      throw new TypeError("x.minimun is not a function");
    };
    expect(() => found(broken)).toThrow(
      new InputError("hypothesis C99: the test failed: TypeError: x.minimun is not a function"),
    );
  });
});

describe("a window without rows between rows that are there", () => {
  it("is a mistake that names the hypothesis", async () => {
    const gap = seriesOf("shares", { "2020-01-31": 1, "2020-04-30": 2 });
    const facts = factsOf(await evidenceOf([gap]), ids);
    const test: Test = (given) => [
      atMost(
        "x",
        given
          .series("shares", "monthly")
          .during({ from: "2020-02-01", to: "2020-02-29" })
          .maximum(),
        "",
        1,
      ),
    ];
    expect(() => verdictOf(claim(test), facts)).toThrow(
      /^hypothesis C99: shares: the window 2020-02-01 to 2020-02-29 holds no row/,
    );
  });
});

describe("a chart", () => {
  const test: Test = (facts) => [above("last", facts.series("shares", "monthly").last(), "", 1)];

  it("holds the path and the levels", () => {
    const one = found(test, {
      chart: (facts: Facts) => ({
        title: "Shares",
        path: facts.series("shares", "monthly"),
        unit: "USD",
        levels: [{ value: 1, label: "claimed" }],
      }),
    });
    expect(one.chart).toEqual({
      title: "Shares",
      unit: "USD",
      levels: [{ value: 1, label: "claimed" }],
      dates: ["2020-01-31", "2020-02-29", "2020-03-31"],
      values: [10, 12, 9],
    });
  });

  it("is left out where its series is absent, and costs the verdict nothing", () => {
    const one = found(test, {
      chart: (facts: Facts) => ({ title: "x", path: facts.series("houses", "monthly"), unit: "" }),
    });
    expect(one).toMatchObject({ outcome: "supported", chart: null });
  });
});
