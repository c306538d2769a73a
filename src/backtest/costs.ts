import { checkNumber } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { type Day, parseDay } from "../series/day.ts";

/** The most that trading may cost, as a fraction, and the most basis points that a number may be meant as. */
const MOST_COST = 0.5;
const MOST_BP = 5000;

/** A one-way cost in force until a day (exclusive); the last of a list has no end. */
export interface CostEra {
  readonly until?: string;
  readonly oneWay: number;
}

/** By asset or part of one: what a trade costs one way, until each day (exclusive; the last has no end). */
export type CostEras = Readonly<
  Record<string, readonly { readonly until: Day; readonly oneWay: number }[]>
>;

/** The era in force on a day: what a trade costs one way, and until when. */
export function eraOn(eras: CostEras[string], day: Day): CostEras[string][number] {
  return eras.find((era) => day < era.until)!;
}

/**
 * The eras of every asset's cost, checked and in order, costs before a day multiplied.
 * @throws InputError for a last era that ends, eras out of order, or a cost that is none
 */
export function costEras(
  place: string,
  spec: {
    readonly costs: Readonly<Record<string, number | readonly CostEra[] | undefined>>;
    readonly earlierCosts?: { readonly before: string; readonly times: number };
  },
): CostEras {
  const eras: Record<string, { until: Day; oneWay: number }[]> = {};
  for (const [asset, cost] of Object.entries(spec.costs) as [
    string,
    number | readonly CostEra[],
  ][]) {
    const where = `${place}: costs of ${asset}`;
    const list = typeof cost === "number" ? [{ oneWay: cost }] : cost;
    eras[asset] = list.map((era) => ({
      until: era.until === undefined ? Infinity : parseDay(era.until, where),
      oneWay: checkNumber(where, basisPoints(where, era.oneWay), 0, MOST_COST),
    }));
    if (eras[asset].at(-1)?.until !== Infinity)
      throw new InputError(`${where}: the last era ends; leave out "until" in the last one`);
    if (eras[asset].some((era, index, all) => index > 0 && era.until <= all[index - 1]!.until))
      throw new InputError(`${where}: the eras are not in order of time; write the earliest first`);
  }
  if (spec.earlierCosts === undefined) return eras;
  const before = parseDay(spec.earlierCosts.before, `${place}: earlierCosts`);
  const times = checkNumber(`${place}: earlierCosts: times`, spec.earlierCosts.times, 0, 100);
  return Object.fromEntries(
    Object.entries(eras).map(([asset, list]) => [asset, multiplied(list, before, times)]),
  );
}

/** @throws InputError for a fraction so large that basis points were meant */
function basisPoints(where: string, oneWay: number): number {
  if (typeof oneWay === "number" && oneWay > MOST_COST && oneWay <= MOST_BP)
    throw new InputError(
      `${where}: ${oneWay} is a fraction of what is traded, and at most ${MOST_COST}; for ${oneWay} basis points give bp(${oneWay})`,
    );
  return oneWay;
}

/** The eras with every cost before a day multiplied; an era that spans the day is cut in two. */
function multiplied(eras: CostEras[string], before: Day, times: number) {
  const started = (index: number) => index === 0 || eras[index - 1]!.until < before;
  const early = eras
    .slice(0, eras.findLastIndex((_, index) => started(index)) + 1)
    .map((era) => ({ until: Math.min(era.until, before), oneWay: era.oneWay * times }));
  return [...early, ...eras.filter((era) => era.until > before)];
}
