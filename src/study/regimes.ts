import type { Calendar } from "../market/calendar.ts";
import { phaseMeasures } from "../measure/phase.ts";
import { type Phases, type Spell, spellsOf, transitionsOf } from "../regime/phases.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { PhaseExcess, RegimeFinding } from "./findings.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

/** A log excess smaller than this in size has no meaningful shares. */
const LEAST_EXCESS = 0.05;

/** What every portfolio did in each phase, in every unit, and what the phase gave to its log excess. */
export function regimeFinding(
  definition: Phases,
  calendar: Calendar,
  portfolios: readonly Measured[],
  units: readonly Unit[],
  days: readonly Day[],
): RegimeFinding {
  const spells = spellsOf(definition, calendar);
  const periods = calendar.last - calendar.first;
  const labels = definition.phases.filter(({ id }) => spells.some((spell) => spell.label === id));
  const under = <T>(make: (spells: Spell[]) => T): Record<string, T> =>
    Object.fromEntries(labels.map(({ id }) => [id, make(spells.filter((s) => s.label === id))]));
  return {
    id: definition.id,
    title: definition.title,
    question: definition.question,
    causal: false,
    note: definition.note,
    labels: labels.map(({ id, title }) => ({ id, title })),
    spells: spells.map(({ label, from, to }) => ({
      label,
      from: formatDay(days[from]!),
      to: formatDay(days[to]!),
      periods: to - from,
    })),
    statistics: under((own) =>
      byId(portfolios, ({ samples }) =>
        Object.fromEntries(
          units.map(({ numeraire }, i) => [numeraire.id, phaseMeasures(samples[i]!, own, periods)]),
        ),
      ),
    ),
    logExcess: under((own) =>
      byId(portfolios, (portfolio) =>
        byId(
          portfolios.filter(({ books }) => books.role === "benchmark"),
          (benchmark) => excessIn(own, portfolio, benchmark),
        ),
      ),
    ),
    transitions: transitionsOf(
      labels.map(({ id }) => id),
      spells,
    ),
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
