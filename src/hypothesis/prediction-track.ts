import { InputError } from "../input/input-error.ts";
import { type Day, formatDay } from "../series/day.ts";
import { asOf } from "./as-of.ts";
import { authored, isCheck } from "./authored.ts";
import type { Check } from "./check.ts";
import type { Facts } from "./facts.ts";
import { NotCovered } from "./not-covered.ts";
import type { Prediction } from "./prediction.ts";

type Test = Prediction["tests"][number];

/** What a test measures, read as of each of some days: only days on which it can be read. */
export interface PredictionTrack {
  readonly test: string;
  readonly due: Day;
  readonly title: string;
  readonly unit: string;
  readonly expects: string;
  readonly claimed: number;
  readonly days: readonly Day[];
  readonly values: readonly number[];
}

/**
 * Where each test of a prediction has stood on days after it was registered, each day read with what was
 * known on it and nothing later. A test without a number to reach, or that cannot be read, has no track.
 */
export function tracksOf(
  given: Prediction,
  facts: Facts,
  days: readonly Day[],
): readonly PredictionTrack[] {
  return given.tests.flatMap((test) => {
    const read = days
      .filter((day) => day > given.registered && day <= test.due)
      .flatMap((day) => {
        const check = checkOn(given, test, facts, day);
        return check === null ? [] : [{ day, check }];
      });
    const last = read.at(-1)?.check;
    if (last === undefined || typeof last.claimed !== "number") return [];
    return [
      {
        test: test.id,
        due: test.due,
        title: last.title,
        unit: last.unit,
        expects: test.expects,
        claimed: last.claimed,
        days: read.map(({ day }) => day),
        values: read.map(({ check }) => check.fact.value),
      },
    ];
  });
}

/**
 * The check of a test as of a day; null where it cannot be read yet. A mistake of its author is told where
 * the prediction is judged, on the last day; here it is a day on which there was nothing to read.
 */
function checkOn({ registered }: Prediction, test: Test, facts: Facts, day: Day): Check | null {
  const since = { from: formatDay(registered), to: formatDay(day) };
  try {
    const standing = authored(`${test.id}: stand`, () => test.stand(asOf(facts, since.to), since));
    return isCheck(standing?.check) ? standing.check : null;
  } catch (error) {
    if (error instanceof NotCovered || error instanceof InputError) return null;
    throw error;
  }
}
