import { InputError } from "../../input/input-error.ts";
import { cellOf, scanner } from "./scan.ts";
import { quoted } from "./tally.ts";

const NAMES = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;

/** The sign that `--delimiter` names: a word or the sign itself. @throws InputError for any other */
export function delimiterNamed(word: string): string {
  const named = Object.entries(NAMES).find(([name, sign]) => word === name || word === sign);
  if (named !== undefined) return named[1];
  if (word === "\\t") return "\t";
  throw new InputError(`--delimiter ${quoted(word)}: give comma, semicolon, tab or bar`);
}

/** How many rows are looked at. */
const ROWS = 20;

/**
 * The sign that parts the cells of a text, from its beginning: the one that gives every row as many
 * cells as the first, and more than one. @throws InputError where none does, or more than one
 */
export function delimiterOf(place: string, head: string, isWhole: boolean): string {
  const tried = Object.values(NAMES).map((sign) => ({
    sign,
    ...cellsBy(place, head, sign, isWhole),
  }));
  const fitting = tried.filter(({ isEven }) => isEven);
  if (fitting.length === 1) return fitting[0]!.sign;
  const parting = tried.filter(({ cells }) => cells > 1);
  if (fitting.length === 0 && parting.length === 1) return parting[0]!.sign;
  const first = quoted(head.split(/[\r\n]/, 1)[0]!);
  throw new InputError(
    parting.length === 0
      ? `${place} line 1: ${first} is one cell; part cells by commas, semicolons, tabs or bars`
      : `${place} line 1: ${first} may be parted by ${parting.map(({ sign }) => wordOf(sign)).join(" or ")}; say --delimiter`,
  );
}

function wordOf(sign: string): string {
  return Object.entries(NAMES).find(([, other]) => other === sign)![0];
}

function cellsBy(
  place: string,
  head: string,
  sign: string,
  isWhole: boolean,
): { readonly cells: number; readonly isEven: boolean } {
  let cells = 0;
  let rows = 0;
  let isEven = true;
  const scan = scanner(place, sign, (row) => {
    let filled = row.count;
    while (filled > 1 && cellOf(row, filled - 1) === "") filled -= 1;
    if (rows === 0) cells = filled;
    // Blank cells at the end of a row are no sign of another delimiter.
    else isEven &&= row.count >= cells && filled <= cells;
    rows += 1;
    return rows < ROWS;
  });
  try {
    scan.push(head, isWhole);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    isEven = false;
  }
  return { cells, isEven: isEven && cells > 1 };
}
