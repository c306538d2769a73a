import picocolors from "picocolors";
import type { Source } from "../data/open.ts";
import { InputError } from "../input/input-error.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Days } from "../series/series.ts";
import { GROUPS, type Group, groupOf, KIND_WORDS, saysKind } from "./groups.ts";
import { hung, shown, type Terminal } from "./terminal.ts";

/** The series whose id, title, unit or origin holds the text. @throws InputError where none does. */
async function found(source: Source, text: string): Promise<readonly Listed[]> {
  const all = await Promise.all(source.ids.map((id) => readable(source, id)));
  const wanted = text.toLowerCase();
  const speaking = all.filter(({ words }) => words.toLowerCase().includes(wanted));
  if (speaking.length === 0)
    throw new InputError(`data list: no series speaks of "${text}"; see assay data list`);
  return speaking;
}

/** The series that speak of a text, to be read: by group, with id, kind, months and title. */
export async function asText(source: Source, text: string, terminal: Terminal): Promise<string> {
  const all = await found(source, text);
  const { bold } = picocolors.createColors(terminal.colour);
  const lines = HEADINGS.flatMap((heading) => {
    const members = all.filter((one) => one.heading === heading);
    return members.length === 0 ? [] : [bold(heading), ...rows(members, terminal.columns), ""];
  });
  return shown([...lines, "assay data show ID tells everything of one of them."], terminal);
}

/** The same as data, in the order of the catalog; of one that cannot be read, the reason. */
export async function asJson(source: Source, text: string): Promise<string> {
  const plain = (await found(source, text)).map(({ plain }) => plain);
  return `${JSON.stringify(plain, null, 2)}\n`;
}

const UNREADABLE = "not to be read from these figures";

const HEADINGS: readonly Listed["heading"][] = [...GROUPS, UNREADABLE];

interface Listed {
  readonly heading: Group | typeof UNREADABLE;
  /** Id, then what stands in columns beside it. */
  readonly cells: readonly string[];
  readonly title: string;
  /** What is searched. */
  readonly words: string;
  /** What a program reads. */
  readonly plain: Readonly<Record<string, string | null>>;
}

/** A series that cannot be read at this frequency is listed too, with the reason. */
async function readable(source: Source, id: string): Promise<Listed> {
  const title = source.titleOf(id);
  try {
    const series = await source.series(id);
    const { unit, origin, days } = series;
    const heading = groupOf(series);
    const kind = KIND_WORDS[series.kind];
    return {
      heading,
      cells: saysKind(heading) ? [id, monthsOf(days)] : [id, kind, monthsOf(days)],
      title: without(`, ${kind}`, title),
      words: [id, title, kind, unit, origin].join(" "),
      plain: { id, title, kind: series.kind, unit, origin, ...spanOf(days) },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const reason = error.faults[0]!.replace(`${id}: `, "");
    return {
      heading: UNREADABLE,
      cells: [id],
      title: `${title}: ${reason}`,
      words: `${id} ${title}`,
      plain: { id, title, unreadable: error.faults.join("; ") },
    };
  }
}

function rows(members: readonly Listed[], columns: number): string[] {
  const widths = members[0]!.cells.map((_, at) =>
    Math.max(...members.map(({ cells }) => cells[at]!.length)),
  );
  return members.flatMap(({ cells, title }) => {
    const beside = cells.map((cell, at) => `${cell.padEnd(widths[at]!)}  `).join("");
    return hung(`  ${beside}`, title, columns);
  });
}

/** First and last month, `YYYY-MM to YYYY-MM`. */
function monthsOf(days: Days): string {
  if (days.length === 0) return "no values";
  return `${monthOf(days[0]!)} to ${monthOf(days[days.length - 1]!)}`;
}

/** First and last day; null where there are no values. */
function spanOf(days: Days): Readonly<Record<"from" | "to", string | null>> {
  const day = (at: number) => (days.length === 0 ? null : formatDay(days[at]!));
  return { from: day(0), to: day(days.length - 1) };
}

/** The month of a day, `YYYY-MM`. */
export function monthOf(day: Day): string {
  return formatDay(day).slice(0, -"-dd".length);
}

/** The text without an ending that stands beside it already. */
function without(ending: string, text: string): string {
  return text.endsWith(ending) ? text.slice(0, -ending.length) : text;
}
