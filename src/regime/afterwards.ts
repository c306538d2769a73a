import { InputError } from "../input/input-error.ts";

/**
 * The mark of labels that were known only afterwards. They have nothing that a strategy could ask: the
 * compiler refuses `at` and `is`, and a file that no compiler has read is refused by name when it is run.
 */
export interface Afterwards {
  readonly causal: false;
  readonly at?: never;
  readonly is?: never;
}

/** The definition with the mark; `because` says why its labels were not known at the time. */
export function afterwards<T extends { readonly id: string }>(
  definition: T,
  because: string,
): T & Afterwards {
  const marked = { ...definition, causal: false as const };
  const refuse = () => {
    throw new InputError(
      `${definition.id}: ${because}, so no strategy may read its labels; use a rule made by regime({...})`,
    );
  };
  const hidden = { enumerable: false, value: refuse };
  return Object.defineProperties(marked, { at: hidden, is: hidden });
}
