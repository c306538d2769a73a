import { relative, relativeWealth } from "../measure/relative.ts";
import type { Comparison } from "./findings.ts";
import type { Inference } from "./inference.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

/**
 * Every portfolio against every benchmark but itself. Relative wealth is one unit-free result; what
 * depends on the unit stands under the unit.
 */
export function comparisonsOf(
  portfolios: readonly Measured[],
  units: readonly Unit[],
  inference: Pick<Inference, "pair">,
  onDone: (done: number, total: number) => void = () => {},
): Comparison[] {
  const benchmarks = portfolios.filter(({ books }) => books.role === "benchmark");
  const own = units.findIndex(({ price }) => price === null);
  return portfolios.flatMap((portfolio, at) => {
    onDone(at, portfolios.length);
    return benchmarks
      .filter((benchmark) => benchmark !== portfolio)
      .map((benchmark) => {
        const measures = units.map((_, i) =>
          relative(portfolio.samples[i]!, benchmark.samples[i]!),
        );
        const [mine, theirs] = [portfolio.books.strategy.id, benchmark.books.strategy.id];
        const wealth = relativeWealth(portfolio.samples[own]!, benchmark.samples[own]!);
        return {
          portfolio: mine,
          benchmark: theirs,
          ...wealth,
          alpha: { numeraire: units[own]!.numeraire.id, ...measures[own]!.alpha },
          measures: Object.fromEntries(
            units.map(({ numeraire }, i) => [numeraire.id, measures[i]!]),
          ),
          ...inference.pair(mine, theirs, wealth.relativeWealth),
        };
      });
  });
}
