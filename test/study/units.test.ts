import { numeraire, study } from "assay";
import { describe, expect, it } from "vitest";
import { openPanel } from "../../src/market/panel.ts";
import { formatDay } from "../../src/series/day.ts";
import { runStudy } from "../../src/study/run.ts";
import { unitsOf } from "../../src/study/units.ts";
import { spx } from "../../strategies/benchmarks.ts";
import { hardAssets } from "../../strategies/hard-assets.ts";
import { dailyFolders } from "../daily-data.ts";
import essay from "../fixtures/essay-books.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

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

describe("a unit with a riskless rate of its own in a series", () => {
  const lent = (rate: string) =>
    numeraire({
      id: "gold",
      title: "Gold",
      unit: "oz",
      series: "gold",
      riskless: { rate: rate as "billRate" },
    });

  it("earns at each row what was known at the row before", () => {
    const days = monthEnds(2020, 1, 4);
    const calendar = { frequency: "monthly", days, first: 1, last: 3, endedBy: "" } as const;
    const rows = (values: readonly number[]) =>
      Object.fromEntries(values.map((value, row) => [formatDay(days[row]!), value]));
    const panel = openPanel(calendar, [
      seriesOf("gold", rows([100, 110, 120, 130])),
      seriesOf("lease", rows([0.5, 0.012, 0.024, 0.5])),
    ]);
    const clock = { rate: new Float64Array(3), years: new Float64Array(3).fill(1 / 12) };
    const [unit] = unitsOf(panel, [lent("lease")], clock);
    expect(Array.from(unit!.riskless)).toEqual([0.012 / 12, 0.024 / 12]);
  });

  it("says so, and is taken off the return in that unit", async () => {
    const found = await run([lent("billRate")]);
    const { riskless } = found.numeraires.find(({ id }) => id === "gold")!;
    expect(riskless).toMatch(/, a rate of its own$/);
    const constant = await run([
      numeraire({ ...essay.numeraires[1]!, series: "gold", riskless: 0 }),
    ]);
    const sharpeOf = (one: typeof found) => one.portfolios[0]!.measures.gold!.sharpe!;
    expect(sharpeOf(found)).toBeLessThan(sharpeOf(constant));
  });

  it("is refused in percent, and under a name that the catalog does not have", async () => {
    await expect(run([lent("dgs10")])).rejects.toThrow(
      /numeraire gold: riskless rate "dgs10" is 5\.25 on 1999-03-31; that looks like percent/,
    );
    await expect(run([lent("bilRate")])).rejects.toThrow(
      'numeraire gold: riskless: unknown series "bilRate"; did you mean "billRate"?',
    );
  });
});

describe("a unit with a hedge", () => {
  it("shows the portfolio without its exposure to the unit, beside measures that stay", async () => {
    const gold = numeraire({ ...essay.numeraires[1]!, series: "gold", hedge: 1 });
    const { portfolios } = await run([gold]);
    const bare = await run([essay.numeraires[1]!]);
    expect(portfolios.map(({ measures }) => measures)).toEqual(
      bare.portfolios.map(({ measures }) => measures),
    );
    expect(bare.portfolios[0]!.hedged).toEqual({});
    const shares = portfolios.find(({ id }) => id === "spx")!;
    const reading = shares.hedged.gold!;
    expect(reading.ratio).toBe(1);
    expect(reading.volatility!).toBeLessThan(shares.measures.gold!.volatility!);
    expect(reading.volatility!).toBeCloseTo(shares.measures.usd!.volatility!, 2);
  });
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
