import { decimal, percent } from "../series/format.ts";
import type { Findings, NumeraireFinding, PortfolioFinding } from "../study/findings.ts";
import { cut } from "./terminal.ts";

/** Columns that belong together under one heading: one numeraire, or the ratios of wealth. */
export interface Block {
  readonly title: string;
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly title: string;
  readonly width: number;
  readonly of: (portfolio: PortfolioFinding) => string;
}

/** What a table of so many columns shows: numeraires, then wealth over two benchmarks, once. */
export interface Layout {
  readonly numeraires: readonly NumeraireFinding[];
  readonly blocks: readonly Block[];
  /** What is left for the names of portfolios. */
  readonly nameWidth: number;
  /** Characters of the line of wealth beside each name; 0 where there is no room. */
  readonly spark: number;
}

/** The least and the most characters in which a line of wealth is drawn. */
const [LEAST_SPARK, MOST_SPARK] = [12, 28];

/** The most that ids are given beside two numeraires, and what titles need before there is a third. */
const ID_WIDTH = 20;
const TITLE_WIDTH = 36;

/** Columns of a ratio of wealth, and the most that the name over it may take. */
const RATIO = 5;
const LONGEST_RATIO = 9;

/** As much as fits. Two numeraires matter more than whole names of the benchmarks over the ratios. */
export function layout(findings: Findings, columns: number): Layout {
  const roomy = layoutWith(findings, columns, ratioBlock(findings, LONGEST_RATIO));
  if (roomy.numeraires.length >= Math.min(2, findings.numeraires.length)) return roomy;
  return layoutWith(findings, columns, ratioBlock(findings, RATIO));
}

function layoutWith({ numeraires, portfolios }: Findings, columns: number, ratios: Block): Layout {
  const ids = Math.min(ID_WIDTH, Math.max(...portfolios.map(({ id }) => id.length)));
  const blocks: Block[] = [];
  let left = columns - widthOf(ratios, false);
  for (const { id } of numeraires) {
    const first = blocks.length === 0;
    const block = numeraireBlock(id, first);
    const width = widthOf(block, first);
    if (!first && left - width < (blocks.length === 1 ? ids : TITLE_WIDTH)) break;
    blocks.push(block);
    left -= width;
  }
  const names = Math.max(...portfolios.map(({ title }) => title.length));
  const titles = left - names > LEAST_SPARK ? names : ids;
  const spark = Math.min(MOST_SPARK, left - titles - 1);
  return {
    numeraires: numeraires.slice(0, blocks.length),
    blocks: [...blocks, ratios],
    ...(spark < LEAST_SPARK
      ? { nameWidth: left, spark: 0 }
      : { nameWidth: left - spark - 1, spark }),
  };
}

/** Widths of a block's columns, without the space between columns; between blocks there is one more. */
export function columnWidths({ figures }: Block, first: boolean): number[] {
  return figures.map(({ width }, at) => (at === 0 && !first ? width + 1 : width));
}

/** Columns that a block takes, the space before each of its columns included. */
function widthOf(block: Block, first: boolean): number {
  return columnWidths(block, first).reduce((sum, width) => sum + 1 + width, 0);
}

/** One numeraire in full, or in the three figures without volatility. */
function numeraireBlock(id: string, full: boolean): Block {
  const growth = figure("growth", 6, ({ measures }) => percent(measures[id]?.cagr));
  const volatility = figure("vol", 5, ({ measures }) => percent(measures[id]?.volatility));
  const sharpe = figure("Sharpe", 6, ({ measures }) => decimal(measures[id]?.sharpe, 2));
  const drawdown = figure("maxDD", 5, ({ measures }) => percent(measures[id]?.maxDrawdown, 0));
  return {
    title: `in ${id}`,
    figures: full ? [growth, volatility, sharpe, drawdown] : [growth, sharpe, drawdown],
  };
}

/** Final wealth over that of the first two benchmarks that the study compares with: unit-free. */
function ratioBlock({ comparisons }: Findings, most: number): Block {
  const benchmarks = [...new Set(comparisons.map(({ benchmark }) => benchmark))].slice(0, 2);
  const figures = benchmarks.map((benchmark) => {
    const width = Math.min(most, Math.max(RATIO, benchmark.length + 1));
    return figure(cut(`/${benchmark}`, width), width, ({ id }) =>
      ratio(comparisons, id, benchmark),
    );
  });
  return { title: "wealth", figures };
}

function ratio(comparisons: Findings["comparisons"], portfolio: string, benchmark: string): string {
  if (portfolio === benchmark) return decimal(1, 2);
  const found = comparisons.find(
    (one) => one.portfolio === portfolio && one.benchmark === benchmark,
  );
  const value = found?.relativeWealth ?? null;
  return decimal(value, value !== null && value >= 100 ? 0 : 2);
}

function figure(title: string, width: number, of: Figure["of"]): Figure {
  return { title, width, of };
}
