import { viewAt } from "../market/view.ts";
import { formatDay } from "../series/day.ts";
import type { RegimeProbabilities } from "./regime-finding.ts";
import { isPhases, type Regime } from "./regime-labels.ts";
import type { Testing } from "./regime-tests.ts";

/** The probabilities that a regime estimates, by month of the run; null for one that estimates none. */
export function probabilitiesOf(
  regime: Regime,
  { panel, months }: Testing,
): RegimeProbabilities | null {
  if (isPhases(regime)) return null;
  const { first } = panel.calendar;
  const dates = months.map((row) => formatDay(panel.days[first + row]!));
  if (regime.causal) {
    const { probability } = regime;
    if (probability === null) return null;
    const values = months.map((row, m) => {
      const view = viewAt(panel, first + row, `regime ${regime.id} on ${dates[m]}`);
      return probability.at(view) ?? null;
    });
    return { of: probability.of, kind: "filtered", dates, values };
  }
  if (regime.probability === undefined) return null;
  const along = regime.probability.along(panel);
  const values = months.map((row) => along[first + row] ?? null);
  return { of: regime.probability.of, kind: "smoothed", dates, values };
}
