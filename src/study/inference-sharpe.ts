import { sameButForScale } from "../inference/comparable.ts";
import type { Draws } from "../inference/draws.ts";
import { ledoitWolf } from "../inference/sharpe-difference.ts";
import { studentisedSharpeDifference } from "../inference/studentised-bootstrap.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { varies } from "../measure/moments.ts";
import { normalQuantile } from "../measure/normal.ts";
import type { Track } from "../measure/track.ts";
import type { SharpeDifferenceFinding } from "./inference-finding.ts";
import { nothing } from "./inference-growth.ts";

const REACH = normalQuantile(0.975);
const STILL = unknown("one of the two hardly moves in this unit, and has no Sharpe ratio");
const ROBUST = "Ledoit and Wolf, errors robust to autocorrelation";

/**
 * The difference of annual Sharpe ratios with its p-value: from the studentised bootstrap where there
 * are draws for it and their blocks leave enough of the sample, else from errors that hold under autocorrelation
 * (Ledoit and Wolf 2008, both). Of one portfolio at two scales the difference alone.
 */
export function sharpeDifferenceIn(
  numeraire: string,
  a: Track,
  b: Track,
  circular: Draws | Unknown,
  resamples: number,
): SharpeDifferenceFinding {
  const [own, other] = [a.excess(), b.excess()];
  if (!varies(own, a.perYear) || !varies(other, b.perYear))
    return noSharpeDifference(numeraire, STILL);
  const annual = Math.sqrt(a.perYear);
  const scaled = (estimate: number, low: number, high: number) => ({
    ...{ estimate: estimate * annual, low: low * annual, high: high * annual, reason: null },
  });
  const found = ledoitWolf(own, other);
  if (isUnknown(found)) return noSharpeDifference(numeraire, found);
  const one = sameButForScale(own, other);
  if (one !== null)
    return { ...noSharpeDifference(numeraire, one), estimate: found.difference * annual };
  if (!isUnknown(circular)) {
    const resampled = studentisedSharpeDifference(own, other, { draws: circular, resamples });
    if (!isUnknown(resampled)) {
      const { difference, interval, p, blockRows } = resampled;
      const method = `studentised circular block bootstrap, ${blockRows} months a block`;
      return { numeraire, ...scaled(difference, interval.lower, interval.upper), p, method };
    }
  }
  const { difference, error, p } = found;
  const reach = REACH * error;
  return {
    numeraire,
    ...scaled(difference, difference - reach, difference + reach),
    p,
    method: ROBUST,
  };
}

/** A difference of which nothing is known. */
export function noSharpeDifference(numeraire: string, reason: Unknown): SharpeDifferenceFinding {
  return { numeraire, ...nothing(reason), p: null, method: ROBUST };
}
