import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Folders of daily figures for tests that need them: `market` and `macro` inside the folder named by
 * ASSAY_DAILY_DATA, or inside `shared` beside this repository. Empty where there are none; such tests
 * are then skipped, which the test run shows.
 */
export function dailyFolders(): readonly string[] {
  const beside = fileURLToPath(new URL("../../shared", import.meta.url));
  const root = process.env.ASSAY_DAILY_DATA ?? beside;
  const folders = ["market", "macro"].map((name) => `${root}/${name}`);
  return folders.every((folder) => existsSync(folder)) ? folders : [];
}
