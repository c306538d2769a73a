import type { Panel } from "../market/panel.ts";
import { type Leg, type LegBooks, type Legs, legs, type Span } from "../measure/legs.ts";
import { settled } from "../measure/ratio.ts";
import type { Spell } from "../regime/phases.ts";
import type { Column } from "../series/series.ts";
import type { Books } from "./books.ts";
import type { LegsFinding, PortfolioFinding } from "./findings.ts";

/** Where the money came from, by leg and source, over the run and in each phase; null after ruin. */
export function legsFinding(
  panel: Panel,
  { ledger, world, terms, strategy, end }: Books,
  startWealth: number,
  spells: readonly Spell[],
): PortfolioFinding["legs"] {
  const yields = strategy.assets.map((asset) => yieldsOf(panel, asset, end));
  const books: LegBooks = { ledger, world, terms, yields };
  const within = (spans: readonly Span[]) => legs(books, spans);
  const whole = within([{ from: 0, to: end }]);
  if (whole === null) return null;
  const labels = [...new Set(spells.map(({ label }) => label))];
  const phases = labels.map((label) => {
    const { log } = within(spells.filter((spell) => spell.label === label))!;
    return [label, named(log, strategy.assets, 1)] as const;
  });
  return {
    money: named(whole.money, strategy.assets, startWealth),
    log: named(whole.log, strategy.assets, 1),
    phases: Object.fromEntries(phases),
  };
}

/** The id of a series that is an asset's price without its income; undefined where the run has none. */
function companionOf(panel: Panel, asset: string): string | undefined {
  return panel.ids.find((id) => panel.series(id).withIncome === asset);
}

/** The income yield of each row since the one before: total return less that of the price alone. */
function yieldsOf(panel: Panel, asset: string, end: number): Column | null {
  const companion = companionOf(panel, asset);
  if (companion === undefined) return null;
  const { first } = panel.calendar;
  const total = panel.measured(asset);
  const price = panel.measured(companion);
  const yields = new Float64Array(end + 1);
  for (let t = 1; t <= end; t++) {
    const row = first + t;
    yields[t] = total[row]! / total[row - 1]! - price[row]! / price[row - 1]!;
  }
  return yields.some(Number.isNaN) ? null : yields;
}

function named(found: Legs, assets: readonly string[], unit: number): LegsFinding {
  const share = (value: number) => settled(value / unit);
  const leg = (one: Leg): Leg => ({
    price: share(one.price),
    income: one.income === null ? null : share(one.income),
    financing: share(one.financing),
    borrow: share(one.borrow),
    expense: share(one.expense),
    trading: share(one.trading),
    total: share(one.total),
  });
  return {
    assets: Object.fromEntries(assets.map((asset, i) => [asset, leg(found.assets[i]!)])),
    riskless: share(found.riskless),
    spreads: share(found.spreads),
    management: share(found.management),
    total: share(found.total),
  };
}
