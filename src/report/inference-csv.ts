import type { Comparison, Findings } from "../study/findings.ts";
import { prefixed, type Row, records, type Tables, tableOf } from "./csv-rows.ts";

const PAIR = ["portfolio", "benchmark"];

const pairOf = ({ portfolio, benchmark }: Comparison): Row => [portfolio, benchmark];

/** What may be said of each comparison, and of everything that was tried. */
export function inferenceTables(findings: Findings): Tables {
  return {
    ...comparisonTables(findings),
    ...blockTables(findings),
    ...trialTables(findings),
    ...pictureTables(findings),
  };
}

function comparisonTables({ comparisons }: Findings): Tables {
  return {
    "inference.csv": records(
      PAIR,
      comparisons.map((comparison) => {
        const { decision, growthDifference, power, bayes } = comparison;
        const { rolling: _, ends, ...starts } = comparison.startDates;
        const none = { lowest: null, median: null, highest: null };
        const found = {
          decision,
          ...prefixed("growthDifference", growthDifference),
          ...prefixed("startDates", starts),
          ...prefixed("startDates.ends", ends ?? none),
          ...prefixed("bayes", bayes),
          ...prefixed("power", power),
        };
        return [pairOf(comparison), found] as const;
      }),
    ),
    "sharpe-differences.csv": records(
      PAIR,
      comparisons.flatMap((comparison) =>
        Object.values(comparison.sharpeDifferences).map(
          (found) => [pairOf(comparison), found] as const,
        ),
      ),
    ),
    "decision-conditions.csv": records(
      PAIR,
      comparisons.flatMap((comparison) =>
        (comparison.evidence ?? []).map((condition) => [pairOf(comparison), condition] as const),
      ),
    ),
    "start-windows.csv": records(
      PAIR,
      comparisons.flatMap((comparison) =>
        comparison.startDates.rolling.map((found) => [pairOf(comparison), found] as const),
      ),
    ),
  };
}

/** The blocks of each benchmark's questions, and what others would have said. */
function blockTables({ inference: { blocks, blockSensitivity } }: Findings): Tables {
  return {
    "block-lengths.csv": records(
      ["benchmark"],
      Object.entries(blocks).map(([benchmark, found]) => [[benchmark], found] as const),
    ),
    "block-sensitivity.csv": records(
      PAIR,
      blockSensitivity.map(
        ({ portfolio, benchmark, ...found }) => [[portfolio, benchmark], found] as const,
      ),
    ),
  };
}

function trialTables({ trials }: Findings): Tables {
  return {
    "trials.csv": records(
      [],
      trials.variants.map((variant) => [[], variant] as const),
    ),
    "trial-contests.csv": tableOf(
      [
        "benchmark",
        "best",
        "bestExcess",
        "realityCheck",
        "spa",
        "stepM",
        "ruined",
        "reason",
        "block",
      ],
      Object.entries(trials.byBenchmark).map(
        ([benchmark, { best, realityCheck, spa, stepM, ruined, reason, block }]): Row => [
          ...[benchmark, best?.id ?? null, best?.excess ?? null, realityCheck],
          ...[spa?.consistent ?? null, stepM?.join(" ") ?? null, ruined, reason],
          block,
        ],
      ),
    ),
    "trial-strategies.csv": tableOf(
      [
        "portfolio",
        "deflatedSharpe",
        ...Object.keys(trials.byBenchmark).map((id) => `stepdown.${id}`),
      ],
      Object.entries(trials.deflated).map(
        ([portfolio, deflated]): Row => [
          portfolio,
          deflated,
          ...Object.values(trials.byBenchmark).map(({ stepdown }) => stepdown[portfolio] ?? null),
        ],
      ),
    ),
  };
}

function pictureTables({ maps, fans }: Findings): Tables {
  return {
    "start-horizon.csv": tableOf(
      [...PAIR, "start", "years", "logGrowth"],
      maps.flatMap(({ portfolio, benchmark, starts, horizons, values }) =>
        starts.flatMap((start, row) =>
          horizons.flatMap((years, column): Row[] => {
            const value = values[row]?.[column] ?? null;
            return value === null ? [] : [[portfolio, benchmark, start, years, value]];
          }),
        ),
      ),
    ),
    "fans.csv": tableOf(
      ["portfolio", "of", "benchmark", "numeraire", "date", "line", "value"],
      fans.flatMap(({ portfolio, of, benchmark, numeraire, dates, actual, shares, values }) => {
        const head: Row = [portfolio, of, benchmark, numeraire];
        const line = (name: string | number, all: readonly number[]) =>
          dates.map((date, row): Row => [...head, date, name, all[row] ?? null]);
        return [
          ...line("actual", actual),
          ...shares.flatMap((share, place) => line(share, values[place] ?? [])),
        ];
      }),
    ),
  };
}
