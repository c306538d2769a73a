import { join } from "node:path";
import type { Options } from "yargs";
import type { Source } from "../data/open.ts";
import { storeDirectory } from "../data/store/directory.ts";
import type { StoredSeries } from "../data/stored-series.ts";
import { InputError } from "../input/input-error.ts";
import { type Command, WORD, type Words } from "./command.ts";
import { addCommand, addOptions } from "./data-add.ts";
import { importOptions, importPart } from "./data-import.ts";
import { pullCommand, pullOptions } from "./data-pull.ts";
import { missingFile } from "./missing-file.ts";
import { seriesOffered } from "./offered.ts";
import { terminalOf } from "./terminal.ts";

const reading = {
  data: {
    type: "array",
    string: true,
    requiresArg: true,
    describe: "Folder of CSV files: daily figures, or series not shipped (may be repeated)",
  },
  store: { type: "boolean", describe: "Your own store of daily figures, as --data names folders" },
} as const satisfies Record<string, Options>;

const showing = {
  json: { type: "boolean", describe: "Print everything as JSON" },
  csv: { type: "boolean", describe: "Print date,value lines" },
} as const satisfies Record<string, Options>;

/** `assay data list`, `show`, `check` and `import`: what series there are, all of one, what is wrong; and more. */
export const dataCommand: Command = {
  name: "data",
  parts: ["list", "show", "check", "import", "pull", "add"],
  options: { ...reading, ...showing, ...importOptions, ...pullOptions, ...addOptions },
  values: { [WORD]: seriesOffered, data: "folders" },
  needs: {
    add: { what: "ID and PROVIDER:SYMBOL", example: "uraniumMiners yahoo:URNM" },
    import: { what: "a file", example: "my-prices.csv" },
  },
  module: {
    command: "data",
    describe: "List, show and check series; bring figures of your own",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 data list|show|check|import|pull|add\n\nThe series of data/catalog.ts: here, or those that come with assay.",
        )
        .command({
          command: "list [text]",
          describe: "List the series whose id, title or origin holds a text",
          builder: (list) =>
            list
              .positional("text", { type: "string", describe: "Text to look for" })
              .options({ ...reading, json: showing.json })
              .example("$0 data list gold", "the series that speak of gold"),
          handler: list,
        })
        .command({
          command: "show [series..]",
          describe: "Show everything of one series, or of a formula",
          builder: (show) =>
            show
              .positional("series", {
                type: "string",
                array: true,
                describe: "Id, or a formula of ids in quotes",
              })
              .options({ ...reading, ...showing })
              .example("$0 data show gold", "its origin, terms, faults and last values")
              .example("$0 data show gold --store", "and where what is in your store is from")
              .example('$0 data show "spx / gold" --csv', "a ratio, as date,value lines"),
          handler: show,
        })
        .command({
          command: "check [series..]",
          describe: "Check the figures of series: gaps, jumps, stale runs, seams, ends",
          builder: (check) =>
            check
              .positional("series", {
                type: "string",
                array: true,
                describe: "Ids; every series that can be read unless given",
              })
              .options({ ...reading, json: showing.json })
              .example("$0 data check", "the shipped figures")
              .example("$0 data check gold spx --data DIR", "two series of a folder")
              .example("$0 data check --store", "what was imported or pulled into your store")
              .epilogue("Exit codes: 0 no errors, 1 errors that would stop a run."),
          handler: check,
        })
        .command(importPart)
        .command(pullCommand(showing.json))
        .command(addCommand(showing.json))
        .demandCommand(1, "data: no command given; known: list, show, check, import, pull, add"),
    handler: () => {},
  },
};

async function list(words: Words): Promise<void> {
  const source = await opened(words);
  const { asJson, asText } = await import("./listing.ts");
  const text = typeof words.text === "string" ? words.text : "";
  const terminal = terminalOf(process.stdout, process.env);
  process.stdout.write(
    words.json === true ? await asJson(source, text) : await asText(source, text, terminal),
  );
}

async function show(words: Words): Promise<void> {
  const asked = seriesAsked(words.series);
  if (words.json === true && words.csv === true)
    throw new InputError("--json, --csv: given together; give one of them");
  const source = await opened(words);
  const series = await source.series(asked);
  const { asCsv, asJson, asText } = await import("./show.ts");
  const terminal = terminalOf(process.stdout, process.env);
  if (words.json) process.stdout.write(asJson(series, await source.provenance(series.id)));
  else if (words.csv) process.stdout.write(asCsv(series));
  else process.stdout.write(await asText(source, series, terminal));
}

/** @throws InputError unless one word was given: more of them are mostly a formula without its quotes. */
function seriesAsked(words: unknown): string {
  const [asked, ...others] = Array.isArray(words) ? words.map(String) : [];
  if (asked === undefined)
    throw new InputError("data show: no series given; name one of assay data list");
  if (others.length === 0) return asked;
  const all = [asked, ...others];
  const formula = all.join(all.some((word) => /[-+*/()^]/.test(word)) ? " " : " / ");
  throw new InputError(
    `data show: shows one series, got ${all.join(" ")}; a formula stands in quotes: "${formula}"`,
  );
}

async function check(words: Words): Promise<void> {
  const directories = directoriesOf(words);
  const { catalog, files: others } = await catalogFor(words, directories);
  const { givenFiles } = await import("../data/given-files.ts");
  const { unlikeProvenance } = await import("../data/store/unlike.ts");
  const given = await givenFiles(catalog, catalog.calendar, directories);
  const { openCatalog } = await import("../data/open.ts");
  const { frequency } = given;
  const open = (mending: boolean) => openCatalog(catalog, { frequency, directories, mending });
  const shipped =
    frequency === "daily"
      ? await openCatalog(catalog, { frequency: "monthly", directories: [] })
      : undefined;
  const ids = Array.isArray(words.series) ? words.series.map(String) : [];
  const { asJson, asText, check, hasErrors } = await import("./data-check.ts");
  const found = await check(await open(false), ids, () => open(true), shipped);
  const unlike = (
    await Promise.all(directories.map((one) => unlikeProvenance(one, words.store === true)))
  ).flat();
  const stored = ids.length > 0 ? [] : others.map((file) => join(directories[0]!, file));
  const unused = [...found.unused, ...stored].sort();
  const checked = { ...found, unused, passedOver: given.passedOver, unlike };
  const terminal = terminalOf(process.stdout, process.env);
  process.stdout.write(words.json ? asJson(checked) : asText(checked, terminal));
  if (hasErrors(checked)) process.exitCode = 1;
}

/** Opens the figures that are asked for: those of folders where any are given, shipped ones else. */
async function opened(words: Words): Promise<Source> {
  const directories = directoriesOf(words);
  const { openCatalog } = await import("../data/open.ts");
  const frequency = directories.length === 0 ? "monthly" : "daily";
  const { catalog } = await catalogFor(words, directories);
  return openCatalog(catalog, { frequency, directories });
}

/** The catalog, and of a store that is asked for its other files too, by their names. */
async function catalogFor(words: Words, directories: readonly string[]): Promise<StoredSeries> {
  const { loadCatalog } = await import("./load-catalog.ts");
  const catalog = await loadCatalog();
  const [store] = directories;
  if (words.store !== true || store === undefined) return { catalog, files: [] };
  const { withStoredSeries } = await import("../data/stored-series.ts");
  return withStoredSeries(catalog, store);
}

function directoriesOf(words: Words): string[] {
  const directories = Array.isArray(words.data) ? words.data.map(String) : [];
  if (words.store === true) return storeAlone(directories);
  const missing = directories.flatMap((directory) => missingFile(directory, "directory") ?? []);
  if (missing.length > 0) throw new InputError(missing.map((fault) => `--data ${fault}`));
  return directories;
}

/** @throws InputError where folders are named too, or nothing was ever stored */
function storeAlone(directories: readonly string[]): [string] {
  if (directories.length > 0)
    throw new InputError("--store, --data: given together; give one of them");
  const store = storeDirectory(process.env);
  const missing = missingFile(store, "directory");
  if (missing === undefined) return [store];
  throw new InputError(
    `--store ${missing.split(";")[0]}; bring figures with assay data import DIR or assay data pull`,
  );
}
