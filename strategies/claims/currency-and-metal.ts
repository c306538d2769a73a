import {
  above,
  atLeast,
  type Check,
  type Fact,
  type Facts,
  type Path,
  reported,
  type Window,
} from "assay";
import { essayDay } from "./dates.ts";
import type { Frequency } from "./in-gold.ts";

/** A currency that is said to follow a metal. */
export interface Following {
  /** The currency in dollars, as often as it is read. */
  readonly currency: Path;
  readonly metal: Path;
  readonly frequency: Frequency;
  /** As in "the baht" and "gold". */
  readonly names: readonly [currency: string, metal: string];
  /** What was claimed. */
  readonly rise: number;
  readonly correlation: number;
  /** The first month for which both are at hand since March 1999. */
  readonly since: string;
}

// 53 Wednesdays and 13 months: the changes of a year.
const weeks: Window = { from: "2025-01-21", to: essayDay };
const months: Window = { from: "2025-01-31", to: "2026-01-31" };
const HOLDS_FROM = 0.5;

/** Whether a currency rose in a year, and moved with a metal: the changes decide, levels stand beside. */
export function risesWith(facts: Facts, following: Following): Check[] {
  const { currency, metal, frequency, names, rise, since } = following;
  const isDaily = frequency === "daily";
  const yearly = currency.changesOver(12);
  const risen = isDaily
    ? yearly.during({ from: facts.tradingDay(essayDay, -10), to: facts.tradingDay(essayDay, 10) })
    : yearly.during({ from: months.to, to: months.to });
  const inMonths = (of: "levels" | "changes", window: Window, lags?: number) =>
    facts.correlation(
      currency.monthEnds().during(window),
      metal.monthEnds().during(window),
      of,
      lags === undefined ? {} : { lags },
    );
  const inWeeks = (of: "levels" | "changes", lags?: number) =>
    facts.correlation(
      currency.wednesdays().during(weeks),
      metal.wednesdays().during(weeks),
      of,
      lags === undefined ? {} : { lags },
    );
  const pair = `${names[0]} with ${names[1]}`;
  const step = isDaily ? "weekly changes over 52 weeks" : "monthly changes over 12 months";
  const decides = isDaily ? inWeeks("changes", 4) : inMonths("changes", months, 2);
  const sinceThen: Window = { from: since, to: months.to };
  const told = (title: string, correlation: Fact) =>
    reported(`correlation of ${title}`, correlation, "correlation");
  return [
    above(
      isDaily
        ? `highest rise of ${names[0]} over a year, within ten trading days of the essay`
        : `rise of ${names[0]} over the year to January 2026`,
      risen.maximum(),
      "fraction",
      rise,
    ),
    {
      ...atLeast(`correlation of ${pair}, ${step}`, decides, "correlation", HOLDS_FROM),
      claimed: following.correlation,
      expects: `${following.correlation} (it holds from ${HOLDS_FROM} on)`,
    },
    isDaily
      ? told("their levels over the same weeks", inWeeks("levels"))
      : told("their levels over the same months", inMonths("levels", months)),
    ...(isDaily ? [told("monthly changes over 12 months", inMonths("changes", months, 2))] : []),
    told(`monthly changes since ${since.slice(0, 7)}`, inMonths("changes", sinceThen, 6)),
    told(`levels since ${since.slice(0, 7)}`, inMonths("levels", sinceThen)),
  ];
}
