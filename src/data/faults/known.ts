import type { ExpectedFault, Series } from "../../series/series.ts";
import type { Fault } from "./fault.ts";
import { span } from "./figures.ts";

/**
 * The faults of a series with those that its catalog expects marked as known, all of one expectation as
 * one fault. A seam that no check can see is listed too, since its days are declared.
 */
export function withKnown({ id, expected = [] }: Series, faults: readonly Fault[]): Fault[] {
  const unexpected = faults.filter((fault) => !expected.some((one) => meets(one, fault)));
  const known = expected.flatMap((one) => knownFault(id, one, faults) ?? []);
  return [...unexpected, ...known].sort((a, b) => a.from - b.from);
}

function meets({ kind, from, to }: ExpectedFault, fault: Fault): boolean {
  return kind === fault.kind && from <= fault.to && to >= fault.from;
}

function knownFault(
  id: string,
  expected: ExpectedFault,
  faults: readonly Fault[],
): Fault | undefined {
  const met = faults.filter((fault) => meets(expected, fault));
  const { kind, from, to, reason } = expected;
  const remedy = `known: ${reason}`;
  const [first] = met;
  if (first === undefined) {
    const text = `${span(from, to)}: a ${kind} that no check can see`;
    return kind === "seam"
      ? { series: id, kind, severity: "known", from, to, text, remedy }
      : undefined;
  }
  const last = Math.max(...met.map((fault) => fault.to));
  const text =
    met.length === 1
      ? first.text
      : `${met.length} of them, ${span(first.from, last)}; the first: ${first.text}`;
  return { ...first, severity: "known", to: last, text, remedy };
}
