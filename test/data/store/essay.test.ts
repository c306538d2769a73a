import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { putSeries, readSeries } from "../../../src/data/store/store.ts";
import { renderFindingsJson } from "../../../src/report/findings-json.ts";
import { readTable } from "../../../src/series/csv.ts";
import { runStudy } from "../../../src/study/run.ts";
import essay from "../../../strategies/essay.ts";
import { dailyFolders } from "../../daily-data.ts";
import { newFolder, origin } from "./tiny-store.ts";

const [market] = dailyFolders();

/** The findings of a run, without the words of its options: they say where its figures were read. */
async function foundWith(options: Parameters<typeof runStudy>[1]): Promise<string> {
  const findings = await runStudy(essay, { frequency: "daily", ...options });
  return renderFindingsJson({ ...findings, study: { ...findings.study, options: [] } });
}

describe.skipIf(market === undefined)("the essay by the day", () => {
  it("finds the same through a store as in the folder that filled it", {
    timeout: 300_000,
  }, async () => {
    const store = newFolder();
    for (const file of readdirSync(market!)) {
      const { days, columns } = readTable(readFileSync(join(market!, file), "utf8"), file);
      const figures = { days, columns: new Map([...columns].slice(1)) };
      await putSeries(store, file, figures, origin);
    }
    const given = await foundWith({ directories: [market!] });
    // The run reads the columns that this leaves.
    for (const file of readdirSync(market!)) await readSeries(join(store, file));
    expect(readdirSync(join(store, ".cache"))).toHaveLength(readdirSync(market!).length);
    const cached = await foundWith({ store });
    expect(cached === given).toBe(true);
  });
});
