import type { Evidence, Facts } from "../../src/hypothesis/facts.ts";
import { evidenceOf as evidenceFrom, factsOf } from "../../src/hypothesis/facts.ts";
import { InputError } from "../../src/input/input-error.ts";
import { formulaCompiler } from "../../src/series/formula.ts";
import type { Series } from "../../src/series/series.ts";

/** What a small run would hand to its hypotheses; absent series are named by what would bring them. */
export async function evidenceOf(
  series: readonly Series[],
  absent: Readonly<Record<string, string>> = {},
  more: Partial<Evidence["figures"]> = {},
): Promise<Evidence> {
  return evidenceFrom({
    figures: {
      series: new Map(series.map((one) => [one.id, one])),
      daily: null,
      closes: { onDays: {}, extremes: {} },
      absent: new Map(Object.entries(absent)),
      ...more,
    },
    ids: series.map(({ id }) => id),
    run: {
      phases: new Map([["boom", { from: "2020-01-31", to: "2020-06-30" }]]),
      wealth: () => {
        throw new InputError("not asked here");
      },
      variation: () => null,
      decision: () => null,
    },
    compile: await formulaCompiler(),
    tradingDays: [],
    seed: 1,
  });
}

/** Facts over small series, all of which may be read. */
export async function smallFacts(...series: Series[]): Promise<Facts> {
  return factsOf(
    await evidenceOf(series),
    series.map(({ id }) => id),
  );
}
