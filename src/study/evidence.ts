import { comparisonsOf } from "./comparisons.ts";
import type { Comparison, SensitivityFinding } from "./findings.ts";
import type { Inference } from "./inference.ts";
import { inferenceFrom } from "./inference-from.ts";
import type { Run } from "./measured-run.ts";
import { forgetful, type Memory } from "./memory.ts";
import type { Trial } from "./trials.ts";

/** What resampling shows of a run, and every portfolio against every benchmark. */
export interface Evidence extends Omit<Inference, "pair"> {
  readonly comparisons: readonly Comparison[];
}

/** Weighs the evidence of a run; that of an earlier run stands where it would be weighed from the same books. */
export function evidenceOf(
  run: Run,
  family: readonly Trial[],
  sensitivity: readonly (SensitivityFinding | null)[],
  memory: Memory = forgetful,
  onDone?: (done: number, total: number) => void,
): Evidence {
  const { study, panel, portfolios, units, days, seed } = run;
  return memory.recall("evidence", booksOf(run, family, sensitivity), () => {
    const inference = inferenceFrom(study, panel, {
      ...{ portfolios, family, units, days, seed, sensitivity },
    });
    const { pair: _, ...rest } = inference;
    return { ...rest, comparisons: comparisonsOf(portfolios, units, inference, onDone) };
  });
}

/**
 * All that evidence is weighed from: the rows, the units, and the books that the strategies led to. What a
 * strategy decides by may be a function, so that the books stand for it. A portfolio's wealth in the units
 * follows from its books, and is left out.
 */
export function booksOf(
  { study, frequency, seed, inputs, panel, units, portfolios }: Run,
  family: readonly Trial[],
  sensitivity: readonly (SensitivityFinding | null)[],
): unknown[] {
  const { assumptions, resamples, dispensable } = study;
  const { collateral } = assumptions;
  const { days, first, last } = panel.calendar;
  return [
    { frequency, seed, resamples, dispensable, collateral, first, last, days, sensitivity },
    inputs.map(({ id, title }) => [id, title]),
    units,
    portfolios.map(({ books: { strategy, role, end, lag, ledger, world, terms } }) => {
      const { id, title, assets } = strategy;
      return { id, title, assets, role, end, lag, ledger, world, terms };
    }),
    family,
  ];
}
