import type { Request } from "../providers/provider.ts";
import { FetchFault } from "./fetch-fault.ts";

/** What a server said of the version that it gave, to be asked whether there is another. */
export interface Version {
  readonly etag?: string;
  readonly lastModified?: string;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TYPES = {
  csv: "text/csv, text/plain;q=0.9, */*;q=0.1",
  json: "application/json, */*;q=0.1",
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.1",
} as const;

/**
 * Sends a request and follows where it leads: at most five times, never from https to http, never in a
 * circle. Keys go in the first address only, and in headers to its own origin only.
 */
export async function sent(
  request: Request,
  version: Version,
  signal: AbortSignal,
): Promise<Response> {
  const secrets = request.secrets ?? [];
  const first = new URL(request.address);
  for (const { place, name, value } of secrets)
    if (place === "query") first.searchParams.set(name, value);
  const plain = headersOf(request, version);
  const keys = secrets.flatMap(({ place, name, value }) =>
    place === "header" ? [[name, value] as const] : [],
  );
  const seen = new Set<string>();
  let address = first;
  while (true) {
    seen.add(address.href);
    const headers = address.origin === first.origin ? [...plain, ...keys] : plain;
    const response = await fetch(address, {
      redirect: "manual",
      signal,
      headers: headers.map(([name, value]) => [name, value]),
    });
    if (!REDIRECTS.has(response.status)) return response;
    await response.body?.cancel();
    address = followed(address, response.headers.get("location"), seen);
  }
}

/** Where a redirect leads. @throws FetchFault where it is not followed */
export function followed(from: URL, location: string | null, seen: ReadonlySet<string>): URL {
  if (location === null)
    throw new FetchFault("redirect", "the server redirects and does not say where");
  if (!URL.canParse(location, from.href))
    throw new FetchFault("redirect", "the server redirects to what is no address");
  const to = new URL(location, from);
  if (to.protocol !== "https:" && to.protocol !== "http:")
    throw new FetchFault(
      "redirect",
      `the server redirects to ${to.protocol}, which is not followed`,
    );
  if (from.protocol === "https:" && to.protocol === "http:")
    throw new FetchFault(
      "redirect",
      `the server redirects to http at ${to.host}, which is not followed`,
    );
  if (seen.has(to.href)) throw new FetchFault("redirect", "the server redirects in a circle");
  if (seen.size > MOST_REDIRECTS)
    throw new FetchFault("redirect", `the server redirects more than ${MOST_REDIRECTS} times`);
  return to;
}

function headersOf({ format }: Request, version: Version): (readonly [string, string])[] {
  return [
    ["accept", TYPES[format]],
    // Yahoo and Stooq refuse clients that do not say what they are, in the words that browsers use.
    ["user-agent", "Mozilla/5.0 (compatible; assay; personal use)"],
    ...(canStand(version.etag) ? [["if-none-match", version.etag] as const] : []),
    ...(canStand(version.lastModified)
      ? [["if-modified-since", version.lastModified] as const]
      : []),
  ];
}

/** Whether a text can be a header: one that was edited by hand may not. */
function canStand(text: string | undefined): text is string {
  return text !== undefined && /^[\x20-\x7e]+$/.test(text);
}
