import { dirname, resolve } from "node:path";
import { unwritable } from "../input/unwritable.ts";

/** The folder that reports go to unless told otherwise. */
const USUAL = "reports";

/**
 * Brings the list of reports beside a report up to date. There is one in the usual folder, and in a folder
 * that has one already (`assay report --index DIR` makes the first): no other place is written to unasked.
 */
export async function listReports(report: string): Promise<void> {
  const folder = dirname(resolve(report));
  const { indexIn, writeIndex } = await import("../report/write-index.ts");
  if (folder !== resolve(USUAL) && (await indexIn(folder)) !== "ours") return;
  await writeIndex(folder).catch((error: unknown) => {
    throw unwritable(folder, error);
  });
}
