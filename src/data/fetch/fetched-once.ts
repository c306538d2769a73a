import type { Body, Request } from "../providers/provider.ts";
import { FetchFault } from "./fetch-fault.ts";
import { keysIn } from "./keys-in.ts";
import { checkLooks } from "./looks.ts";
import { redacted } from "./redacted.ts";
import { retryAfter } from "./retry-after.ts";
import { sent, type Version } from "./sent.ts";

/** How long and how large an answer may be. */
export interface Limits {
  /** Milliseconds until the server begins to answer. */
  readonly begin: number;
  /** Milliseconds until the answer is whole. */
  readonly whole: number;
  /** Bytes of an answer, unpacked. */
  readonly bytes: number;
}

/** An answer, or that there is none newer than the version that was named. */
export type Answer =
  | { readonly isSame: true }
  | { readonly isSame: false; readonly body: Body; readonly version: Version };

/** Statuses after which the same request may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const MOST_OF_AN_ERROR = 65_536;

/** Fetches once. @throws FetchFault, whatever goes wrong */
export async function fetchedOnce(
  request: Request,
  version: Version,
  limits: Limits,
  now: number,
  signal: AbortSignal,
): Promise<Answer> {
  const clock = new AbortController();
  const ended = (what: string, time: number) =>
    setTimeout(
      () =>
        clock.abort(new FetchFault("timeout", `${what} after ${time / 1000} s`, { passing: true })),
      time,
    );
  const timers = [
    ended("no answer", limits.begin),
    ended("the answer is not whole", limits.whole),
  ] as const;
  try {
    const response = await sent(request, version, AbortSignal.any([signal, clock.signal]));
    clearTimeout(timers[0]);
    if (response.status === 304) return { isSame: true };
    if (!response.ok) throw await refusal(response, now, keysIn([request]));
    const bytes = await bytesOf(response, limits.bytes);
    return { isSame: false, ...answerOf(response, bytes, request) };
  } catch (error) {
    throw faultOf(error, clock.signal, signal);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function answerOf({ headers }: Response, bytes: Uint8Array, request: Request) {
  const { format } = request;
  const body: Body = {
    bytes,
    text: format === "workbook" ? "" : new TextDecoder().decode(bytes),
    delimited: headers.has("content-length") || headers.get("transfer-encoding") === "chunked",
  };
  checkLooks(body, format, headers.get("content-type") ?? "", keysIn([request]));
  const [etag, lastModified] = [headers.get("etag"), headers.get("last-modified")];
  return {
    body,
    version: {
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { lastModified }),
    },
  };
}

async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most)
      throw new FetchFault("large", `the answer is larger than ${Math.round(most / 2 ** 20)} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function refusal(
  response: Response,
  now: number,
  keys: readonly string[],
): Promise<FetchFault> {
  const { status, headers } = response;
  const text = await bytesOf(response, MOST_OF_AN_ERROR).then(
    (bytes) => Buffer.from(bytes).toString("utf8"),
    () => "",
  );
  const wait = retryAfter(headers.get("retry-after"), headers.get("date"), now);
  const said = saidIn(redacted(text, keys));
  return new FetchFault(
    status === 429 || wait !== undefined ? "busy" : "status",
    `the server answers ${status}${said === "" ? "" : `: ${said}`}`,
    { passing: PASSING.has(status), ...(wait === undefined ? {} : { wait }) },
  );
}

/** What a server says of an error, where it does in JSON or in a line of text. */
function saidIn(text: string): string {
  const found = /"(?:error_message|message|description|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(
    text,
  )?.[1];
  const line = found ?? (/^\s*</.test(text) || text.length > 200 ? "" : text);
  return line.replace(/\s+/g, " ").trim().slice(0, 160);
}

function faultOf(error: unknown, clock: AbortSignal, signal: AbortSignal): unknown {
  if (signal.aborted) return new FetchFault("stopped", "stopped");
  if (clock.aborted && clock.reason instanceof FetchFault) return clock.reason;
  if (error instanceof FetchFault) return error;
  if (!(error instanceof Error)) return error;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? String(cause.code) : "";
  const isCut = error.message === "terminated" || /^Z_|UND_ERR_(?:SOCKET|RES_CONTENT)/.test(code);
  if (isCut) return new FetchFault("cut", "the answer breaks off", { passing: true });
  if (code === "" && error.name !== "TypeError") return error;
  return new FetchFault("network", `no connection${code === "" ? "" : ` (${code})`}`, {
    passing: true,
  });
}
