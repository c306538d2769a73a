import { InputError } from "../input/input-error.ts";

/**
 * The mark of labels that were known only afterwards. They have nothing that a strategy could ask: the
 * compiler refuses `at`, and a file that no compiler has read is refused by name when it is run.
 */
export interface Afterwards {
  readonly causal: false;
  readonly at?: never;
}

/** The definition with the mark; `because` says why its labels were not known at the time. */
export function afterwards<T extends { readonly id: string }>(
  definition: T,
  because: string,
): T & Afterwards {
  const marked = { ...definition, causal: false as const };
  return Object.defineProperty(marked, "at", {
    enumerable: false,
    value: () => {
      throw new InputError(
        `${definition.id}: ${because}, so no strategy may read its labels; use a rule made by regime({...})`,
      );
    },
  });
}
