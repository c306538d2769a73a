import { InputError } from "../input/input-error.ts";
import { type Fact, fact } from "./fact.ts";

/** Share of facts whose value satisfies a condition; `count` is how many there are. */
export function shareOf(of: readonly Fact[], condition: (value: number) => boolean): Fact {
  if (of.length === 0) throw new InputError("a share of nothing; give at least one fact");
  const holding = of.filter(({ value }) => condition(value)).length;
  return fact(holding / of.length, { count: of.length });
}

/** The place of a fact among others, largest first: 1 where none is larger. `count` counts it as well. */
export function rankOf(of: Fact, others: readonly Fact[]): Fact {
  const larger = others.filter(({ value }) => value > of.value).length;
  return fact(1 + larger, { count: others.length + 1 });
}
