import type { Hypothesis } from "../hypothesis/hypothesis.ts";
import type { Inconsistency } from "../hypothesis/inconsistency.ts";
import type { Prediction } from "../hypothesis/prediction.ts";
import { checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";

/** The claims of a study, as far as they name each other. */
interface Claims {
  readonly hypotheses?: readonly Pick<Hypothesis, "id" | "registeredAs">[];
  readonly predictions?: readonly Pick<Prediction, "id">[];
  readonly inconsistencies?: readonly Pick<Inconsistency, "id" | "claims">[];
}

/** @throws InputError for ids that occur twice, and for what names a claim or prediction that is not there. */
export function checkClaims(
  place: string,
  { hypotheses = [], predictions = [], inconsistencies = [] }: Claims,
): void {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  checkUnique(`${place}: hypotheses`, ids(hypotheses));
  checkUnique(`${place}: predictions`, ids(predictions));
  checkUnique(`${place}: inconsistencies`, ids(inconsistencies));
  checkUnique(
    `${place}: hypotheses, predictions and inconsistencies`,
    ids([...hypotheses, ...predictions, ...inconsistencies]),
  );
  const faults = [
    ...hypotheses.flatMap(({ id, registeredAs }) =>
      registeredAs === null
        ? []
        : unknownAmong(
            `hypothesis ${id}: registeredAs`,
            "prediction",
            [registeredAs],
            ids(predictions),
          ),
    ),
    ...inconsistencies.flatMap(({ id, claims }) =>
      unknownAmong(
        `inconsistency ${id}: claims`,
        "claim",
        claims,
        ids([...hypotheses, ...predictions]),
      ),
    ),
  ];
  if (faults.length > 0) throw new InputError(faults.map((fault) => `${place}: ${fault}`));
}

function unknownAmong(
  place: string,
  what: string,
  named: readonly string[],
  known: readonly string[],
): string[] {
  return named
    .filter((id) => !known.includes(id))
    .map((id) =>
      known.length === 0
        ? `${place}: unknown ${what} "${id}"; the study has none`
        : `${place}: ${unknownName(what, id, known)}`,
    );
}
