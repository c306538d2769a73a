import { type Html, html } from "../html.ts";
import { METRIC_GROUPS, metricsOf } from "../metric.ts";
import { table } from "../table.ts";
import type { Context, Section } from "./section.ts";

interface Convention {
  readonly about: string;
  readonly ours: string;
  readonly elsewhere: string;
}

/** Conventions that no single measure owns. */
const GENERAL: readonly Convention[] = [
  {
    about: "Clock",
    ours: "Years are calendar days / 365.25; volatility and ratios use the stated number of periods a year.",
    elsewhere:
      "Some tools count returns, some days, and some mix the two; the same prices then grow 4.4% or 9.4% a year instead of 6.4%.",
  },
  {
    about: "Another unit",
    ours: "Wealth is divided by the price of the unit, and every measure is computed anew on the result.",
    elsewhere:
      "Subtracting the unit's return instead gives wrong growth, at times with the wrong sign.",
  },
  {
    about: "Excess over a benchmark",
    ours: "Ratio of final wealth, and its growth a year: the same in every unit. Alpha, tracking error and information ratio are not, and carry their unit.",
    elsewhere: "Most tools subtract growth rates or mean returns.",
  },
  {
    about: "Alpha",
    ours: "Intercept of excess return on the benchmark's excess return, times the periods a year, with Newey–West errors.",
    elsewhere:
      "empyrical compounds it, PerformanceAnalytics gives it per period, backtesting.py uses total returns.",
  },
  {
    about: "Information ratio",
    ours: "Mean difference of returns over tracking error, annualised.",
    elsewhere:
      "quantstats and vectorbt do not annualise; PerformanceAnalytics takes a geometric difference.",
  },
  {
    about: "Capture",
    ours: "Growth in the periods in which the benchmark rose (fell), over the benchmark's own.",
    elsewhere:
      "empyrical counts periods of exactly zero as rises; PerformanceAnalytics can use arithmetic means.",
  },
  {
    about: "Dates of a drawdown",
    ours: "Day of the peak, day of the trough, first day back at or above the peak; calendar days; an open one has no recovery.",
    elsewhere:
      "quantstats starts a day after the peak and prints a recovery date for open ones; pyfolio counts business days.",
  },
  {
    about: "Turnover",
    ours: "Half the sum of trades over wealth, a year, without the first purchase.",
    elsewhere: "bt takes the smaller of purchases and sales over wealth.",
  },
];

function general(): Html {
  return table({
    caption: "Conventions of this page, and how other tools differ",
    corner: "About",
    columns: [
      { head: "Here", kind: "text" },
      { head: "Elsewhere", kind: "text" },
    ],
    groups: [
      {
        rows: GENERAL.map(({ about, ours, elsewhere }) => ({
          head: about,
          cells: [ours, elsewhere],
        })),
      },
    ],
  });
}

function definitions(): Html {
  return table({
    caption: "What each measure means, and how other tools differ",
    corner: "Measure",
    columns: [
      { head: "Here", kind: "text" },
      { head: "Elsewhere", kind: "text" },
    ],
    groups: METRIC_GROUPS.map((title) => ({
      title,
      rows: metricsOf(title).map(([key, metric]) => ({
        head: html`<span id="metric-${key}">${metric.name}</span>`,
        cells: [metric.definition, metric.elsewhere ?? "–"],
      })),
    })),
  });
}

function body({ findings }: Context): Html {
  const { period } = findings;
  return html`<p>This run: ${period.frequency} data, ${period.perYear} periods a year, ${period.periods} returns. Fractions are shown as percent; a star, a dash or the word “open” always says that something is missing.</p>
${general()}
${definitions()}`;
}

export const conventions: Section = { id: "conventions", title: "Conventions", body };
