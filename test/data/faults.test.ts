import fc from "fast-check";
import { expect, test } from "vitest";
import shipped from "../../data/catalog.ts";
import { figure, inWords } from "../../src/data/faults/fault.ts";
import { faultsOf, withoutErrors } from "../../src/data/faults.ts";
import { openCatalog } from "../../src/data/open.ts";
import { readEach } from "../../src/data/read-all.ts";
import { InputError } from "../../src/input/input-error.ts";
import { parseDay } from "../../src/series/day.ts";
import { dailyFolders } from "../daily-data.ts";
import { calm, weekdaySeries } from "./faults/days.ts";

const master = weekdaySeries("spx", 100, calm);
const day = (text: string) => parseDay(text, "test");

test("a fault reads as series, fact and remedy", () => {
  const series = weekdaySeries("oil", 100, (row) => (row === 50 ? -36.98 : calm(row)));
  expect(faultsOf([series], master).map(inWords)).toEqual([
    "oil: 2020-03-11: -36.98, which no price can be; correct the file, leave the cell blank, " +
      "or declare the value as expected in the catalog",
  ]);
  expect([figure(1234.56789), figure(0.1 + 0.2), figure(23155200)]).toEqual([
    "1234.57",
    "0.3",
    "23155200",
  ]);
});

test("an expected fault is listed as known with its reason, another of its kind is new", () => {
  const expected = [
    { kind: "value", from: day("2020-03-11"), to: day("2020-03-11"), reason: "it is real" },
  ] as const;
  const negative = (row: number) => (row === 50 || row === 70 ? -1 : calm(row));
  const faults = faultsOf([weekdaySeries("oil", 100, negative, { expected })], master);
  expect(faults.map(({ severity, remedy }) => [severity, remedy.slice(0, 17)])).toEqual([
    ["known", "known: it is real"],
    ["error", "correct the file,"],
  ]);
});

test("many faults of one expectation are one; a seam that was declared is listed unseen", () => {
  const expected = [
    { kind: "spike", from: day("2020-01-01"), to: day("2020-12-31"), reason: "settlement" },
    { kind: "seam", from: day("2020-02-03"), to: day("2020-02-03"), reason: "another source" },
    { kind: "gap", from: day("2020-02-03"), to: day("2020-02-03"), reason: "not so" },
  ] as const;
  const spiky = weekdaySeries("a", 100, (row) => calm(row) * (row === 30 || row === 70 ? 2 : 1), {
    expected,
  });
  expect(faultsOf([spiky], master).map(({ severity, text }) => [severity, text])).toEqual([
    ["known", "2020-02-03: a seam that no check can see"],
    [
      "known",
      "2 of them, 2020-02-12 to 2020-04-08; the first: 2020-02-12: 200.06 between 101.029 and 101.031",
    ],
  ]);
});

test("a derived series answers for its own values alone, not for gaps and moves of its inputs", () => {
  const halved = (row: number) => (row < 50 ? calm(row) : calm(row) / 2);
  expect(faultsOf([weekdaySeries("a", 100, halved)], master)).toHaveLength(1);
  expect(faultsOf([weekdaySeries("a", 100, halved, { inputs: ["b"] })], master)).toEqual([]);
  const ruined = weekdaySeries("a", 100, (row) => 50 - row, { inputs: ["b"] });
  expect(faultsOf([ruined], master)[0]).toMatchObject({ kind: "value", severity: "error" });
});

test("all errors of all series stop a run together, warnings do not", () => {
  const negative = weekdaySeries("a", 100, (row) => (row === 50 ? -1 : calm(row)));
  const slipped = weekdaySeries("b", 100, (row) => (row === 50 ? 1 : calm(row)));
  const halved = weekdaySeries("c", 100, (row) => (row < 50 ? calm(row) : calm(row) / 2));
  const warnings = faultsOf([halved], master);
  expect(withoutErrors(warnings)).toEqual(warnings);
  const stopped = () => withoutErrors(faultsOf([negative, slipped, halved], master));
  expect(stopped).toThrow(InputError);
  expect(stopped).toThrow(/^a: 2020-03-11: -1, .*\nb: 2020-03-11: 1 between [^\n]*$/);
});

test("days out of order are told alone, since nothing else can be judged", () => {
  const series = { ...master, id: "a", days: Float64Array.from(master.days).reverse() };
  expect(new Set(faultsOf([series], master).map(({ kind }) => kind))).toEqual(new Set(["order"]));
});

test("a random walk has no fault, in calm and in wild markets", () => {
  const normal = fc
    .tuple(
      fc.double({ min: 1e-9, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([u, v]) => Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
  const moves = fc.array(normal, { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(moves, fc.double({ min: 0.0005, max: 0.1, noNaN: true }), (steps, volatility) => {
      const sum = [...steps.keys()].map((row) =>
        steps.slice(0, row + 1).reduce((total, step) => total + step, 0),
      );
      const price = weekdaySeries("a", 300, (row) => 100 * Math.exp(volatility * sum[row]!));
      const yields = weekdaySeries("b", 300, (row) => 4 + volatility * sum[row]!, {
        kind: "yield",
      });
      const calendar = weekdaySeries("spx", 300, calm);
      expect(faultsOf([price, yields], calendar)).toEqual([]);
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

test("the shipped figures have known faults alone", async () => {
  const source = await openCatalog(shipped, { frequency: "monthly", directories: [] });
  const ids = source.ids.filter((id) => source.has(id));
  const { series, faults } = await readEach(source, ids);
  expect(faults).toEqual([]);
  expect(series.length).toBeGreaterThan(100);
  const found = faultsOf(series, await source.series("spx"));
  expect(found.filter(({ severity }) => severity !== "known").map(inWords)).toEqual([]);
  expect(found.map(({ series: id, kind }) => `${id} ${kind}`)).toEqual(
    expect.arrayContaining([
      "dgs20 gap",
      "dgs30 gap",
      "dgs30AsSupplied seam",
      "copper seam",
      "cpiAsPublished gap",
      "unemployment gap",
    ]),
  );
});

const folders = dailyFolders();

test.skipIf(folders.length === 0)(
  "daily figures: what is known, and one break that is new",
  async () => {
    const source = await openCatalog(shipped, { frequency: "daily", directories: folders });
    const { series, faults } = await readEach(
      source,
      source.ids.filter((id) => source.has(id)),
    );
    expect(faults).toEqual([]);
    const found = faultsOf(series, await source.series("spx"));
    const by = (wanted: string) =>
      found
        .filter(({ severity }) => severity === wanted)
        .map(({ series: id, text }) => `${id}: ${text}`);
    expect(by("error")).toEqual([]);
    expect(by("warning")).toEqual([
      "dgs20: 1973-01-04: from 6.04 to 6.78 (+0.74 points), 18 times any other move within 10 rows",
    ]);
    expect(by("known")).toEqual(
      expect.arrayContaining([
        "wti: 2020-04-20: -36.98, which no price can be",
        "dgs20: no value 1987-01-02 to 1993-09-30 (1707 trading days): 7.39 before, 6.12 after",
        "copperComex: 2025-07-31: from 5.57 to 4.3305 (-22 %), 8 times any other move within 10 rows",
      ]),
    );
    const fill = found.find(({ series: id, kind }) => id === "dgs30" && kind === "gap");
    expect(fill?.remedy).toContain("step by +0.17 into it and by -0.16 out of it");
    for (const id of ["gold", "qqq", "spxTotal", "qqqTotal", "gdx", "dgs10", "dtb3", "m2"])
      expect(
        found.filter((fault) => fault.series === id),
        id,
      ).toEqual([]);
  },
);
