import type { Source } from "../data/open.ts";
import type { Numeraire } from "../market/numeraire.ts";
import type { Day } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import type { Study } from "./study.ts";

/** The series that a run reads. */
export interface SeriesUsed {
  /** What portfolios may hold. */
  readonly assets: readonly Series[];
  /** What wealth is counted in. */
  readonly units: readonly Series[];
  /** Ids of these and of everything else that is read: inputs of views, the cash rate, pictures. */
  readonly ids: readonly string[];
}

/** Fetches the series that a study names, each once. */
export async function seriesUsed(
  study: Study,
  numeraires: readonly Numeraire[],
  source: Source,
): Promise<SeriesUsed> {
  const portfolios = [...study.strategies, ...study.benchmarks];
  const fetched = (ids: readonly string[]) =>
    Promise.all([...new Set(ids)].map((id) => source.series(id)));
  const collateral = study.assumptions.collateral ?? [];
  const assets = await fetched(portfolios.flatMap((one) => one.assets).concat(collateral));
  const units = await fetched(numeraires.flatMap(({ series }) => series ?? []));
  const paying = study.assumptions.dividends === "cash" ? assets : [];
  const others = [
    ...portfolios.flatMap(({ inputs }) => inputs),
    ...paying.flatMap(({ withIncome }) => withIncome ?? []),
    study.assumptions.cashRate,
    ...study.pictures
      .flatMap(({ lines }) => lines)
      .flatMap(({ of, low, high }) => [of, low, high].filter((id) => id !== undefined)),
  ];
  const ids = [...assets, ...units].map(({ id }) => id);
  return { assets, units, ids: [...new Set([...ids, ...others])] };
}

/**
 * The base day of a run: the day asked for, or the first day of the youngest asset where a strategy
 * truncates the whole test to it.
 */
export function firstDayOf(study: Study, asked: Day, { assets }: SeriesUsed): Day {
  const truncating = [...study.strategies, ...study.benchmarks].filter(
    ({ lateAssets }) => lateAssets === "truncate",
  );
  const held = new Set(truncating.flatMap((one) => one.assets));
  const starts = assets.filter(({ id }) => held.has(id)).map(({ days }) => days[0]!);
  return Math.max(asked, ...starts);
}
