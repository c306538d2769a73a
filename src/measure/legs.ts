import type { Ledger } from "../backtest/ledger.ts";
import { incomePerUnit, type Terms, type World } from "../backtest/world.ts";
import type { Column } from "../series/series.ts";
import { logPerMoney } from "./attribution.ts";

/** What one asset brought, long or short, by source. What was paid is negative; all sum to `total`. */
export interface Leg {
  readonly price: number;
  /** Dividends and coupons; null where the figures do not tell them from the price, which has them then. */
  readonly income: number | null;
  /** The riskless return on the money that the position ties up (a short: sets free). 0 for futures. */
  readonly financing: number;
  readonly borrow: number;
  readonly expense: number;
  readonly trading: number;
  readonly total: number;
}

/** Where the change of wealth came from; legs and the three lines for the whole sum to `total`. */
export interface Legs {
  /** In the order of the ledger. */
  readonly assets: readonly Leg[];
  /** The riskless return on all wealth: what there would have been without any position. */
  readonly riskless: number;
  /** What idle cash and short proceeds earn below the riskless rate, and a debit pays above it. */
  readonly spreads: number;
  readonly management: number;
  readonly total: number;
}

/** Books as their legs are read: the ledger, and what it was kept from. */
export interface LegBooks {
  readonly ledger: Ledger;
  readonly world: World;
  readonly terms: Terms;
  /** By asset, by row: the part of the return from the row before that is income inside the marks. */
  readonly yields: readonly (Column | null)[];
}

/** Returns after row `from` up to row `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SOURCES = ["price", "income", "financing", "borrow", "expense", "trading"] as const;
const WHOLE = ["riskless", "spreads", "management"] as const;

/**
 * The change of wealth over some spans by leg and source, in money and in log growth. In each period, with
 * `x` the exposure and `V` the wealth after the trades of the row before, `r y` the riskless return:
 *
 * `dV = V r y + sum over legs of (gain + income - x r y - borrow - expense - trading) - spreads - management`
 *
 * The riskless return on all wealth stands by itself and each leg bears the riskless cost of its own
 * capital, so a leg's total is what it earned over cash. Money becomes log growth by the factor
 * `ln(V_t / V_{t-1}) / (V_t - V_{t-1})` of its period (Carino 1999), so that log parts add up over legs,
 * sources and time. The cost of the first trade falls into the first return. Null where a span ends at
 * zero wealth.
 */
export function legs(
  books: LegBooks,
  spans: readonly Span[],
): { readonly money: Legs; readonly log: Legs } | null {
  const { ledger } = books;
  if (spans.some(({ to }) => !(ledger.wealth[to]! > 0))) return null;
  const size = ledger.assets * SOURCES.length + WHOLE.length;
  const period = new Float64Array(size);
  const money = new Float64Array(size);
  const log = new Float64Array(size);
  const paid = tradingByAsset(ledger);
  for (const { from, to } of spans)
    for (let t = from + 1; t <= to; t++) {
      const factor = logPerMoney(ledger.wealth[t - 1]!, ledger.wealth[t]!);
      fill(period, books, paid, t);
      for (let part = 0; part < size; part++) {
        money[part]! += period[part]!;
        log[part]! += factor * period[part]!;
      }
    }
  const told = books.yields.map((yields, asset) => yields !== null || hasIncome(books, asset));
  return { money: legsOf(money, told), log: legsOf(log, told) };
}

/** The parts of one period in money: six sources an asset, then the three lines for the whole. */
function fill(period: Float64Array, books: LegBooks, paid: Float64Array, t: number): void {
  const { ledger, world, terms, yields } = books;
  const { assets } = ledger;
  const years = world.years[t]!;
  const rate = world.rate[t]! * years;
  const funded = terms.financing === "futures" ? 0 : 1;
  for (let i = 0, cell = t * assets, at = 0; i < assets; i++, cell++) {
    const held = ledger.units[cell - assets]!;
    const before = world.prices[cell - assets]!;
    const exposure = held * before;
    const inside = held === 0 ? 0 : exposure * (yields[i]?.[t] ?? 0);
    period[at++] = held * (world.prices[cell]! - before) - inside;
    period[at++] = inside + held * incomePerUnit(world, cell, held > 0);
    period[at++] = -funded * exposure * rate;
    period[at++] = exposure < 0 ? exposure * terms.borrow[i]! * years : 0;
    period[at++] = -Math.abs(exposure) * terms.expense[i]! * years;
    period[at++] = -paid[cell]!;
  }
  const invested = ledger.wealth[t - 1]! - (t === 1 ? ledger.trading[0]! : 0);
  const interest = ledger.rebate[t]! + ledger.interest[t]! - ledger.financing[t]!;
  const whole = assets * SOURCES.length;
  period[whole] = invested * rate;
  period[whole + 1] = interest - ledger.cash[t - 1]! * rate;
  period[whole + 2] = -ledger.management[t]!;
}

/** Trading cost by row and asset; that of the base row is moved into the first return. */
function tradingByAsset({ rows, assets, trades }: Ledger): Float64Array {
  const paid = new Float64Array(rows * assets);
  for (const { row, asset, cost } of trades) paid[Math.max(1, row) * assets + asset]! += cost;
  return paid;
}

function hasIncome({ world }: LegBooks, asset: number): boolean {
  if (world.income === undefined) return false;
  for (let cell = asset; cell < world.income.length; cell += world.assets)
    if (world.income[cell] !== 0) return true;
  return false;
}

function legsOf(parts: Float64Array, told: readonly boolean[]): Legs {
  const assets = told.map((isTold, asset): Leg => {
    const own = parts.subarray(asset * SOURCES.length, (asset + 1) * SOURCES.length);
    const [price, income, financing, borrow, expense, trading] = own as unknown as Six;
    return {
      price,
      income: isTold ? income : null,
      financing,
      borrow,
      expense,
      trading,
      total: own.reduce(sum, 0),
    };
  });
  const whole = parts.subarray(told.length * SOURCES.length);
  return {
    assets,
    riskless: whole[0]!,
    spreads: whole[1]!,
    management: whole[2]!,
    total: parts.reduce(sum, 0),
  };
}

type Six = [number, number, number, number, number, number];
const sum = (total: number, part: number) => total + part;
