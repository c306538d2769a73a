import { term } from "./terms.ts";
import type { Word } from "./word.ts";

/** The words of claims: how they are tested, what becomes of them, and how they are kept. */
export const CLAIM_TERMS: readonly Word[] = [
  term(
    "hypothesis",
    "A claim in a form that can be tested: what is measured, what was claimed with its tolerance, the rule that makes an answer of it, and the choices under which it is asked again. What is measured is computed from data; a number that was typed in is refused.",
    { also: ["claim", "hypotheses"], see: ["verdict", "robustness share", "gate", "prediction"] },
  ),
  term(
    "verdict",
    "What became of a hypothesis. `supported`, `partly` and `refuted` by its rule under the headline choices, but `partly` where fewer than two thirds of the choices agree with what is supported; `undecided` where the figures reach over none of its windows; `untestable` where no number decides it or a series is not at hand; `pending` for a prediction.",
    {
      also: ["outcome", "supported", "partly", "refuted", "undecided", "untestable", "pending"],
      see: ["hypothesis", "headline", "robustness share"],
    },
  ),
  term(
    "headline",
    "The choices on which a verdict stands: the claim's own convention, or the first that the figures at hand can compute. The report says where it is not the claim's own.",
    { also: ["headline choices", "own convention"], see: ["verdict", "robustness share"] },
  ),
  term(
    "robustness share",
    "Of the choices of data and dates that can be computed, those under which a claim is supported. Below two thirds a supported claim is supported in part: the answer hangs on the choice.",
    {
      also: ["grid"],
      formula: "cells that are supported / cells that decide",
      unknown: "no choice can be computed, or none decides",
      see: ["verdict", "headline"],
    },
  ),
  term(
    "prediction",
    "A claim about the future, registered on a day, with tests that are decided on later days. Until then a test stands true or not true so far, which decides nothing.",
    { also: ["predictions", "forecast"], see: ["base rate", "Brier score", "registry"] },
  ),
  term(
    "base rate",
    "How often a test of a prediction comes true where the future is drawn from the past: the share of 1,999 futures made of blocks of the changes known on the day of registration.",
    {
      source: "Politis and Romano, 1994",
      unknown: "the past is shorter than the horizon, or a series is not at hand",
      see: ["prediction", "Brier score", "stationary bootstrap"],
    },
  ),
  term(
    "Brier score",
    "The squared miss of a probability once a test is decided: 0 for a certainty that came true, 1 for one that did not. Given for what was stated and for the base rate; lower is better.",
    {
      also: ["brier"],
      formula: "(probability - outcome)^2, outcome 1 or 0",
      source: "Brier, 1950",
      unknown: "the test is not decided",
      see: ["prediction", "base rate"],
    },
  ),
  term(
    "registry",
    "A log of runs beside the folder of the report (`registry.jsonl`), kept by `assay run --register`: study, data, version, seed, variants, verdicts and predictions, each entry with the hash of the one before. What is changed in it later is found, and a prediction that was changed is said to be.",
    { also: ["register", "registration"], see: ["prediction"] },
  ),
  term(
    "inconsistency",
    "A place where a source does not fit itself or arithmetic, in sentences made of computed numbers. It has no verdict.",
    { also: ["inconsistencies"], see: ["hypothesis"] },
  ),
  term(
    "vintage",
    "The edition of figures that are revised later: as they were published on a day, or the latest. A claim says which it speaks of; what was known on its day is what it may be judged by.",
    { also: ["edition", "as published"], see: ["lag", "hypothesis"] },
  ),
  term("gate", "A hypothesis whose refutation makes `assay run --strict` end with exit code 1.", {
    also: ["strict"],
    see: ["verdict"],
  }),
];
