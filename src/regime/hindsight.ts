import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkTexts, checkUnique } from "../input/check.ts";
import type { Unknown } from "../input/unknown.ts";
import type { Panel } from "../market/panel.ts";
import { rememberedBy } from "../series/remembered.ts";
import { type Afterwards, afterwards } from "./afterwards.ts";
import type { SegmentModel } from "./bai-perron.ts";
import type { Change } from "./change-points.ts";
import { type HindsightPeriods, indexOf, type Label } from "./labelled.ts";
import type { RegimeWords } from "./rule.ts";

/** What a hindsight definition labels: every row of a run, those of the look-back before it included. */
export type Measured = Pick<Panel, "days" | "measured" | "calendar">;

/** A probability of one label, found afterwards: for each row that of the period that ends on it. */
export interface ProbabilityAfterwards {
  readonly of: string;
  along(measured: Measured): readonly (number | undefined)[];
}

/** Where a series was found to change, and what was searched for it. */
export interface ChangesFound {
  readonly model: SegmentModel | Change;
  readonly values: Float64Array;
  /** The row on which each value stands, or the period that it describes ends. */
  readonly rows: readonly number[];
  /** The number of values before each change, ascending. */
  readonly at: readonly number[];
}

export interface HindsightSpec<R extends string, L extends string> extends RegimeWords {
  readonly labels: readonly Label<L>[];
  readonly reads: readonly R[];
  /** Why the labels were not known at the time, to follow a colon: "its turns are dated from later prices". */
  readonly because: string;
  /** For each row the label of the period that ends on it; undefined where there is none. */
  readonly label: (measured: Measured) => readonly (NoInfer<L> | undefined)[];
  readonly probability?: ProbabilityAfterwards;
  /** For labels that are segments between changes: the changes. */
  readonly changes?: (measured: Measured) => ChangesFound | Unknown;
}

/** Labels found afterwards: they describe, and nothing may be decided or tested on them. */
export interface Hindsight extends Afterwards, HindsightSpec<string, string> {}

const OPTIONS = [
  "id",
  "title",
  "question",
  "note",
  "labels",
  "reads",
  "because",
  "label",
  "probability",
  "changes",
];

/** A hindsight regime, checked. */
export function hindsight<const R extends SeriesId, const L extends string>(
  spec: HindsightSpec<R, L>,
): Hindsight {
  const id = checkId("hindsight regime", spec.id);
  const place = `hindsight regime ${id}`;
  checkKeys(place, spec, OPTIONS);
  checkTexts(place, { title: spec.title, question: spec.question, note: spec.note });
  checkUnique(
    place,
    spec.labels.map((label) => checkId(place, label.id)),
  );
  const { label, probability, changes } = spec;
  // One view of a run for all that is asked of it, so that what was found in it is found once.
  const within = rememberedBy(untilTheEnd);
  const bounded: HindsightSpec<string, string> = {
    ...spec,
    label: (measured) => label(within(measured)),
    ...(probability === undefined
      ? {}
      : {
          probability: {
            of: probability.of,
            along: (measured: Measured) => probability.along(within(measured)),
          },
        }),
    ...(changes === undefined
      ? {}
      : { changes: (measured: Measured) => changes(within(measured)) }),
  };
  return afterwards<HindsightSpec<string, string>>(bounded, spec.because);
}

/** The rows up to the last of a run: what comes after its end is no part of it, not even in hindsight. */
function untilTheEnd({ calendar, days, measured }: Measured): Measured {
  const length = calendar.last + 1;
  return {
    calendar,
    days: Float64Array.from({ length }, (_, row) => days[row]!),
    measured(id) {
      const values = measured(id);
      return Float64Array.from({ length }, (_, row) => values[row]!);
    },
  };
}

/** The labels of the periods of a run. */
export function labelledAfterwards(definition: Hindsight, measured: Measured): HindsightPeriods {
  const { first, last } = measured.calendar;
  const found = definition.label(measured);
  const ids = definition.labels.map(({ id }) => id);
  const of = Int16Array.from({ length: last - first }, (_, t) =>
    indexOf(definition.id, ids, found[first + t + 1]),
  );
  return { causal: false, id: definition.id, because: definition.because, labels: ids, of };
}
