import type { Panel } from "../market/panel.ts";
import { phaseMeasures } from "../measure/phase.ts";
import { durationsOf } from "../regime/labelled.ts";
import { type Spell, transitionsOf } from "../regime/phases.ts";
import type { CausalRegime } from "../regime/rule.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { AskedRule } from "./asked-regimes.ts";
import type { Measured } from "./measured.ts";
import { changesOf } from "./regime-changes.ts";
import { type Company, companyOf, correlationsUnder } from "./regime-correlations.ts";
import type { PhaseExcess, RegimeFinding, RegimeTest } from "./regime-finding.ts";
import { byMonth, labelsOn, monthRows, type Regime, type RegimeRun } from "./regime-labels.ts";
import { probabilitiesOf } from "./regime-probabilities.ts";
import { THIN } from "./regime-refusals.ts";
import { type Testing, testsOf } from "./regime-tests.ts";
import type { Unit } from "./units.ts";

/** A log excess smaller than this in size has no meaningful shares. */
const LEAST_EXCESS = 0.05;

/** What the regimes of a run are measured on. */
export interface RegimeInputs {
  readonly panel: Panel;
  /** What the rules said, before any strategy was asked. */
  readonly asked: ReadonlyMap<Regime, AskedRule>;
  readonly portfolios: readonly Measured[];
  readonly units: readonly Unit[];
  readonly days: readonly Day[];
  readonly resamples: number;
  readonly seed: number;
}

/** What every portfolio did under each label of every regime, in every unit, and what of it is more than chance. */
export function regimesFound(regimes: readonly Regime[], inputs: RegimeInputs): RegimeFinding[] {
  const { panel, asked, portfolios, days } = inputs;
  const testing: Testing = { ...inputs, months: monthRows(days) };
  const runs = regimes.map((one) => labelsOn(one, panel, asked.get(one)?.states));
  const rules = runs.flatMap(({ definition, states }) => {
    if (states === null) return [];
    const rule = definition as CausalRegime;
    return [{ rule, states, dated: asked.get(rule)?.dated ?? null }];
  });
  const tests = testsOf(rules, testing);
  const dated = new Set<Regime>(rules.flatMap(({ rule, dated }) => (dated === null ? [] : rule)));
  const company = companyOf(panel, portfolios, testing.months);
  return runs.map((run) => ({
    ...described(run, inputs, dated.has(run.definition)),
    ...splitBy(run, inputs),
    durations: durationsIn(run, testing),
    ...testedOn(run, tests, company, testing),
  }));
}

function described(
  { definition, labels, spells, periods, states }: RegimeRun,
  { days }: RegimeInputs,
  dated: boolean,
) {
  const { id, title, question, note, causal } = definition;
  return {
    id,
    title,
    question,
    causal,
    dated,
    note,
    labels,
    spells: spells.map(({ label, from, to }) => ({
      label,
      from: formatDay(days[from]!),
      to: formatDay(days[to]!),
      periods: to - from,
    })),
    unlabelled: periods.of.filter((state) => state < 0).length,
    latest: states?.latest ?? null,
    transitions: transitionsOf(periods.labels, spells),
  };
}

function splitBy(
  { labels, spells, periods }: RegimeRun,
  { portfolios, units }: RegimeInputs,
): Pick<RegimeFinding, "statistics" | "logExcess"> {
  const under = <T>(make: (own: Spell[]) => T): Record<string, T> =>
    Object.fromEntries(labels.map(({ id }) => [id, make(spells.filter((s) => s.label === id))]));
  const benchmarks = portfolios.filter(({ books }) => books.role === "benchmark");
  return {
    statistics: under((own) =>
      byId(portfolios, ({ samples }) =>
        Object.fromEntries(
          units.map(({ numeraire }, i) => [
            numeraire.id,
            phaseMeasures(samples[i]!, own, periods.of.length),
          ]),
        ),
      ),
    ),
    logExcess: under((own) =>
      byId(portfolios, (portfolio) =>
        byId(benchmarks, (benchmark) => excessIn(own, portfolio, benchmark)),
      ),
    ),
  };
}

function durationsIn(
  { labels, spells, periods }: RegimeRun,
  { months }: Testing,
): RegimeFinding["durations"] {
  const of = byMonth(periods.of, months);
  return Object.fromEntries(
    labels.map(({ id }, index) => {
      const own = of.filter((state) => state === index).length;
      return [id, { ...durationsOf(id, spells), months: own, thin: own < THIN }];
    }),
  );
}

function testedOn(
  { definition, periods, because }: RegimeRun,
  tests: ReadonlyMap<Regime, RegimeTest[]>,
  company: Company | null,
  testing: Testing,
): Pick<RegimeFinding, "correlations" | "tests" | "untested" | "probabilities" | "changes"> {
  return {
    correlations:
      company === null
        ? null
        : correlationsUnder(company, periods, byMonth(periods.of, testing.months)),
    tests: tests.get(definition) ?? null,
    untested:
      because === null ? null : `${because}: dates that were chosen by the outcome have no p-value`,
    probabilities: probabilitiesOf(definition, testing),
    changes: changesOf(definition, testing),
  };
}

function byId<T>(
  portfolios: readonly Measured[],
  make: (portfolio: Measured) => T,
): Record<string, T> {
  return Object.fromEntries(portfolios.map((one) => [one.books.strategy.id, make(one)]));
}

/** Log of the wealth ratio gained inside the spells, and its share of the whole run's. */
function excessIn(spells: readonly Spell[], portfolio: Measured, benchmark: Measured): PhaseExcess {
  const a = portfolio.books.ledger.wealth;
  const b = benchmark.books.ledger.wealth;
  const end = Math.min(portfolio.books.end, benchmark.books.end);
  const gained = (from: number, to: number) =>
    Math.log(multiple(a, from, to) / multiple(b, from, to));
  const reached = spells.filter(({ from }) => from < end);
  const logExcess = reached.reduce((sum, { from, to }) => sum + gained(from, Math.min(to, end)), 0);
  const whole = gained(0, end);
  if (!Number.isFinite(logExcess)) return { logExcess: null, share: null };
  const shared = Number.isFinite(whole) && Math.abs(whole) >= LEAST_EXCESS;
  return { logExcess, share: shared ? logExcess / whole : null };
}

const multiple = (wealth: Column, from: number, to: number) => wealth[to]! / wealth[from]!;
