import { beforeAll, expect, it } from "vitest";
import type {
  Findings,
  LegsFinding,
  PortfolioFinding,
  RegimeFinding,
} from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import essay from "../../strategies/essay.ts";
import { verdictsPage } from "./verdicts-page.ts";

// The essay's findings as a page that a person can read and check, six digits a number. When a change
// is meant, `npx vitest run test/golden -u` writes it anew; read the difference before you commit it.

const digits = (value: number | null): string =>
  value === null ? "-" : String(Number(value.toPrecision(6)));

function line(name: string, values: Readonly<Record<string, number | string | null>>): string {
  const cells = Object.entries(values).map(
    ([key, value]) => `${key} ${typeof value === "string" ? value : digits(value)}`,
  );
  return `  ${name.padEnd(10)} ${cells.join("  ")}`;
}

function pageOf(findings: Findings): string {
  const { period, inputs } = findings;
  return [
    `${findings.study.id}: ${period.from} to ${period.to}, ${period.periods} ${period.frequency} returns, ended by ${period.endedBy}`,
    ...findings.portfolios.flatMap((one) => ["", ...portfolioLines(one)]),
    "",
    "against",
    ...findings.comparisons.map(({ portfolio, benchmark, relativeWealth, excessGrowth, alpha }) =>
      line("", {
        [`${portfolio} / ${benchmark}`]: relativeWealth,
        excess: excessGrowth,
        alpha: alpha.annual,
        t: alpha.t,
      }),
    ),
    ...findings.regimes.slice(0, 1).flatMap(({ spells, statistics, logExcess }) =>
      spells.flatMap(({ label, from, to }) => [
        "",
        `${label}: after ${from} to ${to}`,
        ...Object.entries(statistics[label]!).map(([id, units]) =>
          line(id, {
            usd: units.usd!.totalReturn,
            gold: units.gold!.totalReturn,
            drawdown: units.usd!.maxDrawdown,
            "log excess over spx": logExcess[label]![id]!.spx!.logExcess,
          }),
        ),
      ]),
    ),
    ...findings.regimes.slice(1).flatMap(regimeLines),
    "",
    "inputs",
    ...inputs.map(({ id, first, last, rows, sha256 }) =>
      line("", { [id]: `${first} ${last} ${rows} ${sha256.slice(0, 12)}` }),
    ),
    "",
  ].join("\n");
}

function portfolioLines(one: PortfolioFinding): string[] {
  const { costs, turnover, maxGrossExposure, costDrag } = one.ledger;
  return [
    `${one.id} (${one.role}), ${one.rebalance}`,
    ...Object.entries(one.measures).map(([unit, m]) =>
      line(unit, {
        total: m.totalReturn,
        cagr: m.cagr,
        vol: m.volatility,
        sharpe: m.sharpe,
        sortino: m.sortino,
        maxdd: m.maxDrawdown,
        ulcer: m.ulcer,
        cvar: m.cvar95,
        skew: m.skewness,
        kurt: m.kurtosis,
        hit: m.hitRate,
      }),
    ),
    ...Object.entries(one.drawdowns).flatMap(([unit, [worst]]) =>
      worst === undefined
        ? []
        : [
            line(unit, {
              fell: worst.depth,
              from: worst.peak,
              to: worst.trough,
              back: worst.recovery ?? "open",
            }),
          ],
    ),
    line("growth", one.attribution ?? {}),
    ...(one.legs === null ? [] : [line("over cash", overCash(one.legs.log))]),
    ...Object.entries(one.sensitivity?.breakEven ?? {}).map(
      ([rival, { borrow, costTimes, weight }]) =>
        line("even with", { [rival]: "at", borrow, "costs times": costTimes, ...weight }),
    ),
    line("books", { turnover, "most gross": maxGrossExposure, ...costs, drag: costDrag.all }),
  ];
}

function regimeLines({ id, labels, durations, statistics, tests, changes }: RegimeFinding) {
  return [
    "",
    id,
    ...labels.map((label) => {
      const { months, spells, mean, expected } = durations[label.id]!;
      const growth = (portfolio: string) => statistics[label.id]![portfolio]!.usd!.cagr;
      return line(label.id, {
        ...{ months, spells, mean, expected },
        ...{ "hard-assets": growth("hard-assets"), spx: growth("spx"), gold: growth("gold") },
      });
    }),
    ...(tests ?? []).map(
      ({ portfolio, benchmark, difference, rotation, regression, pairs, paths }) =>
        line("test", {
          [benchmark === null ? portfolio : `${portfolio} / ${benchmark}`]: difference,
          p: rotation.p,
          "of all": rotation.family,
          t: regression.t,
          pairs: pairs.p,
          paths: paths?.p ?? null,
        }),
    ),
    ...(changes?.dates ?? []).map(({ date, lower, upper }) =>
      line("change", { after: date, from: lower ?? "-", to: upper ?? "-" }),
    ),
    ...(changes === null ? [] : [line("sup-F", { of: changes.supF!.value, p: changes.supF!.p })]),
  ];
}

function overCash({ assets, riskless, spreads, management }: LegsFinding): Record<string, number> {
  const legs = Object.entries(assets).map(([asset, { total }]) => [asset, total] as const);
  return { ...Object.fromEntries(legs), riskless, spreads, management };
}

let found: Findings;
beforeAll(async () => {
  found = await runStudy(essay);
});

it("the essay's findings", async () => {
  await expect(pageOf(found)).toMatchFileSnapshot("essay.txt");
});

it("the essay's verdicts", async () => {
  await expect(verdictsPage(found)).toMatchFileSnapshot("verdicts.txt");
});
