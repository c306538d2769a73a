/**
 * What happens to the weight of an asset that has no price yet (or no longer):
 * `sleeve` spreads it over the living assets of the same sign in proportion to their weights, so that
 * the sum of the long weights and the sum of the short weights stay as declared; `cash` leaves it in
 * cash; `truncate` lets the whole run begin with the youngest asset, and is `sleeve` after that. Weights
 * are never moved across signs; a sleeve with no living asset is in cash.
 */
export type LateAssets = "sleeve" | "cash" | "truncate";

/** Applies the rule to target weights in place. `alive[i]` is 1 where the asset can be bought. */
export function withoutTheMissing(
  target: Float64Array,
  alive: ArrayLike<number>,
  rule: LateAssets,
): void {
  let long = 0;
  let short = 0;
  let livingLong = 0;
  let livingShort = 0;
  for (let i = 0; i < target.length; i++) {
    const weight = target[i]!;
    if (weight > 0) long += weight;
    else short += weight;
    if (alive[i] === 0) continue;
    if (weight > 0) livingLong += weight;
    else livingShort += weight;
  }
  const growLong = rule !== "cash" && livingLong > 0 ? long / livingLong : 1;
  const growShort = rule !== "cash" && livingShort < 0 ? short / livingShort : 1;
  for (let i = 0; i < target.length; i++) {
    const weight = target[i]!;
    target[i] = alive[i] === 0 ? 0 : weight * (weight > 0 ? growLong : growShort);
  }
}
