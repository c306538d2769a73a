/** A cell that is not what its column holds. */
export interface Refused {
  /** The row of the file, the header being 0. */
  readonly row: number;
  readonly column: string;
  readonly cell: string;
  readonly isDay: boolean;
}

/** What a refused cell looks like, and what to write instead. */
interface Look {
  readonly is: RegExp;
  readonly words: (cells: readonly string[]) => string;
}

/** Whether the first of two parts counts days or months, where one of them is too large for a month. */
function dayOrMonth(cells: readonly string[]): string {
  const parts = cells.map((cell) => cell.split(/\D/).map(Number));
  if (parts.some(([first = 0]) => first > 12)) return "day first";
  if (parts.some(([, second = 0]) => second > 12)) return "month first";
  return "day or month first";
}

const DAY_LOOKS: readonly Look[] = [
  {
    is: /^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})$/,
    words: (cells) => `days are written ${dayOrMonth(cells)}`,
  },
  { is: /^\d{4}[./]\d{1,2}[./]\d{1,2}$/, words: () => "days have no hyphens" },
  { is: /^\d{8}$/, words: () => "days have no hyphens" },
  { is: /^\d{4}-\d{2}-\d{2}[T ]/, words: () => "days carry a time" },
];

const NUMBER_LOOKS: readonly (Look & { readonly remedy: string })[] = [
  {
    is: /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    words: () => "numbers have commas between thousands, or before decimals",
    remedy: "write a point before decimals and nothing between thousands",
  },
  {
    is: /^[+-]?(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d+$/,
    words: () => "numbers have a comma before their decimals",
    remedy: "write a point, and nothing between thousands",
  },
  {
    is: /^[+-]?(?:[$€£¥]\s*\d[\d.]*|\d[\d.]*\s*[$€£¥%])$/,
    words: () => "numbers carry a sign of their unit",
    remedy: "write the number alone",
  },
  {
    is: /^(?:#?n\/?a|nan|null|none|nd|-+|\.+)$/i,
    words: () => "cells have a word or a sign for what is not known",
    remedy: "leave them blank",
  },
];

/** The number in `NUMBER_LOOKS` or `DAY_LOOKS` of what a cell looks like; -1 where it looks like nothing. */
function lookOf({ cell, isDay }: Refused): number {
  return (isDay ? DAY_LOOKS : NUMBER_LOOKS).findIndex(({ is }) => is.test(cell));
}

const DAY_REMEDY = "write YYYY-MM-DD";

/** One fact for many cells. */
export interface Shared {
  readonly cells: readonly Refused[];
  /** What they are, and the remedy. */
  readonly words: string;
  readonly remedy: string;
}

/** Refused cells that look alike, two of them or more, as one fact each; the others stay alone. */
export function alike(refused: readonly Refused[]): {
  readonly shared: readonly Shared[];
  readonly alone: readonly Refused[];
} {
  const groups = new Map<string, Refused[]>();
  const alone: Refused[] = [];
  for (const cell of refused) {
    const look = lookOf(cell);
    const key = `${cell.isDay ? "day" : "number"} ${look}`;
    if (look < 0) alone.push(cell);
    else groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const shared: Shared[] = [];
  for (const cells of groups.values())
    if (cells.length < 2) alone.push(...cells);
    else shared.push(inCommon(cells));
  return { shared, alone };
}

function inCommon(cells: readonly Refused[]): Shared {
  const [first] = cells as readonly [Refused, ...Refused[]];
  const texts = cells.map(({ cell }) => cell);
  const at = lookOf(first);
  return first.isDay
    ? { cells, words: DAY_LOOKS[at]!.words(texts), remedy: DAY_REMEDY }
    : { cells, words: NUMBER_LOOKS[at]!.words(texts), remedy: NUMBER_LOOKS[at]!.remedy };
}

const OTHER_DELIMITERS = { ";": "semicolons", "\t": "tabs", "|": "bars" } as const;

/**
 * What is wrong with a file whose header is one cell because another sign than the comma parts its
 * cells: that, and how its first row of figures is written; undefined where it is not so.
 */
export function otherDelimiter(header: string, row: string): string | undefined {
  const found = Object.entries(OTHER_DELIMITERS).find(([sign]) => header.includes(sign));
  if (found === undefined) return undefined;
  const [sign, name] = found;
  const [day = "", ...numbers] = row.split(sign).map((cell) => cell.trim());
  const isOddDay = DAY_LOOKS.some(({ is }) => is.test(day));
  const odd = numbers.find((cell) => /^[+-]?[\d. ]*,\d+$/.test(cell));
  const faults = [
    `cells are parted by ${name} ("${shortened(header)}")`,
    ...(isOddDay ? [`days are not YYYY-MM-DD ("${day}")`] : []),
    ...(odd === undefined ? [] : [`numbers have a comma before their decimals ("${odd}")`]),
  ];
  const remedies = [
    "commas between cells",
    ...(isOddDay ? ["days as YYYY-MM-DD"] : []),
    ...(odd === undefined ? [] : ["a point before decimals"]),
  ];
  return `${joined(faults)}; save it with ${joined(remedies)}`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
