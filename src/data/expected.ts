import { parseDay } from "../series/day.ts";
import type { ExpectedFault } from "../series/series.ts";
import type { Described } from "./catalog.ts";

/** The faults that an entry declares as known, with their days read, and those that follow from it. */
export function expectedOf(
  id: string,
  { expected = [] }: Described,
  more: readonly ExpectedFault[] = [],
): { readonly expected?: readonly ExpectedFault[] } {
  if (expected.length + more.length === 0) return {};
  const place = `catalog series ${id}, expected`;
  return {
    expected: [
      ...expected.map(({ kind, from, to = from, reason }) => ({
        kind,
        from: parseDay(from, place),
        to: parseDay(to, place),
        reason,
      })),
      ...more,
    ],
  };
}
