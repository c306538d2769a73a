import { farm } from "./farm.ts";

const NAMES =
  "above, assumptions, hypothesis, monthly, never, numeraire, phases, prediction, reported";

/** The study of `farm` with claims, as the text of two lists. */
export function farmWith(hypotheses: string, predictions = ""): Readonly<Record<string, string>> {
  const study = farm["study.ts"]!.replace(
    "assumptions, monthly, never, numeraire, phases",
    NAMES,
  ).replace(
    '  from: "2019-12-31",\n});',
    `  from: "2019-12-31",\n  hypotheses: [${hypotheses}],\n  predictions: [${predictions}],\n});`,
  );
  return { ...farm, "study.ts": study };
}

/** A claim that a grain doubles in a year, which wheat does and rye does not. */
export const doubles = (id: string, grain: string, more = "") => `hypothesis({
  id: "${id}", claim: "${grain} doubles.", where: "here", kind: "change", reads: ["${grain}"], ${more}
  test: (facts) => [above("rise of ${grain}", facts.series("${grain}", "monthly").changeBetween("2019-12-31", "2020-12-31"), "fraction", 1)],
})`;

/** A prediction that wheat rises by more than a fraction until 2030. */
export const rises = (by: number, words: string) => `prediction({
  id: "P1", claim: "Wheat rises.", where: "here", registered: "2020-06-30", reads: ["wheat"],
  tests: [{
    id: "later", title: "Wheat in 2030", due: "2030-06-30", expects: "above ${words}",
    stand: (facts, since) => ({ check: above("rise of wheat", facts.series("wheat", "monthly").changeBetween(since.from, since.to), "fraction", ${by}) }),
  }],
})`;
