import { checkChoice, checkKeys } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { type Day, monthOf, weekdayOf } from "../series/day.ts";
import type { Days } from "../series/series.ts";
import type { Band } from "./world.ts";

export type CalendarPeriod = "week" | "month" | "quarter" | "year";

/** When a strategy comes back to its target weights: at the end of calendar periods, on drift, or both. */
export interface Rebalance {
  /** In words, for reports. */
  readonly text: string;
  readonly calendar: CalendarPeriod | null;
  readonly band: Band | null;
}

const atTheEndOf = (calendar: CalendarPeriod, text: string): Rebalance => ({
  text,
  calendar,
  band: null,
});

/** At the last close of each week (daily data only). */
export const weekly = atTheEndOf("week", "weekly");
/** At the last close of each month. */
export const monthly = atTheEndOf("month", "monthly");
/** At the last close of March, June, September and December. */
export const quarterly = atTheEndOf("quarter", "quarterly");
/** At the last close of December. */
export const yearly = atTheEndOf("year", "yearly");
/** Buy and hold: the first weights drift from then on. */
export const never: Rebalance = { text: "never", calendar: null, band: null };

/**
 * When any weight has left its target by more than `min(absolute, relative x |target|)` at a close. The
 * default is the 5/25 rule: 5 points of wealth, or a quarter of the target; cash is not tested. Infinity is
 * no band of that kind. Then every leg goes back to `target`, or only the legs that left their band go to its `edge` or `halfway` back.
 */
export function drifted(band: Partial<Band> = {}): Rebalance {
  checkKeys("drifted", band, ["absolute", "relative", "to"]);
  const { absolute = 0.05, relative = 0.25, to = "target" } = band;
  checkChoice("drifted: to", to, ["target", "edge", "halfway"]);
  checkBand("absolute", absolute);
  checkBand("relative", relative);
  if (absolute === Infinity && relative === Infinity)
    throw new InputError(
      "drifted: absolute and relative are both Infinity, so that nothing ever drifts; give one of them, or rebalance never",
    );
  const where = { target: "", edge: ", to the edge", halfway: ", halfway back" }[to];
  return {
    text: `on a drift of ${inPoints({ absolute, relative })}${where}`,
    calendar: null,
    band: { absolute, relative, to },
  };
}

/** @throws InputError unless a band is a fraction, with what was meant where it looks like percent. */
function checkBand(name: string, value: number): void {
  if (!(value > 0)) throw new InputError(`drifted: ${name} is ${value}; give a fraction above 0`);
  if (value > 1 && value !== Infinity)
    throw new InputError(
      `drifted: ${name} is ${value}, which looks like percent; give a fraction (${round(value / 100)}), or Infinity for no band of this kind`,
    );
}

function inPoints({ absolute, relative }: Pick<Band, "absolute" | "relative">): string {
  const points = absolute === Infinity ? [] : [`${round(absolute * 100)} points`];
  const ofTarget = relative === Infinity ? [] : [`${round(relative * 100)} % of target`];
  return [...points, ...ofTarget].join(" or ");
}

/** Whichever comes first: a calendar rule and a drift rule together. */
export function either(calendarRule: Rebalance, driftRule: Rebalance): Rebalance {
  if (calendarRule.calendar === null || driftRule.band === null || driftRule.calendar !== null)
    throw new InputError(
      `either: got "${calendarRule.text}" and "${driftRule.text}"; give a calendar rule, then a drift rule`,
    );
  return {
    text: `${calendarRule.text}, and ${driftRule.text}`,
    calendar: calendarRule.calendar,
    band: driftRule.band,
  };
}

/** 1 on the rows on which a calendar rule decides: the last row of each period, and the first row of all. */
export function scheduleOf(calendar: CalendarPeriod | null, days: Days): Uint8Array {
  const schedule = new Uint8Array(days.length);
  if (days.length > 0) schedule[0] = 1;
  if (calendar === null) return schedule;
  for (let row = 0; row + 1 < days.length; row++)
    if (periodOf(calendar, days[row]!) !== periodOf(calendar, days[row + 1]!)) schedule[row] = 1;
  return schedule;
}

function periodOf(calendar: CalendarPeriod, day: Day): number {
  if (calendar === "week") return day - ((weekdayOf(day) + 6) % 7);
  const month = monthOf(day);
  if (calendar === "month") return month;
  return Math.floor(month / (calendar === "quarter" ? 3 : 12));
}

const round = (value: number) => Number(value.toPrecision(6));
