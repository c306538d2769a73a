import type { FallBias } from "./drawdown.ts";
import { LAWS } from "./laws.ts";
import { type Options, optionsLine } from "./options.ts";
import type { Counts, Table, Tally } from "./tally.ts";

/** What was found for one law and one length. */
export interface Cell {
  readonly months: number;
  readonly tally: Tally;
  readonly falls: FallBias;
}

/** Deviations of the simulation beyond which a rate is not what it should be. */
const FAR = 3;

/** All tables as Markdown; `cells` by size, and in each by law. */
export function tablesOf(options: Options, cells: readonly (readonly Cell[])[]): string {
  const rates = (table: Table, nominal: readonly (number | null)[]) =>
    rowsOf(cells, table, nominal);
  const both = [
    ...["test", "months"],
    ...LAWS.flatMap(({ title }) => [`${title}, 5 %`, `${title}, 1 %`]),
  ];
  const single = ["", "months", ...LAWS.map(({ title }) => title)];
  return [
    `Made by \`npm run calibrate\`: ${optionsLine(options)}.`,
    "### False alarms",
    "Rejections where there is nothing to find, in percent.",
    grid(both, rates("level", [0.05, 0.01])),
    "### What the thresholds let through",
    "Passed where there is nothing to find, in percent.",
    grid(single, rates("threshold", [null])),
    "### Coverage of 95 % intervals",
    "Intervals that hold the truth, in percent.",
    grid(single, rates("coverage", [0.95])),
    "### The deepest fall",
    "Means over all records and over all resamples of them, in percent.",
    grid(
      ["", "months", ...LAWS.flatMap(({ title }) => [`${title}, records`, "resamples"])],
      cells.map((row) => [
        "deepest fall",
        String(row[0]!.months),
        ...row.flatMap(({ falls }) => [percent(falls.records), percent(falls.resamples)]),
      ]),
    ),
    "### Power",
    "Rejections at 5 % (two-sided where the test is) where there is something to find, in percent.",
    grid(single, rates("power", [null])),
  ].join("\n\n");
}

function rowsOf(
  cells: readonly (readonly Cell[])[],
  table: Table,
  nominal: readonly (number | null)[],
): string[][] {
  const titles = [...cells[0]![0]!.tally[table].keys()];
  return titles.flatMap((title) =>
    cells.map((row) => [
      title,
      String(row[0]!.months),
      ...row.flatMap(({ tally }) => {
        const counts = tally[table].get(title);
        return nominal.map((rate, i) => cellOf(counts, i === 0 ? "hits" : "rare", rate));
      }),
    ]),
  );
}

/** A rate with its binomial standard error; bold where chance would not explain how far it is off. */
function cellOf(
  counts: Counts | undefined,
  which: "hits" | "rare",
  nominal: number | null,
): string {
  const hits = counts?.[which] ?? null;
  if (counts === undefined || hits === null || counts.answers === 0) return "–";
  const rate = hits / counts.answers;
  const error = (p: number) => Math.sqrt((p * (1 - p)) / counts.answers);
  const isFar = nominal !== null && Math.abs(rate - nominal) > FAR * error(nominal);
  const text = `${percent(rate)} ± ${percent(error(rate))}`;
  const share = counts.answers < counts.asked ? ` (${counts.answers})` : "";
  return (isFar ? `**${text}**` : text) + share;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).replace("-", "−");
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
