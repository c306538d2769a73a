import { type Unknown, unknown } from "../input/unknown.ts";
import type { Panel } from "../market/panel.ts";
import { legs } from "../measure/legs.ts";
import { mainTitle } from "../series/format.ts";
import type { Books } from "./books.ts";

/** The leg that gave a strategy most, and its short title. */
export interface BestLeg {
  readonly id: string;
  readonly title: string;
}

const RUINED = unknown("it was ruined, so that no leg gave most");
const NOTHING_HELD = unknown("it never held anything");
const ALONE = unknown("it holds nothing else");

/**
 * The leg with the largest contribution to log growth over the run, after its financing and its costs: of
 * the assets that were ever held, without the one that idle cash lies in. Unknown where there are not two.
 */
export function bestLegOf(
  panel: Panel,
  { strategy, world, terms, ledger, end }: Books,
  collateral: string | null,
): BestLeg | Unknown {
  const yields = strategy.assets.map(() => null);
  const found = legs({ ledger, world, terms, yields }, [{ from: 0, to: end }]);
  if (found === null) return RUINED;
  const held = strategy.assets
    .map((asset, i) => ({ asset, i, gave: found.log.assets[i]!.total }))
    .filter(({ asset, i }) => asset !== collateral && wasHeld(ledger, i));
  const [first, second] = held.sort((a, b) => b.gave - a.gave || a.i - b.i);
  if (first === undefined) return NOTHING_HELD;
  if (second === undefined) return ALONE;
  return { id: first.asset, title: mainTitle(panel.series(first.asset).title) };
}

function wasHeld({ units, rows, assets }: Books["ledger"], asset: number): boolean {
  for (let row = 0; row < rows; row++) if (units[row * assets + asset] !== 0) return true;
  return false;
}
