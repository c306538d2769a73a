import { formatDay } from "../../series/day.ts";
import {
  type DateWord,
  type DayOrder,
  type DayShape,
  dayIn,
  dayShape,
  partsIn,
} from "./day-text.ts";
import { type Decimal, decimalShown, isUnknownText } from "./number-text.ts";
import { quoted, type Tally } from "./tally.ts";

/** How the days and numbers of a file are written. */
export interface Notation {
  readonly shape: DayShape;
  readonly order?: DayOrder;
  readonly decimal: Decimal;
}

/** What was said of it: nothing is decided against that. */
export interface Said {
  readonly dates?: DateWord;
  readonly decimal?: Decimal;
  /** Set where a row may stand for a whole period: then months and quarters are days enough. */
  readonly period?: "month" | "quarter";
  /** True where commas part the cells: then a point stands before decimals. */
  readonly isCommaParted: boolean;
}

/** Gathers what the cells of a file tell of how they are written, until they leave no doubt. */
export interface Survey {
  day(text: string, line: number): void;
  number(text: string): void;
  readonly isDecided: boolean;
  /** How the file is written; undefined where its cells leave a doubt, which the tally then has. */
  decided(tally: Tally): Notation | undefined;
  /** What was decided, where a reader would not take it for granted. */
  notes(): string[];
}

interface Seen {
  readonly text: string;
  readonly line: number;
}

/** A survey of nothing yet. `hasTypedNumbers`: numbers that are no text need no decision. */
export function surveyOf(said: Said): Survey {
  let first: Seen | undefined;
  let shape: DayShape | undefined;
  let order: DayOrder | undefined =
    said.dates === "dmy" || said.dates === "mdy" ? said.dates : undefined;
  let decimal = said.decimal;
  const doubtful = new Map<Decimal, string>();

  const day = (text: string, line: number) => {
    first ??= { text, line };
    shape ??= dayShape(text);
    if (order !== undefined || shape !== "parts" || dayShape(text) !== "parts") return;
    const [one, two] = partsIn(text);
    if (one > 12 && two <= 12) order = "dmy";
    else if (two > 12 && one <= 12) order = "mdy";
  };
  const number = (text: string) => {
    if (decimal !== undefined || isUnknownText(text)) return;
    const shown = decimalShown(text);
    if (shown === "point" || shown === "comma") decimal = shown;
    else if (shown === "ambiguousPoint") doubtful.set("point", doubtful.get("point") ?? text);
    else if (shown === "ambiguousComma") doubtful.set("comma", doubtful.get("comma") ?? text);
  };
  const decimalOrDoubt = (tally: Tally): Decimal | undefined => {
    if (decimal !== undefined) return decimal;
    if (doubtful.size === 0) return "point";
    if (!doubtful.has("comma") && said.isCommaParted) return "point";
    tally.add("decimal", 0, () => decimalDoubt(doubtful));
    return undefined;
  };

  return {
    day,
    number,
    get isDecided() {
      return (
        shape !== undefined && (shape !== "parts" || order !== undefined) && decimal !== undefined
      );
    },
    decided: (tally) => {
      const before = decimalOrDoubt(tally);
      const doubt = dayDoubt(first, shape, order, said);
      if (doubt !== undefined) tally.add("days", first?.line ?? 0, () => doubt);
      if (doubt !== undefined || before === undefined || shape === undefined) return undefined;
      return { shape, decimal: before, ...(order === undefined ? {} : { order }) };
    },
    notes: () => [
      ...(shape === undefined || first === undefined ? [] : dayNotes(first, shape, order)),
      ...(decimal === undefined && doubtful.has("point")
        ? [`points read as decimals (${doubtful.get("point")}); --decimal comma reads thousands`]
        : []),
      ...(decimal === "comma" ? ["commas read as decimals"] : []),
    ],
  };
}

function decimalDoubt(doubtful: ReadonlyMap<Decimal, string>): string {
  const [[sign, text] = ["point", ""] as const] = doubtful;
  const thousands = text.replace(/[.,]/, "");
  const decimals = text.replace(",", ".");
  const [whole, part] = sign === "comma" ? ["point", "comma"] : ["comma", "point"];
  return (
    `: "${text}" is ${thousands} or ${decimals}, and no number of the file tells which; ` +
    `say --decimal ${whole} for ${thousands} or --decimal ${part} for ${decimals}`
  );
}

/** What keeps the days of a file from being read, or undefined. */
function dayDoubt(
  first: Seen | undefined,
  shape: DayShape | undefined,
  order: DayOrder | undefined,
  { dates, period }: Said,
): string | undefined {
  if (first === undefined) return ": no rows; give at least one row of figures below the names";
  const text = quoted(first.text);
  if (shape === undefined) return `: ${text} is not a calendar day; write YYYY-MM-DD`;
  if (dates === "iso" && !["iso", "moment", "yearFirst", "compact"].includes(shape))
    return `: ${text} is not YYYY-MM-DD, as --dates iso says; leave --dates out, or name another`;
  switch (shape) {
    case "parts":
      return order === undefined ? orderDoubt(first.text) : undefined;
    case "shortYear":
      return `: ${text} has a year of two digits, which may be of either century; write four`;
    case "year":
      return `: ${text} is a year, not a day; write the day for which the figure stands, YYYY-MM-DD`;
    case "month":
    case "quarter":
      return period === undefined
        ? `: ${text} is a ${shape}, not a day; write the day of each figure, YYYY-MM-DD`
        : undefined;
    case "serial":
    case "unix": {
      const word = shape === "serial" ? "excel" : "unix";
      if (dates === word) return undefined;
      const day = dayIn(first.text, shape);
      const what = shape === "serial" ? "a serial day of spreadsheets" : "seconds since 1970";
      return day === undefined
        ? `: ${text} is not a calendar day; write YYYY-MM-DD`
        : `: ${text} may be ${what}: ${formatDay(day)}; say --dates ${word} to read it so`;
    }
    default:
      return undefined;
  }
}

function orderDoubt(text: string): string {
  const reading = (order: DayOrder) => {
    const day = dayIn(text, "parts", order);
    return day === undefined ? "no day" : formatDay(day);
  };
  return (
    `: "${text}" is ${reading("dmy")} day first or ${reading("mdy")} month first, ` +
    "and no day of the file tells which; say --dates dmy or --dates mdy"
  );
}

function dayNotes({ text }: Seen, shape: DayShape, order: DayOrder | undefined): string[] {
  const day = dayIn(text, shape, order);
  if (shape === "iso" || day === undefined) return [];
  const reading = `${quoted(text)} is ${formatDay(day)}`;
  switch (shape) {
    case "moment":
      return [`times of day left out: ${reading}`];
    case "parts":
      return [`days read ${order === "mdy" ? "month" : "day"} first: ${reading}`];
    case "month":
    case "quarter":
      return [`${shape}s dated by their first day: ${reading}`];
    default:
      return [`days: ${reading}`];
  }
}
