import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import type { Day } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import type { Assumptions } from "./assumptions.ts";
import { eraOn } from "./costs.ts";
import type { Terms } from "./world.ts";

/** What trading and holding cost the assets of one strategy on the rows of a run. */
export function termsOf(panel: Panel, assets: readonly string[], given: Assumptions): Terms {
  const { first, last, days, frequency } = panel.calendar;
  const rows = last - first + 1;
  const cost = new Float64Array(rows * assets.length);
  for (const [i, asset] of assets.entries()) {
    const series = panel.series(asset);
    let now = { oneWay: 0, until: Number.NEGATIVE_INFINITY };
    for (let t = 0; t < rows; t++) {
      const day = days[first + t]!;
      if (day >= now.until) now = costFrom(series, given, day);
      cost[t * assets.length + i] = now.oneWay;
    }
  }
  const each = (value: (asset: string) => number) => Float64Array.from(assets, value);
  const { margin, spreads } = given;
  const marginOf = (asset: string, usual: number) => {
    if (margin.full.includes(asset)) return 1;
    return asset === given.collateral ? margin.haircut : usual;
  };
  return {
    cost,
    borrow: each((asset) => given.borrow[asset] ?? given.borrow.others!),
    expense: each((asset) => given.expenses[asset] ?? 0),
    rebateSpread: spreads.rebate,
    idleSpread: spreads.idle,
    debitSpread: spreads.debit,
    maintenanceLong: each((asset) => marginOf(asset, margin.maintenanceLong)),
    maintenanceShort: each((asset) => marginOf(asset, margin.maintenanceShort)),
    initialMargin: each((asset) => marginOf(asset, margin.initial)),
    noTradeBelow: given.noTradeBelow,
    forcedTradeLag: frequency === "monthly" || margin.forcedTrade === "same" ? 0 : 1,
    financing: given.financing,
    managementFee: given.managementFee,
    fixedFee: given.fixedFee,
    recourse: margin.recourse,
    sizing: given.sizing,
    closeOut: given.closeOut,
  };
}

/** The cost of an asset on a day, and the day on which it may change: a new era or a new part. */
function costFrom(series: Series, { costs }: Assumptions, day: Day) {
  const part = partInForce(series, day);
  const eras = costs[series.id] ?? costs[part];
  if (eras === undefined)
    throw new InputError(
      `no trading cost is given for "${part}"; add \`${part}: bp(5)\`, or what it costs to trade, to the costs in the assumptions of the study`,
    );
  const { oneWay, until } = eraOn(eras, day);
  const nextPart = series.parts.find(({ from }) => from > day)?.from ?? until;
  return { oneWay, until: Math.min(until, nextPart) };
}

/** Of a spliced series the id of the part in force on a day, which is priced where the whole is not. */
function partInForce(series: Series, day: Day): string {
  return series.parts.findLast((part) => part.from <= day)?.id ?? series.parts[0]?.id ?? series.id;
}

/** Kinds of cost: of trading, of borrowing shorts, of a debit, of funds and their managers. */
export interface CostKinds {
  readonly trading?: boolean;
  readonly borrow?: boolean;
  readonly financing?: boolean;
  readonly fees?: boolean;
}

/** The same terms with some kinds of cost left out: what the result would be if they were free. */
export function withoutCosts(terms: Terms, kinds: CostKinds): Terms {
  const none = (column: Terms["cost"]) => new Float64Array(column.length);
  return {
    ...terms,
    cost: kinds.trading ? none(terms.cost) : terms.cost,
    borrow: kinds.borrow ? none(terms.borrow) : terms.borrow,
    expense: kinds.fees ? none(terms.expense) : terms.expense,
    managementFee: kinds.fees ? 0 : terms.managementFee,
    fixedFee: kinds.trading ? 0 : terms.fixedFee,
    debitSpread: kinds.financing ? 0 : terms.debitSpread,
  };
}
