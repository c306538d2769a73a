import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkTexts, checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import type { Panel } from "../market/panel.ts";
import { type KnownColumns, type View, viewAt } from "../market/view.ts";
import type { Day } from "../series/day.ts";
import { CAUSAL, type CausalPeriods, indexOf, type Label } from "./labelled.ts";
import { monthEndRows } from "./month-ends.ts";

/** The mark of rules that estimate a model anew as time goes on: to ask one of them costs seconds. */
export const ESTIMATED = Symbol.for("assay.estimated");

/** What is said of a regime to people. */
export interface RegimeWords {
  readonly id: string;
  readonly title: string;
  /** What it asks of the data, in one sentence. */
  readonly question: string;
  readonly note: string;
}

/** The probability of one label, for a rule that estimates; undefined where it cannot be told yet. */
export interface Probability<R extends string = string, L extends string = string> {
  readonly of: L;
  at(view: View<R>): number | undefined;
}

/** What a rule says. `R` are the series that it reads, `L` its labels. */
export interface RegimeSpec<R extends string, L extends string> extends RegimeWords {
  readonly labels: readonly Label<L>[];
  readonly reads: readonly R[];
  /** The label at a close, out of what was known then; undefined until its look-back is full. */
  readonly label: (view: View<NoInfer<R>>) => NoInfer<L> | undefined;
  readonly probability?: Probability<NoInfer<R>, NoInfer<L>>;
}

/**
 * A causal regime: its label is known at a close and applies to the returns that follow; a study asks at
 * the end of each month. Inside a weight function it is asked with the strategy's own view, `rule.at(view)` or
 * `rule.is(view, "label")`; the strategy names what the rule reads among its inputs: `inputs: [...rule.reads]`,
 * and trades `lag` rows after the close of the label, by default one.
 */
export interface CausalRegime<R extends string = string, L extends string = string>
  extends RegimeWords {
  readonly [CAUSAL]: true;
  readonly [ESTIMATED]?: true;
  readonly causal: true;
  readonly labels: readonly Label<L>[];
  readonly reads: readonly R[];
  at(view: View<R>): L | undefined;
  /**
   * Whether the label at a close is this one. @throws InputError for one that the rule does not have, which
   * `at(view) === "..."` would take for never where no compiler has read it.
   */
  is(view: View<R>, label: L): boolean;
  /** Null for a rule that estimates none. */
  readonly probability: Probability<R, L> | null;
}

const OPTIONS = ["id", "title", "question", "note", "labels", "reads", "label", "probability"];

/** A causal regime, checked. It sees the series that it declares and no others. */
export function regime<const R extends SeriesId, const L extends string>(
  spec: RegimeSpec<R, L>,
): CausalRegime<R, L> {
  const id = checkId("regime", spec.id);
  const place = `regime ${id}`;
  checkKeys(place, spec, OPTIONS);
  checkTexts(place, { title: spec.title, question: spec.question, note: spec.note });
  if (!Array.isArray(spec.reads))
    throw new InputError(`${place}: reads is missing; list the series that the rule reads`);
  if (spec.reads.length === 0)
    throw new InputError(
      `${place}: reads nothing, so that its labels are dates chosen by whoever wrote them, and a test of them would be of hindsight; list the series that it reads, or date phases({...}), which describe and get no p-value`,
    );
  if (!Array.isArray(spec.labels) || spec.labels.length < 2)
    throw new InputError(`${place}: has fewer than two labels; a regime tells states apart`);
  if (typeof spec.label !== "function")
    throw new InputError(`${place}: label is ${String(spec.label)}; give a function of the view`);
  checkUnique(place, spec.reads);
  const labels = spec.labels.map((label: Label<L>) => checkId(place, label.id));
  checkUnique(place, labels);
  const { probability } = spec;
  const own = (view: View<R>) => narrowed(view, spec.reads, place);
  const at = (view: View<R>): L | undefined => {
    const label = spec.label(own(view));
    indexOf(place, labels, label);
    return label;
  };
  return {
    [CAUSAL]: true,
    causal: true,
    id,
    title: spec.title,
    question: spec.question,
    note: spec.note,
    labels: spec.labels,
    reads: spec.reads,
    at,
    is: (view, label) => indexOf(place, labels, label) === indexOf(place, labels, at(view)),
    probability:
      probability === undefined
        ? null
        : { of: probability.of, at: (view) => probability.at(own(view)) },
  };
}

/** The view with the declared series alone, so that a rule is the same wherever it is asked. */
function narrowed<R extends string>(view: View<R>, reads: readonly R[], place: string): View<R> {
  const declared = (id: R): R => {
    if (!reads.includes(id))
      throw new InputError(
        `${place}: ${unknownName("series", id, reads)} (a rule reads its reads)`,
      );
    if (!view.declares(id))
      throw new InputError(
        `${place}: reads "${id}", which the strategy that asks it does not declare; give that strategy inputs: [${reads.map((one) => `"${one}"`).join(", ")}], or [...rule.reads]`,
      );
    return id;
  };
  return {
    day: view.day,
    price: (id) => view.price(declared(id)),
    history: (id, rows) => view.history(declared(id), rows),
    monthEnds: (id, months) => view.monthEnds(declared(id), months),
    published: (id, most) => view.published(declared(id), most),
    closes: (months) => view.closes(months),
    declares: (id) => view.declares(id) && (reads as readonly string[]).includes(id),
    knows: (id, rows) => view.knows(declared(id), rows),
  };
}

/**
 * The labels of the periods of a run, each as it was known at the close before its period. A rule is asked
 * at the first close and at the end of every month, at any frequency, and what it says holds until it is
 * asked again: daily figures do not make another rule of it.
 */
export function statesOf(rule: CausalRegime, panel: Panel): CausalPeriods {
  return statesOn(rule, panel, panel.calendar.first, panel.calendar.last);
}

/** The labels of the periods between two rows of any known columns: those of a run, or of a simulated path. */
export function statesOn(
  rule: CausalRegime,
  columns: KnownColumns,
  first: number,
  last: number,
): CausalPeriods {
  return statesTogether([rule], columns, first, last)[0]!;
}

/**
 * The labels of several rules, asked row by row in order of time, all together: whatever one of them remembers,
 * or reads in the memory of another, it has seen nothing later than its row.
 */
export function statesTogether(
  rules: readonly CausalRegime[],
  columns: KnownColumns,
  first: number,
  last: number,
): CausalPeriods[] {
  const asked = askedRows(columns.days, first, last);
  const found = rules.map((rule) => ({
    rule,
    ids: rule.labels.map(({ id }) => id),
    place: `regime ${rule.id}`,
    of: new Int16Array(last - first),
  }));
  for (const [i, row] of asked.entries())
    for (const { rule, ids, place, of } of found) {
      const label = indexOf(place, ids, rule.at(viewAt(columns, row, place)));
      of.fill(label, row - first, (asked[i + 1] ?? last) - first);
    }
  return found.map(({ rule, ids, place, of }) => {
    const latest = rule.at(viewAt(columns, last, place));
    indexOf(place, ids, latest);
    return { [CAUSAL]: true, causal: true, id: rule.id, labels: ids, of, latest };
  });
}

/** The rows on which a rule is asked between two others: the first, and the ends of months after it. */
export function askedRows(days: ArrayLike<Day>, first: number, last: number): number[] {
  return [first, ...monthEndRows(days).filter((row) => row > first && row < last)];
}
