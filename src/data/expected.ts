import { parseDay } from "../series/day.ts";
import type { ExpectedFault } from "../series/series.ts";
import type { Described } from "./catalog.ts";

/** The faults that an entry declares as known, with their days read. */
export function expectedOf(
  id: string,
  { expected }: Described,
): { readonly expected?: readonly ExpectedFault[] } {
  if (expected === undefined) return {};
  const place = `catalog series ${id}, expected`;
  return {
    expected: expected.map(({ kind, from, to = from, reason }) => ({
      kind,
      from: parseDay(from, place),
      to: parseDay(to, place),
      reason,
    })),
  };
}
