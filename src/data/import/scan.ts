import { InputError } from "../../input/input-error.ts";

/** One row of a delimited text: where its cells stand. Valid until the next row. */
export interface Row {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** True where a quoted cell holds doubled quotes. */
  readonly hasEscapes: boolean;
}

/** The text of a cell, without its quotes and the blanks around it. */
export function cellOf(row: Row, at: number): string {
  if (at >= row.count) return "";
  const text = row.text.slice(row.starts[at]!, row.ends[at]!).trim();
  return row.hasEscapes ? text.replaceAll('""', '"') : text;
}

/** Takes a text piece by piece and gives its rows; `onRow` answers false to stop. */
export interface Scanner {
  /** False once it was stopped. */
  push(piece: string, isLast: boolean): boolean;
}

const [QUOTE, SPACE, LINE_FEED, RETURN] = [34, 32, 10, 13];
const MOST_CELLS = 16_384;
const LONGEST_ROW = 1 << 20;

/**
 * Reads rows of cells parted by one sign and lines by LF, CRLF or CR; a cell may stand in double
 * quotes, doubled inside, and then hold delimiters and line ends. Blank lines are left out.
 * @throws InputError for a quote that is not closed or not followed by the end of its cell, and for a
 * row without end.
 */
export function scanner(
  place: string,
  delimiter: string,
  onRow: (row: Row) => boolean | undefined,
): Scanner {
  const sign = delimiter.charCodeAt(0);
  const row = {
    text: "",
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    count: 0,
    line: 1,
    hasEscapes: false,
  };
  let carried = "";
  let isStopped = false;
  let hasQuotes = false;

  const addCell = (start: number, end: number) => {
    if (row.count === row.starts.length) {
      if (row.count >= MOST_CELLS)
        throw new InputError(
          `${place} line ${row.line}: more than ${MOST_CELLS} cells; a table of figures has fewer`,
        );
      row.starts = grown(row.starts);
      row.ends = grown(row.ends);
    }
    row.starts[row.count] = start;
    row.ends[row.count] = end;
    row.count += 1;
  };

  /** The place after the row that begins here, or -1 where the text ends before it does. */
  const readRow = (text: string, from: number, isLast: boolean): number => {
    row.count = 0;
    row.hasEscapes = false;
    hasQuotes = false;
    let at = from;
    for (;;) {
      while (text.charCodeAt(at) === SPACE) at += 1;
      let code: number;
      if (text.charCodeAt(at) === QUOTE) {
        hasQuotes = true;
        const end = closingQuote(text, at + 1);
        if (end < 0) {
          if (!isLast) return -1;
          throw new InputError(
            `${place} line ${row.line}: a quote is not closed; write " at the end of its cell`,
          );
        }
        addCell(at + 1, end);
        at = end + 1;
        while (text.charCodeAt(at) === SPACE) at += 1;
        code = at < text.length ? text.charCodeAt(at) : -1;
        if (code !== sign && code !== LINE_FEED && code !== RETURN && code !== -1)
          throw new InputError(
            `${place} line ${row.line}: text follows the closing quote of cell ${row.count}; ` +
              'write " inside a quoted cell twice',
          );
      } else {
        const start = at;
        code = -1;
        for (; at < text.length; at += 1) {
          code = text.charCodeAt(at);
          if (code === sign || code === LINE_FEED || code === RETURN) break;
          code = -1;
        }
        let end = at;
        while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
        addCell(start, end);
      }
      if (code === sign) {
        at += 1;
        continue;
      }
      if (code === -1) return isLast ? at : -1;
      if (code === LINE_FEED) return at + 1;
      if (at + 1 === text.length && !isLast) return -1;
      return text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
    }
  };

  const closingQuote = (text: string, from: number): number => {
    let at = text.indexOf('"', from);
    while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) {
      row.hasEscapes = true;
      at = text.indexOf('"', at + 2);
    }
    return at;
  };

  return {
    push: (piece, isLast) => {
      const text = carried === "" ? piece : carried + piece;
      row.text = text;
      let at = 0;
      while (at < text.length && !isStopped) {
        const next = readRow(text, at, isLast);
        if (next < 0) break;
        const isBlank = row.count === 1 && row.starts[0] === row.ends[0];
        if (!isBlank && onRow(row) === false) isStopped = true;
        row.line += hasQuotes ? linesIn(text, at, next) : 1;
        at = next;
      }
      carried = text.slice(at);
      if (carried.length > LONGEST_ROW && !isStopped)
        throw new InputError(
          `${place} line ${row.line}: the row does not end within ${LONGEST_ROW} characters; ` +
            "is a quote not closed?",
        );
      return !isStopped;
    },
  };
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Line ends from a place to another: more than one only where a cell was quoted. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      lines += 1;
  }
  return lines;
}
