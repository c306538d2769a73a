import type { Facts, Path } from "assay";

/** Series that tell what the US government pays and how its economy grows. */
export const fiscalReads = ["federalInterest", "federalDebt", "debtHeldByPublic", "gdp"] as const;
type Reads = (typeof fiscalReads)[number];

export const fiscalGrid = {
  debt: ["all of it", "held by the public"],
  "interest is paid on": ["debt of the same quarter", "debt of the quarter before"],
} as const;

/** Interest over debt by quarter, a fraction a year. */
export function effectiveRate<S extends Reads>(
  facts: Facts<S | Reads>,
  choice: {
    readonly debt?: (typeof fiscalGrid.debt)[number];
    readonly "interest is paid on"?: (typeof fiscalGrid)["interest is paid on"][number];
  },
): Path {
  const id = choice.debt === "held by the public" ? "debtHeldByPublic" : "federalDebt";
  const debt = facts.formula(`${id} / 1000`, "monthly");
  const isBefore = choice["interest is paid on"] === "debt of the quarter before";
  const interest = facts.series("federalInterest", "monthly");
  return interest.over(
    isBefore ? debt.rolling(2, "debt of the quarter before", ([before]) => before!) : debt,
  );
}

/** Nominal output against that of the same quarter a year before, a fraction. */
export function growthOnTheYear<S extends Reads>(facts: Facts<S | Reads>): Path {
  return facts.series("gdp", "monthly").changesOver(12);
}

/** `(1 + rate) / (1 + growth) - 1`: what debt to output grows by where nothing but interest is borrowed. */
export function snowball(rate: Path, growth: Path): Path {
  const factor = (path: Path) => path.map(path.title, (value) => 1 + value);
  return factor(rate)
    .over(factor(growth))
    .map("debt to output, growth by interest alone", (value) => value - 1);
}
