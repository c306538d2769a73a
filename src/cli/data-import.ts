import type { Argv, Options } from "yargs";
import type { Catalog } from "../data/catalog.ts";
import type { ImportAsked, ImportReport } from "../data/import/import-files.ts";
import { InputError } from "../input/input-error.ts";
import { now, ticks } from "./clock.ts";
import type { Words } from "./command.ts";
import { stagesOn } from "./stages.ts";
import { shown, terminalOf, wrapped } from "./terminal.ts";

const text = (describe: string) => ({ type: "string", requiresArg: true, describe }) as const;

/** Options of `assay data import`. */
export const importOptions = {
  as: text("Where the one file goes: a file or series of the catalog, or an id of your own"),
  columns: {
    type: "array",
    string: true,
    requiresArg: true,
    describe: "Which columns are read: date=Datum,close=Last, or their numbers",
  },
  delimiter: text("What parts the cells: comma, semicolon, tab or bar"),
  decimal: text("What stands before decimals: point or comma"),
  dates: text("How days are written: iso, dmy, mdy, excel or unix"),
  encoding: text("How letters are written: utf-8, utf-16le, utf-16be, latin1, windows-1252"),
  sheet: text("Which sheet of a workbook is read"),
  unit: text("Unit of the figures, for the record"),
  provider: text("Who the figures are from, for the record"),
  terms: text("On which terms they may be used, for the record"),
  "dry-run": { type: "boolean", describe: "Read everything, write nothing" },
} as const satisfies Record<string, Options>;

/** `assay data import`: puts tables of any make into the store. */
export const importPart = {
  command: "import <paths..>",
  describe: "Put files or folders of figures into your store: CSV, TSV, xlsx, xls, parquet",
  builder: (parser: Argv) =>
    parser
      .positional("paths", { type: "string", array: true, describe: "Files, or folders of them" })
      .options({
        ...importOptions,
        json: { type: "boolean", describe: "Print everything as JSON" },
      })
      .example("$0 data import DIR", "every file that the catalog has a name for")
      .example("$0 data import kurse.csv --as spx", "one file, whatever its name")
      .epilogue(
        "A file that leaves a doubt is refused with the option that settles it.\n" +
          "Exit codes: 0 all stored, 2 some were refused; the others are stored.",
      ),
  handler: importWords,
};

async function importWords(words: Words): Promise<void> {
  const asked = await askedIn(words);
  const { loadCatalog } = await import("./load-catalog.ts");
  const { importFiles } = await import("../data/import/import-files.ts");
  const { storeDirectory } = await import("../data/store/store.ts");
  const store = storeDirectory(process.env);
  const watched = terminalOf(process.stderr, process.env);
  const stages = stagesOn(process.stderr, watched);
  const began = ticks();
  const catalog = await loadCatalog();
  const report = await importFiles(
    catalog,
    store,
    asked,
    now(),
    await progressOn(stages.show),
  ).finally(stages.clear);
  if (words.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const terminal = terminalOf(process.stdout, process.env);
    process.stdout.write(shown(linesOf(report, store, asked.isDry === true), terminal));
    process.stdout.write(await ownWords(catalog, report, asked));
  }
  if (watched.watched) process.stderr.write(`took ${((ticks() - began) / 1000).toFixed(1)} s\n`);
  const faults = [...report.faults, ...nothingFault(report)];
  if (faults.length > 0) throw new InputError(faults);
}

/** How a study names what was imported under an id of the user's own; empty for files of the catalog. */
async function ownWords(
  catalog: Catalog,
  { imported }: ImportReport,
  { as, unit }: ImportAsked,
): Promise<string> {
  const { targetsOf } = await import("../data/import/target.ts");
  const { ownLine } = await import("./own-line.ts");
  const [one] = imported;
  const files = [...targetsOf(catalog).values()].map(({ file }) => file);
  if (as === undefined || one === undefined || files.includes(one.file)) return "";
  return `\n${ownLine(as, one, unit)}\n`;
}

/** Shows how much of a file is read, in megabytes, where it has so many. */
async function progressOn(show: (stage: string, done: number, total: number) => void) {
  const { statSync } = await import("node:fs");
  let [at, total] = ["", 0];
  return (path: string, bytes: number) => {
    if (path !== at) [at, total] = [path, statSync(path).size];
    show(`reading ${path} (MB)`, megabytes(bytes), megabytes(total));
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}

async function askedIn(words: Words): Promise<ImportAsked> {
  const { checkChoice } = await import("../input/check.ts");
  const { saidColumns } = await import("../data/import/header.ts");
  const { delimiterNamed } = await import("../data/import/delimiter.ts");
  const { DATE_WORDS } = await import("../data/import/day-text.ts");
  const { DECIMAL_WORDS } = await import("../data/import/number-text.ts");
  const { ENCODINGS } = await import("../data/import/decode.ts");
  const word = (name: string) => (typeof words[name] === "string" ? words[name] : undefined);
  const given = <T>(name: string, read: (value: string) => T, key: string = name) => {
    const value = word(name);
    return value === undefined ? {} : { [key]: read(value) };
  };
  const itself = (value: string) => value;
  return {
    paths: Array.isArray(words.paths) ? words.paths.map(String) : [],
    reading: {
      ...(Array.isArray(words.columns) ? { columns: saidColumns(words.columns.map(String)) } : {}),
      ...given("delimiter", delimiterNamed),
      ...given("decimal", (value) => checkChoice("--decimal", value, DECIMAL_WORDS)),
      ...given("dates", (value) => checkChoice("--dates", value, DATE_WORDS)),
      ...given("encoding", (value) => checkChoice("--encoding", value, ENCODINGS)),
      ...given("sheet", itself),
    },
    ...given("as", itself),
    ...given("unit", itself),
    ...given("provider", itself),
    ...given("terms", itself),
    isDry: words["dry-run"] === true,
  };
}

function nothingFault({ imported, unmatched, faults }: ImportReport): string[] {
  if (imported.length + faults.length > 0) return [];
  return unmatched.length > 0
    ? ["data import: no file is named like one of the catalog; name one with --as"]
    : ["data import: no file of figures there; give csv, tsv, txt, xlsx, xls or parquet"];
}

function linesOf(
  { imported, unmatched, passedOver }: ImportReport,
  store: string,
  isDry: boolean,
): string[] {
  const width = Math.max(0, ...imported.map(({ file }) => file.length));
  const rows = imported.flatMap(({ file, rows, first, last, change, notes }) => [
    `${file.padEnd(width)}  ${String(rows).padStart(7)} rows  ${first}..${last}  ${change}`,
    ...notes.flatMap((note) => wrapped(note, 76).map((line) => `    ${line}`)),
  ]);
  const others = unmatched.map(
    ({ path, nearest }) => `  ${path}${nearest === undefined ? "" : `: nearest is ${nearest}`}`,
  );
  const stored = imported.length;
  const files = `${stored} ${stored === 1 ? "file" : "files"}`;
  return [
    ...rows,
    ...(others.length === 0
      ? []
      : [
          "",
          "named like no file of the catalog; one at a time: --as NAME, or --as ID of your own",
          ...others,
        ]),
    ...(passedOver.length === 0
      ? []
      : ["", `passed over: ${passedOver.length} other files and folders`]),
    "",
    isDry ? `${files} read, nothing written (--dry-run)` : `${files} in ${store}`,
  ];
}
