import { describe, expect, it } from "vitest";
import { isUnknown } from "../../src/input/unknown.ts";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { labelledAfterwards } from "../../src/regime/hindsight.ts";
import { spellsIn } from "../../src/regime/labelled.ts";
import { segments } from "../../src/regime/segments.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const words = { title: "Segments", question: "When did it change?", note: "" };

/** Prices by monthly log returns from row `first` on, with noise. */
function panelOf(drift: (row: number) => number, rows: number, first = 0) {
  let log = 0;
  const { b: noise } = fx240();
  const values = Float64Array.from({ length: rows }, (_, row) => {
    log += row === 0 ? 0 : drift(row);
    return Math.exp(log + 0.2 * noise[row % 240]!);
  });
  const spx = { ...seriesOf("spx", {}), days: monthEnds(2000, 1, rows), values };
  return openPanel(calendarOf("monthly", spx, [], [], { from: spx.days[first]!, to: undefined }), [
    spx,
  ]);
}

describe("segments", () => {
  const trends = segments({ id: "trends", ...words, of: "spx", search: { by: "trends" } });

  it("number the stretches between changes of trend, over the months of the run alone", () => {
    const panel = panelOf((row) => (row <= 60 ? 0.05 : -0.05), 121, 10);
    const spells = spellsIn(labelledAfterwards(trends, panel));
    expect(spells[0]).toMatchObject({ label: "segment-1", from: 0 });
    expect(Math.abs(spells[0]!.to - 50)).toBeLessThanOrEqual(1);
    expect(spells.at(-1)!.to).toBe(110);
  });

  it("say where the changes are among what was searched", () => {
    const panel = panelOf((row) => (row <= 60 ? 0.05 : -0.05), 121);
    const found = trends.changes!(panel);
    if (isUnknown(found)) throw new Error(found.reason);
    expect(found.model).toBe("trend");
    expect(found.values).toHaveLength(121);
    expect(found.rows).toHaveLength(121);
    expect(Math.abs(found.at[0]! - 61)).toBeLessThanOrEqual(1);
  });

  it("have no labels where nothing can be searched", () => {
    const { of } = labelledAfterwards(
      trends,
      panelOf(() => 0.01, 8),
    );
    expect(new Set(of)).toEqual(new Set([-1]));
  });

  it("are one segment where returns do not change", () => {
    const search = { by: "returns", of: "mean" } as const;
    const steady = segments({ id: "changes", ...words, of: "spx", search });
    expect(
      spellsIn(
        labelledAfterwards(
          steady,
          panelOf(() => 0.01, 100),
        ),
      ),
    ).toEqual([{ label: "segment-1", from: 0, to: 99 }]);
  });

  it("cannot be asked by a strategy", () => {
    // @ts-expect-error a hindsight label cannot be read
    expect(() => trends.at({})).toThrow("trends: its changes were found in later prices too");
  });
});
