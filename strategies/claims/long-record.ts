import type { Facts, Path } from "assay";
import { essayDay } from "./dates.ts";

export const longRecordReads = ["spxAverage", "goldAverage"] as const;

type Reads = (typeof longRecordReads)[number];

/** The S&P composite in ounces of gold by monthly averages, from 1960 to the essay. */
export function longRecord(facts: Facts<Reads>): Path {
  return facts
    .ratio("spxAverage", "goldAverage", "monthly")
    .during({ from: "1960-01-31", to: essayDay });
}
