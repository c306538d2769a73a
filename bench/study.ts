import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { dailyFolders } from "../test/daily-data.ts";

const RUNS = 3;

/** Seconds of the whole command, report written: the least of a few, since others only add to it. */
function seconds(words: readonly string[]): number {
  const place = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const call = ["dist/cli.mjs", "run", ...words, "--out", join(place, "report")];
  try {
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      execFileSync(process.execPath, call, { stdio: "ignore" });
      return (performance.now() - start) / 1000;
    });
    return Math.min(...times);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * The essay's whole study by the built command, monthly, and daily where ASSAY_DAILY_DATA names its
 * figures; also in units of the plain ledger's time, which the speed of the machine leaves alone.
 */
export function benchStudy(plainLedgerMs: number): void {
  const daily = dailyFolders().flatMap((folder) => ["--data", resolve(folder)]);
  const kinds = [
    ["monthly", []],
    ...(daily.length === 0 ? [] : [["daily", daily] as const]),
  ] as const;
  for (const [title, words] of kinds) {
    const time = seconds(words);
    const ratio = ((1000 * time) / plainLedgerMs).toFixed(0);
    console.log(`whole study, ${title}: ${time.toFixed(2)} s, ${ratio} times the plain ledger`);
  }
}
