import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** Longest that a workbook may take, in milliseconds, and the most memory, in megabytes. */
const MOST_MS = 10_000;
const MOST_MB = 512;

/** What the thread does: the sheets and no more, with the format of each cell told as day or number. */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const reader = require(workerData.reader);
const book = reader.read(Buffer.from(workerData.bytes), workerData.options);
const Sheets = {};
for (const name of book.SheetNames) {
  const data = book.Sheets[name]?.["!data"] ?? [];
  for (const row of data)
    for (const cell of row ?? [])
      if (cell?.z !== undefined) cell.z = reader.SSF.is_date(String(cell.z)) ? "yyyy-mm-dd" : "0";
  Sheets[name] = { "!data": data };
}
const WBProps = { date1904: book.Workbook?.WBProps?.date1904 === true };
parentPort.postMessage({ SheetNames: book.SheetNames, Sheets, Workbook: { WBProps } });
`;

/**
 * Reads an old workbook in a thread of its own, since its reader believes every number that such a file
 * gives of itself: one that is wrong keeps it busy for hours or fills the memory. The library is named,
 * and gives books of the type asked for.
 */
export function readOldWorkbook<Book>(
  bytes: Buffer,
  options: Readonly<Record<string, unknown>>,
  library: string,
): Promise<Book> {
  const reader = createRequire(import.meta.url).resolve(library);
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      eval: true,
      workerData: { bytes, options: { type: "buffer", ...options }, reader },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const end = setTimeout(() => {
      reject(new Error(`it takes longer than ${MOST_MS / 1000} seconds`));
      void thread.terminate();
    }, MOST_MS);
    thread.once("message", (book: Book) => {
      resolve(book);
      void thread.terminate();
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      clearTimeout(end);
      reject(new Error("its reader gave up"));
    });
  });
}
