import type { Request } from "../providers/provider.ts";

/** The keys that requests are sent with. */
export function keysIn(requests: readonly Request[]): string[] {
  return requests.flatMap(({ secrets = [] }) => secrets.map(({ value }) => value));
}
