import type { SeriesId } from "../data/register.ts";
import { type Hindsight, hindsight } from "./hindsight.ts";
import type { RegimeWords } from "./rule.ts";

/** A series of zeros and ones that its source dated afterwards: 1 where something was the case. */
export function recorded<const R extends SeriesId, const L extends string>(
  spec: RegimeWords & {
    readonly of: R;
    /** The labels of 0 and of 1. */
    readonly labels: readonly [
      no: { readonly id: L; readonly title: string },
      yes: { readonly id: L; readonly title: string },
    ];
    /** Why it was not known at the time, to follow a colon. */
    readonly because: string;
  },
): Hindsight {
  const { of, labels, ...words } = spec;
  return hindsight({
    ...words,
    labels,
    reads: [of],
    label: ({ days, measured }) => {
      const values = measured(of);
      return Array.from(days, (_, row) => {
        const value = values[row]!;
        return Number.isNaN(value) ? undefined : labels[value >= 0.5 ? 1 : 0].id;
      });
    },
  });
}
