import type { Earlier, Remembering } from "./earlier.ts";
import type { Run } from "./measured-run.ts";
import { forgetful, type Memory } from "./memory.ts";
import type { Study } from "./study.ts";

/** Remembers nothing unless there is a memory. */
export function rememberingOf(
  run: Run,
  { memory = forgetful, twin = run.study }: Earlier,
): Remembering {
  const substance = memory.digest(substanceOf(run, twin));
  return {
    memory,
    twin,
    part: (name, beside, make) => memory.recall(name, [substance, ...beside], make),
  };
}

/**
 * All that a run is computed from but its claims and its words: what its study declares, its figures, and
 * what options made of it. Everything of a study is in it unless it is known to change no number.
 */
export function substanceOf(run: Run, twin: Study): unknown[] {
  const { title, question, about, source, caveats, ...measured } = twin;
  const { hypotheses, predictions, inconsistencies, ...declared } = measured;
  const { frequency, seed, numeraires, panel, faults } = run;
  return [declared, frequency, seed, numeraires, panel.calendar, faults, ...figuresOf(run)];
}

/** The figures of a run; what computes a formula row by row is told by the formula, which the catalog has. */
export function figuresOf({ inputs }: Pick<Run, "inputs">): unknown[] {
  return inputs.map(({ byRow, ...series }) => series);
}

/** By the id of each portfolio a digest of its wealth: two that differ come of other weights. */
export function wealthDigests(
  { books }: Pick<Run, "books">,
  digest: Memory["digest"],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    books.map(({ strategy, ledger }) => [strategy.id, digest([ledger.wealth])]),
  );
}
