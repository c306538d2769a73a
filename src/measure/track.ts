import { once } from "../series/remembered.ts";
import { ranks } from "./correlation.ts";
import { varies } from "./moments.ts";
import { excessOver, returnsOf, type Sample } from "./sample.ts";

/** A sample with what every comparison asks of it, each part computed once, when it is first asked for. */
export interface Track extends Sample {
  returns(): Float64Array;
  /** Returns over the riskless rate. */
  excess(): Float64Array;
  /** Ranks of the returns. */
  ranks(): Float64Array;
  varies(): boolean;
}

export function trackOf(sample: Sample): Track {
  const returns = once(() => returnsOf(sample.wealth));
  return {
    ...sample,
    returns,
    excess: once(() => excessOver(returns(), sample.riskless)),
    ranks: once(() => ranks(returns())),
    varies: once(() => varies(returns(), sample.perYear)),
  };
}
