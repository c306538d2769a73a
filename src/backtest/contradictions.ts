import { InputError } from "../input/input-error.ts";
import type { AssumptionsSpec } from "./assumptions-spec.ts";

/**
 * Options that contradict each other, or that could not say anything beside the others: they are refused,
 * not ignored, so that nobody believes in a choice that was never made. A zero says nothing and is no
 * contradiction.
 * @throws InputError with all of them, each with its value and the reason
 */
export function checkContradictions(place: string, spec: AssumptionsSpec): void {
  const found = [...onFinancing(spec), ...onMargin(spec), ...onMoney(spec)];
  if (found.length > 0) throw new InputError(found.map((text) => `${place}: ${text}`));
}

/** The texts of the pairs whose condition holds. */
function holding(...pairs: readonly (readonly [boolean, string])[]): string[] {
  return pairs.filter(([holds]) => holds).map(([, text]) => text);
}

function onFinancing({ financing = "default", spreads = {}, ...spec }: AssumptionsSpec): string[] {
  const { rebate = 0, debit = 0 } = spreads;
  const isFutures = financing === "futures";
  return holding(
    [
      rebate !== 0 && financing !== "default",
      `spreads: rebate is ${rebate}, but financing: "${financing}" locks no short proceeds that could earn one; leave out one of the two`,
    ],
    [
      debit !== 0 && isFutures && spec.margin?.recourse !== true,
      `spreads: debit is ${debit}, but financing: "futures" takes no cash, so that there is never a debit; leave out one of the two`,
    ],
    [
      spec.dividends === "cash" && isFutures,
      'dividends: "cash" pays the income of prices, but financing: "futures" needs total returns; leave out one of the two',
    ],
    [
      spec.withholding !== undefined && spec.dividends !== "cash",
      `withholding is ${spec.withholding}, but no income is paid in cash; set dividends: "cash" with it`,
    ],
    [
      spec.collateral !== undefined && financing !== "portfolioMargin",
      `collateral "${spec.collateral}" needs financing: "portfolioMargin", because there are no cash proceeds to lock; got "${financing}"`,
    ],
  );
}

function onMargin({ collateral, margin = {} }: AssumptionsSpec): string[] {
  return holding(
    [
      margin.haircut !== undefined && collateral === undefined,
      `margin: haircut is ${margin.haircut}, but there is no collateral that it could be for; name one with collateral, or leave it out`,
    ],
    [
      collateral !== undefined && (margin.full ?? []).some((asset) => asset === collateral),
      `margin: full names "${collateral}", which as the collateral has the margin of haircut; leave it out of one of the two`,
    ],
  );
}

function onMoney({ fixedFee = 0, startWealth }: AssumptionsSpec): string[] {
  return holding([
    fixedFee !== 0 && startWealth === undefined,
    `fixedFee is ${fixedFee}, a sum of money, but there is no startWealth that it could be a part of; give startWealth with it`,
  ]);
}
