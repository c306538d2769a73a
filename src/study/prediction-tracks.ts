import type { Facts } from "../hypothesis/facts.ts";
import type { Prediction } from "../hypothesis/prediction.ts";
import { type PredictionTrack, tracksOf } from "../hypothesis/prediction-track.ts";
import { type Day, formatDay, monthOf } from "../series/day.ts";
import type { TrackFinding } from "./course-finding.ts";
import { sixDigits } from "./six-digits.ts";

/** Where what the predictions speak of has stood at the ends of months since they were registered. */
export function predictionTracks(
  predictions: readonly Prediction[],
  facts: (reads: readonly string[]) => Facts,
  days: readonly Day[],
): readonly TrackFinding[] {
  const ends = days.filter(
    (day, row) => row === days.length - 1 || monthOf(days[row + 1]!) !== monthOf(day),
  );
  return predictions.flatMap((one) => {
    const groups = new Map<string, PredictionTrack[]>();
    for (const track of tracksOf(one, facts(one.reads), ends)) {
      const key = JSON.stringify([track.title, track.expects, track.values.slice(0, 1)]);
      groups.set(key, [...(groups.get(key) ?? []), track]);
    }
    return [...groups.values()].map((group) => trackFinding(one, group));
  });
}

/** Tests that ask the same of the same quantity on several days are one track. */
function trackFinding(
  { id, registered }: Prediction,
  group: readonly PredictionTrack[],
): TrackFinding {
  const longest = group.reduce((best, one) => (one.days.length > best.days.length ? one : best));
  const { title, unit, expects, claimed } = longest;
  return {
    prediction: id,
    tests: group.map(({ test }) => test),
    ...{ title, unit, expects, claimed },
    registered: formatDay(registered),
    due: [...new Set(group.map(({ due }) => due))].sort((a, b) => a - b).map(formatDay),
    dates: longest.days.map(formatDay),
    values: longest.values.map(sixDigits),
  };
}
