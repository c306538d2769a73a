import {
  above,
  below,
  type Facts,
  type Path,
  type Prediction,
  prediction,
  type Window,
} from "assay";
import { effectiveRate, growthOnTheYear, snowball } from "./fiscal.ts";
import {
  endOf2030,
  lastMonth,
  lastQuarter,
  newer,
  quartersSince,
  registered,
  rowsAfter,
  sinceGoldWindow,
  toEndOf2025,
  toEndOf2030,
} from "./foretold.ts";
import { mean } from "./mean.ts";

const bets = "What a bet on the failure of AI is a bet on";

/** That money outgrows output from the end of 2025 to that of 2030. */
function moneyOutgrows(output: "gdp" | "gdpReal", name: string) {
  return {
    id: output === "gdp" ? "nominal" : "real",
    title: `M2 grows more than ${name} output from the end of 2025 to the end of 2030`,
    due: endOf2030,
    expects: "above 1.00 times",
    stand: (facts: Facts<"m2" | "gdp" | "gdpReal">, since: Window) => {
      const path = facts.ratio("m2", output, "monthly");
      const last = since.to < endOf2030 ? newer(facts, path) : path.at(endOf2030);
      const growth = facts.calculate("last / first", { last, first: path.at(lastMonth) });
      return {
        check: above(`M2 against ${name} output since the end of 2025`, growth, "times", 1),
      };
    },
    baseRate: (facts: Facts<"m2" | "gdp" | "gdpReal">) =>
      facts.baseRate({
        paths: [facts.ratio("m2", output, "monthly").during(quartersSince)],
        rows: toEndOf2030,
        event: ([path]) => path![toEndOf2030]! > path![toEndOf2025]!,
      }),
  };
}

/** Consecutive quarters of a rate above growth that make the fiscal prediction true. */
const QUARTERS_IN_A_ROW = 4;
/** Core inflation below this, for so many months, is the deflation that the essay speaks of. */
const DEFLATION = 0.005;
const MONTHS_IN_A_ROW = 6;
/** The end of the first six whole months after the day of registration. */
const firstSixMonths = "2026-07-31";
const monthsToEndOf2030 = 60;
/** From the end of January 2026, the last month-end known on the day of registration. */
const monthsFromRegistration = 59;

/** Rate less growth by four-quarter averages, on figures by quarter. */
function averageExcess(rate: Path, growth: Path): Path {
  const four = (path: Path) => path.rolling(4, path.title, mean);
  return snowball(four(rate), four(growth));
}

/** Whether the fiscal event happens on simulated interest, debt and output that continue known ones. */
function paysMoreThanItGrows(
  [interest, debt, output]: readonly Float64Array[],
  past: readonly [interest: Path, debt: Path, output: Path],
): boolean {
  const joined = (path: Path, next: Float64Array) => [
    ...Array.from(path.values).slice(-8),
    ...next.slice(1),
  ];
  const [i, d, y] = [joined(past[0], interest!), joined(past[1], debt!), joined(past[2], output!)];
  const rate = (at: number) => (i[at]! * 1000) / d[at]!;
  const growth = (at: number) => y[at]! / y[at - 4]! - 1;
  const average = (of: (at: number) => number, at: number) =>
    (of(at) + of(at - 1) + of(at - 2) + of(at - 3)) / 4;
  let inARow = 0;
  for (let at = 8 + toEndOf2025; at < i.length; at += 1) {
    inARow = average(rate, at) > average(growth, at) ? inARow + 1 : 0;
    if (inARow >= QUARTERS_IN_A_ROW) return true;
  }
  return false;
}

/** The highest rise on the year of a price index in each six months since registration, or in as many as there are. */
function worstOfSix(path: Path, since: Window): Path {
  const yearly = rowsAfter(path.changesOver(12), since.from);
  const months = Math.min(MONTHS_IN_A_ROW, yearly.values.length);
  return yearly.rolling(months, path.title, (values) => Math.max(...values));
}

/** Whether prices rise by less than that on the year for six months among simulated ones. */
function fallsCalm(simulated: Float64Array, past: Path): boolean {
  const known = Array.from(past.values).slice(-12);
  const prices = [...known, ...simulated.slice(1)];
  let inARow = 0;
  for (let at = 12; at < prices.length; at += 1) {
    inARow = prices[at]! / prices[at - 12]! - 1 < DEFLATION ? inARow + 1 : 0;
    if (inARow >= MONTHS_IN_A_ROW) return true;
  }
  return false;
}

function deflation(series: "corePce" | "pce", name: string) {
  return {
    id: series === "corePce" ? "premise" : "premise-all-prices",
    title: `${name} rise by less than 0.5 % on the year for six months before 2031`,
    due: endOf2030,
    expects: "below 0.5%",
    stand: (facts: Facts, since: Window) => {
      const worst = worstOfSix(facts.series(series, "monthly"), since);
      const title = `${name}, rise on the year that six months stayed below`;
      const check = below(title, worst.minimum(), "fraction", DEFLATION);
      const isWhole = worst.lastDay() >= firstSixMonths;
      return check.holds && isWhole ? { check, settled: true } : { check };
    },
    baseRate: (facts: Facts) => {
      const past = facts.series(series, "monthly").during({ ...sinceGoldWindow, to: lastMonth });
      return facts.baseRate({
        paths: [past],
        rows: monthsToEndOf2030,
        event: ([prices]) => fallsCalm(prices!, past),
      });
    },
  };
}

/** Where debt, prices, productivity and money go. */
export const stateForetold: readonly Prediction[] = [
  prediction({
    id: "P06",
    claim:
      "The United States pays a higher rate on its debt than its output grows, and interest takes over a quarter of its receipts.",
    where: "The debt clock and the last zero-sum game",
    registered,
    reads: ["federalInterest", "federalDebt", "debtHeldByPublic", "gdp", "federalReceipts"],
    tests: [
      {
        id: "rate-above-growth",
        title:
          "Rate paid above growth of output for four quarters in a row before 2031, by four-quarter averages",
        due: endOf2030,
        expects: "above 0.0 points",
        stand: (facts, since) => {
          const excess = averageExcess(effectiveRate(facts, {}), growthOnTheYear(facts));
          const fresh = rowsAfter(excess, since.from);
          const row = Math.min(QUARTERS_IN_A_ROW, fresh.values.length);
          const held = fresh.rolling(row, "held", (values) => Math.min(...values)).maximum();
          const title = `rate less growth, highest that ${QUARTERS_IN_A_ROW} quarters since registration stayed above`;
          const check = above(title, held, "points", 0);
          return check.holds && row === QUARTERS_IN_A_ROW ? { check, settled: true } : { check };
        },
        baseRate: (facts) => {
          const known = (id: "federalInterest" | "federalDebt" | "gdp") =>
            facts.series(id, "monthly").during(quartersSince);
          const past = [known("federalInterest"), known("federalDebt"), known("gdp")] as const;
          return facts.baseRate({
            paths: past,
            rows: toEndOf2030,
            event: (simulated) => paysMoreThanItGrows(simulated, past),
          });
        },
      },
      {
        id: "interest-of-receipts",
        title: "Interest above 25 % of federal receipts before 2031",
        due: endOf2030,
        expects: "above 25.0%",
        stand: (facts, since) => {
          const share = facts.ratio("federalInterest", "federalReceipts", "monthly");
          const fresh = rowsAfter(share, since.from);
          const check = above(
            "highest share of interest in receipts",
            fresh.maximum(),
            "fraction",
            0.25,
          );
          return check.holds ? { check, settled: true } : { check };
        },
        baseRate: (facts) =>
          facts.baseRate({
            paths: [
              facts.ratio("federalInterest", "federalReceipts", "monthly").during(quartersSince),
            ],
            rows: toEndOf2030,
            event: ([share]) => Math.max(...share!.slice(toEndOf2025 + 1)) > 0.25,
          }),
      },
    ],
    note: "Federal receipts are not shipped.",
  }),

  prediction({
    id: "P07",
    claim: "AI brings deflation, and then the finances of states are paralysed.",
    where: "When AI threatens the protocol of plunder",
    registered,
    reads: ["corePce", "pce", "federalInterest", "federalReceipts"],
    tests: [
      deflation("corePce", "Core consumption prices"),
      deflation("pce", "All consumption prices"),
      {
        id: "conclusion",
        title: "After such deflation, interest takes more of federal receipts",
        due: endOf2030,
        expects: "above 0.0 points",
        stand: (facts, since) => {
          const share = facts.ratio("federalInterest", "federalReceipts", "monthly");
          const worst = worstOfSix(facts.series("corePce", "monthly"), since);
          const hasCome = worst.minimum().value < DEFLATION && worst.lastDay() >= firstSixMonths;
          if (!hasCome) return facts.notApplicable("the deflation that it waits for has not come");
          const change = facts.calculate("last - first", {
            last: share.last(),
            first: share.at(lastQuarter),
          });
          return {
            check: above("change of the share of interest in receipts", change, "points", 0),
          };
        },
      },
    ],
    note: "Core prices and federal receipts are not shipped; all consumption prices stand beside. The conclusion waits for its premise.",
  }),

  prediction({
    id: "P08",
    claim: "AI loses: productivity stays slow, and QQQ falls behind the S&P 500.",
    where: bets,
    registered,
    reads: ["totalFactorProductivity", "qqqTotal", "spxTotal"],
    tests: [
      {
        id: "productivity",
        title: "Total factor productivity grows by less than 1.5 % a year from 2026 to 2030",
        due: endOf2030,
        expects: "below 1.5%",
        stand: (facts, since) => {
          const path = facts.series("totalFactorProductivity", "monthly");
          const last = since.to < endOf2030 ? newer(facts, path) : path.at(endOf2030);
          const first = path.at(lastMonth);
          const years = ((last.day ?? 0) - (first.day ?? 0)) / 365.25;
          const growth = facts.calculate("log(last / first) / years", { last, first, years });
          return {
            check: below(
              "growth of productivity a year since the end of 2025",
              growth,
              "fraction",
              0.015,
            ),
          };
        },
        baseRate: (facts) =>
          facts.baseRate({
            paths: [facts.series("totalFactorProductivity", "monthly").during(quartersSince)],
            rows: toEndOf2030,
            event: ([path]) => Math.log(path![toEndOf2030]! / path![toEndOf2025]!) / 5 < 0.015,
          }),
      },
      {
        id: "qqq",
        title:
          "QQQ, with dividends, behind the S&P 500 from the last close of 2025 to the end of 2030",
        due: endOf2030,
        expects: "below 1.00 times",
        stand: (facts) => {
          const path = facts.ratio("qqqTotal", "spxTotal", "daily");
          const first = path.at(lastMonth);
          const growth = facts.calculate("last / first", { last: path.last(), first });
          return {
            check: below("QQQ against the S&P 500 since the end of 2025", growth, "times", 1),
          };
        },
        baseRate: (facts) => {
          const past = facts.ratio("qqqTotal", "spxTotal", "monthly");
          const start = past.at(lastMonth).value;
          return facts.baseRate({
            paths: [past],
            rows: monthsFromRegistration,
            event: ([path]) => path!.at(-1)! < start,
          });
        },
      },
    ],
    note: "Productivity of business (Fernald), not adjusted for how fully labour and capital are used; QQQ stands for the Nasdaq-100.",
  }),

  prediction({
    id: "P09",
    claim: "Money is printed faster than AI makes output grow.",
    where: bets,
    registered,
    reads: ["m2", "gdp", "gdpReal"],
    tests: [moneyOutgrows("gdp", "nominal"), moneyOutgrows("gdpReal", "real")],
    note: "Against real output it is nearly true by definition: prices rise.",
  }),
];
