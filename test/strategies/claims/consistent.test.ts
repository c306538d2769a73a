import { describe, expect, it } from "vitest";
import { betting } from "../../../strategies/claims/bets.ts";
import { halving } from "../../../strategies/claims/halving.ts";
import { inconsistencies } from "../../../strategies/claims/inconsistencies.ts";
import { sharesOfGrowth } from "../../../strategies/claims/shares-of-growth.ts";
import { dailyFolders } from "../../daily-data.ts";
import { askedInEssay } from "./essay-claims.ts";

// What is the same quantity is the same number wherever it is told: the growth of money between the first
// close of QQQ and the essay's day is made in one place.

const hypotheses = [...sharesOfGrowth, ...halving, ...betting];
const folders = dailyFolders();

describe.each([
  ["shipped figures", []],
  ...(folders.length === 0 ? [] : [["daily figures", folders] as const]),
] as const)("on %s", (_, directories) => {
  const asked = askedInEssay({ hypotheses, inconsistencies }, directories);
  const claim = async (id: string) => (await asked).hypotheses.find((one) => one.id === id)!;
  const measured = async (id: string) => (await claim(id)).measured as number;
  const lines = async (id: string) =>
    (await asked).inconsistencies
      .find((one) => one.id === id)!
      .lines.map((line) => line.measured as number);

  it("I4 tells the shares of growth of C25 and C26", async () => {
    const [spx, , , qqq] = await lines("I4");
    expect(spx).toBeCloseTo(await measured("C25"), 12);
    expect(qqq).toBeCloseTo(await measured("C26"), 12);
  });

  it("I5 tells what C26 leaves", async () => {
    expect((await lines("I5"))[1]).toBeCloseTo(1 - (await measured("C26")), 12);
  });

  it("I6 tells what C28 measures, half of what C40 does", async () => {
    const half = await measured("C28");
    expect((await lines("I6"))[0]).toBeCloseTo(half, 12);
    const whole = (await claim("C40")).checks.find(({ title }) => title.startsWith("QQQ against"))!;
    expect(whole.measured).toBeCloseTo(2 * half, 12);
  });

  it("I7 tells the growth of money that C25 divides by", async () => {
    const growth = (await claim("C25")).checks.find(({ title }) =>
      title.startsWith("growth of m"),
    )!;
    expect((await lines("I7"))[4]).toBeCloseTo(growth.measured as number, 12);
  });
});
