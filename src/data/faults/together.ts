import type { Fault } from "./fault.ts";
import { span } from "./figures.ts";

/**
 * The faults of one series with those of single values told once: all errors of one sort, which have one
 * remedy, as one fault with their count, their first and last day and the first of them.
 */
export function valuesTogether(faults: readonly Fault[]): Fault[] {
  const sorts = new Map<string, Fault[]>();
  for (const fault of faults.filter(isOfValue)) {
    const sort = sorts.get(fault.remedy) ?? [];
    sort.push(fault);
    sorts.set(fault.remedy, sort);
  }
  return faults.flatMap((fault) => {
    const all = isOfValue(fault) ? sorts.get(fault.remedy)! : [fault];
    if (all.length === 1) return [fault];
    if (all[0] !== fault) return [];
    const { to } = all[all.length - 1]!;
    return {
      ...fault,
      to,
      text: `${all.length} values, ${span(fault.from, to)}; the first: ${fault.text}`,
    };
  });
}

function isOfValue({ kind, severity }: Fault): boolean {
  return kind === "value" && severity === "error";
}
