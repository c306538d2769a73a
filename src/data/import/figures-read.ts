import type { Day } from "../../series/day.ts";
import { dayIn, dayShape } from "./day-text.ts";
import { isUnknownText, type NoNumeral, numeralIn } from "./number-text.ts";
import type { Notation } from "./survey.ts";
import { quoted, type Tally } from "./tally.ts";

/** Reads days and numbers that are written in one way, and notes what is written otherwise. */
export interface FigureReader {
  /** Undefined where it is none, which the tally then has. */
  day(text: string, line: number): Day | undefined;
  /** NaN where nothing is known, or where it is none, which the tally then has. */
  number(text: string, line: number, column: number): number;
  /** A number that was read already, of a column. */
  plain(column: number): void;
  /** What was taken off the numbers; faults of whole columns go to the tally. */
  notes(): string[];
}

interface Counts {
  numbers: number;
  percents: number;
  firstPercent: string;
  firstGrouped: string;
  readonly currencies: Map<string, string>;
}

const FACTS: Readonly<Record<NoNumeral, string>> = {
  formula: "is a formula, not a figure; save the value that it has",
  infinite: "is not a finite number; leave it blank where nothing is known",
  huge: "is larger than a number can be; correct it or leave it blank",
  otherDecimal: "has its decimals after the other sign than the rest of the file; write all alike",
  notANumber: "is not a number; write a plain decimal such as 123.4, or leave it blank",
};

/** A reader of columns of these names. */
export function figureReader(
  { shape, order, decimal }: Notation,
  dateName: string,
  names: readonly string[],
  tally: Tally,
): FigureReader {
  const counts: readonly Counts[] = names.map(() => ({
    numbers: 0,
    percents: 0,
    firstPercent: "",
    firstGrouped: "",
    currencies: new Map(),
  }));
  return {
    day: (text, line) => {
      const own = dayShape(text);
      const isAlike = own === shape || (isYearFirst(own) && isYearFirst(shape));
      const day = isAlike ? dayIn(text, own!, order) : undefined;
      if (day !== undefined) return day;
      const why = own === undefined || isAlike ? "is not a calendar day" : "is written otherwise";
      const first = shape === "parts" ? `, read ${order === "mdy" ? "month" : "day"} first` : "";
      tally.add(`day ${why}`, line, () => {
        const remedy = isAlike ? "correct it" : "write all days alike, best YYYY-MM-DD";
        return `, column ${quoted(dateName)}: ${quoted(text)} ${why}${first}; ${remedy}`;
      });
      return undefined;
    },
    number: (text, line, column) => {
      if (isUnknownText(text)) return Number.NaN;
      const numeral = numeralIn(text, decimal);
      if (typeof numeral === "string") {
        tally.add(
          `${numeral} ${column}`,
          line,
          () => `, column ${quoted(names[column]!)}: ${quoted(text)} ${FACTS[numeral]}`,
        );
        return Number.NaN;
      }
      const count = counts[column]!;
      count.numbers += 1;
      if (numeral.isGrouped) count.firstGrouped ||= text;
      if (numeral.currency !== undefined && !count.currencies.has(numeral.currency))
        count.currencies.set(numeral.currency, text);
      if (numeral.isPercent) {
        count.percents += 1;
        count.firstPercent ||= text;
      }
      return numeral.value;
    },
    plain: (column) => {
      counts[column]!.numbers += 1;
    },
    notes: () => counts.flatMap((count, column) => notesOf(count, names[column]!, tally)),
  };
}

function isYearFirst(shape: string | undefined): boolean {
  return shape === "iso" || shape === "moment" || shape === "yearFirst";
}

function notesOf(
  { numbers, percents, firstPercent, firstGrouped, currencies }: Counts,
  name: string,
  tally: Tally,
): string[] {
  const column = `, column ${quoted(name)}: `;
  if (percents > 0 && percents < numbers)
    tally.add(
      `percent ${name}`,
      0,
      () => `${column}${percents} of ${numbers} numbers carry a percent sign; write all alike`,
    );
  if (currencies.size > 1)
    tally.add(
      `currency ${name}`,
      0,
      () => `${column}numbers carry ${[...currencies.keys()].join(" and ")}; write one currency`,
    );
  const taken = (what: string, text: string) => `${what} taken off ${quoted(name)}: ${text}`;
  return [
    ...(percents > 0
      ? [taken("percent signs", `${firstPercent} is ${firstPercent.replace(/\s*%$/, "")}`)]
      : []),
    ...[...currencies].map(([sign, text]) => taken(`"${sign}"`, `${text}`)),
    ...(firstGrouped === "" ? [] : [taken("signs between thousands", firstGrouped)]),
  ];
}
