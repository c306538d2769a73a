import { formatDay } from "../series/day.ts";
import { count, decimal, percent, significant } from "../series/format.ts";
import type { Check, Tolerance, Unit } from "./check.ts";

/** A number of a unit in words, with more digits than usual if asked: `12.3%`, `5.53 oz`, `3 times`. */
export function inWords(value: number, unit: Unit, more = 0): string {
  switch (unit) {
    case "fraction":
      return percent(value, 1 + more);
    case "points":
      return `${decimal(value * 100, 1 + more)} points`;
    case "times":
      return `${significant(value, 3 + more)} times`;
    case "count":
      return count(value);
    case "correlation":
      return decimal(value, 2 + more);
    case "day":
      return formatDay(value);
    default:
      return `${significant(value, 3 + more)} ${unit}`.trimEnd();
  }
}

/** What was claimed, with its tolerance, in words. */
export const claimedInWords = {
  near: (claimed: number, unit: Unit, tolerance: Tolerance) =>
    `${inWords(claimed, unit)} ± ${
      "relative" in tolerance
        ? percent(tolerance.relative, 0)
        : inWords(tolerance.points, unit === "fraction" ? "points" : unit)
    }`,
  between: (low: number, high: number, unit: Unit) =>
    `${inWords(low, unit)} to ${inWords(high, unit)}`,
};

/** What a check measured, in words. */
export function measuredInWords(check: Check): string {
  const { fact, unit } = check;
  const value = inWords(unit === "day" ? fact.day! : fact.value, unit, digitsApart(check));
  const day = fact.day === undefined || unit === "day" ? "" : ` on ${formatDay(fact.day)}`;
  const interval =
    fact.interval === undefined
      ? ""
      : ` (${inWords(fact.interval[0], unit)} to ${inWords(fact.interval[1], unit)})`;
  return `${value}${interval}${day}`;
}

/** Digits beyond the usual ones that tell what was measured from a claimed number that it missed by little. */
function digitsApart({ fact, unit, claimed, holds }: Check): number {
  if (typeof claimed !== "number" || holds !== false) return 0;
  const shown = (value: number, more: number) => read(inWords(value, unit, more));
  const isSame = (more: number) => shown(fact.value, more) === shown(claimed, more);
  return [0, 1, 2].find((more) => !isSame(more)) ?? 3;
}

/** The number that a text begins with, as this folder writes numbers. */
function read(text: string): number {
  return Number.parseFloat(text.replace("−", "-").replaceAll(",", ""));
}

/** A check as part of a sentence: what was measured, and what it must be. */
export function checkInWords(check: Check): string {
  const bound = check.expects === null ? "" : ` (must be ${check.expects})`;
  return `${check.title}: ${measuredInWords(check)}${bound}`;
}
