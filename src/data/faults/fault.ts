import type { Day } from "../../series/day.ts";
import type { FaultKind } from "../../series/series.ts";

/** Something wrong, or out of all proportion, in the figures of a series. */
export interface Fault {
  /** Id of the series. */
  readonly series: string;
  readonly kind: FaultKind;
  /**
   * `error`: a run on these figures cannot be trusted; `warning`: to be looked at; `known`: declared in
   * the catalog, with its reason as the remedy.
   */
  readonly severity: "error" | "warning" | "known";
  readonly from: Day;
  readonly to: Day;
  /** The value in question, where there is one. */
  readonly value?: number;
  /** The fact, with its values and dates. */
  readonly text: string;
  readonly remedy: string;
}

/** The fault as one line: `<id>: <fact>; <remedy>`. */
export function inWords({ series, text, remedy }: Fault): string {
  return `${series}: ${text}; ${remedy}`;
}

/** A value as messages show it: six digits at most. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(6)));
}
