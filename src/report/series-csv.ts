import type { Findings, Numbers, Picture, PortfolioFinding } from "../study/findings.ts";
import { alignedTo, datesOf } from "./picture-lines.ts";

/** One column of a table of series: its head and its values by row. */
interface Column {
  readonly head: string;
  readonly values: Numbers;
}

/**
 * Series as a spreadsheet wants them: a row a date, a column a series, an unknown being an empty cell.
 * Heads are ids and values plain numbers in full precision, so nothing is in need of quotes.
 */
function wideTable(dates: readonly string[], columns: readonly Column[]): string {
  let text = `${["date", ...columns.map(({ head }) => head)].join(",")}\n`;
  for (let row = 0; row < dates.length; row++) {
    text += dates[row];
    for (const { values } of columns) text += `,${values[row] ?? ""}`;
    text += "\n";
  }
  return text;
}

/** The name of the table of a series in one unit, or of one picture: `wealth-gold.csv`. */
export function seriesFile(what: "wealth" | "underwater" | "picture", id: string): string {
  return `${what}-${id}.csv`;
}

function portfolioTable(
  portfolios: readonly PortfolioFinding[],
  what: "wealth" | "underwater",
  unit: string,
): string {
  const columns = portfolios.map((portfolio) => ({
    head: portfolio.id,
    values: portfolio[what][unit] as Numbers,
  }));
  return wideTable(portfolios[0]?.[what].dates ?? [], columns);
}

function pictureTable(picture: Picture): string {
  const dates = datesOf(picture);
  const columns = picture.lines.flatMap(({ id, dates: own, values, low, high }) => {
    const column = (head: string, held: Numbers | undefined) =>
      held === undefined ? [] : [{ head, values: alignedTo(dates, own, held) }];
    return [...column(id, values), ...column(`${id} low`, low), ...column(`${id} high`, high)];
  });
  return wideTable(dates, columns);
}

/** The tables of everything that is a series: wealth and underwater in each unit, and the pictures. */
export function seriesTables(findings: Findings): Readonly<Record<string, string>> {
  const { portfolios, numeraires, pictures } = findings;
  const tables: Record<string, string> = {};
  for (const what of ["wealth", "underwater"] as const)
    for (const { id } of numeraires)
      tables[seriesFile(what, id)] = portfolioTable(portfolios, what, id);
  for (const picture of pictures) tables[seriesFile("picture", picture.id)] = pictureTable(picture);
  return tables;
}
