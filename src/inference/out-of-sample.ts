import { type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { FEWEST_PAIRS, uninformative } from "./comparable.ts";

/** Which rows a fit knows when it is tried on another. */
export interface ExpandingWindow {
  /** Rows that the first fit is made from. */
  readonly fewest: number;
  /** Rows from the last that a fit knows to the one that it is tried on: the length of overlapping changes. */
  readonly apart: number;
}

/** How well a line explains rows of which it knows nothing. */
export interface OutOfSample {
  /** 1 where it explains all, 0 where the mean does as well; below 0 where the mean does better. */
  readonly explained: number;
  /** Rows that it was tried on. */
  readonly count: number;
}

/**
 * Out-of-sample R² of a line with a constant (Campbell and Thompson 2008):
 * `1 - sum (y_t - a_t - b_t x_t)^2 / sum (y_t - m_t)^2`, where a_t and b_t are the least squares of y on x
 * and m_t is the mean of y over all rows up to `t - apart`. A line through an x that has not varied yet
 * is level.
 * @throws Error for columns of different lengths, and for windows that are not whole and positive.
 */
export function outOfSample(
  y: Column,
  x: Column,
  { fewest, apart }: ExpandingWindow,
): OutOfSample | Unknown {
  if (y.length !== x.length) throw new Error(`${y.length} values against ${x.length}`);
  if (![fewest, apart].every((rows) => Number.isInteger(rows) && rows > 0))
    throw new Error(`a window of ${fewest} rows, ${apart} apart`);
  const first = fewest - 1 + apart;
  if (y.length <= first) return unknown(`${y.length} periods leave none to try a fit on`);
  const reason =
    uninformative(y, "what is explained", FEWEST_PAIRS) ??
    uninformative(x, "what explains it", FEWEST_PAIRS);
  if (reason !== null) return reason;
  let [meanY, meanX, squares, products] = [0, 0, 0, 0];
  let [ofLine, ofMean] = [0, 0];
  for (let t = 0; t < y.length; t += 1) {
    const known = t - apart;
    if (known >= 0) {
      const awayX = x[known]! - meanX;
      meanX += awayX / (known + 1);
      meanY += (y[known]! - meanY) / (known + 1);
      squares += awayX * (x[known]! - meanX);
      products += awayX * (y[known]! - meanY);
    }
    if (t < first) continue;
    const slope = squares > 0 ? products / squares : 0;
    ofLine += (y[t]! - meanY - slope * (x[t]! - meanX)) ** 2;
    ofMean += (y[t]! - meanY) ** 2;
  }
  if (ofMean === 0) return unknown("the mean leaves nothing to explain");
  return { explained: 1 - ofLine / ofMean, count: y.length - first };
}
