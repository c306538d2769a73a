import { readFile } from "node:fs/promises";
import type { Findings } from "../study/findings.ts";
import type { Named } from "./command.ts";

/** Ids of the catalog's series, for completion. */
export async function seriesOffered(): Promise<Named[]> {
  const { loadCatalog } = await import("./load-catalog.ts");
  const { series } = await loadCatalog();
  return Object.entries(series).map(([id, { title }]) => [id, title]);
}

/** Ids of the units of the study that the words name. */
export async function unitsOffered(before: readonly string[]): Promise<Named[]> {
  const { DEFAULT_STUDY } = await import("./run-options.ts");
  const { loadStudy } = await import("./load-study.ts");
  const file = before.find((word) => /\.[mc]?[jt]sx?$/.test(word)) ?? DEFAULT_STUDY;
  const { numeraires } = (await loadStudy(file)).study;
  return numeraires.map(({ id, title }) => [id, title]);
}

/** Keys of the words that are explained. */
export async function wordsOffered(): Promise<Named[]> {
  const { WORDS } = await import("../words/words.ts");
  return WORDS.map(({ key, name }) => [key, name]);
}

/** Ids of the portfolios, or of the units, of the run that the words name. */
export function ofRunOffered(
  kind: "portfolios" | "numeraires",
): (before: readonly string[]) => Promise<Named[]> {
  return async (before) => {
    const { USUAL_RUN } = await import("./explain/example.ts");
    const named = before.indexOf("--findings");
    const file = named < 0 ? USUAL_RUN : (before[named + 1] ?? USUAL_RUN);
    const findings = JSON.parse(await readFile(file, "utf8")) as Findings;
    return findings[kind].map(({ id, title }) => [id, title]);
  };
}
