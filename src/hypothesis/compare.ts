import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, parseDay } from "../series/day.ts";
import { described, isPath } from "./authored.ts";
import type { Check, Tolerance, Unit } from "./check.ts";
import { type Fact, isFact } from "./fact.ts";
import { checkUnit } from "./unit-meant.ts";
import { claimedInWords, inWords } from "./words.ts";

/** The measured number lies near what was claimed. */
export function near(
  title: string,
  measured: Fact,
  unit: Unit,
  claimed: number,
  tolerance: Tolerance,
): Check {
  const value = known(title, measured, unit);
  const width = widthOf(title, limit(title, claimed), tolerance);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: claimedInWords.near(claimed, unit, tolerance),
    holds: Math.abs(value - claimed) <= width * (1 + ROUNDING),
  };
}

/** The measured number lies in a range, both ends included. */
export function between(
  title: string,
  measured: Fact,
  unit: Unit,
  low: number,
  high: number,
): Check {
  const value = known(title, measured, unit);
  if (limit(title, low) > limit(title, high))
    throw new InputError(`"${title}": from ${low} to ${high} is empty; give the lower end first`);
  const expects = claimedInWords.between(low, high, unit);
  return {
    ...{ title, fact: measured, unit, claimed: expects, expects },
    holds: value >= low && value <= high,
  };
}

/** The measured number is more than what was claimed. */
export function above(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `above ${inWords(claimed, unit)}`,
    holds: value > claimed,
  };
}

/** The measured number is what was claimed or more. */
export function atLeast(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `at least ${inWords(claimed, unit)}`,
    holds: value >= claimed,
  };
}

/** The measured number is less than what was claimed. */
export function below(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `below ${inWords(claimed, unit)}`,
    holds: value < claimed,
  };
}

/** The measured number is what was claimed or less. */
export function atMost(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `at most ${inWords(claimed, unit)}`,
    holds: value <= claimed,
  };
}

/** The day of the measured number lies in a window, both ends included. */
export function dated(title: string, measured: Fact, from: string, to: string): Check {
  const day = dayOf(title, measured);
  const [first, last] = [parseDay(from, title), parseDay(to, title)];
  const words = `from ${from} to ${to}`;
  if (first > last)
    throw new InputError(`"${title}": ${words} is empty; write the earlier day first`);
  return {
    ...{ title, fact: measured, unit: "day", claimed: words, expects: words },
    holds: day >= first && day <= last,
  };
}

/** The day of one measured number comes after that of another. */
export function after(title: string, measured: Fact, earlier: Fact): Check {
  const words = `after ${formatDay(dayOf(title, earlier))}`;
  return {
    ...{ title, fact: measured, unit: "day", claimed: words, expects: words },
    holds: dayOf(title, measured) > dayOf(title, earlier),
  };
}

/** The whole 95 % interval of the measured number lies above what was claimed. */
export function surelyAbove(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const [low] = intervalOf(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `above ${inWords(claimed, unit)} with its whole interval`,
    holds: low > claimed,
  };
}

/** The 95 % interval of the measured number holds what was claimed. */
export function compatible(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const [low, high] = intervalOf(title, measured, unit);
  return {
    ...{ title, fact: measured, unit, claimed: limit(title, claimed) },
    expects: `an interval that holds ${inWords(claimed, unit)}`,
    holds: low <= claimed && claimed <= high,
  };
}

/** A check that is judged beside the claim and decides nothing. */
export function aside(check: Check): Check {
  return { ...check, isAside: true };
}

/** A number that is told beside the claim and decides nothing. */
export function reported(title: string, measured: Fact, unit: Unit): Check {
  known(title, measured, unit);
  return { title, fact: measured, unit, claimed: null, expects: null, holds: null };
}

/** Share of a tolerance that is left to rounding. */
const ROUNDING = 1e-9;

function known(title: string, measured: Fact, unit: Unit): number {
  checkUnit(title, unit);
  if (!isFact(measured)) throw new InputError(`"${title}": ${insteadOfFact(measured)}`);
  if (!Number.isFinite(measured.value))
    throw new InputError(`"${title}": measured ${measured.value}, which is not a number`);
  if (unit === "day" && measured.day === undefined)
    throw new InputError(`"${title}": what was measured has no day`);
  return measured.value;
}

/** What stands where a fact should, and what to do. */
function insteadOfFact(given: unknown): string {
  if (typeof given === "number" || typeof given === "string")
    return `${String(given)} was typed in; measure it from facts`;
  if (isPath(given)) return "a path was given; take one number of it, such as .maximum()";
  if (given === null) return "null was given: what was looked for is not there; ask for it first";
  return `${described(given)} was given; measure a fact`;
}

/** What was claimed. @throws InputError unless it is a number. */
function limit(title: string, claimed: number): number {
  if (typeof claimed !== "number" || !Number.isFinite(claimed))
    throw new InputError(`"${title}": claimed ${described(claimed)}; give a number`);
  return claimed;
}

function widthOf(title: string, claimed: number, tolerance: Tolerance): number {
  const given: Partial<Record<"relative" | "points", number>> = tolerance ?? {};
  const width =
    given.relative === undefined ? given.points : Math.abs(claimed) * limit(title, given.relative);
  if (width === undefined || !(width >= 0))
    throw new InputError(
      `"${title}": the tolerance is ${described(tolerance)}; give { relative: 0.05 } or { points: 0.01 }, at least 0`,
    );
  return width;
}

function dayOf(title: string, measured: Fact): Day {
  known(title, measured, "day");
  return measured.day!;
}

function intervalOf(title: string, measured: Fact, unit: Unit): readonly [number, number] {
  known(title, measured, unit);
  if (measured.interval === undefined)
    throw new InputError(`"${title}": what was measured has no interval`);
  return measured.interval;
}
