import type { Assumptions } from "../backtest/assumptions.ts";
import type { BookEvent } from "../backtest/ledger.ts";
import type { Panel } from "../market/panel.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Books } from "./books.ts";
import type { LedgerEvent } from "./findings.ts";

/** Everything that happened to the books and to the assets in them, in order of time. */
export function eventsOf(
  panel: Panel,
  { delisting }: Assumptions,
  books: Books,
  days: readonly Day[],
): LedgerEvent[] {
  const { ledger, end } = books;
  const on = (row: number) => formatDay(days[row]!);
  const events: (LedgerEvent & { readonly row: number })[] = [
    ...ledger.trades.slice(0, 1).map(({ row }) => ({
      row,
      date: on(row),
      kind: "first trade",
      text:
        books.lag === 0
          ? "bought at the close of the decision (same-close)"
          : `bought ${books.lag} ${books.lag === 1 ? "row" : "rows"} after the decision`,
    })),
    ...ledger.events.map((event) => ({
      row: event.row,
      date: on(event.row),
      kind: event.kind,
      text: wordsOf(event, books.strategy.assets, delisting),
    })),
    ...assetStarts(books).map(({ row, asset }) => ({
      row,
      date: on(row),
      kind: "asset start",
      text: `${panel.series(asset).title} has a price from here on and enters`,
    })),
    ...carriedMonths(panel, books, days).map(({ row, text }) => ({
      row,
      date: on(row),
      kind: "no price",
      text,
    })),
    ...splices(panel, books, days).map(({ row, text }) => ({
      row,
      date: on(row),
      kind: "splice",
      text,
    })),
  ];
  return events
    .filter((event) => event.row <= end)
    .sort((a, b) => a.row - b.row)
    .map(({ date, kind, text }) => ({ date, kind, text }));
}

function wordsOf(
  event: BookEvent,
  assets: readonly string[],
  delisting: Assumptions["delisting"],
): string {
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
  switch (event.kind) {
    case "band":
      return `a weight left its target by ${percent(event.value)} of wealth`;
    case "margin call":
      return `maintenance margin is ${percent(event.value)} of wealth`;
    case "forced trade":
      return `every leg was scaled by ${event.value.toFixed(4)} to the initial margin`;
    case "ruin":
      return event.value < 0
        ? `wealth is gone, ${percent(-event.value)} of the start wealth beyond nothing; the statistics end here`
        : "wealth is gone; the books end here";
    case "asset end": {
      const asset = assets[event.value]!;
      const final = delisting[asset] ?? 0;
      const at = final === 0 ? "its last one" : `${percent(final)} from its last one`;
      return `${asset} has had no price for too long, counts as ended and is sold at ${at}`;
    }
    case "stale":
      return `the order for ${assets[event.value]} waits for a fresh price`;
  }
}

/** The decisions in which an asset of nonzero weight appears that had none in the decision before. */
function assetStarts({ strategy, decisions }: Books): { row: number; asset: string }[] {
  if (typeof strategy.weights === "function") return [];
  const starts: { row: number; asset: string }[] = [];
  for (const [index, { row, target }] of decisions.entries()) {
    const before = decisions[index - 1]?.target;
    if (before === undefined) continue;
    for (const [i, asset] of strategy.assets.entries())
      if (target[i] !== 0 && before[i] === 0) starts.push({ row, asset });
  }
  return starts;
}

/**
 * Stretches of months in which something is held that has no price in them, each on its first row. Daily
 * rows without a price are holidays for the most part, and are only counted.
 */
function carriedMonths(
  panel: Panel,
  { strategy, ledger, world, end }: Books,
  days: readonly Day[],
): { row: number; text: string }[] {
  if (panel.calendar.frequency !== "monthly") return [];
  return strategy.assets.flatMap((asset, i) => {
    const isCarried = (row: number) => {
      const cell = row * world.assets + i;
      return row <= end && ledger.units[cell] !== 0 && world.fresh[cell] === 0;
    };
    const stretches: { row: number; text: string }[] = [];
    for (let row = 0; row <= end; row++) {
      if (!isCarried(row)) continue;
      const from = row;
      while (isCarried(row + 1)) row++;
      const month = (at: number) => formatDay(days[at]!).slice(0, 7);
      const when = row === from ? `in ${month(from)}` : `from ${month(from)} to ${month(row)}`;
      stretches.push({ row: from, text: `no price of ${asset} ${when}: the last is used` });
    }
    return stretches;
  });
}

/** Rows on which the source of a spliced asset changes. */
function splices(
  panel: Panel,
  { strategy }: Books,
  days: readonly Day[],
): { row: number; text: string }[] {
  return strategy.assets.flatMap((asset) => {
    const series = panel.series(asset);
    return series.parts.slice(1).flatMap((part) => {
      const row = days.findIndex((day) => day >= part.from);
      return row <= 0
        ? []
        : [{ row, text: `${series.title}: from here on ${part.id} (no trade, linked by returns)` }];
    });
  });
}
