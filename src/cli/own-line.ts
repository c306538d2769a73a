import type { Imported } from "../data/import/import-files.ts";

/** How a study names a file that was imported under an id of the user's own. */
export function ownLine(
  word: string,
  { file, columns }: Pick<Imported, "file" | "columns">,
  unit = "USD",
): string {
  const id = word.replace(/\.csv$/i, "").replace(/\W/g, "_");
  const isTraded = columns.includes("close") || columns.includes("adjclose");
  const usual = columns.includes("close") ? "close" : isTraded ? "adjclose" : "value";
  const column = columns.includes(usual) ? usual : columns[0];
  const kind = { close: "price", adjclose: "total", value: "amount" }[usual];
  const isDefault = column === "close" || column === "value";
  const fields = [
    ["title", id],
    ["unit", unit],
    ["kind", kind],
    ...(isDefault || column === undefined ? [] : [["column", column]]),
  ].map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const call = `fromStore(${JSON.stringify(file.replace(/\.csv$/, ""))}, { ${fields.join(", ")} })`;
  return `In the study: series: ownSeries({\n  ${id}: ${call},\n})`;
}
