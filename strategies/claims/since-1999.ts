import type { Fact, Facts, Path } from "assay";
import { birthOfQqq, essayDay } from "./dates.ts";

/** Where growth since 1999 begins; QQQ has no average of that year before March. */
export const bases = [
  "1999-03-10",
  "end of March 1999",
  "end of 1999",
  "average of 1999 from March",
] as const;
export type Base = (typeof bases)[number];

/** The month in which QQQ was born. */
export const march1999 = "1999-03-31";

/** The value of a monthly path at a base in 1999. */
export function monthlyBase(
  path: Path,
  base: "March 1999" | "end of 1999" | "average of 1999",
): Fact {
  if (base === "March 1999") return path.at(march1999);
  if (base === "end of 1999") return path.at("1999-12-31");
  return path.during({ from: "1999-01-31", to: "1999-12-31" }).mean();
}

/** The value of a formula at a base in 1999; of monthly figures, at the end of a month, that of the month. */
export function valueAt(facts: Facts, formula: string, base: Base): Fact {
  if (base === "1999-03-10") return facts.formula(formula, "daily").at(birthOfQqq);
  const months = facts.formula(formula, "monthly");
  if (base === "end of March 1999") return monthlyBase(months, "March 1999");
  if (base === "end of 1999") return monthlyBase(months, base);
  return months.during({ from: "1999-03-01", to: "1999-12-31" }).mean();
}

/** A formula on the essay's day as a multiple of a base in 1999. */
export function multipleSince(facts: Facts, formula: string, base: Base): Fact {
  return facts.calculate("end / start", {
    end: facts.formula(formula, "daily").at(essayDay),
    start: valueAt(facts, formula, base),
  });
}
