import type { SeriesId } from "../data/register.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import { rememberedBy } from "../series/remembered.ts";
import type { Column } from "../series/series.ts";
import { type BreakOptions, baiPerron } from "./bai-perron.ts";
import { type ChangeOptions, changePoints } from "./change-points.ts";
import { type ChangesFound, type Hindsight, hindsight, type Measured } from "./hindsight.ts";
import { monthEndRows } from "./month-ends.ts";
import type { RegimeWords } from "./rule.ts";

/** What is searched for: straight lines through the log price, or changes of its monthly log returns. */
export type Search =
  | ({ readonly by: "trends" } & Omit<BreakOptions, "model">)
  | ({ readonly by: "returns" } & ChangeOptions);

/** The most segments that are told apart; what comes after is counted with the last. */
const MOST = 40;

/**
 * The segments of a price between changes that were found in it, over the months of the run: trends by
 * Bai and Perron, or monthly returns by PELT. Numbered, for there is nothing else that tells them apart.
 */
export function segments<const R extends SeriesId>(
  spec: RegimeWords & { readonly of: R; readonly search: Search },
): Hindsight {
  const { of, search, id, title, question, note } = spec;
  const labels = Array.from({ length: MOST }, (_, i) => ({
    id: `segment-${i + 1}`,
    title: `Segment ${i + 1}`,
  }));
  const changes = rememberedBy((measured: Measured) => changesIn(measured, of, search));
  return hindsight({
    id,
    title,
    question,
    note,
    labels,
    reads: [of],
    because: "its changes were found in later prices too",
    changes,
    label: (measured) => {
      const found = changes(measured);
      const out = new Array<string | undefined>(measured.days.length).fill(undefined);
      if (isUnknown(found)) return out;
      const { rows, at } = found;
      const [first, last] = [measured.calendar.first, rows.at(-1)!];
      const ends = [...at.map((count) => rows[count - 1]!), last];
      for (const [i, end] of ends.entries())
        out.fill(labels[Math.min(i, MOST - 1)]!.id, (ends[i - 1] ?? first) + 1, end + 1);
      return out;
    },
  });
}

function changesIn(
  { days, measured, calendar }: Measured,
  of: string,
  search: Search,
): ChangesFound | Unknown {
  const { first, last } = calendar;
  const prices = measured(of);
  const ends = [first, ...monthEndRows(days).filter((row) => row > first && row < last), last];
  const logs = Float64Array.from(ends, (row) => Math.log(prices[row]!));
  if (search.by === "trends") {
    const found = baiPerron(logs, { ...search, model: "trend" });
    if (isUnknown(found)) return found;
    return { model: "trend", values: logs, rows: ends, at: found.chosen.breaks };
  }
  const values = differences(logs);
  const found = changePoints(values, search);
  if (isUnknown(found)) return found;
  return { model: search.of, values, rows: ends.slice(1), at: found.changes };
}

function differences(values: Column): Float64Array {
  return Float64Array.from({ length: values.length - 1 }, (_, t) => values[t + 1]! - values[t]!);
}
