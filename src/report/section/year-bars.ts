import { inSentence, percent, signedPercent } from "../../series/format.ts";
import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { yearBars } from "../chart/year-bars.ts";
import type { Html } from "../html.ts";
import { type Context, figureBlock, required, styleOf } from "./section.ts";

/** The portfolios whose course is told, as far as these findings have them. */
export function coursePortfolios({ findings }: Context): readonly PortfolioFinding[] {
  return findings.course.portfolios.flatMap((id) => {
    const portfolio = findings.portfolios.find((one) => one.id === id);
    return portfolio === undefined ? [] : [portfolio];
  });
}

/** Calendar years of the first strategy beside its first rivals. */
export async function yearFigure(context: Context, unit: NumeraireFinding): Promise<Html | null> {
  const portfolios = coursePortfolios(context);
  const [first] = portfolios;
  if (first === undefined) return null;
  const bars = portfolios.map((portfolio) => ({
    key: portfolio.id,
    title: portfolio.title,
    style: styleOf(context, portfolio.id),
    years: required(portfolio.calendarYears, unit.id, "calendar years").map(
      ({ year, return: value, partial }) => ({ label: partial ? `${year}*` : `${year}`, value }),
    ),
  }));
  const own = bars[0]?.years ?? [];
  if (own.length === 0) return null;
  const ascending = [...own].sort((left, right) => left.value - right.value);
  const [worst, best] = [ascending[0], ascending.at(-1)];
  const losses = own.filter(({ value }) => value < 0).length;
  return figureBlock(
    context,
    {
      id: `years-${unit.id}`,
      title: `Each calendar year, in ${inSentence(unit.title)}`,
      note: `In every year the bars stand in the order of the key, the first of them filled. Each year begins anew at zero; a star marks a year that the run covers in part.`,
      source: "the run; last day of a year over that of the year before, less 1",
      table: "years.csv",
      alternative: `${first.title} lost in ${losses} of ${own.length} years (${percent(losses / own.length, 0)}); worst ${worst?.label} ${signedPercent(worst?.value)}, best ${best?.label} ${signedPercent(best?.value)}.`,
      ...yearBars({ data: `years-${unit.id}`, bars }),
    },
    bars,
  );
}
