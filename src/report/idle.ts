import { listed } from "../series/format.ts";
import type { Findings, PortfolioFinding } from "../study/findings.ts";

/** Strategies that never held anything but cash, or the asset that it lies in. */
export function idleIn({ portfolios, assumptions }: Findings): PortfolioFinding[] {
  const isCash = (asset: string) => asset === assumptions.collateral;
  return portfolios.filter(
    ({ role, ledger, composition }) =>
      role === "strategy" &&
      (ledger.maxGrossExposure === 0 ||
        composition.every(({ weights }) =>
          Object.entries(weights).every(([asset, weight]) => weight === 0 || isCash(asset)),
        )),
  );
}

/** A warning of strategies that held cash alone, in a sentence; empty where every one held something. */
export function idleWords(
  findings: Findings,
  named: (portfolio: PortfolioFinding) => string,
): string {
  const idle = idleIn(findings).map(named);
  if (idle.length === 0) return "";
  const [is, its] = idle.length === 1 ? ["was", "its"] : ["were", "their"];
  return `${listed(idle)} ${is} in cash throughout and never held anything else: ${its} figures say nothing of a strategy.`;
}
