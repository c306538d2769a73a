import { breakIntervals } from "../inference/break-interval.ts";
import { supF } from "../inference/break-tests.ts";
import { isUnknown } from "../input/unknown.ts";
import type { ChangesFound } from "../regime/hindsight.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { RegimeChanges } from "./regime-finding.ts";
import { isPhases, type Regime } from "./regime-labels.ts";
import type { Testing } from "./regime-tests.ts";

/** Simulated series at most: a p-value of one in five hundred is as far as it matters. */
const SIMULATED = 499;

/** The dates of changes that a regime found, with the test of one change; null for one that searches for none. */
export function changesOf(
  regime: Regime,
  { panel, resamples, seed }: Testing,
): RegimeChanges | null {
  if (isPhases(regime) || regime.causal || regime.changes === undefined) return null;
  const found = regime.changes(panel);
  if (isUnknown(found)) return { model: "none", dates: null, reason: found.reason, supF: null };
  const { model, values, rows } = found;
  const dateOf = (count: number) => formatDay(panel.days[rows[count - 1]!] as Day);
  const inside = (count: number | null) =>
    count === null ? null : dateOf(Math.max(1, Math.min(values.length, count)));
  const test = supF(values, {
    model: model === "trend" ? "trend" : "level",
    resamples: Math.min(resamples, SIMULATED),
    seed,
  });
  return {
    model,
    dates: rangesOf(found).map((range) => ({
      date: dateOf(range.at),
      lower: inside(range.lower),
      upper: inside(range.upper),
    })),
    reason: null,
    supF: isUnknown(test)
      ? {
          p: null,
          reason: test.reason,
          value: null,
          critical: null,
          date: null,
          autocorrelation: null,
        }
      : {
          p: test.p,
          reason: null,
          value: test.value,
          critical: test.critical,
          date: dateOf(test.at),
          autocorrelation: test.autocorrelation,
        },
  };
}

/** Where each change lies; without a range where the variance changes too. */
function rangesOf({ model, values, at }: ChangesFound) {
  if (model === "mean-and-variance" || model === "mean")
    return at.map((count) => ({ at: count, lower: null, upper: null }));
  return breakIntervals(values, { model, chosen: { breaks: at, residualSum: 0, bic: 0 } });
}
