import type { Findings, PortfolioFinding } from "../study/findings.ts";

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** The tables beside the page: file name to its rows, the first being the header. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Fixed rows of one header. */
export function tableOf(header: readonly string[], rows: readonly Row[]): readonly Row[] {
  return [header, ...rows];
}

/** One row a record, the columns being the keys of the first record after the fixed ones. */
export function records(
  heads: readonly string[],
  entries: readonly (readonly [Row, object])[],
): readonly Row[] {
  const keys = Object.keys(entries[0]?.[1] ?? {});
  return tableOf(
    [...heads, ...keys],
    entries.map(([head, record]) => {
      const values = record as Readonly<Record<string, Cell>>;
      return [...head, ...keys.map((key) => values[key] ?? null)];
    }),
  );
}

/** An entry for each portfolio and unit. */
export function inUnits<T>(
  { portfolios, numeraires }: Findings,
  pick: (portfolio: PortfolioFinding, unit: string) => readonly T[],
): readonly (readonly [Row, T])[] {
  return portfolios.flatMap((portfolio) =>
    numeraires.flatMap(({ id }) =>
      pick(portfolio, id).map((entry) => [[portfolio.id, id], entry] as const),
    ),
  );
}

export function prefixed(prefix: string, record: object): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [`${prefix}.${key}`, value as Cell]),
  );
}
