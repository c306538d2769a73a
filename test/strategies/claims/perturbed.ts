import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Columns whose numbers are those of two others, divided. */
const ratios: Readonly<Record<string, readonly [string, string]>> = {
  spx_gold: ["spx", "gold"],
  qqq_gold: ["qqq", "gold"],
};
/** A rate that may be zero or below, or that is no quantity: left as it is. */
const keptAsTheyAre = new Set(["recession"]);

/** A number in (0, 1) of a name and a seed. */
function chance(name: string, seed: number): number {
  let hash = 2166136261 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return ((hash >>> 0) % 9973) / 9973;
}

/** A smooth factor around 1 by name, day and seed: a slow drift and two waves of three and eleven years. */
export function factorOf(name: string, day: string, seed: number): number {
  const ratio = ratios[name];
  if (ratio !== undefined) return factorOf(ratio[0], day, seed) / factorOf(ratio[1], day, seed);
  const years = Date.parse(day) / 31_557_600_000 - 30;
  const wave = (length: number, part: string) =>
    Math.sin(2 * Math.PI * (years / length + chance(name + part, seed)));
  const drift = 0.03 * (chance(`${name}drift`, seed) - 0.5) * years;
  return Math.exp(drift + 0.12 * wave(3, "short") + 0.2 * wave(11, "long"));
}

/** The name under which a column's quantity goes in every file: its highs and lows are its own. */
const quantityOf = (column: string) => column.replace(/_(high|low|first_seen)$/, "");

/** A table of dated figures with every number multiplied by its factor. */
function perturbed(text: string, seed: number): string {
  const [head, ...lines] = text.trim().split("\n");
  const columns = head!.split(",");
  const told = lines.map((line) => {
    const cells = line.split(",");
    const day = cells[0]!;
    return cells
      .map((cell, at) => {
        const column = columns[at]!;
        if (at === 0 || cell === "" || /date|published/.test(column) || keptAsTheyAre.has(column))
          return cell;
        const own = cells[columns.indexOf(`${column}_date`)] ?? day;
        return String(Number(cell) * factorOf(quantityOf(column), own, seed));
      })
      .join(",");
  });
  return [head, ...told, ""].join("\n");
}

/** A copy of the shipped figures in which all numbers are others, and the named days that it is told are missing. */
export function perturbedFigures(folder: string, seed: number, missing: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), "assay-perturbed-"));
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".csv"))) {
    const text = perturbed(readFileSync(join(folder, file), "utf8"), seed);
    const isLost = (line: string) =>
      file === "named-days.csv" && missing.some((day) => line.startsWith(day));
    const kept = text.split("\n").filter((line) => !isLost(line));
    writeFileSync(join(copy, file), kept.join("\n"));
  }
  return copy;
}

export const folderUrl = (folder: string) => pathToFileURL(`${folder}/`);
