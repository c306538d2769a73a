import { InputError } from "../input/input-error.ts";
import type { Series } from "../series/series.ts";
import type { Source } from "./open.ts";

/** Series that could be read, in the order asked for, and all that is wrong with the files of the others. */
export interface Read {
  readonly series: readonly Series[];
  readonly faults: readonly string[];
}

/** Reads series without stopping at the first that cannot be read. */
export async function readEach(source: Source, ids: Iterable<string>): Promise<Read> {
  const all = await Promise.allSettled([...new Set(ids)].map((id) => source.series(id)));
  const faults = all.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    if (one.reason instanceof InputError) return one.reason.faults;
    throw one.reason;
  });
  return {
    series: all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
    faults: [...new Set(faults)],
  };
}

/** Reads series. @throws InputError with all that is wrong with all of their files together. */
export async function readAll(source: Source, ids: Iterable<string>): Promise<readonly Series[]> {
  const { series, faults } = await readEach(source, ids);
  if (faults.length > 0) throw new InputError(faults);
  return series;
}
