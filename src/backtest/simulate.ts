import { type Book, mark, openBook, openDesk, reduce, tradeTo, worth } from "./book.ts";
import type { BookEvent, Ledger, WealthPath } from "./ledger.ts";
import { openOrders } from "./orders.ts";
import { noTradeLog, openTradeLog } from "./trade-log.ts";
import { type Band, bandWidth, incomePerUnit, type Plan, type Terms, type World } from "./world.ts";

/** What touches a limit but for rounding is within it: the edge of a band, the maintenance margin. */
const TOUCHING = 1e-12;

/**
 * Keeps the books of one strategy through a world: a self-financing long and short ledger.
 *
 * On each row, in this order: interest, rebate, borrow fee, debit spread, fund and management fees accrue
 * on the balances of the close before; income is received; the books are marked; ruin and maintenance
 * margin are tested; what is due is traded at this close; then the strategy decides, and its order is due
 * `lag` rows later (on the same close when `lag` is 0). By default short proceeds are locked as collateral
 * and earn the rebate; free credit is `cash - shorts`, and the debit spread is paid where it is negative.
 *
 * The first decision falls on the first row; an order due on the last row is not executed. After a
 * breach of maintenance every leg is scaled by `k = wealth / initial margin` (at most 1),
 * `forcedTradeLag` rows later, unless a rebalance is due at that close or the close's own trade cured
 * it (the call is recorded all the same). Wealth of zero or less at a mark ends the run: wealth is 0 from
 * that row on, or with recourse a debt that grows at the debit rate.
 */
export function simulate(world: World, plan: Plan, terms: Terms, startCash: number): Ledger {
  return kept(world, plan, terms, startCash, true);
}

/** The same wealth, without a record of how it came about: for runs that are only compared by it. */
export function simulateWealth(
  world: World,
  plan: Plan,
  terms: Terms,
  startCash: number,
): WealthPath {
  const { rows, wealth, ruin } = kept(world, plan, terms, startCash, false);
  return { rows, wealth, ruin };
}

function kept(
  world: World,
  plan: Plan,
  terms: Terms,
  startCash: number,
  isRecorded: boolean,
): Ledger {
  const { rows, assets } = world;
  const { idleSpread, debitSpread } = terms;
  const rebated = terms.rebateSpread === "none" ? 0 : 1;
  const rebateSpread = terms.rebateSpread === "none" ? 0 : terms.rebateSpread;
  const locks = terms.financing === "default";
  const last = rows - 1;
  const wealth = new Float64Array(rows);
  // What nobody will read is one column, shared.
  const unread = new Float64Array(rows);
  const column = () => (isRecorded ? new Float64Array(rows) : unread);
  const cash = column();
  const units = new Float64Array(isRecorded ? rows * assets : 0);
  const rebate = column();
  const interest = column();
  const borrow = column();
  const financing = column();
  const expense = column();
  // What a run does not have is one column of zeros, shared.
  const nothing = column();
  const management = terms.managementFee > 0 ? column() : nothing;
  const income = world.income === undefined ? nothing : column();
  const trading = column();
  const events: BookEvent[] = [];
  const rebalances: number[] = [];
  const book = openBook(assets, startCash, terms.financing === "futures" ? 0 : 1);
  const desk = openDesk(assets, isRecorded ? openTradeLog() : noTradeLog());
  const orders = openOrders(assets, plan.lag);
  /** 1 on rows on which an order is due; one beyond the last row is not executed. */
  const due = new Uint8Array(rows);
  const ended = world.ends === undefined ? -1 : lastOf(world.ends);
  let forcedRow = -1;
  let ruin: number | undefined;

  for (let t = 0; t < rows; t++) {
    if (t > 0) {
      accrue(t);
      const before = book.long - book.short;
      mark(book, world, terms, t);
      if (book.funded === 0) book.cash += book.long - book.short - before;
    }
    if (!(worth(book) > 0)) {
      fail(t);
      break;
    }
    if (t <= ended) sellEnded(t);
    const called = isShort();
    if (called && forcedRow !== t) callMargin(t);
    if (plan.lag === 0 && t < last) decide(t);
    const traded = t < last && (due[t] === 1 || orders.someWait) && execute(t);
    if (!traded && forcedRow === t && t < last) force(t);
    if (isShort()) {
      if (!called) callMargin(t);
      answerCall(t, traded);
    } else if (forcedRow > t) forcedRow = -1;
    if (plan.lag > 0 && t < last) decide(t);
    if (t === last && terms.closeOut) sell(t, (i) => book.units[i] !== 0);
    if (!(worth(book) > 0)) {
      fail(t);
      break;
    }
    wealth[t] = t === 0 ? startCash : worth(book);
    if (!isRecorded) continue;
    cash[t] = book.cash;
    for (let i = 0, cell = t * assets; i < assets; i++, cell++) units[cell] = book.units[i]!;
  }
  const accruals = { rebate, interest, borrow, financing, expense, management, income, trading };
  const held = { rows, assets, wealth, cash, units };
  return {
    ...held,
    ...accruals,
    get trades() {
      return desk.log.records();
    },
    events,
    rebalances,
    ruin,
  };

  function accrue(t: number): void {
    const years = world.years[t]!;
    const rate = world.rate[t]!;
    const managed = terms.managementFee > 0 ? worth(book) * terms.managementFee * years : 0;
    const locked = locks ? book.short : 0;
    const free = book.cash - locked;
    const onShorts = rebated * locked * (rate - rebateSpread) * years;
    const onCash = free * (free > 0 ? rate - idleSpread : rate) * years;
    const spread = free < 0 ? -free * debitSpread * years : 0;
    const lent = book.borrowPerYear * years;
    const fees = book.expensePerYear * years;
    rebate[t] = onShorts;
    interest[t] = onCash;
    financing[t] = spread;
    borrow[t] = lent;
    expense[t] = fees;
    book.cash += onShorts + onCash - lent - spread - fees;
    if (managed > 0) {
      management[t] = managed;
      book.cash -= managed;
    }
    if (world.income !== undefined) {
      const received = incomeOf(book, world, t);
      income[t] = received;
      book.cash += received;
    }
  }

  function decide(t: number): void {
    const band = plan.band;
    const drift = band === null || t === 0 ? 0 : worstDrift(book, orders.decided, band);
    const scheduled = t === 0 || plan.schedule[t] !== 0;
    if (!scheduled && drift === 0) return;
    if (!scheduled) events.push({ row: t, kind: "band", value: drift });
    const slot = orders.slot(t + plan.lag);
    plan.decide(t, slot.target);
    slot.row = t + plan.lag;
    due[slot.row] = 1;
    orders.decided.set(slot.target);
    slot.partial = !scheduled && band!.to !== "target";
    if (slot.partial) towards(book, band!, slot.target, slot.legs);
  }

  function execute(t: number): boolean {
    const slot = orders.slot(t);
    const isDue = slot.row === t;
    if (isDue) {
      orders.working.set(slot.target);
      if (slot.partial) orders.waiting.set(slot.legs);
      else orders.waiting.fill(1);
      rebalances.push(t);
    }
    let any = false;
    orders.someWait = false;
    for (let i = 0; i < assets; i++) {
      const waits = orders.waiting[i] === 1;
      const go = waits && world.fresh[t * assets + i] === 1;
      desk.trading[i] = go ? 1 : 0;
      if (go) {
        orders.waiting[i] = 0;
        any = true;
      } else if (waits) {
        orders.someWait = true;
        const matters = orders.working[i] !== 0 || book.units[i] !== 0;
        if (isDue && matters) events.push({ row: t, kind: "stale", value: i });
      }
    }
    if (any) trading[t] = trading[t]! + tradeTo(book, desk, world, terms, t, orders.working);
    return isDue;
  }

  function force(t: number): void {
    let initial = 0;
    for (let i = 0; i < assets; i++)
      initial += Math.abs(book.exposure[i]!) * terms.initialMargin[i]!;
    const scale = Math.min(1, worth(book) / initial);
    let paid = 0;
    for (let i = 0; i < assets; i++)
      if (world.fresh[t * assets + i] === 1) paid += reduce(book, desk, terms, t, i, scale);
    trading[t] = trading[t]! + paid;
    mark(book, world, terms, t);
    forcedRow = -1;
    events.push({ row: t, kind: "forced trade", value: scale });
  }

  function isShort(): boolean {
    return book.maintenance > worth(book) * (1 + TOUCHING);
  }

  function callMargin(t: number): void {
    events.push({ row: t, kind: "margin call", value: book.maintenance / worth(book) });
  }

  function answerCall(t: number, traded: boolean): void {
    forcedRow = t + terms.forcedTradeLag;
    if (terms.forcedTradeLag === 0 && !traded && t < last) force(t);
  }

  function sellEnded(t: number): void {
    sell(t, (i) => {
      const ends = world.ends![i] === t && book.units[i] !== 0;
      if (ends) events.push({ row: t, kind: "asset end", value: i });
      return ends;
    });
  }

  function sell(t: number, which: (asset: number) => boolean): void {
    for (let i = 0; i < assets; i++) {
      if (!which(i)) continue;
      trading[t] = trading[t]! + reduce(book, desk, terms, t, i, 0);
      orders.waiting[i] = 0;
    }
    mark(book, world, terms, t);
  }

  function fail(t: number): void {
    ruin = t;
    events.push({ row: t, kind: "ruin", value: worth(book) });
    if (!terms.recourse) return;
    let debt = worth(book);
    for (let row = t; row < rows; row++) {
      if (row > t) {
        const bare = debt * world.rate[row]! * world.years[row]!;
        const spread = -debt * terms.debitSpread * world.years[row]!;
        interest[row] = bare;
        financing[row] = spread;
        debt += bare - spread;
      }
      wealth[row] = debt;
      cash[row] = debt;
    }
  }
}

function lastOf(rows: ArrayLike<number>): number {
  let last = -1;
  for (let i = 0; i < rows.length; i++) last = Math.max(last, rows[i]!);
  return last;
}

function incomeOf(book: Book, world: World, row: number): number {
  let received = 0;
  for (let i = 0, cell = row * book.units.length; i < book.units.length; i++, cell++)
    received += book.units[i]! * incomePerUnit(world, cell, book.units[i]! > 0);
  return received;
}

/** The largest |weight - target| among the legs that left their band, or 0 where none has. */
function worstDrift(book: Book, decided: Float64Array, band: Band): number {
  const wealth = worth(book);
  let worst = 0;
  for (let i = 0; i < decided.length; i++) {
    const drift = Math.abs(book.exposure[i]! / wealth - decided[i]!);
    if (drift > bandWidth(band, decided[i]!) + TOUCHING && drift > worst) worst = drift;
  }
  return worst;
}

/** Rewrites targets as the weights to trade to, and marks the legs that left their band. */
function towards(book: Book, band: Band, target: Float64Array, legs: Uint8Array): void {
  const wealth = worth(book);
  for (let i = 0; i < target.length; i++) {
    const weight = book.exposure[i]! / wealth;
    const width = bandWidth(band, target[i]!);
    legs[i] = Math.abs(weight - target[i]!) > width + TOUCHING ? 1 : 0;
    if (legs[i] === 0) continue;
    const edge = target[i]! + Math.sign(weight - target[i]!) * width;
    target[i] = band.to === "edge" ? edge : (weight + target[i]!) / 2;
  }
}
