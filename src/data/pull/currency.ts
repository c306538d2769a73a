import type { Fetched } from "../providers/provider.ts";
import type { Provenance } from "../store/provenance.ts";

const NOTE = /^in ([A-Za-z]{3})$/;

/**
 * The currencies of downloads as notes of the provenance, or why they are refused: the stored figures are
 * in another one.
 */
export function currencyOf(
  before: Provenance | undefined,
  fresh: readonly { readonly fetched: Fetched }[],
): { readonly notes: readonly string[]; readonly fault?: string } {
  const noted = (before?.notes ?? []).flatMap((note) => NOTE.exec(note)?.[1] ?? []);
  const now = fresh.flatMap(({ fetched }) => fetched.currency ?? []);
  const other = noted.length === 0 ? undefined : now.find((one) => !noted.includes(one));
  if (other !== undefined)
    return {
      notes: [],
      fault: `it is in ${other}, and the stored figures are in ${noted.join(", ")}; if it is right, import it, or delete the file in the store and pull it again`,
    };
  return { notes: [...new Set([...noted, ...now])].map((one) => `in ${one}`) };
}
