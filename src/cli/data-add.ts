import type { CommandModule, Options } from "yargs";
import { fromProvider } from "../data/own.ts";
import { InputError } from "../input/input-error.ts";
import type { SeriesKind } from "../series/series.ts";
import type { Words } from "./command.ts";
import { pullFrom, pullOptions } from "./data-pull.ts";
import { loadCatalog } from "./load-catalog.ts";

const KINDS: readonly SeriesKind[] = ["price", "total", "yield", "rate", "index", "amount"];

export const addOptions = {
  title: { type: "string", requiresArg: true, describe: "What it is [default: the symbol]" },
  unit: { type: "string", requiresArg: true, describe: "What its numbers count [default: USD]" },
  kind: { type: "string", requiresArg: true, describe: `${KINDS.join(", ")} [default: price]` },
  column: {
    type: "string",
    requiresArg: true,
    describe: "The provider's column [default: close, or value where nothing is traded]",
  },
} as const satisfies Record<string, Options>;

/** `assay data add`: pulls a symbol of a provider into the store, and tells how a study names it. */
export function addCommand(json: Options): CommandModule {
  return {
    command: "add <id> <symbol>",
    describe: "Fetch a symbol that the catalog lacks, and print its line for a study",
    builder: (add) =>
      add
        .positional("id", {
          type: "string",
          describe: "Its id in your studies, e.g. uraniumMiners",
        })
        .positional("symbol", { type: "string", describe: "PROVIDER:SYMBOL, e.g. yahoo:URNM" })
        .options({ ...addOptions, since: pullOptions.since, all: pullOptions.all, json })
        .example("$0 data add uraniumMiners yahoo:URNM --kind total --column adjclose", "a fund")
        .example("$0 data add housing fred:HOUST --kind amount --unit thousands", "a figure")
        .epilogue("Exit codes: 0 done, 1 it could not be pulled."),
    handler: add,
  };
}

async function add(words: Words): Promise<void> {
  const id = idIn(words.id);
  const { provider, symbol } = await symbolIn(words.symbol);
  const kind = kindIn(words.kind);
  const text = (name: keyof typeof addOptions) =>
    words[name] === undefined ? undefined : String(words[name]);
  const column = text("column");
  const spec = {
    title: text("title") ?? symbol,
    unit: text("unit") ?? "USD",
    kind,
    ...(column === undefined ? {} : { column }),
  };
  const catalog = await loadCatalog();
  if (Object.hasOwn(catalog.series, id))
    throw new InputError(`data add: ${id} is in the catalog already; give it another id`);
  const own = { ...catalog, series: { [id]: fromProvider(provider, symbol, spec) } };
  await pullFrom(own, [id], words);
  if (words.json === true || process.exitCode === 1) return;
  process.stdout.write(`\n${lineOf(id, provider, symbol, spec)}\n`);
}

function idIn(word: unknown): string {
  const id = String(word);
  if (!/^[A-Za-z_]\w*$/.test(id))
    throw new InputError(`data add: "${id}" cannot be an id; write letters and digits`);
  return id;
}

async function symbolIn(word: unknown) {
  const [, provider, symbol] = /^([^:]+):(.+)$/.exec(String(word)) ?? [];
  if (provider === undefined || symbol === undefined)
    throw new InputError(`data add: "${word}" names no provider; write PROVIDER:SYMBOL`);
  const { providerOf } = await import("../data/providers/providers.ts");
  return { provider: providerOf(provider, "data add").id, symbol };
}

function kindIn(word: unknown): SeriesKind {
  const kind = KINDS.find((one) => one === (word ?? "price"));
  if (kind === undefined)
    throw new InputError(`--kind: "${word}" is no kind of series; one of ${KINDS.join(", ")}`);
  return kind;
}

/** What a study says to have the series. */
function lineOf(id: string, provider: string, symbol: string, spec: object): string {
  const fields = Object.entries(spec).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const call = `fromProvider(${JSON.stringify(provider)}, ${JSON.stringify(symbol)}, { ${fields.join(", ")} })`;
  return `In the study: series: ownSeries({\n  ${id}: ${call},\n})`;
}
