import { inSentence, percent, signedPercent } from "../../series/format.ts";
import type { CourseFinding, NumeraireFinding } from "../../study/findings.ts";
import { histogram } from "../chart/histogram.ts";
import { rangeBars } from "../chart/range-bars.ts";
import type { Html } from "../html.ts";
import { type Context, shortTitleOf, styleOf } from "./section.ts";
import { type SmallFigure, smallFigures } from "./small-figure.ts";

type Horizon = CourseFinding["horizons"][number];

const NORMAL = { color: "var(--ink)", dash: [], width: 1.6 };

function isThere({ findings }: Context, portfolio: string): boolean {
  return findings.portfolios.some(({ id }) => id === portfolio);
}

function monthsFigure(context: Context, unit: NumeraireFinding): readonly SmallFigure[] {
  const found = context.findings.course.histograms.find(({ numeraire }) => numeraire === unit.id);
  const [own, other] = (found?.counts ?? []).filter(({ portfolio }) => isThere(context, portfolio));
  if (found === undefined || own === undefined) return [];
  const name = shortTitleOf(context, own.portfolio);
  const rival =
    other === undefined ? [] : [{ ...other, title: shortTitleOf(context, other.portfolio) }];
  const style = styleOf(context, own.portfolio);
  const most = Math.max(...own.counts);
  const mode = found.edges[own.counts.indexOf(most)] ?? 0;
  return [
    {
      id: `histogram-${unit.id}`,
      title: `How often a month brought how much, in ${inSentence(unit.title)}`,
      note: `Filled: months of ${name} by their return. The curve is a normal distribution of the same mean and deviation: where bars stand above it far from the middle, great months came oftener than it allows.`,
      source: "the run; monthly returns",
      table: "histogram.csv",
      alternative: `Most months, ${most}, lie from ${signedPercent(mode)} to ${signedPercent(mode + found.width)}; all from ${percent(found.edges[0])} to ${percent((found.edges.at(-1) ?? 0) + found.width)}.`,
      legend: [
        { title: name, style: { ...style, width: 7 } },
        ...rival.map(({ title, portfolio }) => ({ title, style: styleOf(context, portfolio) })),
        ...(found.normal === null ? [] : [{ title: "normal", style: NORMAL }]),
      ],
      picture: histogram({
        edges: found.edges,
        width: found.width,
        bars: { style, counts: own.counts },
        ...(other === undefined
          ? {}
          : { outline: { style: styleOf(context, other.portfolio), counts: other.counts } }),
        normal: found.normal,
      }),
    },
  ];
}

function spanTitle(span: string): string {
  if (!/^\d/.test(span)) return `One ${span}`;
  return span === "1" ? "One year" : `${span} years`;
}

function barOf(context: Context, one: Horizon) {
  const { p05, p25, p50, p75, p95 } = one;
  if (p05 === null || p25 === null || p50 === null || p75 === null || p95 === null) return [];
  return [
    {
      style: styleOf(context, one.portfolio),
      ends: [p05, p95] as const,
      box: [p25, p75] as const,
      middle: p50,
    },
  ];
}

function spansFigure(context: Context, unit: NumeraireFinding): readonly SmallFigure[] {
  const { course } = context.findings;
  const own = course.horizons.filter(
    ({ numeraire, portfolio }) => numeraire === unit.id && isThere(context, portfolio),
  );
  const ids = [...new Set(own.map(({ portfolio }) => portfolio))];
  const spans = [...new Set(own.map(({ span }) => span))];
  const groups = spans.flatMap((span) => {
    const bars = own.filter((one) => one.span === span).flatMap((one) => barOf(context, one));
    return bars.length === 0 ? [] : [{ title: spanTitle(span), bars }];
  });
  if (groups.length === 0) return [];
  const words = own
    .filter(({ portfolio, p50 }) => portfolio === ids[0] && p50 !== null)
    .map(
      ({ span, p05, p50, p95 }) =>
        `${spanTitle(span)} ${signedPercent(p50)} (${signedPercent(p05)} to ${signedPercent(p95)})`,
    );
  return [
    {
      id: `horizons-${unit.id}`,
      title: `Returns by the time held, in ${inSentence(unit.title)}`,
      note: "The box holds the middle half of all starts, the line the middle nine tenths, the stroke is the median; from three years on it is growth a year. Starts overlap: ten years have been lived fewer than three times.",
      source: "the run; every start from which the time can be held",
      table: "horizons.csv",
      alternative: `${shortTitleOf(context, ids[0] ?? "")}, median and nine tenths: ${words.join(", ")}.`,
      legend: ids.map((id) => ({ title: shortTitleOf(context, id), style: styleOf(context, id) })),
      picture: rangeBars({ groups }),
    },
  ];
}

/** How the returns of months, and of longer times, were spread. */
export function distribution(context: Context, unit: NumeraireFinding): Html {
  return smallFigures([...monthsFigure(context, unit), ...spansFigure(context, unit)]);
}
