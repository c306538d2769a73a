import { existsSync } from "node:fs";
import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import {
  DEFINITIONS,
  elsewhere,
  OURS,
  PAIR_DEFINITIONS,
  type Printed,
} from "../../measure/elsewhere.ts";
import type { Measures } from "../../measure/measures.ts";
import { type Sample, sampleOf } from "../../measure/sample.ts";
import { parseDay } from "../../series/day.ts";
import type { Comparison, Findings, PortfolioFinding } from "../../study/findings.ts";
import { METRICS } from "../../words/metric.ts";
import { missingFile } from "../missing-file.ts";
import { readFindings } from "../read-findings.ts";

/** One number of a run under the definition of each tool. */
export interface Example {
  readonly measure: string;
  readonly file: string;
  readonly portfolio: { readonly id: string; readonly title: string };
  readonly unit: string;
  readonly benchmark: string | null;
  readonly from: string;
  readonly to: string;
  readonly frequency: "monthly" | "daily";
  readonly values: readonly {
    readonly tool: string;
    readonly how: string;
    readonly value: Printed;
  }[];
}

/** Where an example is taken from: what was not said is undefined. */
export interface Asked {
  readonly findings: string | undefined;
  readonly portfolio: string | undefined;
  readonly unit: string | undefined;
}

/** A run, and which portfolio and unit of it an example shows. */
export interface Shown {
  readonly file: string;
  readonly findings: Findings;
  readonly portfolio: PortfolioFinding;
  readonly unit: string;
}

export const USUAL_RUN = "reports/essay/findings.json";

/** The run that examples are taken from; undefined where none was asked for and there is none. */
export async function shownBy(asked: Asked): Promise<Shown | undefined> {
  const file = asked.findings ?? USUAL_RUN;
  if (asked.findings === undefined && !existsSync(file)) {
    if (asked.portfolio === undefined && asked.unit === undefined) return undefined;
    const option = asked.portfolio === undefined ? "--in" : "--portfolio";
    throw new InputError(`${option}: there is no ${USUAL_RUN} here; name one with --findings`);
  }
  const missing = missingFile(file);
  if (missing !== undefined) throw new InputError(`--findings ${missing}`);
  const findings = await readFindings(file);
  const ids = findings.portfolios.map(({ id }) => id);
  const id = asked.portfolio ?? ids[0]!;
  const portfolio = findings.portfolios.find((one) => one.id === id);
  if (portfolio === undefined)
    throw new InputError(`--portfolio: ${unknownName("portfolio", id, ids)}`);
  const units = findings.numeraires.map((numeraire) => numeraire.id);
  const unit = asked.unit ?? units[0]!;
  if (!units.includes(unit)) throw new InputError(`--in: ${unknownName("unit", unit, units)}`);
  return { file, findings, portfolio, unit };
}

/** Measures of a portfolio against a benchmark: one a unit, and those that are the same in every unit. */
const AGAINST: readonly string[] = [
  ...Object.keys(PAIR_DEFINITIONS),
  "beta",
  "correlation",
  "spearman",
  "trackingError",
  "relativeWealth",
  "excessGrowth",
  "relativeDrawdown",
];

/** The numbers of a run that a word of the findings stands for. */
export function numbersOf(key: string): readonly string[] {
  if (key === "drawdowns") return Object.keys(DEFINITIONS).filter((one) => one.startsWith(key));
  return key in METRICS || AGAINST.includes(key) ? [key] : [];
}

/** The example of each of these numbers: ours as it was found, the others from wealth alone. */
export function examplesOf(measures: readonly string[], shown: Shown): Example[] {
  const { findings, portfolio, unit, file } = shown;
  const line = findings.comparisons.find((one) => one.portfolio === portfolio.id);
  const benchmark = findings.portfolios.find(({ id }) => id === line?.benchmark);
  const readings = elsewhere(
    sampleIn(portfolio, unit, findings),
    benchmark === undefined ? undefined : sampleIn(benchmark, unit, findings),
  );
  const { from, to, frequency } = findings.period;
  const { id, title } = portfolio;
  return measures
    .filter((measure) => benchmark !== undefined || !AGAINST.includes(measure))
    .map((measure) => {
      const [ours, ...others] = readings.filter((reading) => reading.measure === measure);
      const value = found(measure, portfolio.measures[unit], line, unit) ?? ours?.value ?? null;
      return {
        measure,
        file,
        portfolio: { id, title },
        unit,
        benchmark: AGAINST.includes(measure) ? benchmark!.id : null,
        from,
        to,
        frequency,
        values: [
          { tool: OURS, how: ours?.how ?? "as above", value },
          ...others.map((other) => ({ tool: other.tool, how: other.how, value: other.value })),
        ],
      };
    });
}

/** Ours as the findings have it, with what is riskless in the unit; undefined where they have no such key. */
function found(
  measure: string,
  own: Measures | undefined,
  line: Comparison | undefined,
  unit: string,
): Printed | undefined {
  if (!AGAINST.includes(measure)) return numberAt(own, measure);
  if (measure === "alpha") return line?.measures[unit]?.alpha.annual;
  return numberAt(line?.measures[unit], measure) ?? numberAt(line, measure);
}

function numberAt(record: object | undefined, key: string): number | null | undefined {
  const value: unknown = Object.entries(record ?? {}).find(([name]) => name === key)?.[1];
  return typeof value === "number" || value === null ? value : undefined;
}

/** Wealth in a unit up to the end or to ruin, with nothing riskless: findings carry no riskless rate. */
function sampleIn({ wealth }: PortfolioFinding, unit: string, { period }: Findings): Sample {
  const values = wealth[unit] as readonly (number | null)[];
  const end = values.findIndex((value) => value === null || value <= 0);
  const rows = end < 0 ? values.length : values[end] === 0 ? end + 1 : end;
  return sampleOf(
    values.slice(0, rows) as number[],
    wealth.dates.slice(0, rows).map((date) => parseDay(date, "wealth")),
    new Float64Array(rows - 1),
    period.perYear,
  );
}
