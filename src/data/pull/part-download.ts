import { InputError } from "../../input/input-error.ts";
import { type Day, readDay } from "../../series/day.ts";
import type { FetchFault } from "../fetch/fetch-fault.ts";
import { LIMITS } from "../fetch/fetched.ts";
import { plain } from "../fetch/redacted.ts";
import type { Version } from "../fetch/sent.ts";
import type { Asked } from "../providers/provider.ts";
import type { Figures } from "../store/figures.ts";
import type { Provenance } from "../store/provenance.ts";
import { columnsFor } from "./columns-for.ts";
import { type Download, downloaded, overlapping } from "./download.ts";
import { merged } from "./merged.ts";
import type { Order, Part } from "./orders.ts";
import { keysOf, type Pulling } from "./pulling.ts";
import { isApart } from "./unlikely.ts";

/**
 * Downloads a part of a file. Where only the days since one were asked for and they do not agree with the
 * stored ones, the whole is asked for. @throws FetchFault, ProviderFault or InputError
 */
export async function downloadOf(
  part: Part,
  { parts }: Order,
  before: Provenance | undefined,
  stored: Figures | undefined,
  pulling: Pulling,
): Promise<Download> {
  const { provider, symbol } = part;
  if (provider.base === "") return givenFile(part, pulling);
  const asked = askedOf(part, stored, pulling);
  const asking = {
    turn: pulling.turnOf(provider),
    means: pulling.means,
    limits: LIMITS,
    signal: pulling.signal,
    answers: pulling.answers,
    onPause: ({ message }: FetchFault, milliseconds: number) =>
      pulling.onPause(symbol, plain(message, keysOf(provider, pulling)), milliseconds),
    ...mirrorIn(pulling.mirrorOf(provider)),
    version:
      parts.length === 1 && stored !== undefined && before?.provider === provider.id
        ? versionOf(before, part)
        : {},
  };
  const download = await downloaded(provider, asked, asking);
  if (download.isSame || asked.since === undefined || stored === undefined) return download;
  const got = columnsFor(part, download.fetched);
  const joined = merged(stored, got);
  const isWhole =
    !(part.levels !== undefined && isApart(stored, got, part.levels)) &&
    typeof joined !== "string" &&
    joined.changes.length === 0;
  // The history is another than the one stored, or does not reach it: it is asked for as a whole.
  return isWhole ? download : downloaded(provider, withoutSince(asked), asking);
}

const mirrorIn = (mirror: string | undefined) => (mirror === undefined ? {} : { mirror });

/** What is asked about: another column than those stored was never in that version. */
function versionOf({ etag, lastModified, columns }: Provenance, part: Part): Version {
  if (!part.columns.every(({ column }) => columns.includes(column))) return {};
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

function askedOf(part: Part, stored: Figures | undefined, pulling: Pulling): Asked {
  const { provider, symbol, editions, columns } = part;
  const key = pulling.keyOf(provider);
  const last = stored?.days[stored.days.length - 1];
  const piecemeal =
    provider.piecemeal === true && last !== undefined ? overlapping(last) : undefined;
  const since = pulling.since ?? piecemeal;
  const known = stored === undefined ? [] : [...stored.columns.keys()];
  const days = [...new Set([...columns.map(({ column }) => column), ...known])];
  return {
    symbol,
    until: today(pulling.means.now()),
    ...(since === undefined || editions ? {} : { since }),
    ...(key === undefined ? {} : { key }),
    ...(editions ? { vintages: days.filter((day) => readDay(day) !== undefined).sort() } : {}),
  };
}

function withoutSince({ since: _, ...asked }: Asked): Asked {
  return asked;
}

/** Reads the file that the user gives. @throws InputError where there is none */
async function givenFile({ provider, symbol }: Part, pulling: Pulling): Promise<Download> {
  const bytes = pulling.fileOf(provider);
  if (bytes === undefined)
    throw new InputError(
      `its address changes: fetch it from ${provider.home} and give it with --file`,
    );
  const body = { bytes, text: "", delimited: true };
  const fetched = await provider.read([body], { symbol, until: today(pulling.means.now()) });
  return { isSame: false, fetched, address: provider.home, version: {} };
}

/** The day of a time, in UTC. */
function today(milliseconds: number): Day {
  return Math.floor(milliseconds / MS_PER_DAY);
}

const MS_PER_DAY = 86_400_000;
