import { type Book, mark, openBook, openDesk, tradeTo, worth } from "./book.ts";
import type { BookEvent, Ledger } from "./ledger.ts";
import type { Band, Plan, Terms, World } from "./world.ts";

/**
 * Keeps the books of one strategy through a world: a self-financing long and short ledger.
 *
 * On each row, in this order: interest, rebate, borrow fee, debit interest and expenses accrue on the
 * balances of the close before; the books are marked; ruin and maintenance margin are tested; what is
 * due is traded at this close; then the strategy decides, and its order is due `lag` rows later
 * (on the same close when `lag` is 0). Short proceeds are locked as collateral and earn the rebate;
 * free credit is `cash - shorts`, and where it is negative the debit rate is paid on it.
 *
 * The first decision falls on the first row; an order due on the last row is not executed. After a
 * breach of maintenance every leg is scaled by `k = wealth / initial margin` (at most 1),
 * `forcedTradeLag` rows later, unless a rebalance is due at that close or the close's own trade cured
 * it. Wealth of zero or less at a mark ends the run: wealth is 0 from that row on.
 */
export function simulate(world: World, plan: Plan, terms: Terms, startCash: number): Ledger {
  const { rows, assets } = world;
  const last = rows - 1;
  const column = () => new Float64Array(rows);
  const wealth = column();
  const cash = column();
  const units = new Float64Array(rows * assets);
  const rebate = column();
  const interest = column();
  const borrow = column();
  const financing = column();
  const expense = column();
  const trading = column();
  const events: BookEvent[] = [];
  const rebalances: number[] = [];
  const book = openBook(assets, startCash);
  const desk = openDesk(assets);
  const orders = openOrders(assets, plan.lag);
  let forcedRow = -1;
  let ruin: number | undefined;

  for (let t = 0; t < rows; t++) {
    if (t > 0) {
      const years = world.years[t]!;
      const rate = world.rate[t]!;
      const free = book.cash - book.short;
      rebate[t] = book.short * (rate - terms.rebateSpread) * years;
      borrow[t] = book.borrowPerYear * years;
      expense[t] = book.expensePerYear * years;
      interest[t] = free * (free > 0 ? rate - terms.idleSpread : rate) * years;
      if (free < 0) financing[t] = -free * terms.debitSpread * years;
      book.cash += rebate[t]! + interest[t]! - borrow[t]! - financing[t]! - expense[t]!;
      mark(book, world, terms, t);
    }
    const marked = worth(book);
    if (!(marked > 0)) {
      ruin = t;
      events.push({ row: t, kind: "ruin", value: marked });
      break;
    }
    if (plan.lag === 0 && t < last) decide(t);
    const traded = t < last && execute(t);
    if (!traded && forcedRow === t && t < last) force(t);
    if (book.maintenance > worth(book)) callMargin(t, traded);
    else if (forcedRow > t) forcedRow = -1;
    if (plan.lag > 0 && t < last) decide(t);
    if (!(worth(book) > 0)) {
      ruin = t;
      events.push({ row: t, kind: "ruin", value: worth(book) });
      break;
    }
    wealth[t] = t === 0 ? startCash : worth(book);
    cash[t] = book.cash;
    for (let i = 0, cell = t * assets; i < assets; i++, cell++) units[cell] = book.units[i]!;
  }
  const accruals = { rebate, interest, borrow, financing, expense, trading };
  return {
    rows,
    assets,
    wealth,
    cash,
    units,
    ...accruals,
    trades: desk.trades,
    events,
    rebalances,
    ruin,
  };

  function decide(t: number): void {
    const drift = plan.band === null || t === 0 ? 0 : worstDrift(book, orders.decided, plan.band);
    if (t > 0 && plan.schedule[t] === 0 && drift === 0) return;
    if (plan.schedule[t] === 0 && drift > 0) events.push({ row: t, kind: "band", value: drift });
    const slot = orders.slot(t + plan.lag);
    plan.decide(t, slot.target);
    slot.row = t + plan.lag;
    orders.decided.set(slot.target);
  }

  function execute(t: number): boolean {
    const slot = orders.slot(t);
    const due = slot.row === t;
    if (!due && !orders.someWait) return false;
    if (due) {
      orders.working.set(slot.target);
      orders.waiting.fill(1);
      rebalances.push(t);
    }
    let any = false;
    orders.someWait = false;
    for (let i = 0; i < assets; i++) {
      const go = orders.waiting[i] === 1 && world.fresh[t * assets + i] === 1;
      desk.trading[i] = go ? 1 : 0;
      if (go) {
        orders.waiting[i] = 0;
        any = true;
      } else if (orders.waiting[i] === 1) orders.someWait = true;
    }
    if (any) trading[t] = trading[t]! + tradeTo(book, desk, world, terms, t, orders.working);
    return due;
  }

  function force(t: number): void {
    let initial = 0;
    for (let i = 0; i < assets; i++)
      initial += Math.abs(book.exposure[i]!) * terms.initialMargin[i]!;
    const scale = Math.min(1, worth(book) / initial);
    const base = t * assets;
    let fee = 0;
    for (let i = 0; i < assets; i++) {
      const held = book.exposure[i]!;
      if (held === 0 || world.fresh[base + i] === 0) continue;
      const notional = (scale - 1) * held;
      const cost = Math.abs(notional) * terms.cost[base + i]!;
      book.units[i] = book.units[i]! * scale;
      book.cash -= notional + cost;
      fee += cost;
      desk.trades.push({ row: t, asset: i, notional, cost });
    }
    trading[t] = trading[t]! + fee;
    mark(book, world, terms, t);
    forcedRow = -1;
    events.push({ row: t, kind: "forced trade", value: scale });
  }

  function callMargin(t: number, traded: boolean): void {
    events.push({ row: t, kind: "margin call", value: book.maintenance / worth(book) });
    forcedRow = t + terms.forcedTradeLag;
    if (terms.forcedTradeLag === 0 && !traded && t < last) force(t);
  }
}

interface Orders {
  readonly decided: Float64Array;
  readonly working: Float64Array;
  readonly waiting: Uint8Array;
  someWait: boolean;
  slot(row: number): { row: number; readonly target: Float64Array };
}

/** Orders decided and not yet due, and the legs of a due order that wait for a fresh price. */
function openOrders(assets: number, lag: number): Orders {
  const slots = Array.from({ length: lag + 1 }, () => ({
    row: -1,
    target: new Float64Array(assets),
  }));
  return {
    decided: new Float64Array(assets),
    working: new Float64Array(assets),
    waiting: new Uint8Array(assets),
    someWait: false,
    slot: (row) => slots[row % slots.length]!,
  };
}

/** The largest |weight - target| among the legs that left their band, or 0 where none has. */
function worstDrift(book: Book, decided: Float64Array, band: Band): number {
  const wealth = worth(book);
  let worst = 0;
  for (let i = 0; i < decided.length; i++) {
    const drift = Math.abs(book.exposure[i]! / wealth - decided[i]!);
    const limit = Math.min(band.absolute, band.relative * Math.abs(decided[i]!));
    if (drift > limit && drift > worst) worst = drift;
  }
  return worst;
}
