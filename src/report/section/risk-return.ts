import { inSentence, percent, signedPercent } from "../../series/format.ts";
import type { PortfolioFinding } from "../../study/findings.ts";
import { riskReturnChart } from "../chart/risk-return.ts";
import { type Html, html } from "../html.ts";
import { type Context, figureBlock, type Section, shortTitleOf, styleOf } from "./section.ts";

/** Where a portfolio stands in a unit; null where its growth or its scatter is not known. */
function placeIn({ measures }: PortfolioFinding, unit: string) {
  const { volatility, cagr } = measures[unit] ?? {};
  return volatility == null || cagr == null ? null : { volatility, growth: cagr };
}

function arrowsOf(context: Context, from: string, to: string) {
  return context.findings.portfolios.flatMap((portfolio, place) => {
    const [one, other] = [placeIn(portfolio, from), placeIn(portfolio, to)];
    if (one === null || other === null) return [];
    return [
      {
        key: portfolio.id,
        sign: `${place + 1}`,
        title: portfolio.title,
        style: styleOf(context, portfolio.id),
        ...{ from: one, to: other },
      },
    ];
  });
}

async function body(context: Context): Promise<Html> {
  const [from, to] = context.findings.numeraires;
  if (from === undefined || to === undefined) return html``;
  const arrows = arrowsOf(context, from.id, to.id);
  const rose = arrows.filter((arrow) => arrow.to.volatility > arrow.from.volatility).length;
  const words = arrows.map(
    ({ key, from, to }) =>
      `${shortTitleOf(context, key)} from ${signedPercent(from.growth)} at ${percent(from.volatility)} to ${signedPercent(to.growth)} at ${percent(to.volatility)}`,
  );
  return html`<p>A change of unit moves every portfolio at once: down by what the first unit lost against the second, and to the side by how the two prices move together. In ${inSentence(to.title)}, ${rose} of ${arrows.length} swing more than in ${inSentence(from.title)}.</p>
${await figureBlock(
  context,
  {
    id: "risk-return",
    title: `Growth and volatility a year, from ${inSentence(from.title)} to ${inSentence(to.title)}`,
    note: `Each line leads from a ring (in ${inSentence(from.title)}) to a diamond (in ${inSentence(to.title)}); the number at the diamond is that of the key. Up is more growth, left is a calmer way to it; below the line at zero wealth shrank.`,
    source: "the run; growth a year and volatility of each portfolio in both units",
    table: "measures.csv",
    alternative: `${words.join("; ")}.`,
    ...riskReturnChart({
      arrows,
      fromTitle: `In ${inSentence(from.title)}`,
      toTitle: `In ${inSentence(to.title)}`,
    }),
  },
  arrows.map(({ key, sign, title, style }) => ({ key, title: `${sign} ${title}`, style })),
)}`;
}

export const riskReturn: Section = {
  id: "risk-return",
  title: "Risk and return in two units",
  applies: ({ numeraires, portfolios }) => {
    const [from, to] = numeraires;
    return (
      from !== undefined &&
      to !== undefined &&
      portfolios.some((one) => placeIn(one, from.id) !== null && placeIn(one, to.id) !== null)
    );
  },
  body,
};
