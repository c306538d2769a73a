import { inSentence, percent } from "../../series/format.ts";
import type { RegimeFinding } from "../../study/findings.ts";
import { smallLines } from "../chart/small-lines.ts";
import { type Html, html } from "../html.ts";
import { strongLine } from "../palette.ts";
import { firstStrategy } from "./decided.ts";
import { type Context, rivalsOf, shortTitleOf, styleOf } from "./section.ts";
import { type SmallFigure, smallFigures } from "./small-figure.ts";

const PROBABILITY = { ...strongLine(0), color: "var(--muted)" };

type Probabilities = NonNullable<RegimeFinding["probabilities"]>;

/** How often the state was the likelier one. */
function likelier({ values }: Probabilities): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.filter((value) => value > 0.5).length / known.length;
}

function figure(
  context: Context,
  regime: RegimeFinding,
  probabilities: Probabilities,
): SmallFigure | null {
  const { portfolios, numeraires } = context.findings;
  const [unit] = numeraires;
  const shown = [firstStrategy(context)?.id, rivalsOf(context)[0]];
  const lines = portfolios.filter(({ id }) => shown.includes(id));
  const [first] = lines;
  if (unit === undefined || first === undefined) return null;
  const state = regime.labels.find(({ id }) => id === probabilities.of)?.title ?? probabilities.of;
  const legend = lines.map(({ id }) => ({
    title: shortTitleOf(context, id),
    style: styleOf(context, id),
  }));
  const share = percent(likelier(probabilities), 0);
  return {
    id: `probability-${regime.id}`,
    title: `${regime.title}: wealth in ${inSentence(unit.title)}, and the probability of “${state}” under it`,
    note: `It was the likelier state in ${share} of the months. ${
      probabilities.kind === "filtered"
        ? "Each month is judged by what was known then."
        : "Each month is judged by those after it too."
    }`,
    source: "the run",
    table: "regime-probabilities.csv",
    alternative: `The probability was above one half in ${share} of the months.`,
    legend: [...legend, { title: `probability of “${state}”`, style: PROBABILITY }],
    picture: html`${smallLines({
      dates: first.wealth.dates,
      scale: "log",
      lines: lines.map(({ id, wealth }) => ({
        style: styleOf(context, id),
        values: wealth[unit.id] as readonly (number | null)[],
      })),
      spans: regime.spells.filter(({ label }) => label === probabilities.of),
    })}${smallLines({
      dates: probabilities.dates,
      scale: "linear",
      bands: [
        {
          color: PROBABILITY.color,
          low: probabilities.values.map((value) => value && 0),
          high: probabilities.values,
        },
      ],
      lines: [{ style: PROBABILITY, values: probabilities.values }],
    })}`,
  };
}

/** Wealth with the probability of a state under it, for each regime whose states were estimated. */
export function regimeProbabilities(context: Context): Html | null {
  const figures = context.findings.regimes.flatMap(
    (regime) =>
      (regime.probabilities === null ? null : figure(context, regime, regime.probabilities)) ?? [],
  );
  return figures.length === 0 ? null : smallFigures(figures);
}
