import type { Assumptions } from "../backtest/assumptions.ts";
import type { WealthPath } from "../backtest/ledger.ts";
import type { Strategy } from "../backtest/strategy.ts";
import type { Clock } from "../backtest/world-of.ts";
import type { Panel } from "../market/panel.ts";
import { basisOf, wealthFrom } from "./books.ts";

/** A variant that was tried: its wealth, and nothing else of its books. */
export interface Trial {
  readonly id: string;
  readonly title: string;
  readonly path: WealthPath;
}

/** Keeps the books of a family of variants for their wealth alone. @throws InputError as for any strategy. */
export function triedWith(
  panel: Panel,
  clock: Clock,
  given: Assumptions,
  family: readonly Strategy[],
  onDone: (done: number, total: number) => void = () => {},
): Trial[] {
  return family.map((one, at) => {
    onDone(at, family.length);
    const path = wealthFrom(panel, given, basisOf(panel, clock, given, one));
    return { id: one.id, title: one.title, path };
  });
}
