/**
 * The books once more, written the straightforward way: a list of day objects, positions by name, a
 * new object for every day. It is the baseline of the benchmark and the second opinion of the tests;
 * it shares no line with the kernel, and solves the cost equation by repeated substitution.
 */
export interface PlainDay {
  readonly prices: Readonly<Record<string, number>>;
  /** Riskless rate a year for the period that ends on this day. */
  readonly rate: number;
  readonly years: number;
  /** Target weights traded at this close, or null. */
  readonly order: Readonly<Record<string, number>> | null;
}

export interface PlainAsset {
  readonly cost: number;
  readonly borrow: number;
  readonly expense: number;
  readonly maintenanceLong: number;
  readonly maintenanceShort: number;
  readonly initialMargin: number;
}

export interface PlainTerms {
  readonly assets: Readonly<Record<string, PlainAsset>>;
  readonly rebateSpread: number | "none";
  readonly idleSpread: number;
  readonly debitSpread: number;
  readonly noTradeBelow: number;
  readonly forcedTradeLag: 0 | 1;
  readonly financing: "default" | "portfolioMargin" | "futures";
  readonly managementFee: number;
  readonly fixedFee: number;
  readonly sizing: "after" | "approximate" | "before";
}

export interface PlainState {
  readonly wealth: number;
  readonly cash: number;
  readonly units: Readonly<Record<string, number>>;
  readonly cost: number;
  readonly event: "margin call" | "forced trade" | "ruin" | null;
}

interface Position {
  readonly asset: string;
  readonly units: number;
  readonly value: number;
}

export function plainLedger(
  days: readonly PlainDay[],
  terms: PlainTerms,
  startCash: number,
): PlainState[] {
  const states: PlainState[] = [];
  let cash = startCash;
  let units: Record<string, number> = Object.fromEntries(
    Object.keys(terms.assets).map((asset) => [asset, 0]),
  );
  let forcedOn = -1;
  let before: readonly Position[] = [];
  const futures = terms.financing === "futures";
  for (const [index, day] of days.entries()) {
    if (index > 0) cash += accruals(before, cash, day, terms);
    let positions = positionsOf(units, day);
    const wealth = () => cash + (futures ? 0 : sumOf(positions));
    if (futures && index > 0) cash += sumOf(positions) - sumOf(before);
    if (wealth() <= 0) {
      states.push({ wealth: 0, cash: 0, units: {}, cost: 0, event: "ruin" });
      break;
    }
    let cost = 0;
    let event: PlainState["event"] = null;
    const canTrade = index < days.length - 1;
    const trade = (orders: readonly { asset: string; notional: number }[]) => {
      for (const { asset, notional } of orders) {
        if (notional === 0) continue;
        const fee = Math.abs(notional) * terms.assets[asset]!.cost + terms.fixedFee;
        units = { ...units, [asset]: units[asset]! + notional / day.prices[asset]! };
        cash -= (futures ? 0 : notional) + fee;
        cost += fee;
      }
      positions = positionsOf(units, day);
    };
    const force = () => {
      const initial = total(
        positions.map((p) => Math.abs(p.value) * terms.assets[p.asset]!.initialMargin),
      );
      const scale = Math.min(1, wealth() / initial);
      trade(positions.map((p) => ({ asset: p.asset, notional: (scale - 1) * p.value })));
      event = "forced trade";
    };
    const rebalanced = canTrade && day.order !== null;
    if (rebalanced) trade(ordersFor(day.order!, positions, wealth(), terms));
    else if (canTrade && forcedOn === index) force();
    if (requirement(positions, terms) > wealth() * (1 + 1e-12)) {
      event ??= "margin call";
      forcedOn = index + terms.forcedTradeLag;
      if (terms.forcedTradeLag === 0 && canTrade && !rebalanced) force();
    } else forcedOn = -1;
    if (wealth() <= 0) {
      states.push({ wealth: 0, cash: 0, units: {}, cost, event: "ruin" });
      break;
    }
    states.push({ wealth: index === 0 ? startCash : wealth(), cash, units, cost, event });
    before = positions;
  }
  return states;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function positionsOf(units: Readonly<Record<string, number>>, day: PlainDay): Position[] {
  return Object.entries(units).map(([asset, held]) => ({
    asset,
    units: held,
    value: held * day.prices[asset]!,
  }));
}

function sumOf(positions: readonly Position[]): number {
  return total(positions.map((position) => position.value));
}

function shortsOf(positions: readonly Position[]): Position[] {
  return positions.filter((position) => position.units < 0);
}

function accruals(
  positions: readonly Position[],
  cash: number,
  day: PlainDay,
  terms: PlainTerms,
): number {
  const shorts = terms.financing === "default" ? -sumOf(shortsOf(positions)) : 0;
  const free = cash - shorts;
  const rebate = terms.rebateSpread === "none" ? 0 : shorts * (day.rate - terms.rebateSpread);
  const borrow = total(
    shortsOf(positions).map((position) => -position.value * terms.assets[position.asset]!.borrow),
  );
  const credit =
    free > 0 ? free * (day.rate - terms.idleSpread) : free * (day.rate + terms.debitSpread);
  const expense = total(
    positions.map((position) => Math.abs(position.value) * terms.assets[position.asset]!.expense),
  );
  const worth = cash + (terms.financing === "futures" ? 0 : sumOf(positions));
  return (rebate - borrow + credit - expense - worth * terms.managementFee) * day.years;
}

function requirement(positions: readonly Position[], terms: PlainTerms): number {
  return total(
    positions.map(({ asset, value }) => {
      const { maintenanceLong, maintenanceShort } = terms.assets[asset]!;
      return value > 0 ? value * maintenanceLong : -value * maintenanceShort;
    }),
  );
}

/** How often wealth after costs is put back into its own equation. */
const STEPS = { after: 60, approximate: 1, before: 0 } as const;

function ordersFor(
  target: Readonly<Record<string, number>>,
  positions: readonly Position[],
  wealth: number,
  terms: PlainTerms,
): { asset: string; notional: number }[] {
  const sized = (legs: readonly Position[], fees = 0) => {
    let after = wealth - fees;
    const ordersAt = (y: number) =>
      legs.map(({ asset, value }) => ({ asset, notional: (target[asset] ?? 0) * y - value }));
    for (let step = 0; step < STEPS[terms.sizing]; step++)
      after =
        wealth -
        fees -
        total(ordersAt(after).map((o) => Math.abs(o.notional) * terms.assets[o.asset]!.cost));
    return ordersAt(after);
  };
  const first = sized(positions);
  const large = first.filter(
    (o) => Math.abs(o.notional) >= Math.max(terms.noTradeBelow, 1e-12) * wealth,
  );
  const legs = positions.filter(({ asset }) => large.some((o) => o.asset === asset));
  const orders = large.length === first.length ? first : sized(legs);
  if (terms.fixedFee === 0 || terms.sizing === "before") return orders;
  return sized(legs, terms.fixedFee * orders.filter((o) => o.notional !== 0).length);
}
