import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import { DEFINITIONS, elsewhere, PAIR_DEFINITIONS, type Printed } from "../../measure/elsewhere.ts";
import { type Sample, sampleOf } from "../../measure/sample.ts";
import { parseDay } from "../../series/day.ts";
import type { Findings, PortfolioFinding } from "../../study/findings.ts";
import { missingFile } from "../missing-file.ts";

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

const DEFAULT = "reports/essay/findings.json";

/** The run that examples are taken from; undefined where none was asked for and there is none. */
export async function shownBy(asked: Asked): Promise<Shown | undefined> {
  const file = asked.findings ?? DEFAULT;
  if (asked.findings === undefined && !existsSync(file)) {
    if (asked.portfolio === undefined && asked.unit === undefined) return undefined;
    const option = asked.portfolio === undefined ? "--in" : "--portfolio";
    throw new InputError(`${option}: there is no ${DEFAULT} here; name one with --findings`);
  }
  const missing = missingFile(file);
  if (missing !== undefined) throw new InputError(`--findings ${missing}`);
  const findings = readFindings(await readFile(file, "utf8"), file);
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

/** @throws InputError for a text that is not the findings of a run. */
function readFindings(text: string, file: string): Findings {
  const refused = new InputError(`${file}: holds no findings of a run; give its findings.json`);
  let value: Partial<Findings> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused;
  }
  const { schema, portfolios, numeraires, period, comparisons } = value ?? {};
  const whole = [portfolios, numeraires, comparisons].every(Array.isArray);
  if (schema !== 1 || !whole || period === undefined) throw refused;
  if (portfolios!.length === 0 || numeraires!.length === 0) throw refused;
  return value as Findings;
}

/** Keys of the definitions that a word of the findings stands for. */
export function measuresOf(key: string): readonly string[] {
  if (key === "drawdowns") return Object.keys(DEFINITIONS).filter((one) => one.startsWith(key));
  return key in DEFINITIONS || key in PAIR_DEFINITIONS ? [key] : [];
}

/** The example of each of these measures: our value as it was found, the others from wealth alone. */
export function examplesOf(measures: readonly string[], shown: Shown): Example[] {
  const { findings, portfolio, unit, file } = shown;
  const benchmark = findings.comparisons.find((one) => one.portfolio === portfolio.id)?.benchmark;
  const other = findings.portfolios.find(({ id }) => id === benchmark);
  const readings = elsewhere(
    sampleIn(portfolio, unit, findings),
    other === undefined ? undefined : sampleIn(other, unit, findings),
  );
  const { from, to, frequency } = findings.period;
  return measures.flatMap((measure) => {
    const values = readings
      .filter((reading) => reading.measure === measure)
      .map(({ tool, how, value }, at) => ({
        tool,
        how,
        value: at === 0 ? found(measure, shown, benchmark, value) : value,
      }));
    const against = measure in PAIR_DEFINITIONS ? (benchmark ?? null) : null;
    const { id, title } = portfolio;
    const about = { measure, file, portfolio: { id, title }, unit, benchmark: against };
    return values.length === 0 ? [] : [{ ...about, from, to, frequency, values }];
  });
}

/** Ours as the findings have it, with what is riskless in the unit. */
function found(
  measure: string,
  { findings, portfolio, unit }: Shown,
  benchmark: string | undefined,
  computed: Printed,
): Printed {
  if (measure in PAIR_DEFINITIONS) {
    const line = findings.comparisons.find(
      (one) => one.portfolio === portfolio.id && one.benchmark === benchmark,
    );
    const measures = line?.measures[unit] as Record<string, unknown> | undefined;
    const value = measure === "alpha" ? line?.measures[unit]?.alpha.annual : measures?.[measure];
    return (value ?? null) as Printed;
  }
  const measures = portfolio.measures[unit] as unknown as Record<string, Printed> | undefined;
  const value = measures?.[measure];
  return value === undefined ? computed : value;
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
