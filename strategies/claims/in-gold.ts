import type { Facts, Path } from "assay";

/** What the price of gold may be taken from: the London fixing, the front month in New York, monthly averages. */
export const golds = ["London fixing", "New York futures", "monthly average"] as const;
/** How often prices are read. */
export const frequencies = ["daily", "month-end", "monthly average"] as const;
/** Whether dividends are left out or put back into the shares. */
export const incomes = ["price index", "with dividends"] as const;

export type Gold = (typeof golds)[number];
export type Frequency = (typeof frequencies)[number];
export type Income = (typeof incomes)[number];
export type Index = "spx" | "qqq";

/** Series that gold, and shares counted in it, are made of. */
export const inGoldReads = [
  "spx",
  "qqq",
  "gold",
  "goldFutures",
  "goldAverage",
  "spxAverage",
] as const;

/** The same with dividends. */
export const withIncomeReads = [...inGoldReads, "spxTotal", "qqqTotal"] as const;

type Reads = (typeof withIncomeReads)[number];
type GoldReads = "gold" | "goldFutures" | "goldAverage";

/** What a share index or gold is read from. */
export interface Reading {
  readonly gold: Gold;
  readonly frequency: Frequency;
  readonly income?: Income;
}

/** One share index in ounces of gold. */
export function inGold(facts: Facts<Reads>, index: Index, reading: Reading): Path {
  const { gold, frequency } = reading;
  if (frequency === "monthly average" || gold === "monthly average")
    return shares(facts, index, reading).over(ounce(facts, reading));
  return facts.ratio(seriesOf(index, reading), priceOf(gold), rowsOf(frequency));
}

/** One share index in dollars, read as often as the gold beside it. */
export function shares(facts: Facts<Reads>, index: Index, reading: Reading): Path {
  const id = seriesOf(index, reading);
  if (reading.frequency !== "monthly average") return facts.series(id, rowsOf(reading.frequency));
  if (id === "spx" && reading.gold === "monthly average")
    return facts.series("spxAverage", "monthly");
  return facts.series(id, "daily").monthlyAverages();
}

/** An ounce of gold in dollars. */
export function ounce(facts: Facts<GoldReads>, { gold, frequency }: Reading): Path {
  if (gold !== "monthly average") {
    const price = facts.series(priceOf(gold), rowsOf(frequency));
    return frequency === "monthly average" ? price.monthlyAverages() : price;
  }
  if (frequency !== "monthly average")
    return facts.notApplicable("a monthly average of gold goes with monthly averages of shares");
  return facts.series("goldAverage", "monthly");
}

function seriesOf(index: Index, { income }: Reading) {
  return income === "with dividends" ? (`${index}Total` as const) : index;
}

const priceOf = (gold: Gold) => (gold === "New York futures" ? "goldFutures" : "gold");

/** Averages are taken of daily closes. */
const rowsOf = (frequency: Frequency) => (frequency === "month-end" ? "monthly" : "daily");
