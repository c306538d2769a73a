import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, parseDay } from "../series/day.ts";
import type { Check, Tolerance, Unit } from "./check.ts";
import { type Fact, isFact } from "./fact.ts";
import { claimedInWords, inWords } from "./words.ts";

/** The measured number lies near what was claimed. */
export function near(
  title: string,
  measured: Fact,
  unit: Unit,
  claimed: number,
  tolerance: Tolerance,
): Check {
  const width = "relative" in tolerance ? Math.abs(claimed) * tolerance.relative : tolerance.points;
  const value = known(title, measured);
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
  const value = known(title, measured);
  const expects = claimedInWords.between(low, high, unit);
  return {
    ...{ title, fact: measured, unit, claimed: expects, expects },
    holds: value >= low && value <= high,
  };
}

/** The measured number is more than what was claimed. */
export function above(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: `above ${inWords(claimed, unit)}`,
    holds: value > claimed,
  };
}

/** The measured number is what was claimed or more. */
export function atLeast(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: `at least ${inWords(claimed, unit)}`,
    holds: value >= claimed,
  };
}

/** The measured number is less than what was claimed. */
export function below(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: `below ${inWords(claimed, unit)}`,
    holds: value < claimed,
  };
}

/** The measured number is what was claimed or less. */
export function atMost(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const value = known(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: `at most ${inWords(claimed, unit)}`,
    holds: value <= claimed,
  };
}

/** The day of the measured number lies in a window, both ends included. */
export function dated(title: string, measured: Fact, from: string, to: string): Check {
  const day = dayOf(title, measured);
  const words = `from ${from} to ${to}`;
  return {
    ...{ title, fact: measured, unit: "day", claimed: words, expects: words },
    holds: day >= parseDay(from, title) && day <= parseDay(to, title),
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
  const [low] = intervalOf(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
    expects: `above ${inWords(claimed, unit)} with its whole interval`,
    holds: low > claimed,
  };
}

/** The 95 % interval of the measured number holds what was claimed. */
export function compatible(title: string, measured: Fact, unit: Unit, claimed: number): Check {
  const [low, high] = intervalOf(title, measured);
  return {
    ...{ title, fact: measured, unit, claimed },
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
  known(title, measured);
  return { title, fact: measured, unit, claimed: null, expects: null, holds: null };
}

/** Share of a tolerance that is left to rounding. */
const ROUNDING = 1e-9;

function known(title: string, measured: Fact): number {
  if (!isFact(measured))
    throw new InputError(`"${title}": ${String(measured)} was typed in; measure it from facts`);
  if (!Number.isFinite(measured.value))
    throw new InputError(`"${title}": measured ${measured.value}, which is not a number`);
  return measured.value;
}

function dayOf(title: string, measured: Fact): Day {
  known(title, measured);
  if (measured.day === undefined) throw new InputError(`"${title}": what was measured has no day`);
  return measured.day;
}

function intervalOf(title: string, measured: Fact): readonly [number, number] {
  known(title, measured);
  if (measured.interval === undefined)
    throw new InputError(`"${title}": what was measured has no interval`);
  return measured.interval;
}
