import { decimal, inSentence, percent } from "../../series/format.ts";
import type { CourseFinding, NumeraireFinding } from "../../study/findings.ts";
import { type ChartLine, lineChart } from "../chart/line-chart.ts";
import { smallLines } from "../chart/small-lines.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { inCourseUnits } from "./course-units.ts";
import {
  type Context,
  figureBlock,
  type Section,
  shortTitleOf,
  styleOf,
  titleOf,
} from "./section.ts";
import { type SmallFigure, smallFigures } from "./small-figure.ts";

type Found = CourseFinding["rolling"][number];
type Key = "growth" | "volatility" | "sharpe" | "beta";

const HEIGHT = 230;
/** Windows that are drawn large; shorter ones stand folded. */
const LARGE = 36;

interface Measure {
  readonly key: Key;
  readonly title: string;
  readonly note: string;
  readonly format: "percent" | "number";
  readonly level?: { readonly value: number; readonly label: string };
}

function measures(context: Context): readonly Measure[] {
  const rival = shortTitleOf(context, rivalOf(context) ?? "");
  return [
    {
      key: "growth",
      title: "Growth a year",
      note: "Where a line is below zero, whoever came that long before had less than at the start.",
      format: "percent",
      level: { value: 0, label: "no growth" },
    },
    {
      key: "volatility",
      title: "Volatility a year",
      note: "How much the months of the window scattered: a line that rises tells of a rougher time, up or down.",
      format: "percent",
    },
    {
      key: "sharpe",
      title: "Sharpe ratio",
      note: "Growth over the riskless for each unit of scatter; a ratio of three years has a standard error of about 0.6, so lines that lie nearer than that are not told apart.",
      format: "number",
      level: { value: 0, label: "no more than riskless" },
    },
    {
      key: "beta",
      title: `Beta to ${rival}`,
      note: `How far a move of ${rival} by one went along with a move of the portfolio; near zero the two had little to do with each other.`,
      format: "number",
      level: { value: 0, label: "unmoved by it" },
    },
  ];
}

/** The benchmark that beta is measured to: the first. */
function rivalOf({ findings }: Context): string | undefined {
  const benchmarks = new Set(
    findings.portfolios.filter(({ role }) => role === "benchmark").map(({ id }) => id),
  );
  return findings.course.portfolios.find((id) => benchmarks.has(id));
}

function linesOf(context: Context, unit: string, months: number, key: Key): readonly ChartLine[] {
  const shown = new Set(context.findings.portfolios.map(({ id }) => id));
  return context.findings.course.rolling
    .filter((one: Found) => one.numeraire === unit && one.months === months)
    .filter((one) => shown.has(one.portfolio) && one[key].some((value) => value !== null))
    .map((one) => ({
      key: one.portfolio,
      title: titleOf(context, one.portfolio),
      style: styleOf(context, one.portfolio),
      values: one[key],
    }));
}

/** The range of each line, for a reader who cannot see it. */
function ranges(lines: readonly ChartLine[], format: Measure["format"]): string {
  const text = (value: number) => (format === "percent" ? percent(value, 0) : decimal(value, 2));
  return lines
    .map(({ title, values }) => {
      const known = values.flatMap((value) => value ?? []);
      return `${title} from ${text(Math.min(...known))} to ${text(Math.max(...known))}`;
    })
    .join(", ");
}

function large(
  context: Context,
  unit: NumeraireFinding,
  { key, title, note, format, level }: Measure,
): Promise<Html> | null {
  const lines = linesOf(context, unit.id, LARGE, key);
  if (lines.length === 0) return null;
  const id = `rolling-${key}-${unit.id}`;
  return figureBlock(
    context,
    {
      id,
      title: `${title} over the last three years, in ${inSentence(unit.title)}`,
      note,
      source: "the run; windows of 36 months, each value at the end of its window",
      table: "rolling.csv",
      alternative: `${ranges(lines, format)}.`,
      ...lineChart({
        data: id,
        frame: context.frame,
        dates: context.findings.course.dates,
        lines,
        scale: "linear",
        switchable: false,
        unit: format === "percent" ? "percent a year" : title,
        format,
        height: HEIGHT,
        ...(level === undefined ? {} : { levels: [level] }),
      }),
    },
    lines,
  );
}

function small(
  context: Context,
  unit: NumeraireFinding,
  { key, title, format, level }: Measure,
): readonly SmallFigure[] {
  const lines = linesOf(context, unit.id, 12, key);
  if (lines.length === 0) return [];
  return [
    {
      id: `rolling-year-${key}-${unit.id}`,
      title: `${title} over the last twelve months, in ${inSentence(unit.title)}`,
      note: "One year is short: what rises here may be one good month entering the window.",
      source: "the run; windows of 12 months",
      table: "rolling.csv",
      alternative: `${ranges(lines, format)}.`,
      legend: lines.map(({ title, style }) => ({ title, style })),
      picture: smallLines({
        dates: context.findings.course.dates,
        lines,
        scale: "linear",
        ...(format === "percent" ? { unit: "fraction" } : {}),
        levels: level === undefined ? [] : [level],
      }),
    },
  ];
}

async function inUnit(context: Context, unit: NumeraireFinding): Promise<Html> {
  const figures: Html[] = [];
  for (const measure of measures(context)) {
    const figure = await large(context, unit, measure);
    if (figure !== null) figures.push(figure);
  }
  const year = measures(context).flatMap((measure) => small(context, unit, measure));
  if (figures.length === 0 && year.length === 0)
    return html`<p>The run is shorter than one window.</p>`;
  return html`${figures}
<details><summary>The same over twelve months: quicker, and noisier</summary>${smallFigures(year)}</details>`;
}

export const rolling: Section = {
  id: "rolling",
  title: "How it changed over time",
  applies: ({ course }) => course.rolling.length > 0,
  body: async (
    context,
  ) => html`<p>One number for the whole run hides when it was earned. Here each value looks back over a ${defined("windows", "window")} of months that ends on its day. Neighbouring windows share nearly all of their months: a hill that lasts three years may be one good quarter entering and leaving the window.</p>
${await inCourseUnits(context, (unit) => inUnit(context, unit))}`,
};
