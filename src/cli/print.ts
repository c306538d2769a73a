import Table, { type Cell } from "cli-table3";
import picocolors from "picocolors";
import { listed, NOTHING } from "../series/format.ts";
import type { Findings, NumeraireFinding, PortfolioFinding } from "../study/findings.ts";
import { caution, lateAssets } from "./cautions.ts";
import { type Block, columnWidths, type Layout, layout } from "./columns.ts";
import { logRange, sparkline } from "./sparkline.ts";
import { ascii, type Terminal, wrapped } from "./terminal.ts";

/**
 * How the portfolios of a run compare, in the width of the terminal: strategies, then benchmarks,
 * measured in as many numeraires as fit, and wealth relative to the first two benchmarks once. With
 * all numeraires, those that do not fit follow in tables of their own.
 */
export function comparison(
  findings: Findings,
  terminal: Terminal,
  numeraires: "fitting" | "all" = "fitting",
): string {
  const shapes = [layout(findings, terminal.columns)];
  while (numeraires === "all" && unshown(findings, shapes).length > 0) {
    const rest = { ...findings, numeraires: unshown(findings, shapes) };
    shapes.push(layout(rest, terminal.columns));
  }
  const lines = [
    ...shapes.flatMap((shape) => [...table(findings, shape, terminal), ""]),
    ...notes(findings, shapes, terminal),
    ...wrapped(`Caution: ${caution(findings)}`, terminal.columns),
  ];
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}

function unshown({ numeraires }: Findings, shapes: readonly Layout[]): NumeraireFinding[] {
  const shown = shapes.flatMap((shape) => shape.numeraires.map(({ id }) => id));
  return numeraires.filter(({ id }) => !shown.includes(id));
}

function notes(
  findings: Findings,
  shapes: readonly Layout[],
  { columns, colour }: Terminal,
): string[] {
  const { period, portfolios } = findings;
  const shown = shapes.flatMap(({ numeraires }) => numeraires);
  const { dim } = picocolors.createColors(colour);
  const units = shown.map(({ id, title, riskless }) => `${id}: ${title}, riskless is ${riskless}`);
  const others = unshown(findings, shapes);
  const late = lateAssets(findings);
  const paragraphs = [
    ...(shapes.every(({ nameWidth }) => haveTitles(portfolios, nameWidth))
      ? []
      : ["Names are the ids of portfolios; their titles stand in the report."]),
    `Units: ${units.join("; ")}.`,
    ...booksUnit(findings),
    "growth: compound, a year. vol: standard deviation of returns, a year. Sharpe: mean excess " +
      "return over its deviation, a year. maxDD: deepest fall from a peak. wealth /x: final wealth " +
      "for each 1 of x, the same in every unit. All pay their costs.",
    ...(shapes.some(({ spark }) => spark > 0)
      ? ["Lines: wealth in the first unit beside them, logarithmic, one scale for all rows."]
      : []),
    ...(others.length === 0 ? [] : [`In the report too: ${listed(others.map(({ id }) => id))}.`]),
    ...(late.length === 0 ? [] : [`Entered late: ${late.join(", ")}. ${UNTIL_THEN}`]),
    ...(period.endedBy === "" ? [] : [`Ended by ${period.endedBy}.`]),
  ];
  return paragraphs.flatMap((paragraph) => wrapped(paragraph, columns)).map(dim);
}

/** Why a run that was asked for other units shows the currency of its books too. */
function booksUnit({ study, numeraires, conventions }: Findings): string[] {
  const asked = study.options.find((option) => option.startsWith("--in "))?.slice("--in ".length);
  const own = numeraires.find(({ id }) => id === conventions.numeraire)?.id;
  return asked === undefined || own === undefined || asked.split(",").includes(own)
    ? []
    : [
        `${own} beside what --in asked for: the books are kept in it, and costs and decisions with them.`,
      ];
}

const UNTIL_THEN = "Until then its weight lay in the others, or in cash.";

function table(
  { portfolios }: Findings,
  { blocks, nameWidth, spark, numeraires }: Layout,
  terminal: Terminal,
): string[] {
  const { bold, dim } = picocolors.createColors(terminal.colour);
  const figures = blocks.flatMap((block) => block.figures);
  const names = namesOf(portfolios, nameWidth);
  const draw = linesOf(portfolios, numeraires[0]?.id, spark, terminal);
  const sparks = (text: string) => (spark === 0 ? [] : [text]);
  const out = new Table({
    chars: ONE_SPACE,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colWidths: [
      names.width,
      ...(spark === 0 ? [] : [spark]),
      ...blocks.flatMap((block, at) => columnWidths(block, at === 0)),
    ],
    colAligns: [
      "left",
      ...(spark === 0 ? [] : ["right" as const]),
      ...figures.map(() => "right" as const),
    ],
    truncate: "…",
  });
  out.push([
    "",
    ...sparks(""),
    ...blocks.map((block) => spanned(dim(block.title), block.figures.length)),
  ]);
  out.push([
    "",
    ...sparks(dim("wealth, log".padEnd(spark))),
    ...figures.map(({ title }) => dim(title)),
  ]);
  const addGroup = (
    role: PortfolioFinding["role"],
    title: string,
    style: (name: string) => string,
  ) => {
    out.push([{ content: dim(title), colSpan: figures.length + 1 + sparks("").length }]);
    for (const one of portfolios.filter((portfolio) => portfolio.role === role))
      out.push([style(names.of(one)), ...sparks(draw(one)), ...cellsOf(one, blocks)]);
  };
  addGroup("strategy", "strategies", bold);
  addGroup("benchmark", "benchmarks", (name) => name);
  return out.toString().split("\n");
}

/** Draws the wealth of a portfolio in a numeraire, on a scale that all portfolios share. */
function linesOf(
  portfolios: readonly PortfolioFinding[],
  numeraire: string | undefined,
  width: number,
  { unicode }: Terminal,
): (portfolio: PortfolioFinding) => string {
  const wealth = ({ wealth }: PortfolioFinding) =>
    ((numeraire === undefined ? undefined : wealth[numeraire]) ?? []) as readonly number[];
  const range = width === 0 ? undefined : logRange(portfolios.map(wealth));
  return (one) => (range === undefined ? "" : sparkline(wealth(one), range, width, unicode));
}

/** Titles where all of them fit, otherwise the ids, which are shorter and are what files call them. */
function namesOf(
  portfolios: readonly PortfolioFinding[],
  columns: number,
): { readonly width: number; readonly of: (portfolio: PortfolioFinding) => string } {
  const longest = (names: readonly string[]) => Math.max(...names.map((name) => name.length));
  if (haveTitles(portfolios, columns))
    return { width: longest(portfolios.map(({ title }) => title)), of: ({ title }) => title };
  const ids = longest(portfolios.map(({ id }) => id));
  return { width: Math.min(columns, ids), of: ({ id }) => id };
}

function haveTitles(portfolios: readonly PortfolioFinding[], columns: number): boolean {
  return portfolios.every(({ title }) => title.length <= columns);
}

/** The figures of one row. Ruin is said with its day in their place; the ratios stand. */
function cellsOf(portfolio: PortfolioFinding, blocks: readonly Block[]): Cell[] {
  const cells = blocks.map(({ figures }) => figures.map(({ of }) => of(portfolio)));
  if (portfolio.ruined === null) return cells.flat();
  const ruin = spanned(`ruined ${portfolio.ruined}`, cells[0]!.length);
  return [
    ruin,
    ...cells.slice(1, -1).flatMap((block) => block.map(() => NOTHING)),
    ...cells.at(-1)!,
  ];
}

function spanned(content: string, colSpan: number): Cell {
  return { content, colSpan, hAlign: "right" };
}

/** A table without lines, its columns one space apart. */
const ONE_SPACE = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};
