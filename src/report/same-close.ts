import type { Findings, PortfolioFinding } from "../study/findings.ts";

/** Whether a portfolio decides by what it sees and trades at the very close that it saw. */
export function isSameClose({ weights, lag }: PortfolioFinding): boolean {
  return weights === null && lag === 0;
}

/** The portfolios that do. */
export function sameCloseIn({ portfolios }: Findings): readonly PortfolioFinding[] {
  return portfolios.filter(isSameClose);
}
