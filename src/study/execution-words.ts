import { listed } from "../series/format.ts";
import type { Books } from "./books.ts";

/** What is told of how a portfolio trades. */
export type Traded = Pick<Books, "lag"> & { readonly strategy: Books["strategy"] };

/** When every portfolio of a run traded what it had decided, by its own lag. */
export function executionWords(portfolios: readonly Traded[], monthly: boolean): string {
  const constant = portfolios.filter((one) => !looks(one));
  const looking = portfolios.filter(looks);
  const atClose = looking.filter(({ lag }) => lag === 0);
  return [
    ...lagsOf(constant).map((lag) => constantWords(constant, lag, monthly)),
    ...lagsOf(looking)
      .filter((lag) => lag > 0)
      .map(
        (lag) =>
          `What looks at figures (${namesOf(looking, lag)}) decides at one close and trades ${laterWords(lag)}.`,
      ),
    ...(atClose.length === 0
      ? []
      : [
          `Same-close, which cannot be done with a signal: ${listed(atClose.map(({ strategy }) => strategy.id))} ${atClose.length === 1 ? "trades" : "trade"} at the very close decided on.`,
        ]),
    ...(monthly ? [] : ["An asset without a fresh price waits for its next one."]),
  ].join(" ");
}

/** Whether a portfolio decides by what it sees: weights that are a function, or scaled to a volatility. */
function looks({ strategy: { weights, overlay } }: Traded): boolean {
  return typeof weights === "function" || overlay !== null;
}

function lagsOf(portfolios: readonly Traded[]): number[] {
  return [...new Set(portfolios.map(({ lag }) => lag))].sort((a, b) => a - b);
}

function namesOf(portfolios: readonly Traded[], lag: number): string {
  return listed(portfolios.filter((one) => one.lag === lag).map(({ strategy }) => strategy.id));
}

function constantWords(constant: readonly Traded[], lag: number, monthly: boolean): string {
  const alone = lagsOf(constant).length === 1;
  const who = alone ? "Constant weights" : `Constant weights of ${namesOf(constant, lag)}`;
  return lag === 0
    ? `${who} use no information and are traded on the ${monthly ? "month-end row" : "row"} on which they are due (same-close).`
    : `${who} are decided at one close and traded ${laterWords(lag)}.`;
}

function laterWords(lag: number): string {
  return lag === 1 ? "at the next" : `${lag} rows later`;
}
