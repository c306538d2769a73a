import { numeraire, study } from "assay";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/study/run.ts";
import { spx } from "../../strategies/benchmarks.ts";
import essay from "../../strategies/essay.ts";
import { hardAssets } from "../../strategies/hard-assets.ts";
import { dailyFolders } from "../daily-data.ts";

const [usd] = essay.numeraires;
const real = numeraire({
  id: "real-money",
  title: "Money per basket of goods",
  unit: "M2 / CPI",
  formula: "m2 / cpi",
  riskless: "cash",
});
const m2 = essay.numeraires.find(({ id }) => id === "m2")!;

function run(units: typeof essay.numeraires, options = {}) {
  const { to: _, ...open } = essay;
  const one = study({
    ...open,
    from: "1999-03-31",
    strategies: [hardAssets],
    benchmarks: [spx],
    numeraires: [usd!, ...units],
    regimes: [],
    pictures: [],
    chains: [],
  });
  return runStudy(one, options);
}

describe("a unit by formula", () => {
  it("counts wealth by its value, as by any series", async () => {
    const cpi = essay.numeraires.find(({ id }) => id === "cpi")!;
    const { portfolios } = await run([real, m2, cpi]);
    const wealth = (id: string) => portfolios[0]!.wealth[id] as number[];
    for (const [row, inUsd] of wealth("usd").entries()) {
      const price = wealth("cpi")[row]! / wealth("m2")[row]!;
      expect(wealth("real-money")[row]! / (inUsd / price)).toBeCloseTo(1, 12);
    }
  });

  it("leaves relative wealth alone", async () => {
    const { comparisons, portfolios } = await run([real]);
    const ratio = (at: number) => {
      const wealth = portfolios[at]!.wealth["real-money"] as number[];
      return wealth.at(-1)! / wealth[0]!;
    };
    expect(ratio(0) / ratio(1) / comparisons[0]!.relativeWealth!).toBeCloseTo(1, 12);
  });

  it("of series that the catalog does not have is refused with the nearest name", async () => {
    await expect(run([{ ...real, series: "m2 / cpu" }])).rejects.toThrow('did you mean "cpi"?');
  });

  it.skipIf(dailyFolders().length === 0)(
    "of a monthly and a daily series ends a daily run where the monthly one can be spread",
    async () => {
      const mixed = numeraire({ ...real, series: undefined as never, formula: "m2 / silver" });
      const found = await run([mixed], { frequency: "daily", directories: dailyFolders() });
      expect(found.portfolios[0]!.wealth["real-money"]).toHaveLength(found.period.periods + 1);
    },
  );
});

describe("a unit that came late", () => {
  const bitcoin = numeraire({
    id: "btc",
    title: "Bitcoin",
    unit: "BTC",
    series: "bitcoin",
    riskless: "itself",
  });

  it("is refused with the day on which it is not known", async () => {
    await expect(run([bitcoin])).rejects.toThrow(
      'numeraire btc: "bitcoin" is not known on 1999-03-31; start the study later, or leave out this unit',
    );
  });

  it("is taken from the day on which it is known", async () => {
    const { measures } = (await run([bitcoin], { from: 14_853 })).portfolios[0]!;
    expect(measures.btc!.cagr!).toBeLessThan(measures.usd!.cagr!);
  });
});
