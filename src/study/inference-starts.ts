import { type StartDates, startDates, type WinShare } from "../inference/start-dates.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import { periodsPerYear } from "../market/calendar.ts";
import type { Column } from "../series/series.ts";
import type { StartDatesFinding, WinShareFinding } from "./inference-finding.ts";
import { type Blocks, lengthOf } from "./inference-resampling.ts";

/** Years that a start has left at the least. */
const MINIMUM_YEARS = 5;
const ROLLING_YEARS = [3, 5, 10];

/** Win shares over start dates and rolling windows, from the path of relative wealth by month. */
export function startDatesOf(
  relative: Column,
  blocks: Blocks,
  resamples: number,
): StartDatesFinding {
  const found = startDates(relative, {
    perYear: periodsPerYear.monthly,
    minimumYears: MINIMUM_YEARS,
    rollingYears: ROLLING_YEARS,
    draws: blocks.draws,
    resamples,
  });
  return isUnknown(found) ? noStarts(found) : known(found, lengthOf(blocks));
}

function known(
  { starts, rolling, ends, pairs }: StartDates,
  block: number | null,
): StartDatesFinding {
  return {
    ...shareFinding(starts),
    rolling: rolling.map(({ years, wins }) => ({ years, ...shareFinding(wins) })),
    ends,
    pairs,
    block: isUnknown(starts.band) ? null : block,
  };
}

/** Start dates of which nothing is known. */
export function noStarts(reason: Unknown): StartDatesFinding {
  const none = shareFinding(reason);
  return {
    ...none,
    rolling: ROLLING_YEARS.map((years) => ({ years, ...none })),
    ends: null,
    pairs: null,
    block: null,
  };
}

function shareFinding(wins: WinShare | Unknown): WinShareFinding {
  if (isUnknown(wins))
    return {
      ...{ share: null, windows: null, effective: null, low: null, high: null },
      reason: wins.reason,
    };
  const { share, windows, effective, band } = wins;
  return {
    share,
    windows,
    effective,
    ...(isUnknown(band)
      ? { low: null, high: null, reason: band.reason }
      : { low: band.lower, high: band.upper, reason: null }),
  };
}
