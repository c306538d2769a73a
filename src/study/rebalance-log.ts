import { settled } from "../measure/ratio.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Books } from "./books.ts";
import type { RebalanceLog } from "./findings.ts";

/**
 * Every rebalance in which something was traded: its day, why it was decided, its one-way turnover and its
 * cost. A leg that waited for a fresh price counts with the rebalance that ordered it; forced trades and
 * sales of ended assets are in none.
 */
export function rebalanceLog(
  { ledger, lag }: Books,
  startWealth: number,
  days: readonly Day[],
): RebalanceLog {
  const drifted = new Set(rowsOf(ledger.events, "band"));
  const forced = new Set(rowsOf(ledger.events, "forced trade"));
  const sold = new Set(
    ledger.events
      .filter(({ kind }) => kind === "asset end")
      .map(({ row, value }) => `${row} ${value}`),
  );
  const turnover = new Map<number, number>();
  const cost = new Map<number, number>();
  let next = 0;
  for (const trade of ledger.trades) {
    while (next < ledger.rebalances.length && ledger.rebalances[next]! <= trade.row) next++;
    const rebalance = ledger.rebalances[next - 1];
    if (rebalance === undefined || forced.has(trade.row)) continue;
    if (sold.has(`${trade.row} ${trade.asset}`)) continue;
    const before = wealthBefore(trade.row);
    const share = (0.5 * Math.abs(trade.notional)) / before;
    turnover.set(rebalance, (turnover.get(rebalance) ?? 0) + share);
    cost.set(rebalance, (cost.get(rebalance) ?? 0) + trade.cost);
  }
  const rows = [...turnover.keys()];
  return {
    dates: rows.map((row) => formatDay(days[row]!)),
    reasons: rows.map((row) => reasonOf(row - lag)),
    turnover: [...turnover.values()],
    cost: [...cost.values()].map((paid) => settled(paid / startWealth)),
  };

  /** Wealth at the close of a row before its trades; on the first row that is the start cash. */
  function wealthBefore(row: number): number {
    return ledger.wealth[row]! + (row === 0 ? 0 : ledger.trading[row]!);
  }

  function reasonOf(decided: number): RebalanceLog["reasons"][number] {
    if (decided === 0) return "first";
    return drifted.has(decided) ? "band" : "calendar";
  }
}

function rowsOf(events: Books["ledger"]["events"], kind: string): number[] {
  return events.filter((event) => event.kind === kind).map(({ row }) => row);
}
