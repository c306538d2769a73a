import type { Provider } from "../providers/provider.ts";
import { listStore } from "../store/store.ts";
import type { Order } from "./orders.ts";
import { type Pulled, pulled } from "./pulled.ts";
import type { Pulling } from "./pulling.ts";
import { doneBefore, endRound, writeRound } from "./round.ts";

/** What is told while a pull runs. */
export interface Told {
  /** Before the first request to a provider of which the store has nothing yet. */
  readonly onTerms: (provider: Provider) => void;
  readonly onDone: (pulled: Pulled, at: number, of: number) => void;
}

export interface PullSummary {
  readonly pulled: readonly Pulled[];
  /** Files that the round that was broken off before had done. */
  readonly before: readonly string[];
}

/**
 * Pulls files: providers side by side, the files of one after another. A pull that was stopped goes on
 * the next time with the files that it had not done, unless all are asked for anew.
 */
export async function pull(
  orders: readonly Order[],
  pulling: Pulling,
  { isAnew }: { readonly isAnew: boolean },
  told: Told,
): Promise<PullSummary> {
  const { directory, means } = pulling;
  const asked = askedText(orders, pulling);
  const earlier = isAnew ? new Set<string>() : await doneBefore(directory, asked, means.now());
  const left = orders.filter(({ file }) => !earlier.has(file));
  await tellTerms(directory, left, told);
  const began = means.now();
  const done = new Set([...earlier]);
  const results = new Map<string, Pulled>();
  let writing: Promise<void> = Promise.resolve();
  const queue = async (own: readonly Order[]) => {
    for (const order of own) {
      const result = pulling.signal.aborted ? stopped(order) : await pulled(order, pulling);
      results.set(order.file, result);
      if (result.outcome === "stopped") continue;
      told.onDone(result, results.size, left.length);
      if (result.outcome !== "failed") done.add(order.file);
      const round = { began, asked, done: [...done] };
      writing = writing.then(() => writeRound(directory, round));
      await writing;
    }
  };
  await Promise.all([...byProvider(left).values()].map(queue));
  if (!pulling.signal.aborted) await endRound(directory);
  return { pulled: left.map(({ file }) => results.get(file)!), before: [...earlier] };
}

/** What tells a pull from another one, in one text. */
function askedText(orders: readonly Order[], { since }: Pulling): string {
  const files = orders.map(({ file, parts }) => [
    file,
    ...parts.map(({ provider, symbol }) => `${provider.id} ${symbol}`),
  ]);
  return JSON.stringify([since ?? null, ...files]);
}

function stopped({ file, ids, parts }: Order): Pulled {
  const providers = [...new Set(parts.map(({ provider }) => provider.id))];
  return { file, ids, providers, notes: [], outcome: "stopped" };
}

function byProvider(orders: readonly Order[]): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const id = order.parts[0]!.provider.id;
    groups.set(id, [...(groups.get(id) ?? []), order]);
  }
  return groups;
}

async function tellTerms(directory: string, orders: readonly Order[], told: Told): Promise<void> {
  const used = new Set((await listStore(directory)).map(({ provider }) => provider));
  const first = new Map(
    orders.flatMap(({ parts }) => parts.map(({ provider }) => [provider.id, provider] as const)),
  );
  for (const [id, provider] of first) if (!used.has(id)) told.onTerms(provider);
}
