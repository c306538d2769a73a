import { describe, expect, it } from "vitest";
import { assumptions } from "../../src/backtest/assumptions.ts";
import { simulate } from "../../src/backtest/simulate.ts";
import { termsOf } from "../../src/backtest/terms-of.ts";
import { clockOf, worldOf } from "../../src/backtest/world-of.ts";
import { openPanel } from "../../src/market/panel.ts";
import { formatDay } from "../../src/series/day.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";
import { holding } from "./small-world.ts";

// Eight months; the gold of these tests has no price after the third.
const days = monthEnds(2020, 1, 8);
const dated = (values: readonly number[]) =>
  Object.fromEntries(values.map((value, row) => [formatDay(days[row]!), value]));
const panel = openPanel(
  { frequency: "monthly", days, first: 0, last: days.length - 1, endedBy: "" },
  [
    seriesOf("gold", dated([100, 120, 150])),
    seriesOf("bill", dated(new Array<number>(8).fill(0.012))),
  ],
);

function soldWith(final: number, financing: "default" | "futures" = "default") {
  const given = assumptions({
    cashRate: "bill" as never,
    costs: { gold: 0.01 },
    borrow: { others: 0 },
    delisting: { gold: final },
    financing,
  });
  const world = worldOf(panel, ["gold"], clockOf(panel, given), given);
  const terms = termsOf(panel, ["gold"], given);
  return { world, ledger: simulate(world, holding([0.5]), terms, 100) };
}

describe("an asset that ends", () => {
  it("is sold on the third row without a price, at its last one", () => {
    const { world, ledger } = soldWith(0);
    expect(Array.from(world.prices)).toEqual([100, 120, 150, 150, 150, 150, 150, 150]);
    expect(ledger.trades[1]).toMatchObject({ row: 5, notional: -ledger.units[4]! * 150 });
  });

  it("is sold at a delisting return on its last price, and pays its cost on what is left", () => {
    const [whole, lost] = [soldWith(0), soldWith(-0.3)];
    expect(Array.from(lost.world.prices).slice(4, 6)).toEqual([150, 105]);
    const units = lost.ledger.units[4]!;
    expect(lost.ledger.trades[1]!.notional).toBeCloseTo(-units * 105, 12);
    expect(lost.ledger.trades[1]!.cost).toBeCloseTo(0.01 * units * 105, 12);
    expect(whole.ledger.wealth[5]! - lost.ledger.wealth[5]!).toBeCloseTo(units * 45 * 0.99, 10);
    for (let row = 0; row < 5; row++)
      expect(lost.ledger.wealth[row]).toBe(whole.ledger.wealth[row]);
  });

  it("that is worth nothing at last is written off, without a trade", () => {
    const { ledger } = soldWith(-1);
    expect(ledger.trades).toHaveLength(1);
    expect(ledger.units[5]).toBe(0);
    expect(ledger.wealth[5]).toBeCloseTo(ledger.cash[5]!, 12);
    expect(ledger.events).toEqual([{ row: 5, kind: "asset end", value: 0 }]);
  });

  it("held by futures loses as much of its excess index", () => {
    const { world } = soldWith(-0.3, "futures");
    expect(world.prices[5]! / world.prices[4]!).toBeCloseTo(1 - 0.3 - 0.001, 12);
  });
});
