import { InputError } from "../../input/input-error.ts";
import { formatDay } from "../../series/day.ts";
import type { Figures } from "../store/store.ts";
import type { Collected } from "./collect.ts";
import type { Layout } from "./header.ts";
import { quoted, type Tally } from "./tally.ts";

/** The figures of one file, and what was done to read them. */
export interface Tidy {
  readonly figures: Figures;
  readonly notes: readonly string[];
}

/** Collected rows as figures. @throws InputError with all faults of the file */
export function tidied(
  { days, columns, merged, order, conflicts, firstConflict }: Collected,
  { values }: Layout,
  notes: readonly string[],
  tally: Tally,
): Tidy {
  if (firstConflict !== undefined) {
    const { day, column, values: both } = firstConflict;
    const written = both.map((value) => (Number.isNaN(value) ? "blank" : String(value)));
    const more = conflicts === 1 ? "" : ` (and ${conflicts - 1} more such rows)`;
    tally.add(
      "conflict",
      0,
      () =>
        `: ${formatDay(day)} stands twice, with ${written.join(" and ")} in column ` +
        `${quoted(values[column]!.header)}${more}; leave one row for each day`,
    );
  }
  if (tally.isEmpty && columns.every(isBlank))
    tally.add("blank", 0, () => ": holds no figure; give a file with figures");
  if (!tally.isEmpty) throw new InputError(tally.told());
  return {
    figures: { days, columns: new Map(values.map(({ name }, at) => [name, columns[at]!])) },
    notes: [
      ...notes,
      ...(order === "ascending"
        ? []
        : [`sorted: its days were ${order === "mixed" ? "in no order" : "descending"}`]),
      ...(merged === 0
        ? []
        : [
            `${merged} ${merged === 1 ? "row says" : "rows say"} again what another said: left out`,
          ]),
    ],
  };
}

function isBlank(column: { readonly length: number; readonly [row: number]: number }): boolean {
  for (let row = 0; row < column.length; row += 1) if (!Number.isNaN(column[row]!)) return false;
  return true;
}
