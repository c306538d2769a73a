import type { Assumptions } from "../backtest/assumptions.ts";
import type { Ledger, WealthPath } from "../backtest/ledger.ts";
import { type CostKinds, withoutCosts } from "../backtest/terms-of.ts";
import type { Panel } from "../market/panel.ts";
import { settled } from "../measure/ratio.ts";
import { columnBy } from "../series/column-by.ts";
import { type Day, yearsBetween } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { Books } from "./books.ts";
import { eventsOf } from "./events.ts";
import type { LedgerFinding } from "./findings.ts";
import { otherBooks } from "./other-books.ts";
import { rebalanceLog } from "./rebalance-log.ts";

/** What the books say beside wealth: trading, exposure, what was paid and earned, and every event. */
export function ledgerFinding(
  panel: Panel,
  given: Assumptions,
  books: Books,
  days: readonly Day[],
): LedgerFinding {
  const { ledger, end } = books;
  const years = yearsBetween(days[0]!, days[end]!);
  const { trading, borrow, financing, interest, rebate } = ledger;
  const log = rebalanceLog(books, given.startWealth, days);
  const fees = added(ledger.expense, ledger.management);
  // After a ruin with recourse a debt goes on growing; the statistics, and these sums, end before it.
  const total = (column: Column) => settled(sumTo(column, end) / given.startWealth);
  const perYear = (column: Column) => settled(overWealth(ledger, column, end) / years);
  return {
    turnover: years >= 1 ? turnover(ledger) / years : null,
    ...exposures(books),
    rebalances: log.dates.length,
    costs: {
      trading: total(trading),
      borrow: total(borrow),
      financing: total(financing),
      fees: total(fees),
    },
    costsPerYear: {
      trading: perYear(trading),
      borrow: perYear(borrow),
      financing: perYear(financing),
      fees: perYear(fees),
    },
    debt: debtOf(ledger),
    staleRows: staleRows(books),
    interest: { idle: total(interest), rebate: total(rebate) },
    costDrag: costDrag(panel, given, books, years),
    rebalanceLog: log,
    events: eventsOf(panel, given, books, days),
  };
}

function sumTo(column: Column, end: number): number {
  let sum = 0;
  for (let t = 0; t <= end; t++) sum += column[t]!;
  return sum;
}

/** What is owed on the last row after a ruin with recourse; null without one. */
function debtOf({ wealth, rows }: Ledger): number | null {
  const last = wealth[rows - 1]!;
  return last < 0 ? -last : null;
}

function added(a: Column, b: Column): Float64Array {
  return columnBy(a.length, (row) => a[row]! + b[row]!);
}

function staleRows({ ledger, world, strategy, end }: Books): Record<string, number> {
  const counts = strategy.assets.map((asset, i) => {
    let rows = 0;
    for (let t = 0; t <= end; t++) {
      const cell = t * world.assets + i;
      if (ledger.units[cell] !== 0 && world.fresh[cell] === 0) rows++;
    }
    return [asset, rows] as const;
  });
  return Object.fromEntries(counts.filter(([, rows]) => rows > 0));
}

/** Sum over rows of `paid / wealth at the close before`; the base row is paid from the start wealth. */
function overWealth(ledger: Ledger, column: Column, end: number): number {
  let share = 0;
  for (let t = 0; t <= end; t++) share += column[t]! / ledger.wealth[Math.max(0, t - 1)]!;
  return share;
}

/** Sum of 0.5 x |notional| / wealth before the trade, one-way, without the trades that opened the books. */
function turnover(ledger: Ledger): number {
  const opening = ledger.trades[0]?.row;
  let total = 0;
  for (const { row, notional } of ledger.trades)
    if (row !== opening)
      total += (0.5 * Math.abs(notional)) / (ledger.wealth[row]! + ledger.trading[row]!);
  return total;
}

/**
 * Gross exposure up to which books are not geared: a fund fee paid out of no cash leaves a debit of its own size
 * until the next rebalance.
 */
const GEARED = 1.01;

/**
 * Mean long, short, gross and net exposure over the rows that earn a return, after their trades, in
 * fractions of wealth; and the most gross exposure seen at any close, before or after its trades.
 */
function exposures({ ledger, world, end }: Books) {
  let long = 0;
  let short = 0;
  let most = 0;
  const at = (units: number, prices: number): [number, number] => {
    let longs = 0;
    let shorts = 0;
    for (let i = 0; i < world.assets; i++) {
      const value =
        ledger.units[units * world.assets + i]! * world.prices[prices * world.assets + i]!;
      if (value > 0) longs += value;
      else shorts -= value;
    }
    return [longs, shorts];
  };
  for (let t = 0; t < end; t++) {
    const wealth = t === 0 ? ledger.wealth[0]! - ledger.trading[0]! : ledger.wealth[t]!;
    const [longs, shorts] = at(t, t);
    long += longs / wealth;
    short += shorts / wealth;
    const [drifted, owed] = at(t, t + 1);
    const marked = ledger.wealth[t + 1]! + ledger.trading[t + 1]!;
    most = Math.max(most, (longs + shorts) / wealth, marked > 0 ? (drifted + owed) / marked : 0);
  }
  const rows = Math.max(1, end);
  return {
    grossExposure: (long + short) / rows,
    netExposure: (long - short) / rows,
    longExposure: long / rows,
    shortExposure: short / rows,
    maxGrossExposure: most,
    lossToRuin: most > GEARED ? 1 / most : null,
  };
}

function isZero(column: Column): boolean {
  for (let row = 0; row < column.length; row++) if (column[row] !== 0) return false;
  return true;
}

/** Whether books without these kinds of cost are the very same, so that nobody need keep them again. */
function neverPaid({ ledger, strategy }: Books, kinds: CostKinds): boolean {
  const { trading, borrow, financing, expense, management } = ledger;
  const columns = [
    ...(kinds.trading ? [trading] : []),
    ...(kinds.borrow ? [borrow] : []),
    ...(kinds.financing ? [financing] : []),
    ...(kinds.fees ? [expense, management] : []),
  ];
  return strategy.overlay === null && columns.every(isZero);
}

/**
 * Growth a year that each kind of cost took: growth without it, less growth with it. A volatility target
 * finds its scales anew without it, as in every other variation.
 */
function costDrag(
  panel: Panel,
  given: Assumptions,
  books: Books,
  years: number,
): LedgerFinding["costDrag"] {
  const { ledger, end } = books;
  const other = otherBooks(panel, given);
  const growth = (kept: WealthPath | null): number | null => {
    const last = kept?.wealth[end] ?? 0;
    return years >= 1 && last > 0 ? (last / given.startWealth) ** (1 / years) - 1 : null;
  };
  const actual = growth(ledger);
  const drag = (kinds: CostKinds): number | null => {
    if (actual !== null && neverPaid(books, kinds)) return 0;
    const free = growth(other.under(books, (terms) => withoutCosts(terms, kinds)));
    return free === null || actual === null ? null : free - actual;
  };
  return {
    all: drag({ trading: true, borrow: true, financing: true, fees: true }),
    trading: drag({ trading: true }),
    borrow: drag({ borrow: true }),
    financing: drag({ financing: true }),
    fees: drag({ fees: true }),
  };
}
