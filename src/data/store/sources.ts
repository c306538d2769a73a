import { join } from "node:path";
import { refuseLinkOut } from "./file-name.ts";
import { listStore, type Provenance } from "./provenance.ts";
import { written } from "./whole-file.ts";

const NAME = "SOURCES.md";

/** Writes what the provenances in a store say as a page for people: where each file is from, and on what terms. */
export async function writeSources(directory: string): Promise<void> {
  const path = join(directory, NAME);
  await refuseLinkOut(path);
  await (await written(path, [sourcesText(await listStore(directory))])).place();
}

/** The page: terms by provider, then a row a file. */
export function sourcesText(all: readonly Provenance[]): string {
  const providers = [...new Set(all.map(({ provider }) => provider))].sort();
  const terms = providers.flatMap((id) => {
    const texts = new Set(all.flatMap((one) => (one.provider === id ? [one.terms] : [])));
    return [`## ${line(id)}`, "", ...[...texts].map((text) => `- ${line(text)}`), ""];
  });
  const rows = all.map((one) => {
    const span = `${one.first} to ${one.last}`;
    const cells = [one.file, one.provider, one.address, one.retrieved, span, one.rows, one.sha256];
    return `| ${cells.map((value) => cell(String(value))).join(" | ")} |`;
  });
  return [
    "# Where these figures are from",
    "",
    "Written anew with every change of the store; what is written here by hand is lost.",
    "",
    "| file | provider | address | retrieved | days | rows | sha256 |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "# Terms",
    "",
    ...terms,
  ].join("\n");
}

function line(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function cell(text: string): string {
  return line(text).replaceAll("|", "\\|");
}
