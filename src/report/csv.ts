import { stringify } from "csv-stringify/sync";
import type { Findings, PortfolioFinding } from "../study/findings.ts";
import { seriesTables } from "./series-csv.ts";

type Cell = string | number | boolean | null;
type Row = readonly Cell[];

/** The tables beside the page: file name to its rows, the first being the header. */
type Tables = Readonly<Record<string, readonly Row[]>>;

/** Fixed rows of one header. */
function tableOf(header: readonly string[], rows: readonly Row[]): readonly Row[] {
  return [header, ...rows];
}

/** One row a record, the columns being the keys of the first record after the fixed ones. */
function records(
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
function inUnits<T>(
  { portfolios, numeraires }: Findings,
  pick: (portfolio: PortfolioFinding, unit: string) => readonly T[],
): readonly (readonly [Row, T])[] {
  return portfolios.flatMap((portfolio) =>
    numeraires.flatMap(({ id }) =>
      pick(portfolio, id).map((entry) => [[portfolio.id, id], entry] as const),
    ),
  );
}

const IN_UNIT = ["portfolio", "numeraire"];

function portfolioTables(findings: Findings): Tables {
  const { portfolios } = findings;
  return {
    "measures.csv": records(
      IN_UNIT,
      inUnits(findings, ({ measures }, unit) => {
        const { windows: _, ...numbers } = measures[unit] ?? {};
        return [numbers];
      }),
    ),
    "windows.csv": records(
      IN_UNIT,
      inUnits(findings, ({ measures }, unit) => measures[unit]?.windows ?? []),
    ),
    "drawdowns.csv": records(
      IN_UNIT,
      inUnits(findings, ({ drawdowns }, unit) => drawdowns[unit] ?? []),
    ),
    "years.csv": records(
      IN_UNIT,
      inUnits(findings, ({ calendarYears }, unit) => calendarYears[unit] ?? []),
    ),
    "growth.csv": records(
      IN_UNIT,
      inUnits(findings, ({ growth }, unit) => {
        const split = growth[unit] ?? null;
        return split === null ? [] : [split];
      }),
    ),
    "attribution.csv": tableOf(
      ["portfolio", "leg", "logGrowth"],
      portfolios.flatMap(({ id, attribution }) =>
        Object.entries(attribution ?? {}).map(([leg, value]) => [id, leg, value]),
      ),
    ),
    "events.csv": records(
      ["portfolio"],
      portfolios.flatMap(({ id, ledger }) => ledger.events.map((event) => [[id], event] as const)),
    ),
    "composition.csv": tableOf(
      ["portfolio", "from", "asset", "weight"],
      portfolios.flatMap(({ id, composition }) =>
        composition.flatMap(({ from, weights }) =>
          Object.entries(weights).map(([asset, weight]) => [id, from, asset, weight]),
        ),
      ),
    ),
    "ledger.csv": records(
      ["portfolio"],
      portfolios.map(({ id, ledger }) => {
        const { costs, costsPerYear, interest, costDrag, events: _, ...rest } = ledger;
        return [
          [id],
          {
            ...rest,
            ...prefixed("costs", costs),
            ...prefixed("costsPerYear", costsPerYear),
            ...prefixed("interest", interest),
            ...prefixed("costDrag", costDrag),
          },
        ] as const;
      }),
    ),
  };
}

function prefixed(prefix: string, record: object): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [`${prefix}.${key}`, value as Cell]),
  );
}

function phaseTables({ regimes }: Findings): Tables {
  return {
    "phases.csv": records(
      ["regime", "label", "portfolio", "numeraire"],
      regimes.flatMap((regime) =>
        Object.entries(regime.statistics).flatMap(([label, portfolios]) =>
          Object.entries(portfolios).flatMap(([portfolio, units]) =>
            Object.entries(units).map(
              ([unit, numbers]) => [[regime.id, label, portfolio, unit], numbers] as const,
            ),
          ),
        ),
      ),
    ),
    "phase-excess.csv": records(
      ["regime", "label", "portfolio", "benchmark"],
      regimes.flatMap((regime) =>
        Object.entries(regime.logExcess).flatMap(([label, portfolios]) =>
          Object.entries(portfolios).flatMap(([portfolio, benchmarks]) =>
            Object.entries(benchmarks).map(
              ([benchmark, numbers]) =>
                [[regime.id, label, portfolio, benchmark], numbers] as const,
            ),
          ),
        ),
      ),
    ),
    "spells.csv": records(
      ["regime"],
      regimes.flatMap(({ id, spells }) => spells.map((spell) => [[id], spell] as const)),
    ),
  };
}

function sourceTables({ inputs, comparisons }: Findings): Tables {
  return {
    "comparisons.csv": records(
      ["portfolio", "benchmark", "numeraire", "relativeWealth", "excessGrowth", "relativeDrawdown"],
      comparisons.flatMap((entry) =>
        Object.entries(entry.measures).map(([unit, { alpha, ...rest }]) => {
          const { portfolio, benchmark, relativeWealth, excessGrowth, relativeDrawdown } = entry;
          const head = [portfolio, benchmark, unit, relativeWealth, excessGrowth, relativeDrawdown];
          return [head, { ...prefixed("alpha", alpha), ...rest }] as const;
        }),
      ),
    ),
    "inputs.csv": records(
      [],
      inputs.map((input) => {
        const { inputs: derived, filled, faults, ...rest } = input;
        const lists = {
          inputs: derived.join(" "),
          filled: filled.join(" "),
          faults: faults.join("; "),
        };
        return [[], { ...rest, ...lists }] as const;
      }),
    ),
  };
}

/** True and false in words: left alone they would be written as 1 and nothing. */
function cellText(cell: Cell): string | number | null {
  return typeof cell === "boolean" ? String(cell) : cell;
}

/** Every table of the findings as comma-separated text by file name; an unknown is an empty cell. */
export function csvFiles(findings: Findings): Readonly<Record<string, string>> {
  const tables: Tables = {
    ...portfolioTables(findings),
    ...phaseTables(findings),
    ...sourceTables(findings),
  };
  const texts = Object.entries(tables).map(
    ([name, rows]) => [name, stringify(rows.map((row) => row.map(cellText)))] as const,
  );
  return { ...seriesTables(findings), ...Object.fromEntries(texts) };
}
