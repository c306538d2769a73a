import { type Exposure, exposureAt } from "../measure/exposure.ts";
import { riskShares } from "../measure/risk-shares.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Books } from "./books.ts";
import type { HeldFinding, RiskFinding } from "./course-finding.ts";
import { sixDigits } from "./six-digits.ts";

/** What the books held at the closes of some rows, and whose risk it was. */
export function heldFinding(
  books: Books,
  rows: readonly number[],
  days: readonly Day[],
): HeldFinding {
  const { ledger, world, strategy, end } = books;
  const lived = rows.filter((row) => row <= end);
  const held = lived.map((row) => exposureAt(ledger, world, row));
  const line = (pick: (one: Exposure) => number) =>
    held.map((one) => (one === null ? null : sixDigits(pick(one))));
  return {
    portfolio: strategy.id,
    dates: lived.map((row) => formatDay(days[row]!)),
    weights: Object.fromEntries(
      strategy.assets.map((asset, i) => [asset, line(({ weights }) => weights[i]!)]),
    ),
    gross: line(({ gross }) => gross),
    net: line(({ net }) => net),
    cash: line(({ cash }) => cash),
    risk: riskOf(books, held),
  };
}

function riskOf(
  { ledger, world, strategy, end }: Books,
  held: readonly (Exposure | null)[],
): readonly RiskFinding[] | null {
  const shares = riskShares(ledger, world, end);
  if (shares === null) return null;
  const known = held.flatMap((one) => one ?? []);
  const meanOf = (pick: (one: Exposure) => number) =>
    known.length === 0
      ? null
      : sixDigits(known.reduce((sum, one) => sum + pick(one), 0) / known.length);
  return [
    ...strategy.assets.map((asset, i) => ({
      asset,
      weight: meanOf(({ weights }) => weights[i]!),
      share: sixDigits(shares.assets[i]!),
    })),
    { asset: null, weight: meanOf(({ cash }) => cash), share: sixDigits(shares.rest) },
  ];
}
