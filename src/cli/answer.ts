import picocolors from "picocolors";
import type { Measures } from "../measure/measures.ts";
import { largestLeg } from "../report/largest-leg.ts";
import { lastPhaseOf } from "../report/last-phase.ts";
import { assetTitleIn } from "../report/short-title.ts";
import { decimal, listed, NOTHING, percent, signedPercent, significant } from "../series/format.ts";
import type { Findings, PortfolioFinding } from "../study/findings.ts";
import { decision, forewarning, sameCloseWords } from "./cautions.ts";
import { ascii, type Terminal, wrapped } from "./terminal.ts";
import { tally } from "./verdicts.ts";

/** Rivals and units that the answer speaks of. */
const TOLD = 2;

/** The verdict of a run, before any table: what the study asks about in a few lines, and the count of its claims. */
export function answer(findings: Findings, terminal: Terminal): string {
  const { bold, dim } = picocolors.createColors(terminal.colour);
  const { study, portfolios } = findings;
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const inWidth = (text: string) => wrapped(text, terminal.columns);
  const lines = [
    ...inWidth(study.title).map(bold),
    ...inWidth(period(findings)).map(dim),
    "",
    ...inWidth(forewarning(findings)),
    ...(strategy === undefined ? [] : inWidth(sentences(findings, strategy))),
    ...(strategy === undefined ? [] : inWidth(sinceThen(findings, strategy))),
    ...inWidth(sameCloseWords(findings)),
    ...inWidth(decision(findings)),
    ...tally(findings).flatMap(inWidth),
  ];
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}

function period({ period }: Findings): string {
  const { from, to, years, frequency, periods } = period;
  return `${from} to ${to} (${decimal(years, 1)} years), ${frequency}, ${periods} return${periods === 1 ? "" : "s"}.`;
}

/** The return of the last phase, beside that of the rivals, in a sentence; empty where there is none. */
function sinceThen(findings: Findings, { id }: PortfolioFinding): string {
  const phase = lastPhaseOf(findings);
  if (phase === null) return "";
  const rivals = findings.comparisons
    .filter(({ portfolio }) => portfolio === id)
    .map(({ benchmark }) => benchmark);
  const returns = [id, ...rivals.slice(0, TOLD)].map(
    (one) => `${one} ${signedPercent(phase.returned(one))}`,
  );
  return `${phase.title} (${phase.length} to ${phase.to}), in ${phase.unit.id}, not annualised: ${returns.join(", ")}.`;
}

/** The asset that gave most of the growth, in a sentence; empty where none can be named. */
function mostFrom(findings: Findings, strategy: PortfolioFinding): string {
  const leg = largestLeg(strategy);
  return leg === null
    ? ""
    : ` ${assetTitleIn(findings, leg.asset)} alone gave ${percent(leg.share, 0)} of its growth.`;
}

function sentences(findings: Findings, strategy: PortfolioFinding): string {
  const { numeraires, comparisons } = findings;
  const units = numeraires.slice(0, TOLD);
  const inUnits = (of: (measures: Measures) => string) =>
    listed(
      units.map(({ id }) => {
        const measures = strategy.measures[id];
        return `${measures === undefined ? NOTHING : of(measures)} in ${id}`;
      }),
    );
  const ratios = comparisons
    .filter(({ portfolio, relativeWealth }) => portfolio === strategy.id && relativeWealth !== null)
    .slice(0, TOLD)
    .map(
      ({ benchmark, relativeWealth }, at) =>
        `${significant(relativeWealth)} times ${at === 0 ? "the wealth" : "that"} of ${benchmark}`,
    );
  const ended =
    strategy.ruined !== null
      ? ` was ruined on ${strategy.ruined}`
      : ratios.length > 0
        ? ` ended with ${listed(ratios)}`
        : " has no rival here";
  const growth = inUnits(({ cagr, totalReturn }) =>
    cagr === null ? `${percent(totalReturn)} in all` : `${percent(cagr)} a year`,
  );
  const fall = inUnits(({ maxDrawdown }) => percent(maxDrawdown, 0));
  return `${strategy.id}${ended}. It grew ${growth}; its deepest fall was ${fall}.${mostFrom(findings, strategy)}`;
}
