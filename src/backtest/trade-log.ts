import type { Trade } from "./ledger.ts";

/** Trades as they are made, in columns; a run that nobody asks for its trades makes no objects of them. */
export interface TradeLog {
  add(row: number, asset: number, notional: number, cost: number): void;
  /** The trades as records, made when first asked for. */
  records(): readonly Trade[];
}

/** A log that forgets, for runs of which wealth alone is asked. */
export function noTradeLog(): TradeLog {
  return { add() {}, records: () => [] };
}

export function openTradeLog(): TradeLog {
  const rows: number[] = [];
  const assets: number[] = [];
  const notionals: number[] = [];
  const costs: number[] = [];
  let made: readonly Trade[] | undefined;
  return {
    add(row, asset, notional, cost) {
      rows.push(row);
      assets.push(asset);
      notionals.push(notional);
      costs.push(cost);
    },
    records() {
      made ??= rows.map((row, at) => ({
        row,
        asset: assets[at]!,
        notional: notionals[at]!,
        cost: costs[at]!,
      }));
      return made;
    },
  };
}
