import type { SeriesId } from "../data/register.ts";
import { checkKeys, checkNumber } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { Frequency } from "../market/calendar.ts";
import type { Column } from "../series/series.ts";

/**
 * An overlay that scales all weights by `min(cap, target / estimate)`: the estimate is the volatility of
 * the unscaled portfolio up to the decision, the target a volatility a year or that of another series.
 */
export interface VolatilityTarget {
  readonly target: number | { readonly like: string };
  readonly cap: number;
  /** Rows of an equally weighted estimate; null for the exponentially weighted one of daily data. */
  readonly window: number | null;
}

export interface VolatilityTargetSpec {
  /** Volatility a year (0.1 is 10 %), or the id of a series whose realised volatility is the target. */
  readonly target: number | { readonly like: SeriesId };
  /** The most that weights are scaled up. Default 2. */
  readonly cap?: number;
  /**
   * Rows of the standard deviation. Default: 36 on monthly data; on daily data exponential weights with
   * decay 0.94, seeded with the first 60 returns (RiskMetrics 1996).
   */
  readonly window?: number;
}

/** A volatility target, checked. */
export function volatilityTarget(spec: VolatilityTargetSpec): VolatilityTarget {
  checkKeys("volatilityTarget", spec, ["target", "cap", "window"]);
  if (typeof spec.target === "number") checkTarget(spec.target);
  const window = spec.window ?? null;
  if (window !== null && (!Number.isInteger(window) || window < 2))
    throw new InputError(
      `volatilityTarget: window is ${window}; give a whole number of rows from 2`,
    );
  return {
    target: spec.target,
    cap: checkNumber("volatilityTarget: cap", spec.cap ?? 2, 0.01, 100),
    window,
  };
}

/** A volatility a year beyond this is no fraction: nothing that is held swings so much. */
const MOST_TARGET = 2;

function checkTarget(target: number): void {
  if (target > MOST_TARGET)
    throw new InputError(
      `volatilityTarget: target is ${target}, which looks like percent; give a fraction a year (${target / 100})`,
    );
  checkNumber("volatilityTarget: target", target, 1e-4, MOST_TARGET);
}

const DECAY = 0.94;
const SEED_RETURNS = 60;
const MONTHS = 36;

/**
 * Volatility a year of the returns of a level series, as it could be estimated at each row from the
 * returns up to it; NaN until there are enough. Row 0 is the base and has no return.
 */
export function estimatedVolatility(
  levels: Column,
  frequency: Frequency,
  perYear: number,
  window: number | null,
): Float64Array {
  const returns = new Float64Array(levels.length);
  for (let t = 1; t < returns.length; t++) returns[t] = levels[t]! / levels[t - 1]! - 1;
  const rows = window ?? (frequency === "monthly" ? MONTHS : null);
  const variance = rows === null ? exponential(returns) : rolling(returns, rows);
  return variance.map((value) => Math.sqrt(value * perYear));
}

/** `s2_t = 0.94 s2_(t-1) + 0.06 R_t^2`, from the mean square of the first 60 returns. */
function exponential(returns: Float64Array): Float64Array {
  const variance = new Float64Array(returns.length).fill(Number.NaN);
  let seed = 0;
  for (let t = 1; t < returns.length; t++) {
    const square = returns[t]! ** 2;
    if (t < SEED_RETURNS) seed += square;
    else if (t === SEED_RETURNS) variance[t] = (seed + square) / SEED_RETURNS;
    else variance[t] = DECAY * variance[t - 1]! + (1 - DECAY) * square;
  }
  return variance;
}

/** The variance (ddof 1) of the last returns. */
function rolling(returns: Float64Array, rows: number): Float64Array {
  const variance = new Float64Array(returns.length).fill(Number.NaN);
  for (let t = rows; t < returns.length; t++) {
    const own = returns.subarray(t - rows + 1, t + 1);
    const mean = own.reduce((sum, value) => sum + value, 0) / rows;
    variance[t] = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1);
  }
  return variance;
}

/** The factor on all weights at each row: 1 until there are estimates. */
export function scalesOf(
  overlay: VolatilityTarget,
  estimate: Column,
  likes: Column | null,
): Float64Array {
  return Float64Array.from({ length: estimate.length }, (_, row) => {
    const target = likes === null ? (overlay.target as number) : likes[row]!;
    const scale = target / estimate[row]!;
    return Number.isFinite(scale) ? Math.min(overlay.cap, scale) : 1;
  });
}
