import { cointegration } from "../inference/cointegration.ts";
import { correlationInterval } from "../inference/correlation-interval.ts";
import { type ExpandingWindow, outOfSample } from "../inference/out-of-sample.ts";
import { InputError } from "../input/input-error.ts";
import { isUnknown } from "../input/unknown.ts";
import { correlation } from "../measure/correlation.ts";
import { logChanges } from "../series/log-changes.ts";
import { sharedDays } from "../series/shared-days.ts";
import { type Fact, fact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";
import type { Path } from "./path.ts";

/** How sure a correlation is. */
export interface CorrelationOptions {
  /** Rows over which values depend on their past: changes over h rows that overlap need h at least. */
  readonly lags?: number;
}

/**
 * Correlation of two paths on the days that both have: of their levels, of their logarithmic changes from
 * row to row. With `lags`, a 95 % interval for rows that depend on as many before them: Fisher's for the
 * independent pairs that would tell as much, which in simulations holds the truth more often than that of
 * the delta method.
 */
export function correlationOf(
  a: Path,
  b: Path,
  of: "levels" | "changes",
  { lags }: CorrelationOptions = {},
): Fact {
  const shared = sharedDays([a, b]);
  const [left, right] = shared.columns.map((column) =>
    of === "levels" ? column : logChanges(column),
  );
  if (left!.length < 3)
    throw new InputError(
      `correlation of ${a.title} and ${b.title}: fewer than three pairs; widen the window`,
    );
  const measured = correlation(left!, right!);
  if (lags === undefined) return fact(measured, { count: left!.length });
  const found = correlationInterval(left!, right!, lags);
  if (isUnknown(found)) throw new NotCovered(`${a.title} and ${b.title}: ${found.reason}`);
  const { lower, upper } = found.fisher ?? found.interval;
  return fact(measured, { count: left!.length, interval: [lower, upper] });
}

/** A test whether two paths are bound together in the long run. */
export interface Bond {
  /** t of the residual's pull back to its mean: the lower, the stronger the bond. */
  readonly statistic: Fact;
  /** Below it the two are bound, at 5 %. */
  readonly critical: Fact;
  /** Of the line through the logarithms: what `y` gains in percent where `x` gains one. */
  readonly slope: Fact;
}

/** Engle and Granger's (1987) test of the logarithms of two positive paths on the days that both have. */
export function bondOf(y: Path, x: Path): Bond {
  const [left, right] = sharedDays([y, x]).columns.map((column) => column.map(Math.log));
  const test = cointegration(left!, right!);
  if (isUnknown(test)) throw new NotCovered(`${y.title} and ${x.title}: ${test.reason}`);
  const count = left!.length;
  return {
    statistic: fact(test.statistic, { count }),
    critical: fact(test.critical, { count }),
    slope: fact(test.slope, { count }),
  };
}

/** Out-of-sample R² of one path on another, on the days that both have; `count` is the rows tried. */
export function explainedOf(y: Path, x: Path, window: ExpandingWindow): Fact {
  const [left, right] = sharedDays([y, x]).columns;
  const found = outOfSample(left!, right!, window);
  if (isUnknown(found)) throw new NotCovered(`${y.title} from ${x.title}: ${found.reason}`);
  return fact(found.explained, { count: found.count });
}
