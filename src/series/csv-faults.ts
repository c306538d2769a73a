import { alike, type Refused, type Shared } from "./csv-looks.ts";
import { type Day, formatDay } from "./day.ts";
import type { Column } from "./series.ts";

/** What is wrong with a row of a CSV file as a whole; row 0 is the header. */
export interface Fault {
  readonly row: number;
  readonly fact: string;
}

const MOST_FAULTS = 20;

export function headerFaults(names: readonly string[]): Fault[] {
  return names.flatMap((name, at) => {
    if (name === "") return [{ row: 0, fact: `: column ${at + 1} has no name; write one` }];
    return names.indexOf(name) < at
      ? [{ row: 0, fact: `: two columns are named "${name}"; give each its own name` }]
      : [];
  });
}

export function orderFaults(days: Column): Fault[] {
  const faults: Fault[] = [];
  let before: Day = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row]!;
    if (Number.isNaN(day)) continue;
    if (day <= before)
      faults.push({
        row: row + 1,
        fact:
          `: ${formatDay(day)} does not come after ${formatDay(before)}; ` +
          "write each day once, in ascending order",
      });
    before = day;
  }
  return faults;
}

export function wrongLength(cells: number, names: number): string {
  return (
    `: ${cells} cells where the header has ${names}; ` +
    "write one cell for each column, blank where nothing is known"
  );
}

/** One fault for rows that all have the same wrong length: the file as a whole is written otherwise. */
export function sameLength(
  faults: readonly Fault[],
  rows: readonly (readonly string[])[],
  names: number,
): readonly Fault[] {
  const length = rows[0]!.length;
  if (rows.length < 2 || length === names || rows.some((cells) => cells.length !== length))
    return faults;
  const hint =
    length - 1 === 2 * (names - 1)
      ? "it looks as if the numbers had a comma before their decimals: write a point"
      : "write one cell for each column, blank where nothing is known";
  const others = faults.filter(({ fact }) => fact !== wrongLength(length, names));
  return [
    { row: 1, fact: `: ${length} cells, as in every row, where the header has ${names}; ${hint}` },
    ...others,
  ];
}

function refusal({ column, cell, isDay }: Refused): string {
  return isDay
    ? `, column "${column}": "${cell}" is not a calendar day; write YYYY-MM-DD`
    : `, column "${column}": "${cell}" is not a number; write a plain decimal such as 123.4, or leave it blank`;
}

/** One fact of many cells, told where the first of them stands. */
function sharedFact({ cells, words, remedy }: Shared): Fault {
  const { row, column, cell } = cells[0]!;
  const more = `and ${cells.length - 1} more ${cells.length === 2 ? "cell" : "cells"}`;
  return { row, fact: `, column "${column}": "${cell}" ${more}: ${words}; ${remedy}` };
}

/** Faults in the order of their rows, each with its place; `lines` gives the line of each row. */
export function inWords(
  whole: readonly Fault[],
  refused: readonly Refused[],
  lines: readonly number[],
  place: string,
): string[] {
  const { shared, alone } = alike(refused);
  const faults = [
    ...whole,
    ...shared.map(sharedFact),
    ...alone.map((cell) => ({ row: cell.row, fact: refusal(cell) })),
  ].sort((a, b) => a.row - b.row);
  const told = faults
    .slice(0, MOST_FAULTS)
    .map(({ row, fact }) => `${place} line ${lines[row]}${fact}`);
  const more = faults.length - MOST_FAULTS;
  return more <= 0 ? told : [...told, `${place}: and ${more} more faults of this file`];
}
