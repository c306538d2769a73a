import type { Assumptions } from "../backtest/assumptions.ts";
import type { Panel } from "../market/panel.ts";
import { attribution } from "../measure/attribution.ts";
import { calendarYears } from "../measure/calendar-years.ts";
import { drawdowns, underwater } from "../measure/drawdown.ts";
import { performance } from "../measure/performance.ts";
import { settled } from "../measure/ratio.ts";
import { sharpeReadings } from "../measure/sharpe-readings.ts";
import { growthSplit } from "../measure/split.ts";
import type { Spell } from "../regime/phases.ts";
import { columnBy } from "../series/column-by.ts";
import { type Day, formatDay, partsOf } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { Books } from "./books.ts";
import { compositionOf } from "./composition.ts";
import type { ByNumeraire, PortfolioFinding } from "./findings.ts";
import { hedgedReadings } from "./hedged.ts";
import { ledgerFinding } from "./ledger-finding.ts";
import { legsFinding } from "./legs-finding.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

/** Everything found about one portfolio. */
export function portfolioFinding(
  panel: Panel,
  given: Assumptions,
  { books, samples }: Measured,
  units: readonly Unit[],
  days: readonly Day[],
  spells: readonly Spell[],
): Omit<PortfolioFinding, "sensitivity"> {
  const { strategy, ledger, role, end } = books;
  const byUnit = <T>(make: (unit: Unit, index: number) => T): Record<string, T> =>
    Object.fromEntries(units.map((unit, index) => [unit.numeraire.id, make(unit, index)]));
  const dates = days.slice(0, end + 1).map(formatDay);
  const lines = (make: (wealth: Column) => Column): ByNumeraire => ({
    dates,
    ...byUnit((_, index) => Array.from(make(samples[index]!.wealth))),
  });
  const books_ = samples[units.findIndex((unit) => unit.price === null)]!;
  return {
    id: strategy.id,
    title: strategy.title,
    ...(strategy.short === null ? {} : { short: strategy.short }),
    role,
    rationale: strategy.rationale,
    weights: typeof strategy.weights === "function" ? null : constantWeights(strategy.weights),
    rebalance: strategy.rebalance.text,
    lag: books.lag,
    ruined: ledger.ruin === undefined ? null : formatDay(days[ledger.ruin]!),
    measures: byUnit((_, index) => performance(samples[index]!)),
    growth: byUnit(({ price }) => growthSplit(books_.wealth, price ?? ones(end + 1))),
    drawdowns: byUnit((_, index) => drawdowns(samples[index]!.wealth, samples[index]!.days)),
    wealth: lines((wealth) => wealth),
    underwater: lines(underwater),
    calendarYears: byUnit((_, index) =>
      calendarYears(samples[index]!.wealth, samples[index]!.days),
    ),
    ledger: ledgerFinding(panel, given, books, days),
    attribution: attributionBetween(books, 0, end),
    attributionByYear: attributionByYear(books, days),
    legs: legsFinding(panel, books, given.startWealth, spells),
    sharpeReadings: byUnit(({ price }, index) =>
      sharpeReadings(samples[index]!, books_, cashReturns(books), upTo(price, end)),
    ),
    hedged: hedgedReadings(books_, units, cashReturns(books)),
    weightChanges: isAskedAgain(books) ? books.changes : null,
    composition: compositionOf(books, days),
  };
}

/** Whether a weight function decided more than once. */
function isAskedAgain({ strategy, schedule, end }: Books): boolean {
  if (typeof strategy.weights !== "function") return false;
  if (strategy.rebalance.band !== null) return true;
  let asked = 0;
  for (let row = 0; row < end; row++) asked += schedule[row]!;
  return asked > 1;
}

/** The return of cash by period, as the ledger accrues it. */
function cashReturns({ world, end }: Books): Float64Array {
  return columnBy(end, (t) => world.rate[t + 1]! * world.years[t + 1]!);
}

function upTo(price: Float64Array | null, end: number): Float64Array | null {
  return price === null ? null : price.subarray(0, end + 1);
}

const ones = (length: number) => new Float64Array(length).fill(1);

function constantWeights(
  weights: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).map(([asset, weight]) => [asset, weight ?? 0]));
}

/** Contributions to log growth by asset, then "cash" and "costs"; null where wealth ended at zero. */
function attributionBetween(
  { ledger, world, strategy }: Books,
  from: number,
  to: number,
): Record<string, number> | null {
  const parts = attribution(ledger, world, from, to);
  if (parts === null) return null;
  const assets = strategy.assets.map((asset, i) => [asset, settled(parts.assets[i]!)] as const);
  return { ...Object.fromEntries(assets), cash: settled(parts.cash), costs: settled(parts.costs) };
}

/** The same by calendar year, each from the last row of the year before. */
function attributionByYear(
  books: Books,
  days: readonly Day[],
): PortfolioFinding["attributionByYear"] {
  const years: PortfolioFinding["attributionByYear"][number][] = [];
  let from = 0;
  for (let row = 1; row <= books.end; row++) {
    const { year } = partsOf(days[row]!);
    if (row < books.end && partsOf(days[row + 1]!).year === year) continue;
    const parts = attributionBetween(books, from, row);
    if (parts !== null) years.push({ year, parts });
    from = row;
  }
  return years;
}
