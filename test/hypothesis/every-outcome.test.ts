import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  above,
  assumptions,
  catalog,
  column,
  hypothesis,
  near,
  never,
  numeraire,
  prediction,
  strategy,
  study,
} from "assay";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Findings } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";

// Wheat doubles in a year and rye stands still: a study in which every outcome occurs.

const folder = mkdtempSync(join(tmpdir(), "assay-outcomes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const months = Array.from({ length: 13 }, (_, month) =>
  new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10),
);

/** Ids of a catalog that the compiler does not know here. */
const read = (...ids: string[]) => ids as never[];
const about = { where: "here", kind: "change" } as const;
const year = ["2020-01-31", "2021-01-31"] as const;

function claims() {
  const doubles = (id: string, claim: string, grain: string, [from, to]: readonly string[]) =>
    hypothesis({
      ...{ ...about, id, claim },
      reads: read(grain),
      test: (facts) => [
        near(
          grain,
          facts.series(grain as never, "monthly").changeBetween(from!, to!),
          "fraction",
          1,
          { points: 0.01 },
        ),
      ],
    });
  return [
    doubles("S", "Wheat doubles.", "wheat", year),
    doubles("R", "Rye doubles.", "rye", year),
    doubles("U", "Oats double.", "oats", year),
    doubles("N", "Wheat doubled long ago.", "wheat", ["1920-01-31", "1921-01-31"]),
    hypothesis({
      ...about,
      id: "P",
      claim: "All grain doubles.",
      reads: read("wheat", "rye"),
      test: (facts) =>
        read("wheat", "rye").map((id) =>
          above(id, facts.series(id, "monthly").changeBetween(...year), "fraction", 0.5),
        ),
    }),
    hypothesis({
      ...about,
      id: "D",
      claim: "Grain doubles, which hangs on the grain.",
      reads: read("wheat", "rye"),
      grid: { grain: ["wheat", "rye"] },
      test: (facts, { grain }) => [
        above(
          grain,
          facts.series(grain as never, "monthly").changeBetween(...year),
          "fraction",
          0.5,
        ),
      ],
    }),
    hypothesis({ ...about, id: "T", claim: "Bread is good.", untestable: "A matter of taste" }),
    hypothesis({ ...about, id: "F", claim: "Wheat will double.", registeredAs: "F1" }),
  ];
}

let found: Findings;
beforeAll(async () => {
  writeFileSync(
    join(folder, "farm.csv"),
    `date,wheat,rye,bill\n${months.map((day, month) => `${day},${100 * 2 ** (month / 12)},50,0.01`).join("\n")}\n`,
  );
  const described = { unit: "USD", kind: "price", origin: "made up", terms: "free" } as const;
  const at = (name: string) => ({ file: "farm.csv", column: name });
  const hold = (id: string) =>
    strategy({
      id,
      title: id,
      rationale: "a test",
      assets: read("wheat"),
      weights: { wheat: 1 } as never,
      rebalance: never,
    });
  found = await runStudy(
    study({
      id: "farm",
      title: "Farm",
      question: "Does it double?",
      about: "Made up.",
      source: "nobody",
      catalog: catalog({
        folder: pathToFileURL(`${folder}/`),
        calendar: "wheat",
        series: {
          wheat: column({ ...described, title: "Wheat", monthly: at("wheat") }),
          rye: column({ ...described, title: "Rye", monthly: at("rye") }),
          oats: column({
            ...described,
            title: "Oats",
            daily: { file: "OATS.csv", column: "close" },
          }),
          bill: column({
            ...{ ...described, title: "Bills", unit: "fraction a year" },
            kind: "rate",
            monthly: at("bill"),
          }),
        },
      }),
      strategies: [hold("wheat-held")],
      benchmarks: [],
      numeraires: [
        numeraire({ id: "usd", title: "Dollars", unit: "USD", series: null, riskless: "cash" }),
      ],
      regimes: [],
      assumptions: assumptions({
        cashRate: "bill" as never,
        costs: { wheat: 0 } as never,
        borrow: { others: 0 } as never,
      }),
      from: "2020-01-31",
      hypotheses: claims(),
      predictions: [
        prediction({
          id: "F1",
          claim: "Wheat will double.",
          where: "here",
          registered: "2020-06-30",
          reads: read("wheat"),
          tests: [
            {
              id: "later",
              title: "In 2030",
              due: "2030-06-30",
              expects: "above 100.0%",
              stand: (facts, since) => ({
                check: above(
                  "wheat",
                  facts.series("wheat" as never, "monthly").changeBetween(since.from, since.to),
                  "fraction",
                  1,
                ),
              }),
            },
          ],
        }),
      ],
    }),
  );
});

it("has every outcome, each with its number and its reason", () => {
  const outcomes = Object.fromEntries(
    found.hypotheses.map(({ id, outcome, measured }) => [id, [outcome, measured]]),
  );
  expect(outcomes).toEqual({
    S: ["supported", expect.closeTo(1, 12)],
    R: ["refuted", 0],
    U: ["untestable", null],
    N: ["undecided", null],
    P: ["partly", expect.closeTo(1, 12)],
    D: ["partly", expect.closeTo(1, 12)],
    T: ["untestable", null],
    F: ["pending", null],
  });
  for (const { why } of found.hypotheses) expect(why).toMatch(/\.$/);
});

it("names the file that would bring an absent series", () => {
  const oats = found.hypotheses.find(({ id }) => id === "U")!;
  expect(oats.missing).toEqual([expect.stringContaining("OATS.csv")]);
});

it("leaves a prediction pending until it is due, and tells where it stands", () => {
  expect(found.predictions[0]).toMatchObject({ id: "F1", outcome: "pending" });
  expect(found.predictions[0]!.tests[0]!.check).toMatchObject({
    measured: expect.closeTo(2 ** (7 / 12) - 1, 12),
  });
});
