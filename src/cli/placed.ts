import { InputError } from "../input/input-error.ts";
import type { Study } from "../study/study.ts";

/**
 * What failed while a study ran, with the path of its file where a fault is in the file: it begins with
 * something that the study declares, a strategy, a rule or a claim. Faults of options and of data stay as they
 * are, and so does a bug.
 */
export function placed(error: unknown, path: string, study: Study): unknown {
  if (!(error instanceof InputError)) return error;
  const { strategies, benchmarks, family, regimes } = study;
  const { hypotheses, predictions, inconsistencies } = study;
  const places = [
    ...[...strategies, ...benchmarks, ...family].map(({ id }) => id),
    ...regimes.map(({ id }) => `regime ${id}`),
    ...hypotheses.map(({ id }) => `hypothesis ${id}`),
    ...predictions.map(({ id }) => `prediction ${id}`),
    ...inconsistencies.map(({ id }) => `inconsistency ${id}`),
  ];
  const isOfFile = (fault: string) =>
    fault.startsWith("regime ") ||
    places.some((place) => fault.startsWith(`${place}: `) || fault.startsWith(`${place} on `));
  return new InputError(
    error.faults.map((fault) => (isOfFile(fault) ? `${path}: ${fault}` : fault)),
  );
}
