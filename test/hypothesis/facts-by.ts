import { evidenceOf, type Facts, factsOf } from "../../src/hypothesis/facts.ts";
import type { Path } from "../../src/hypothesis/path.ts";
import { parseDay } from "../../src/series/day.ts";
import { formulaCompiler } from "../../src/series/formula.ts";
import type { Series } from "../../src/series/series.ts";

/** A price for tests, by day: `priceBy("gold", { "2020-01-31": 1 })`. */
export function priceBy(id: string, values: Readonly<Record<string, number>>): Series {
  return {
    id,
    title: id,
    unit: "USD",
    kind: "price",
    lag: 0,
    days: Float64Array.from(Object.keys(values), (day) => parseDay(day, id)),
    values: Float64Array.from(Object.values(values)),
    inputs: [],
    origin: "test",
    terms: "test",
    faults: [],
    expected: [],
    filled: [],
    masked: [],
    parts: [],
    withIncome: null,
    notHeld: null,
  } as unknown as Series;
}

/** Facts on a few series, in a run without portfolios but those given. */
export async function factsBy(
  series: readonly Series[],
  {
    wealth = {},
    absent = {},
  }: { wealth?: Record<string, Path>; absent?: Record<string, string> } = {},
): Promise<Facts> {
  const evidence = evidenceOf({
    figures: {
      series: new Map(series.map((one) => [one.id, one])),
      daily: null,
      closes: { onDays: {}, extremes: {} },
      absent: new Map(Object.entries(absent)),
    },
    ids: series.map(({ id }) => id),
    run: {
      phases: new Map(),
      wealth: (portfolio) => wealth[portfolio]!,
      variation: () => null,
      decision: () => null,
    },
    compile: await formulaCompiler(),
    tradingDays: Float64Array.of(),
    seed: 1,
  });
  return factsOf(evidence, [...series.map(({ id }) => id), ...Object.keys(absent)]);
}
