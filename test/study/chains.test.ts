import { study } from "assay";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { formatDay } from "../../src/series/day.ts";
import { chainOf } from "../../src/study/chains.ts";
import { runStudy } from "../../src/study/run.ts";
import essay from "../fixtures/essay-books.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const days = [...monthEnds(2000, 1, 4)];
const line = (id: string, values: readonly number[]) =>
  seriesOf(id, Object.fromEntries(values.map((value, row) => [formatDay(days[row]!), value])));
const whole = line("whole", [6, 12, 24, 12]);
const left = line("left", [2, 4, 4, 2]);
const right = line("right", [3, 3, 6, 6]);
const short = line("short", [3, 3, 6]);
const all = [whole, left, right, short];
const calendar = calendarOf("monthly", whole, [], [], { from: days[0]!, to: undefined });
const panel = openPanel(calendar, all);
const chain = { id: "mine", title: "Mine", of: "whole", links: ["left", "right"] };

describe("a chain", () => {
  it("splits doubling into one link that doubled and one that stood, phase by phase", () => {
    const spells = [
      { label: "first", from: 0, to: 1 },
      { label: "rest", from: 1, to: 3 },
    ];
    const found = chainOf(panel, chain, spells, days);
    const two = expect.closeTo(Math.log(2), 12);
    const half = expect.closeTo(-Math.log(2), 12);
    expect(found.growth).toEqual({
      whole: two,
      links: { left: expect.closeTo(0, 12), right: two },
    });
    expect(found.phases).toEqual({
      first: { whole: two, links: { left: two, right: expect.closeTo(0, 12) } },
      rest: { whole: expect.closeTo(0, 12), links: { left: half, right: two } },
    });
  });

  it("is measured as far as all of it is known, and says so", () => {
    const found = chainOf(panel, { ...chain, links: ["left", "short"] }, [], days);
    expect([found.from, found.to]).toEqual(["2000-01-31", "2000-03-31"]);
    expect(found.growth.whole).toBeCloseTo(Math.log(4), 12);
  });

  it("refuses links that do not multiply to the whole, with the first day of it", () => {
    expect(() => chainOf(panel, { ...chain, links: ["left"] }, [], days)).toThrow(
      'chain mine: from 2000-01-31 to 2000-03-31 "whole" grew 4.00000 times and the product of "left" 2.00000 times; give links that multiply to the whole',
    );
  });

  it("refuses to be empty, to be misspelt and to be there twice", () => {
    const of = (chains: unknown) =>
      study({ ...essay, from: "1999-03-31", to: "2026-06-30", chains: chains as [] });
    expect(() => of([{ ...chain, links: [] }])).toThrow("chain mine: links is empty");
    expect(() => of([{ ...chain, link: [] }])).toThrow('unknown option "link"');
    expect(() => of([chain, chain])).toThrow('chains: "mine" occurs twice');
  });

  it("of the S&P 500 in gold: money grew faster than goods, and gold faster than both", async () => {
    const { chains, portfolios, period } = await runStudy(essay);
    const spx = chains.find(({ id }) => id === "spx-in-gold")!;
    expect([spx.from, spx.to]).toEqual([period.from, period.to]);
    const gold = portfolios[0]!.growth.gold!.depreciation;
    const m2 = portfolios[0]!.growth.m2!.depreciation;
    const cpi = portfolios[0]!.growth.cpi!.depreciation;
    expect(spx.growth.links["m2 / cpi"]).toBeCloseTo(m2 - cpi, 12);
    expect(spx.growth.links["cpi / gold"]).toBeCloseTo(cpi - gold, 12);
    for (const { growth, phases } of chains) {
      const parts = Object.values(growth.links).reduce((sum, part) => sum + part, 0);
      expect(parts).toBeCloseTo(growth.whole, 9);
      const over = Object.values(phases).reduce((sum, part) => sum + part!.whole, 0);
      expect(over).toBeCloseTo(growth.whole, 9);
    }
  });
});
