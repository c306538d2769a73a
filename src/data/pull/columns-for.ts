import { InputError } from "../../input/input-error.ts";
import type { Column } from "../../series/series.ts";
import type { Fetched } from "../providers/provider.ts";
import type { Figures } from "../store/figures.ts";
import type { Part } from "./orders.ts";

/** The columns of the file out of a download; one that is another column's twin is a copy of it. */
export function columnsFor(part: Part, { figures }: Fetched): Figures {
  const columns = new Map<string, Column>();
  for (const { column, field } of part.columns)
    columns.set(column, fieldOf(part, figures, column, field));
  // Editions that the store had are asked for again with those of the catalog.
  if (part.editions) for (const [name, values] of figures.columns) columns.set(name, values);
  return { days: figures.days, columns };
}

function fieldOf({ provider }: Part, figures: Figures, column: string, field?: string): Column {
  const found = figures.columns.get(field ?? column);
  if (found !== undefined) return found;
  const [only, ...others] = figures.columns.values();
  if (field === undefined && only !== undefined && others.length === 0) return only;
  throw new InputError(
    `${provider.id} has no "${field ?? column}"; it has ${[...figures.columns.keys()].join(", ")}`,
  );
}
