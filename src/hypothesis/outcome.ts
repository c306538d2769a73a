import type { Check } from "./check.ts";
import type { Choices } from "./grid.ts";
import type { NotCovered } from "./not-covered.ts";
import type { Answer } from "./rule.ts";

/**
 * `supported`, `partly` and `refuted` by the rule of the claim; `undecided` where the figures at hand reach
 * over none of its windows; `untestable` where no number decides it, or a series is absent; `pending` for a
 * prediction that is not due.
 */
export type Outcome = Answer | "undecided" | "untestable" | "pending";

/** What one cell came to. */
export interface Asked {
  readonly choices: Choices;
  readonly checks: readonly Check[];
  readonly answer: Answer | null;
  /** Why the cell does not apply, and which series are absent. */
  readonly lacking: NotCovered | null;
}
