/** An order: the row on which it is due, the weights to trade to, and which legs it touches. */
export interface Order {
  row: number;
  readonly target: Float64Array;
  /** Whether only the marked legs trade. */
  partial: boolean;
  readonly legs: Uint8Array;
}

/** Orders decided and not yet due, and the legs of a due order that wait for a fresh price. */
export interface Orders {
  /** The targets of the last decision, from which drift is measured. */
  readonly decided: Float64Array;
  /** The weights that waiting legs trade to. */
  readonly working: Float64Array;
  readonly waiting: Uint8Array;
  someWait: boolean;
  slot(row: number): Order;
}

/** An empty order book: one slot for each row between a decision and its trade. */
export function openOrders(assets: number, lag: number): Orders {
  const slots = Array.from({ length: lag + 1 }, () => ({
    row: -1,
    target: new Float64Array(assets),
    partial: false,
    legs: new Uint8Array(assets),
  }));
  return {
    decided: new Float64Array(assets),
    working: new Float64Array(assets),
    waiting: new Uint8Array(assets),
    someWait: false,
    slot: (row) => slots[row % slots.length]!,
  };
}
