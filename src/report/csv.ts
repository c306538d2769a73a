import { stringify } from "csv-stringify/sync";
import type { Findings } from "../study/findings.ts";
import { claimTables } from "./claims-csv.ts";
import {
  type Cell,
  inUnits,
  prefixed,
  type Row,
  records,
  type Tables,
  tableOf,
} from "./csv-rows.ts";
import { growthTables } from "./growth-csv.ts";
import { inferenceTables } from "./inference-csv.ts";
import { plotTables } from "./plots-csv.ts";
import { regimeTables } from "./regimes-csv.ts";
import { seriesTables } from "./series-csv.ts";

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
    "attribution-by-year.csv": tableOf(
      ["portfolio", "year", "leg", "logGrowth"],
      portfolios.flatMap(({ id, attributionByYear }) =>
        attributionByYear.flatMap(({ year, parts }) =>
          Object.entries(parts).map(([leg, value]) => [id, year, leg, value]),
        ),
      ),
    ),
    "events.csv": records(
      ["portfolio"],
      portfolios.flatMap(({ id, ledger }) => ledger.events.map((event) => [[id], event] as const)),
    ),
    "composition.csv": tableOf(
      ["portfolio", "from", "decided", "asset", "weight"],
      portfolios.flatMap(({ id, composition }) =>
        composition.flatMap(({ from, decided, weights }) =>
          Object.entries(weights).map(([asset, weight]) => [id, from, decided, asset, weight]),
        ),
      ),
    ),
    "ledger.csv": records(
      ["portfolio"],
      portfolios.map(({ id, ledger }) => {
        const {
          costs,
          costsPerYear,
          interest,
          costDrag,
          events: _,
          rebalanceLog: __,
          ...rest
        } = ledger;
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

function comparedTables({ conventions, correlations }: Findings): Tables {
  const { portfolio, benchmark, numeraire, entries } = conventions;
  const about = [portfolio, benchmark, numeraire];
  return {
    "conventions.csv": tableOf(
      ["portfolio", "benchmark", "numeraire", "measure", "tool", "value", "gap", "definition"],
      entries.flatMap(({ measure, value, how, others }) => [
        [...about, measure, "assay", value, null, how],
        ...others.map((other) => [
          ...about,
          measure,
          other.tool,
          other.value,
          other.gap,
          other.how,
        ]),
      ]),
    ),
    "correlations.csv": tableOf(
      ["numeraire", "portfolio", "other", "correlation"],
      Object.entries(correlations.matrices).flatMap(([unit, rows]) =>
        rows.flatMap((row, at) =>
          row.map(
            (value, place): Row => [
              unit,
              correlations.portfolios[at] ?? null,
              correlations.portfolios[place] ?? null,
              value,
            ],
          ),
        ),
      ),
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
        const { inputs: derived, filled, faults, warnings, ...rest } = input;
        const lists = {
          inputs: derived.join(" "),
          filled: filled.join(" "),
          faults: faults.join("; "),
          warnings: warnings.join("; "),
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
    ...growthTables(findings),
    ...comparedTables(findings),
    ...claimTables(findings),
    ...regimeTables(findings),
    ...inferenceTables(findings),
    ...plotTables(findings),
    ...sourceTables(findings),
  };
  const texts = Object.entries(tables).map(
    ([name, rows]) => [name, stringify(rows.map((row) => row.map(cellText)))] as const,
  );
  return { ...seriesTables(findings), ...Object.fromEntries(texts) };
}
