import type { Hypothesis, Inconsistency, Prediction, Study } from "assay";
import catalog from "../../../data/catalog.ts";
import { runStudy } from "../../../src/study/run.ts";
import essay from "../../../strategies/essay.ts";

interface Asked {
  readonly hypotheses?: readonly Hypothesis[];
  readonly predictions?: readonly Prediction[];
  readonly inconsistencies?: readonly Inconsistency[];
}

/** The essay's strategies run with some claims alone: no pictures, no regimes but its own, few resamples. */
export function essayWith(
  { hypotheses = [], predictions = [], inconsistencies = [] }: Asked,
  folder: URL = catalog.folder,
): Study {
  return {
    ...essay,
    catalog: { ...catalog, folder },
    pictures: [],
    regimes: essay.regimes.slice(0, 1),
    resamples: 199,
    chains: [],
    hypotheses,
    predictions,
    inconsistencies,
  };
}

/** What claims come to in the essay's own run. */
export const askedInEssay = (asked: Asked, directories: readonly string[] = []) =>
  runStudy(essayWith(asked), { directories });
