import { decimal, inSentence, signedPercent } from "../../series/format.ts";
import type { CourseFinding, Numbers, NumeraireFinding } from "../../study/findings.ts";
import { type Html, html, type Part } from "../html.ts";
import { numberColumns, type TintedCell, table } from "../table.ts";
import { inCourseUnits } from "./course-units.ts";
import { distribution } from "./distribution.ts";
import {
  type Context,
  fileLink,
  required,
  type Section,
  shortTitleOf,
  titleOf,
} from "./section.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Returns of whole months by year, then by month of the year. */
function byYear(
  dates: readonly string[],
  returns: Numbers,
): ReadonlyMap<string, (number | null)[]> {
  const years = new Map<string, (number | null)[]>();
  returns.forEach((value, row) => {
    const [year = "", month = ""] = (dates[row + 1] ?? "").split("-");
    const months = years.get(year) ?? new Array<number | null>(12).fill(null);
    months[Number(month) - 1] = value;
    years.set(year, months);
  });
  return years;
}

/** A month in percent without its sign of percent, tinted by its size. */
function tinted(value: number | null): TintedCell | string {
  if (value === null) return "";
  const step = Math.min(4, Math.ceil(Math.abs(value) / 0.025));
  const text = decimal(value * 100, Math.abs(value) < 0.0995 ? 1 : 0);
  return step === 0 ? text : { tint: value < 0 ? `l${step}` : `g${step}`, text };
}

function calendar(
  caption: string,
  returns: Numbers,
  context: Context,
  yearOf?: (year: string) => Part,
): Html {
  const { dates } = context.findings.course;
  return html`<div class="months">${table({
    caption,
    corner: "Year",
    columns: numberColumns([...MONTHS, ...(yearOf === undefined ? [] : ["Year"])]),
    groups: [
      {
        rows: [...byYear(dates, returns)].map(([year, months]) => ({
          head: year,
          cells: [...months.map(tinted), ...(yearOf === undefined ? [] : [yearOf(year)])],
        })),
      },
    ],
  })}</div>`;
}

function ownMonths(context: Context, unit: NumeraireFinding): Html | null {
  const { course, portfolios } = context.findings;
  const found = course.returns.find(({ numeraire }) => numeraire === unit.id);
  const portfolio = portfolios.find(({ id }) => id === found?.portfolio);
  if (found === undefined || portfolio === undefined) return null;
  const years = required(portfolio.calendarYears, unit.id, "calendar years");
  return calendar(
    `“${portfolio.title}”: return of each month in percent, in ${inSentence(unit.title)}; blue gained, orange lost, the stronger the more; last, the year (a star: covered in part)`,
    found.returns,
    context,
    (year) => {
      const own = years.find((one) => one.year === Number(year));
      return own === undefined ? "" : `${signedPercent(own.return)}${own.partial ? "*" : ""}`;
    },
  );
}

function excessMonths(context: Context): Html | null {
  const { course, portfolios } = context.findings;
  const [first] = course.excess;
  const strategy = course.portfolios[0] ?? "";
  if (first === undefined || portfolios.every(({ id }) => id !== strategy)) return null;
  const rival = shortTitleOf(context, first.benchmark);
  const known = first.returns.flatMap((value) => value ?? []);
  const ahead = known.filter((value) => value > 0).length;
  return html`<h3>Month by month against ${rival}</h3>
<p>Ahead of ${rival} in ${ahead} of ${known.length} months, by whatever unit it is counted.</p>
<details><summary>Every month against ${rival}</summary>
${calendar(
  `“${titleOf(context, strategy)}” over ${rival}: by how much relative wealth grew in each month, in percent; the same in every unit`,
  first.returns,
  context,
)}
<p class="source">Against the other benchmark, and all of it in numbers: ${fileLink("months.csv")}</p></details>`;
}

function hasMonths({ course }: { readonly course: CourseFinding }): boolean {
  return course.returns.some(({ returns }) => returns.length > 0);
}

export const months: Section = {
  id: "months",
  title: "Month by month",
  applies: hasMonths,
  body: async (context) => html`${await inCourseUnits(
    context,
    (unit) => html`${ownMonths(context, unit)}
<p class="source">Numbers: ${fileLink("months.csv")}</p>
${distribution(context, unit)}`,
  )}
${excessMonths(context)}`,
};
