import type { CommandModule, Options } from "yargs";
import type { Catalog } from "../data/catalog.ts";
import type { Means } from "../data/fetch/means.ts";
import type { Provider } from "../data/providers/provider.ts";
import type { Choice, Orders } from "../data/pull/orders.ts";
import type { Pulling } from "../data/pull/pulling.ts";
import { storeDirectory } from "../data/store/directory.ts";
import { InputError } from "../input/input-error.ts";
import { parseDay } from "../series/day.ts";
import { now } from "./clock.ts";
import type { Words } from "./command.ts";
import { loadCatalog } from "./load-catalog.ts";
import { missingFile } from "./missing-file.ts";
import { terminalOf } from "./terminal.ts";

export const pullOptions = {
  provider: {
    type: "string",
    requiresArg: true,
    describe: "Take this provider wherever it serves",
  },
  since: {
    type: "string",
    requiresArg: true,
    describe: "Ask only for days from this one on (YYYY-MM-DD)",
  },
  file: {
    type: "string",
    requiresArg: true,
    normalize: true,
    describe: "The workbook of a provider whose address changes (Shiller's ie_data.xls)",
  },
  all: { type: "boolean", describe: "Every series anew, also those of a pull that was broken off" },
  "dry-run": { type: "boolean", describe: "Say what would be asked, and ask nothing" },
} as const satisfies Record<string, Options>;

/** `assay data pull`: brings figures from their providers into the store. */
export function pullCommand(json: Options): CommandModule {
  return {
    command: "pull [series..]",
    describe: "Fetch daily figures from their providers into your store",
    builder: (pull) =>
      pull
        .positional("series", {
          type: "string",
          array: true,
          describe: "Ids; every series that a provider serves unless given",
        })
        .options({ ...pullOptions, json })
        .example("$0 data pull", "all that can be had without a key")
        .example("$0 data pull spx m2", "two series")
        .example("$0 data pull gold --dry-run", "where gold would come from")
        .epilogue(
          "Keys are read from FRED_API_KEY, EIA_API_KEY, BOT_API_KEY and BCCH_KEY, mirrors\n" +
            "of providers from ASSAY_<PROVIDER>_URL. What would make the store worse is\n" +
            "refused. Exit codes: 0 done, 1 a series could not be pulled, 130 stopped.",
        ),
    handler: pull,
  };
}

async function pull(words: Words): Promise<void> {
  const ids = Array.isArray(words.series) ? words.series.map(String) : [];
  await pullFrom(await loadCatalog(), ids, words);
}

/** Pulls series of a catalog into the store, as the options of a pull ask, and tells what came. */
export async function pullFrom(
  catalog: Catalog,
  ids: readonly string[],
  words: Words,
): Promise<void> {
  const directory = storeDirectory(process.env);
  const pulling = await pullingOf(words, directory);
  const { ordersFor } = await import("../data/pull/orders.ts");
  const orders = ordersFor(catalog, ids, await choiceOf(words, pulling));
  const text = await import("./pull-text.ts");
  const terminal = terminalOf(process.stdout, process.env);
  if (words["dry-run"] === true) {
    const plan = await text.planned(orders, pulling);
    process.stdout.write(words.json === true ? text.asJson(plan) : text.planText(plan, terminal));
    return;
  }
  const summary = await stoppable(pulling, (stoppablePulling) =>
    pulled(orders, stoppablePulling, words),
  );
  const told = { directory, ...summary, ...text.left(orders) };
  process.stdout.write(words.json === true ? text.asJson(told) : text.summaryText(told, terminal));
  process.exitCode = text.exitCode(told, ids);
}

async function pulled(orders: Orders, pulling: Pulling, words: Words) {
  const { pull } = await import("../data/pull/pull.ts");
  const { doneText, termsText } = await import("./pull-text.ts");
  const terminal = terminalOf(process.stderr, process.env);
  return pull(
    orders.orders,
    pulling,
    { isAnew: words.all === true },
    {
      onTerms: (provider) => process.stderr.write(termsText(provider, terminal)),
      onDone: (one, at, of) => process.stderr.write(doneText(one, at, of, terminal)),
    },
  );
}

/** Stops at the first Ctrl-C with what is done; at the second the system ends it. */
async function stoppable<T>(pulling: Pulling, work: (pulling: Pulling) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    return await work({ ...pulling, signal: stop.signal });
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** With what is pulled; all that the user gave is checked before anything is asked. */
async function pullingOf(words: Words, directory: string): Promise<Pulling> {
  const { paced } = await import("../data/fetch/pace.ts");
  const { mirrorOf } = await import("../data/fetch/mirrored.ts");
  const { PROVIDERS } = await import("../data/providers/providers.ts");
  const { pauseText } = await import("./pull-text.ts");
  const means = await meansOf();
  const terminal = terminalOf(process.stderr, process.env);
  const each = new Map(
    PROVIDERS.map((provider) => [
      provider,
      {
        turn: paced(provider.pace, means),
        key: keyOf(provider, process.env),
        mirror: mirrorOf(provider, process.env),
      },
    ]),
  );
  const file = words.file === undefined ? undefined : await contentOf(String(words.file));
  return {
    directory,
    means,
    signal: new AbortController().signal,
    ...(words.since === undefined ? {} : { since: parseDay(String(words.since), "--since") }),
    turnOf: (provider) => each.get(provider)!.turn,
    keyOf: (provider) => each.get(provider)!.key,
    mirrorOf: (provider) => each.get(provider)!.mirror,
    fileOf: (provider) => (provider.base === "" ? file : undefined),
    answers: new Map(),
    onPause: (what, why, milliseconds) =>
      process.stderr.write(pauseText(what, why, milliseconds, terminal)),
  };
}

async function meansOf(): Promise<Means> {
  const { setTimeout: wait } = await import("node:timers/promises");
  const { randomInt } = await import("node:crypto");
  return {
    now: () => now().getTime(),
    random: () => randomInt(2 ** 32) / 2 ** 32,
    wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  };
}

async function choiceOf({ provider, file }: Words, { keyOf }: Pulling): Promise<Choice> {
  const { providerOf } = await import("../data/providers/providers.ts");
  const id = provider === undefined ? undefined : providerOf(String(provider), "--provider").id;
  return {
    ...(id === undefined ? {} : { provider: id }),
    isOpen: (one, editions) =>
      one.base === ""
        ? file !== undefined
        : keyOf(one) !== undefined || !(one.key?.needed === true || editions),
  };
}

/** A provider's key in the environment. @throws InputError, which does not show it, for one that cannot be sent */
function keyOf({ key }: Provider, environment: NodeJS.ProcessEnv): string | undefined {
  const value = key === undefined ? undefined : environment[key.variable]?.trim();
  if (value === undefined || value === "") return undefined;
  if (!/^[!-~]+$/.test(value))
    throw new InputError(`${key!.variable}: holds spaces or signs that no key has; set it anew`);
  return value;
}

async function contentOf(path: string): Promise<Uint8Array> {
  const fault = missingFile(path);
  if (fault !== undefined) throw new InputError(`--file ${fault}`);
  const { readFile } = await import("node:fs/promises");
  return readFile(path);
}
