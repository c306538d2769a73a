import { existsSync } from "node:fs";

/**
 * Folders of daily figures for tests that need them: `market` and `macro` inside the folder named by
 * ASSAY_DAILY_DATA. Empty where there are none; such tests are then skipped, which the test run shows.
 */
export function dailyFolders(): readonly string[] {
  const root = process.env.ASSAY_DAILY_DATA;
  if (root === undefined) return [];
  const folders = ["market", "macro"].map((name) => `${root}/${name}`);
  return folders.every((folder) => existsSync(folder)) ? folders : [];
}
