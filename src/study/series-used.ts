import { inWords } from "../data/faults/fault.ts";
import { faultsOf } from "../data/faults.ts";
import type { Source } from "../data/open.ts";
import { readEach } from "../data/read-all.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import type { Numeraire } from "../market/numeraire.ts";
import type { Day } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import { readByClaims } from "./claims.ts";
import { checkCurrencies } from "./foreign-assets.ts";
import { readBy } from "./regime-labels.ts";
import { everyStrategy, type Study } from "./study.ts";

/** The series that a run reads. */
export interface SeriesUsed {
  /** What portfolios may hold. */
  readonly assets: readonly Series[];
  /**
   * What is read on every row: what wealth is counted in, what it earns there without risk and what cash
   * earns; of a formula what it is computed from.
   */
  readonly lasting: readonly Series[];
  /** Ids of these and of everything else that is read: inputs of views, the cash rate, pictures. */
  readonly ids: readonly string[];
}

/** Reads the series that a study names. @throws InputError with all that is wrong in all of their files. */
export async function seriesUsed(
  study: Study,
  numeraires: readonly Numeraire[],
  source: Source,
): Promise<SeriesUsed> {
  const portfolios = everyStrategy(study);
  checkNames(study, numeraires, source.ids);
  const { collateral, cashRate, dividends } = study.assumptions;
  const held = [
    ...portfolios.flatMap(({ assets }) => assets),
    ...(collateral === null ? [] : [collateral]),
  ];
  const counted = numeraires.flatMap(({ series, riskless }) => [
    ...(series === null ? [] : [series]),
    ...(typeof riskless === "object" ? [riskless.rate] : []),
  ]);
  const lasting = [...counted, cashRate];
  const others = [
    ...portfolios.flatMap(({ inputs }) => inputs),
    ...study.pictures
      .flatMap(({ lines }) => lines)
      .flatMap(({ of, low, high }) => [of, low, high].filter((id) => id !== undefined)),
    ...study.chains.flatMap(({ of, links }) => [of, ...links]),
    ...study.regimes.flatMap(readBy),
    ...readByClaims(study).filter((id) => source.has(id)),
    ...held.flatMap((asset) => companionsOf(study, asset)).filter((id) => source.has(id)),
  ];
  const ids = [...new Set([...held, ...lasting, ...others])];
  const { series: all, faults } = await readEach(source, ids);
  if (faults.length > 0) throw new InputError([...faults, ...errorsAmong(all)]);
  const read = new Map(all.map((series) => [series.id, series]));
  const among = (wanted: readonly string[]) => [...new Set(wanted)].map((id) => read.get(id)!);
  const assets = among(held);
  checkCurrencies(study, assets);
  checkExpenses(study, assets);
  const payers = dividends === "cash" ? assets.flatMap(({ withIncome }) => withIncome ?? []) : [];
  return {
    assets,
    lasting: (await Promise.all(among(lasting).map((one) => rootsOf(source, one)))).flat(),
    ids: [...new Set([...ids, ...payers])],
  };
}

/** What a series is computed from, down to those that are no formulas: by these the run must end. */
async function rootsOf(source: Source, series: Series): Promise<Series[]> {
  if (series.byRow === undefined) return [series];
  const inputs = await Promise.all(series.inputs.map((id) => source.series(id)));
  return (await Promise.all(inputs.map((input) => rootsOf(source, input)))).flat();
}

/** Series that are the price of an asset without its income: by them its income is told apart. */
function companionsOf({ catalog }: Study, asset: string): string[] {
  return Object.keys(catalog.series).filter((id) => catalog.series[id]!.withIncome === asset);
}

/** What is wrong with the series that could be read, so that nothing waits for a second run to be told. */
function errorsAmong(all: readonly Series[]): string[] {
  const [any] = all;
  if (any === undefined) return [];
  return faultsOf(all, any)
    .filter(({ severity }) => severity === "error")
    .map(inWords);
}

/** @throws InputError for a fund fee on a total return, which bears the costs of its fund already. */
function checkExpenses({ assumptions }: Study, assets: readonly Series[]): void {
  const twice = assets.filter(({ id, kind }) => kind === "total" && assumptions.expenses[id]);
  if (twice.length > 0)
    throw new InputError(
      twice.map(
        ({ id }) =>
          `assumptions: expenses: "${id}" is a total return, which bears its costs already; leave it out, so that nothing is charged twice`,
      ),
    );
}

/** @throws InputError with every id of the study that the catalog does not have, and where it stands. */
function checkNames(study: Study, numeraires: readonly Numeraire[], ids: readonly string[]): void {
  const known = new Set(ids);
  const { costs, borrow, expenses, delisting, margin, cashRate, collateral } = study.assumptions;
  const named = [
    ...everyStrategy(study).flatMap(({ id, assets, inputs }) =>
      [...assets, ...inputs].map((name) => [id, name] as const),
    ),
    ...numeraires.map(({ id, series }) => [`numeraire ${id}`, series] as const),
    ...numeraires.map(({ id, riskless }) => {
      const rate = typeof riskless === "object" ? riskless.rate : null;
      return [`numeraire ${id}: riskless`, rate] as const;
    }),
    ...Object.keys(costs).map((name) => ["assumptions: costs", name] as const),
    ...Object.keys(borrow).map((name) => ["assumptions: borrow", name] as const),
    ...Object.keys(expenses).map((name) => ["assumptions: expenses", name] as const),
    ...Object.keys(delisting).map((name) => ["assumptions: delisting", name] as const),
    ...margin.full.map((name) => ["assumptions: margin: full", name] as const),
    ["calendar", study.calendar] as const,
    ...study.dispensable.map((name) => ["dispensable", name] as const),
    ["assumptions: cashRate", cashRate] as const,
    ["assumptions: collateral", collateral] as const,
    ...study.regimes.flatMap((regime) =>
      readBy(regime).map((name) => [`regime ${regime.id}`, name] as const),
    ),
    ...study.hypotheses.flatMap(({ id, reads }) =>
      reads.map((name) => [`hypothesis ${id}`, name] as const),
    ),
    ...study.predictions.flatMap(({ id, reads }) =>
      reads.map((name) => [`prediction ${id}`, name] as const),
    ),
    ...study.inconsistencies.flatMap(({ id, reads }) =>
      reads.map((name) => [`inconsistency ${id}`, name] as const),
    ),
  ];
  const faults = named.flatMap(([place, name]) => {
    const formula = name !== null && !/^\w*$/.test(name);
    const fine = name === null || formula || known.has(name) || name === "others";
    return fine ? [] : [`${place}: ${unknownName("series", name, ids)}`];
  });
  if (faults.length > 0) throw new InputError([...new Set(faults)]);
}

/**
 * The base day of a run: the day asked for, or the first day of the youngest asset where a strategy
 * truncates the whole test to it.
 */
export function firstDayOf(study: Study, asked: Day, { assets }: SeriesUsed): Day {
  const truncating = everyStrategy(study).filter(({ lateAssets }) => lateAssets === "truncate");
  const held = new Set(truncating.flatMap((one) => one.assets));
  const starts = assets.filter(({ id }) => held.has(id)).map(({ days }) => days[0]!);
  return Math.max(asked, ...starts);
}
