import type { Memory } from "./memory.ts";
import type { Study } from "./study.ts";

/** Remembers the parts of a run from one run to the next. */
export interface Remembering {
  readonly memory: Memory;
  /** The study, with functions that are the same ones from run to run where they were not written anew. */
  readonly twin: Study;
  /** A part that is made from the substance of the run and from what is given beside it, and from nothing else. */
  readonly part: <T>(name: string, beside: readonly unknown[], make: () => T) => T;
}

/** What earlier runs of a process left, and what tells this run from them. */
export interface Earlier {
  readonly memory?: Memory;
  /**
   * The study once more, as modules that stay loaded give it. A run loads its study anew, since a function may
   * remember what it saw; by its twin it is known which functions are still the same.
   */
  readonly twin?: Study;
}
