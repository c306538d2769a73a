import { InputError } from "../input/input-error.ts";
import type { Series } from "../series/series.ts";
import { adjustmentFaults } from "./faults/adjustments.ts";
import { disagreementFaults } from "./faults/disagreements.ts";
import { endFaults } from "./faults/ends.ts";
import { type Fault, inWords } from "./faults/fault.ts";
import { figuresOf, knownOf } from "./faults/figures.ts";
import { gapFaults } from "./faults/gaps.ts";
import { withKnown } from "./faults/known.ts";
import { moveFaults } from "./faults/moves.ts";
import { orderFaults } from "./faults/order.ts";
import { seamFaults } from "./faults/seams.ts";
import { staleFaults } from "./faults/stale.ts";
import { valuesTogether } from "./faults/together.ts";
import { valueFaults } from "./faults/values.ts";

/**
 * All that is wrong with the figures of several series, in their order, then in order of time; `master`
 * is the series whose days are the calendar. What is wrong with figures that were read is told once, of
 * the series that was read; a derived series is judged by its own numbers and joins alone.
 */
export function faultsOf(series: readonly Series[], master: Series): Fault[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  const adjustments = series.flatMap((one) =>
    one.beside === undefined || isRead(one) ? adjustmentFaults(one, byId) : [],
  );
  return series.flatMap((one) =>
    valuesTogether(
      withKnown(one, [
        ...faultsOfOne(one, master, byId),
        ...adjustments.filter((fault) => fault.series === one.id),
      ]),
    ),
  );
}

/**
 * The faults that are no reason to stop.
 * @throws InputError with all errors among them.
 */
export function withoutErrors(faults: readonly Fault[]): readonly Fault[] {
  const errors = faults.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors.map(inWords));
  return faults;
}

function faultsOfOne(
  series: Series,
  master: Series,
  byId: ReadonlyMap<string, Series>,
): readonly Fault[] {
  const order = orderFaults(series);
  if (order.length > 0) return order;
  const known = knownOf(series);
  const values = valueFaults(known);
  const seams = seamFaults(series, byId);
  if (known.days.length === 0 || !isRead(series)) return [...values, ...seams];
  const figures = figuresOf(series, master);
  return [
    ...values,
    ...seams,
    ...gapFaults(figures),
    ...moveFaults(figures, byId),
    ...disagreementFaults(series, byId),
    ...staleFaults(figures),
    ...endFaults(figures, master),
  ];
}

/** True for figures out of a file, though another series may carry them on. */
function isRead({ id, inputs, parts }: Series): boolean {
  return inputs.length === 0 || parts.some((part) => part.id === id);
}
