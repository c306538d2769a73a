import {
  above,
  dated,
  type Hypothesis,
  hypothesis,
  inconsistency,
  prediction,
  reported,
} from "assay";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/study/run.ts";
import essay from "../../strategies/essay.ts";
import { dailyFolders } from "../daily-data.ts";
import { folderOf } from "../data/tiny.ts";
import { claimsOf } from "../strategies/claims/claims-of.ts";
import { askedInEssay, essayWith } from "../strategies/claims/essay-claims.ts";

const about = { claim: "So.", where: "here", kind: "change" } as const;
/** Claims in a monthly run of the essay with a folder of further figures, by id. */
async function monthlyWith(hypotheses: readonly Hypothesis[], directories: readonly string[]) {
  const found = await runStudy(essayWith({ hypotheses }), { frequency: "monthly", directories });
  expect(found.period.frequency).toBe("monthly");
  return (id: string) => found.hypotheses.find((one) => one.id === id)!;
}

const c03 = essay.hypotheses.find(({ id }) => id === "C03")!;

describe("a claim whose series is not shipped", () => {
  const world = (values: readonly number[]) =>
    folderOf({
      "ILO_UNEMPLOYMENT_WORLD.csv": `date,value\n${values.map((value, at) => `${2021 + at}-01-01,${value}`).join("\n")}\n`,
    });

  it("is untestable, and says which file would bring it", async () => {
    const found = (await claimsOf([c03]))("C03");
    expect(found.outcome).toBe("untestable");
    expect(found.missing).toEqual([
      "World unemployment rate, modelled by the ILO (file ILO_UNEMPLOYMENT_WORLD.csv in a folder given with --data)",
    ]);
  });

  it("is tested in a monthly run when a folder brings the file", async () => {
    const rising = (await monthlyWith([c03], [await world([5.6, 5.7, 5.8, 5.9, 6.1])]))("C03");
    expect(rising).toMatchObject({ outcome: "supported", missing: [], isOwnConvention: true });
    expect(rising.checks.map(({ measured, holds }) => [measured, holds])).toEqual([
      [expect.closeTo(0.002, 12), true],
      [expect.closeTo(0.001, 12), true],
    ]);
    const falling = (await monthlyWith([c03], [await world([5.6, 5.7, 5.8, 5.9, 5.8])]))("C03");
    expect(falling.outcome).toBe("refuted");
  });

  it("takes from the folder only what is not shipped", async () => {
    const claims = [
      c03,
      hypothesis({
        ...{ ...about, id: "G" },
        reads: ["gold"],
        test: (facts) => [
          above("gold", facts.series("gold", "monthly").at("2020-12-31"), "USD", 0),
        ],
      }),
    ];
    const folder = await folderOf({
      "ILO_UNEMPLOYMENT_WORLD.csv": "date,value\n2023-01-01,5\n2024-01-01,5.1\n2025-01-01,5.2\n",
      "GOLD.csv": "date,close\n2020-12-31,1\n",
    });
    const [shipped, both] = [await claimsOf(claims), await monthlyWith(claims, [folder])];
    expect(both("G").measured).toBe(shipped("G").measured);
    expect(both("C03").outcome).toBe("supported");
  });
});

describe("what a claim may ask of the run", () => {
  const asking = (id: string, test: Parameters<typeof hypothesis<"gold">>[0]["test"]) =>
    hypothesis({ ...about, id, reads: ["gold"], test: test! });

  const inEssay = (...hypotheses: readonly Hypothesis[]) => askedInEssay({ hypotheses });

  it("is wealth, phases, and how it would have gone otherwise", async () => {
    const { portfolios, hypotheses } = await inEssay(
      asking("W", ({ run }) => [
        above("wealth", run.wealth("hard-assets", "gold").last(), "times", 0),
        above("first", run.wealth("hard-assets", "gold").first(), "times", 0),
      ]),
      asking("V", ({ run }) => [
        above("doubled", run.variation("hard-assets", "costsDoubled", "spx")!, "times", 1),
        above("without", run.variation("hard-assets", "without:bitcoin", "spx")!, "times", 1),
      ]),
      asking("P", (facts) => [
        dated(
          "lowest of the second phase",
          facts.series("gold", "monthly").during(facts.phase("gold-decade")).minimum(),
          "2002-12-01",
          "2003-12-31",
        ),
      ]),
    );
    const measured = hypotheses.map(({ checks }) => checks.map((one) => one.measured));
    const [bet] = portfolios;
    expect(Number(measured[0]![0]) / Number(measured[0]![1])).toBeCloseTo(
      1 + bet!.measures.gold!.totalReturn,
      9,
    );
    expect(measured[1]).toEqual([
      bet!.sensitivity!.costsDoubled!.final.spx,
      bet!.sensitivity!.without!.bitcoin!.final.spx,
    ]);
    expect(hypotheses[2]!.outcome).toBe("supported");
  });

  it.each([
    [
      "wealth of nobody",
      ["hard-asset", "usd"],
      'unknown portfolio "hard-asset"; did you mean "hard-assets"?',
    ],
    ["wealth in nothing", ["hard-assets", "glod"], 'unknown unit "glod"; did you mean "gold"?'],
  ] as const)("%s is refused with the nearest name", async (_, [portfolio, unit], message) => {
    const claim = asking("W", ({ run }) => [
      above("wealth", run.wealth(portfolio, unit).last(), "times", 1),
    ]);
    await expect(askedInEssay({ hypotheses: [claim] })).rejects.toThrow(`hypothesis W: ${message}`);
  });

  it("is told of an inconsistency and a prediction by their own names too", async () => {
    const measures = (facts: { readonly phase: (id: string) => unknown }) => {
      facts.phase("third-phase");
      return [];
    };
    const odd = inconsistency({
      ...{ id: "I1", claims: [], title: "Odd" },
      lines: measures,
      says: () => "",
    });
    await expect(askedInEssay({ inconsistencies: [odd] })).rejects.toThrow(
      /^inconsistency I1: unknown phase "third-phase"; /,
    );
    const foretold = prediction({
      ...{ id: "P1", claim: "So.", where: "here", registered: "2026-01-30", reads: ["gold"] },
      tests: [
        {
          ...{ id: "later", title: "Later", due: "2030-01-30", expects: "above 1 USD" },
          stand: (facts) => ({
            check: above("gold", facts.formula("glod", "monthly").last(), "USD", 1),
          }),
        },
      ],
    });
    await expect(askedInEssay({ predictions: [foretold] })).rejects.toThrow(
      'prediction P1: unknown series "glod"; did you mean "gold"?',
    );
  });
});

describe("what does not compile", () => {
  it("a series that the catalog does not have", () => {
    // @ts-expect-error "glod" is no series of the catalog (found when a study is run)
    expect(hypothesis({ ...about, id: "H", reads: ["glod"], test: () => [] }).reads).toEqual([
      "glod",
    ]);
  });

  it("a series that the claim does not read", async () => {
    const claim = hypothesis({
      ...{ ...about, id: "H" },
      reads: ["gold"],
      test: (facts) => [
        // @ts-expect-error spx was not declared
        above("spx", facts.series("spx", "monthly").last(), "USD", 1),
      ],
    });
    await expect(claimsOf([claim])).rejects.toThrow('hypothesis H: series "spx" is not in reads');
  });

  it("an axis, or a choice, that the grid does not have", async () => {
    const read: unknown[] = [];
    const claim = hypothesis({
      ...{ ...about, id: "H" },
      reads: ["gold"],
      grid: { edition: ["first", "latest"] },
      test: (facts, cell) => {
        // @ts-expect-error the axis is called edition
        read.push(cell.vintage);
        // @ts-expect-error the choices are "first" and "latest"
        read.push(cell.edition === "last");
        return [above("gold", facts.series("gold", "monthly").last(), "USD", 1)];
      },
    });
    await claimsOf([claim]);
    expect(read).toEqual([undefined, false, undefined, false]);
  });

  it("a number that was typed in where one must be measured", () => {
    // @ts-expect-error 3 is no fact
    expect(() => above("typed", 3, "times", 1)).toThrow('"typed": 3 was typed in; measure it');
    // @ts-expect-error an object that only looks like a fact
    expect(() => reported("typed", { value: 3 }, "times")).toThrow("measure a fact");
  });

  it("rows, a kind or an option that there is none of", () => {
    // @ts-expect-error "chnage" is no kind
    expect(() => hypothesis({ ...about, id: "H", kind: "chnage", untestable: "so" })).toThrow(
      'did you mean "change"?',
    );
    // @ts-expect-error "calim" is no option
    expect(() => hypothesis({ ...about, id: "H", calim: "So.", untestable: "so" })).toThrow(
      'did you mean "claim"?',
    );
  });
});

// Needs daily figures, which are not shipped: skipped, visibly, where there are none.

const folders = dailyFolders();

/** Where every close changes the headline, and why. */
const changedByCloses: Readonly<Record<string, string>> = {
  // Its own convention is changes from week to week, and the rise of a year on its best day: neither can
  // be read off month-ends, and monthly averages stand for them.
  C05: "C05: refuted, daily partly",
  // The headline is the same. Every close adds four choices, and by monthly averages the highest price of
  // gold stays more than 5 % below what is claimed: 2 of 3 hold, but 4 of 7.
  C12: "C12: supported, daily partly",
  // Money supply as it was published before the essay is not shipped. By that edition the share is 95.9 %,
  // just outside of what was claimed; by the latest it is 96.3 %, just inside.
  C25: "C25: partly, daily refuted",
};

describe.skipIf(folders.length === 0)("the essay's claims on daily figures", () => {
  it("come to what they come to on the shipped figures, but for those that need every close", async () => {
    const { hypotheses, predictions, inconsistencies } = essay;
    const asked = { hypotheses, predictions, inconsistencies };
    const months = await askedInEssay(asked);
    const days = await runStudy(essay, { frequency: "daily", directories: folders });
    const outcomes = Object.fromEntries(days.hypotheses.map(({ id, outcome }) => [id, outcome]));
    const changed = months.hypotheses
      .filter(({ id, outcome }) => outcome !== outcomes[id])
      .map(({ id, outcome }) => `${id}: ${outcome}, daily ${outcomes[id]}`);
    expect(changed).toEqual(Object.values(changedByCloses));
    expect(days.predictions.map(({ id, outcome }) => [id, outcome])).toEqual(
      months.predictions.map(({ id, outcome }) => [id, outcome]),
    );
  });
});
