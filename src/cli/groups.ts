import { partsOf } from "../series/day.ts";
import type { Series, SeriesKind } from "../series/series.ts";

/** Kinds of series in words. */
export const KIND_WORDS: Readonly<Record<SeriesKind, string>> = {
  price: "price",
  total: "total return",
  yield: "yield",
  rate: "rate",
  index: "index",
  amount: "amount",
};

/** Headings under which series are listed, in their order. */
export const GROUPS = [
  "prices",
  "total returns",
  "yields and rates",
  "money, prices, production, averages and other levels",
  "highest and lowest of each month",
  "on some days only",
  "derived from others",
] as const;

export type Group = (typeof GROUPS)[number];

/** The group of a series, from what is known of it: a project's own series have one too. */
export function groupOf(series: Series): Group {
  const { kind, period, known } = series;
  if (isDerived(series)) return "derived from others";
  if (period !== undefined) return "money, prices, production, averages and other levels";
  // A value that is known later than on its day, and stands for no period, was chosen out of one.
  if (known !== undefined) return "highest and lowest of each month";
  if (isSparse(series)) return "on some days only";
  if (kind === "price") return "prices";
  if (kind === "total") return "total returns";
  if (kind === "yield" || kind === "rate") return "yields and rates";
  return "money, prices, production, averages and other levels";
}

/** True where the heading says already of which kind its series are. */
export function saysKind(group: Group): boolean {
  return group === "prices" || group === "total returns";
}

/** Made out of others; a series that another one carries on is still its own. */
function isDerived({ id, inputs, parts }: Series): boolean {
  return inputs.length > 0 && parts[0]?.id !== id;
}

/** With a value in less than every other month of its span. */
function isSparse({ days }: Series): boolean {
  if (days.length < 2) return false;
  const [first, last] = [partsOf(days[0]!), partsOf(days[days.length - 1]!)];
  return 2 * days.length < 12 * (last.year - first.year) + last.month - first.month;
}
