import { spellsOf } from "../regime/phases.ts";
import { chainOf } from "./chains.ts";
import { conventionsOf } from "./conventions.ts";
import { correlationsOf } from "./correlations.ts";
import { courseOf } from "./course.ts";
import type { Findings, PortfolioFinding } from "./findings.ts";
import { inputOf } from "./inputs.ts";
import type { Run } from "./measured-run.ts";
import { pictureOf } from "./pictures.ts";
import { portfolioFinding } from "./portfolio.ts";
import { isPhases } from "./regime-labels.ts";
import { regimesFound } from "./regimes.ts";

/** What there is to say of a run without weighing evidence: half of the findings, in half of the time. */
export type Described = Pick<
  Findings,
  "inputs" | "regimes" | "correlations" | "course" | "conventions" | "pictures" | "chains"
> & { readonly portfolios: readonly Omit<PortfolioFinding, "sensitivity">[] };

/** Describes a run; nothing in it waits for the evidence or the claims, nor they for it. */
export function describe(run: Run): Described {
  const { study, inputs, faults, panel, asked, portfolios, units, days, seed } = run;
  if (asked === null) throw new Error("the run was not to be described");
  const spells = study.regimes.filter(isPhases).flatMap((one) => spellsOf(one, panel.calendar));
  const found = portfolios.map((one) =>
    portfolioFinding(panel, study.assumptions, one, units, days, spells),
  );
  return {
    inputs: inputs.map((series) => inputOf(series, faults)),
    portfolios: found,
    regimes: regimesFound(study.regimes, {
      ...{ panel, asked, portfolios, units, days, seed, resamples: study.resamples },
    }),
    correlations: correlationsOf(panel, portfolios, units, days),
    course: courseOf(portfolios, found, units, days, panel.calendar),
    conventions: conventionsOf(portfolios, units),
    pictures: study.pictures.map((spec) => pictureOf(panel, spec, days)),
    chains: study.chains.map((spec) => chainOf(panel, spec, spells, days)),
  };
}
