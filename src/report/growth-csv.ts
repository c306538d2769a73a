import type {
  ChainGrowth,
  Findings,
  Leg,
  LegsFinding,
  PortfolioFinding,
} from "../study/findings.ts";
import { inUnits, type Row, records, type Tables, tableOf } from "./csv-rows.ts";

const SOURCES = ["price", "income", "financing", "borrow", "expense", "trading", "total"] as const;

/** A row a leg, and one each for cash, spreads, management and the whole, which have a total only. */
function legRows(head: Row, found: LegsFinding): readonly Row[] {
  const leg = (name: string, values: Partial<Leg>): Row => [
    ...head,
    name,
    ...SOURCES.map((source) => values[source] ?? null),
  ];
  const { assets, riskless, spreads, management, total } = found;
  return [
    ...Object.entries(assets).map(([asset, values]) => leg(asset, values)),
    ...Object.entries({ riskless, spreads, management, total }).map(([name, value]) =>
      leg(name, { total: value }),
    ),
  ];
}

function legsTable(portfolios: readonly PortfolioFinding[]): readonly Row[] {
  return tableOf(
    ["portfolio", "measure", "phase", "leg", ...SOURCES],
    portfolios.flatMap(({ id, legs }) =>
      legs === null
        ? []
        : [
            ...legRows([id, "money", null], legs.money),
            ...legRows([id, "log", null], legs.log),
            ...Object.entries(legs.phases).flatMap(([phase, found]) =>
              legRows([id, "log", phase], found),
            ),
          ],
    ),
  );
}

const timingName = (when: string, lag: number) =>
  `traded one row ${when}${lag === 0 ? " (same close, cannot be done with a signal)" : ""}`;

/** Every run that was repeated with one thing changed, a column a benchmark. */
function sensitivityTable({ portfolios }: Findings): readonly Row[] {
  const rivals = portfolios.filter(({ role }) => role === "benchmark").map(({ id }) => id);
  return tableOf(
    ["portfolio", "variation", "cagr", ...rivals.map((id) => `relativeWealth.${id}`)],
    portfolios.flatMap(({ id, sensitivity }) => {
      if (sensitivity === null) return [];
      const { without, timing, costsDoubled, zeroCosts } = sensitivity;
      const variations = [
        ...timing.map(({ id: when, lag, run }) => [timingName(when, lag), run] as const),
        ...Object.entries(without).map(([asset, found]) => [`without ${asset}`, found] as const),
        ["costs doubled", costsDoubled] as const,
        ["no costs", zeroCosts] as const,
      ];
      return variations.map(([name, found]) => [
        id,
        name,
        found?.cagr ?? null,
        ...rivals.map((rival) => found?.final[rival] ?? null),
      ]);
    }),
  );
}

function breakEvenTable({ portfolios }: Findings): readonly Row[] {
  return tableOf(
    ["portfolio", "benchmark", "what", "value"],
    portfolios.flatMap(({ id, sensitivity }) =>
      Object.entries(sensitivity?.breakEven ?? {}).flatMap(([rival, found]): Row[] => [
        [id, rival, "borrow fee a year", found.borrow],
        [id, rival, "times the trading costs", found.costTimes],
        ...Object.entries(found.weight ?? {}).map(
          ([asset, value]): Row => [id, rival, `weight of ${asset}`, value],
        ),
      ]),
    ),
  );
}

function chainRows(head: Row, { whole, links }: ChainGrowth): readonly Row[] {
  return Object.entries({ whole, ...links }).map(([link, value]) => [...head, link, value]);
}

/** Tables of where growth came from and what it hangs on. */
export function growthTables(findings: Findings): Tables {
  const { portfolios, chains } = findings;
  return {
    "legs.csv": legsTable(portfolios),
    "sensitivity.csv": sensitivityTable(findings),
    "break-even.csv": breakEvenTable(findings),
    "sharpe-readings.csv": records(
      ["portfolio", "numeraire"],
      inUnits(findings, ({ sharpeReadings }, unit) => {
        const found = sharpeReadings[unit];
        return found === undefined ? [] : [found];
      }),
    ),
    "chains.csv": tableOf(
      ["chain", "phase", "link", "logGrowth"],
      chains.flatMap(({ id, growth, phases }) => [
        ...chainRows([id, null], growth),
        ...Object.entries(phases).flatMap(([phase, found]) =>
          found === null ? [] : chainRows([id, phase], found),
        ),
      ]),
    ),
    "rebalances.csv": tableOf(
      ["portfolio", "date", "reason", "turnover", "cost"],
      portfolios.flatMap(({ id, ledger: { rebalanceLog: log } }) =>
        log.dates.map((date, row) => [
          id,
          date,
          log.reasons[row] ?? null,
          log.turnover[row] ?? null,
          log.cost[row] ?? null,
        ]),
      ),
    ),
  };
}
