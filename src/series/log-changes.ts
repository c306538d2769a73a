import type { Column } from "./series.ts";

/** `ln(x_(t+1) / x_t)` of levels, one fewer than they are; NaN where a level is not known. */
export function logChanges(levels: Column): Float64Array {
  const changes = new Float64Array(Math.max(0, levels.length - 1));
  for (let row = 0; row < changes.length; row += 1)
    changes[row] = Math.log(levels[row + 1]! / levels[row]!);
  return changes;
}
