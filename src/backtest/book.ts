import { reckonedOnce, wealthAfterCosts } from "./cost-solver.ts";
import type { TradeLog } from "./trade-log.ts";
import type { Sizing, Terms, World } from "./world.ts";

/** The state of the books at one close: units and cash, and what they are worth there. */
export interface Book {
  readonly units: Float64Array;
  readonly exposure: Float64Array;
  /** 1 where positions are paid for in cash, 0 for futures, whose gains are settled in cash. */
  readonly funded: 0 | 1;
  cash: number;
  /** Sums of the long and of the short exposures, both positive. */
  long: number;
  short: number;
  /** Borrow fee and fund expense a year on the present exposures, in money. */
  borrowPerYear: number;
  expensePerYear: number;
  /** Wealth that the broker demands to see at a close. */
  maintenance: number;
}

/** Books that hold nothing but cash. */
export function openBook(assets: number, cash: number, funded: 0 | 1 = 1): Book {
  return {
    units: new Float64Array(assets),
    exposure: new Float64Array(assets),
    funded,
    cash,
    long: 0,
    short: 0,
    borrowPerYear: 0,
    expensePerYear: 0,
    maintenance: 0,
  };
}

/** Wealth at the present marks: cash + longs - shorts; for futures cash alone. */
export function worth(book: Book): number {
  return book.cash + book.funded * (book.long - book.short);
}

/** Revalues the books at the prices of a row. */
export function mark(book: Book, world: World, terms: Terms, row: number): void {
  const { units, exposure } = book;
  const { prices } = world;
  const { borrow, expense, maintenanceLong, maintenanceShort } = terms;
  let long = 0;
  let short = 0;
  let borrowPerYear = 0;
  let expensePerYear = 0;
  let maintenance = 0;
  for (let i = 0, cell = row * units.length; i < units.length; i++, cell++) {
    const held = units[i]!;
    if (held === 0) {
      exposure[i] = 0;
      continue;
    }
    const value = held * prices[cell]!;
    exposure[i] = value;
    if (value > 0) {
      long += value;
      expensePerYear += value * expense[i]!;
      maintenance += value * maintenanceLong[i]!;
    } else {
      short -= value;
      borrowPerYear -= value * borrow[i]!;
      expensePerYear -= value * expense[i]!;
      maintenance -= value * maintenanceShort[i]!;
    }
  }
  book.long = long;
  book.short = short;
  book.borrowPerYear = borrowPerYear;
  book.expensePerYear = expensePerYear;
  book.maintenance = maintenance;
}

/** Scratch space for trades, kept across rows so that a run allocates nothing on its way. */
export interface Desk {
  readonly trading: Uint8Array;
  readonly cost: Float64Array;
  readonly log: TradeLog;
}

export function openDesk(assets: number, log: TradeLog): Desk {
  return { trading: new Uint8Array(assets), cost: new Float64Array(assets), log };
}

/** A trade of less than this fraction of wealth is rounding, and none. */
const DUST = 1e-12;

/**
 * Trades the legs marked in `desk.trading` to their target weights of the wealth that the terms size them
 * by (see `Sizing`), at the close of a row on which the books are marked. Legs whose trade would stay below
 * the no-trade threshold keep their units, and that wealth is found again without them. Returns the cost
 * paid.
 */
export function tradeTo(
  book: Book,
  desk: Desk,
  world: World,
  terms: Terms,
  row: number,
  target: Float64Array,
): number {
  const { units, exposure } = book;
  const { trading, cost } = desk;
  const base = row * units.length;
  const before = worth(book);
  for (let i = 0; i < units.length; i++) cost[i] = terms.cost[base + i]!;
  const least = Math.max(terms.noTradeBelow, DUST) * before;
  const sized = sizedBy[terms.sizing];
  let after = sized(before, exposure, target, cost, trading);
  if (dropSmall(book, desk, target, after, least))
    after = sized(before, exposure, target, cost, trading);
  if (terms.fixedFee > 0 && terms.sizing !== "before") {
    const fees = terms.fixedFee * trades(book, desk, target, after);
    after = sized(before - fees, exposure, target, cost, trading);
  }
  let paid = 0;
  for (let i = 0; i < units.length; i++) {
    if (trading[i] === 0) continue;
    const value = target[i]! * after;
    const notional = value - exposure[i]!;
    if (notional === 0) continue;
    const fee = Math.abs(notional) * cost[i]! + terms.fixedFee;
    units[i] = value === 0 ? 0 : value / world.prices[base + i]!;
    book.cash -= book.funded * notional + fee;
    paid += fee;
    desk.log.add(row, i, notional, fee);
  }
  mark(book, world, terms, row);
  return paid;
}

const sizedBy: Readonly<Record<Sizing, typeof wealthAfterCosts>> = {
  after: wealthAfterCosts,
  approximate: reckonedOnce,
  before: (wealth) => wealth,
};

function trades(book: Book, desk: Desk, target: Float64Array, after: number): number {
  let count = 0;
  for (let i = 0; i < target.length; i++)
    if (desk.trading[i] === 1 && target[i]! * after !== book.exposure[i]!) count++;
  return count;
}

/**
 * Sells a part of one leg at the mark of a row; `keep` of its units stay. Returns the cost paid: none for
 * what is worth nothing, which is written off.
 */
export function reduce(
  book: Book,
  desk: Desk,
  terms: Terms,
  row: number,
  asset: number,
  keep: number,
): number {
  const held = book.exposure[asset]!;
  if (held === 0) book.units[asset] = book.units[asset]! * keep;
  if (held === 0 || keep === 1) return 0;
  const notional = (keep - 1) * held;
  const cost = Math.abs(notional) * terms.cost[row * book.units.length + asset]! + terms.fixedFee;
  book.units[asset] = book.units[asset]! * keep;
  book.cash -= book.funded * notional + cost;
  desk.log.add(row, asset, notional, cost);
  return cost;
}

function dropSmall(
  book: Book,
  desk: Desk,
  target: Float64Array,
  after: number,
  least: number,
): boolean {
  let dropped = false;
  for (let i = 0; i < target.length; i++) {
    if (desk.trading[i] === 0) continue;
    if (Math.abs(target[i]! * after - book.exposure[i]!) < least) {
      desk.trading[i] = 0;
      dropped = true;
    }
  }
  return dropped;
}
