import type { Day } from "../../series/day.ts";
import { type Fetching, fetched } from "../fetch/fetched.ts";
import type { Answer } from "../fetch/fetched-once.ts";
import { keysIn } from "../fetch/keys-in.ts";
import { mirrored } from "../fetch/mirrored.ts";
import { redacted } from "../fetch/redacted.ts";
import type { Version } from "../fetch/sent.ts";
import type { Asked, Body, Fetched, Provider, Request } from "../providers/provider.ts";
import { ProviderFault } from "../providers/provider-fault.ts";

/** A download, or that the provider has nothing newer than the version named. */
export type Download =
  | { readonly isSame: true }
  | {
      readonly isSame: false;
      readonly fetched: Fetched;
      /** Where it came from, without any key. */
      readonly address: string;
      readonly version: Version;
    };

/** Pages that one answer may lead to: more are a circle. */
const MOST_PAGES = 200;

export interface Asking extends Fetching {
  readonly mirror?: string;
  /** The version that is stored; asked about where one request has it all. */
  readonly version: Version;
  /** Answers of this pull, or their faults, by what was asked. */
  readonly answers: Map<string, Promise<Answer>>;
}

/** Fetches what has not been fetched in this pull; what failed is not tried for each series again. */
function once(request: Request, known: Version, asking: Asking): Promise<Answer> {
  const key = JSON.stringify([request.address, known]);
  const answer = asking.answers.get(key) ?? fetched(request, known, asking);
  asking.answers.set(key, answer);
  return answer;
}

/** Asks a provider and reads its answers. @throws FetchFault or ProviderFault */
export async function downloaded(
  provider: Provider,
  asked: Asked,
  asking: Asking,
): Promise<Download> {
  const requests = provider.requests(asked);
  const origins = [provider.base, ...requests.map(({ address }) => new URL(address).origin)];
  const bodies: Body[] = [];
  let version: Version = {};
  let first: string | undefined;
  const ask = async (request: Request, known: Version) => {
    const at = mirrored(request, origins, asking.mirror);
    first ??= at.address;
    const answer = await (provider.shared ? once(at, known, asking) : fetched(at, known, asking));
    if (!answer.isSame) {
      bodies.push(answer.body);
      version = answer.version;
    }
    return answer;
  };
  for (const request of requests) {
    const isWhole = requests.length === 1 && asked.since === undefined;
    let answer = await ask(request, isWhole ? asking.version : {});
    for (let page = 1; !answer.isSame; page += 1) {
      const next = await withoutKeys([answer.body], keysIn(requests), ([body]) =>
        provider.next?.(body!, asked),
      );
      if (next === undefined) break;
      if (page === MOST_PAGES)
        throw new ProviderFault("other", `there is no end to its pages after ${MOST_PAGES}`);
      answer = await ask({ ...(request.secrets && { secrets: request.secrets }), ...next }, {});
    }
    if (answer.isSame) return { isSame: true };
  }
  // The version of a part, or of an answer whose end is not sure, would pass for that of the whole.
  const isWhole = bodies.length === 1 && asked.since === undefined && bodies[0]!.delimited;
  return {
    isSame: false,
    fetched: await withoutKeys(bodies, keysIn(requests), (these) => provider.read(these, asked)),
    address: first!,
    version: isWhole ? version : {},
  };
}

/**
 * Reads answers; a fault is told out of them without the keys, which are taken out before anything is cut
 * to what is shown.
 */
async function withoutKeys<T>(
  bodies: readonly Body[],
  keys: readonly string[],
  read: (bodies: readonly Body[]) => T | Promise<T>,
): Promise<T> {
  try {
    return await read(bodies);
  } catch (error) {
    if (!(error instanceof ProviderFault) || keys.length === 0) throw error;
    await read(bodies.map((body) => ({ ...body, text: redacted(body.text, keys) })));
    throw new ProviderFault(error.kind, "the answer cannot be read");
  }
}

/** A first day some weeks before the last one stored, so that the two overlap. */
export function overlapping(last: Day): Day {
  return last - OVERLAP;
}

const OVERLAP = 30;
