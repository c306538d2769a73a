import type {
  DrawdownEpisode,
  GrowthSplit,
  Measures,
  RelativeMeasures,
} from "../../src/measure/measures.ts";
import { dayOf, formatDay, parseDay } from "../../src/series/day.ts";
import type {
  ByNumeraire,
  Comparison,
  Findings,
  Leg,
  LegsFinding,
  Numbers,
  PhaseMeasures,
  PortfolioFinding,
  RegimeFinding,
  SensitivityFinding,
} from "../../src/study/findings.ts";
import { sampleCourse, sampleTracks } from "./sample-course.ts";
import {
  sampleBeaten,
  sampleFans,
  sampleInference,
  sampleMaps,
  samplePair,
  sampleTrials,
} from "./sample-inference.ts";

/** 61 month-ends: a base row and 60 months. */
const dates = Array.from({ length: 61 }, (_, month) => formatDay(dayOf(2001, month + 1, 0)));
const units = ["usd", "gold", "m2", "cpi"] as const;

const first = dates[0] ?? "";
const last = dates[60] ?? "";

/** Prices of the units in dollars, smooth and made up. */
const prices: Record<string, number[]> = {
  usd: dates.map(() => 1),
  gold: dates.map((_, month) => 270 * Math.exp(0.012 * month + 0.05 * Math.sin(month / 4))),
  m2: dates.map((_, month) => 4900 * Math.exp(0.0045 * month)),
  cpi: dates.map((_, month) => 174 * Math.exp(0.002 * month)),
};

/** Dollar wealth of each portfolio: a trend and a wave, so that falls open and recover. */
const dollars: Record<string, number[]> = {
  "hard-assets": dates.map((_, month) => Math.exp(0.011 * month + 0.12 * Math.sin(month / 5))),
  "short-bonds": dates.map((_, month) => Math.exp(-0.004 * month + 0.08 * Math.sin(month / 3))),
  equities: dates.map((_, month) => Math.exp(0.003 * month - 0.25 * Math.sin(month / 9.6))),
  cash: dates.map((_, month) => Math.exp(0.0022 * month)),
};

function counted(wealth: readonly number[], unit: string): number[] {
  return wealth.map((value, row) => value / (prices[unit]?.[row] ?? 1));
}

function byUnit(make: (unit: string) => Numbers): ByNumeraire {
  return { dates, ...Object.fromEntries(units.map((unit) => [unit, make(unit)])) };
}

function each<T>(make: (unit: string) => T): Record<string, T> {
  return Object.fromEntries(units.map((unit) => [unit, make(unit)]));
}

function underwater(wealth: readonly number[]): number[] {
  let peak = 0;
  return wealth.map((value) => {
    peak = Math.max(peak, value);
    return value / peak - 1;
  });
}

function daysBetween(from: string, to: string): number {
  return parseDay(to, "sample") - parseDay(from, "sample");
}

function drawdowns(wealth: readonly number[]): DrawdownEpisode[] {
  const depths = underwater(wealth);
  const found: DrawdownEpisode[] = [];
  let peak = 0;
  for (let row = 1; row < depths.length; row += 1) {
    if ((depths[row] ?? 0) === 0) peak = row;
    if ((depths[row] ?? 0) === 0 || peak !== row - 1) continue;
    let end = row;
    let trough = row;
    while (end < depths.length && (depths[end] ?? 0) < 0) {
      if ((depths[end] ?? 0) < (depths[trough] ?? 0)) trough = end;
      end += 1;
    }
    const recovery = dates[end] ?? null;
    const from = dates[peak] ?? first;
    const low = dates[trough] ?? last;
    found.push({
      depth: depths[trough] ?? 0,
      peak: from,
      trough: low,
      recovery,
      daysToTrough: daysBetween(from, low),
      daysToRecovery: recovery === null ? null : daysBetween(low, recovery),
      days: daysBetween(from, recovery ?? last),
    });
  }
  return found.sort((left, right) => left.depth - right.depth);
}

function measures(wealth: readonly number[]): Measures {
  const total = (wealth[60] ?? 1) / (wealth[0] ?? 1) - 1;
  const depth = Math.min(...underwater(wealth));
  return {
    totalReturn: total,
    cagr: (1 + total) ** (1 / 5) - 1,
    meanReturn: total / 5,
    volatility: 0.151,
    sharpe: 0.42,
    sharpeLo: 0.38,
    downsideDeviation: 0.027,
    sortino: 0.61,
    maxDrawdown: depth,
    timeUnderWater: 0.55,
    longestUnderWaterDays: 731,
    calmar: depth === 0 ? null : total / -depth,
    calmar36: null,
    ulcer: 0.08,
    pain: 0.05,
    martin: depth === 0 ? null : 0.9,
    painRatio: depth === 0 ? null : 1.4,
    omega: 1.33,
    var95: 0.061,
    var95Normal: 0.058,
    var95CornishFisher: 0.066,
    cvar95: 0.079,
    skewness: -0.21,
    kurtosis: 3.4,
    skewnessUnbiased: -0.22,
    excessKurtosisUnbiased: 0.51,
    tailRatio: 1.1,
    hitRate: 0.58,
    bestPeriod: 0.091,
    worstPeriod: -0.083,
    bestYear: 0.244,
    worstYear: -0.131,
    stability: 0.77,
    probabilisticSharpe: 0.83,
    minTrackRecordYears: 14.2,
    windows: [1, 3, 5, 10].map((years) => ({
      years,
      worst: years > 5 ? null : -0.2,
      best: years > 5 ? null : 0.9,
      median: years > 5 ? null : 0.11 * years,
      shareNegative: years > 5 ? null : 0.25,
      windows: Math.max(0, 61 - 12 * years),
    })),
  };
}

function split(wealth: readonly number[], unit: string): GrowthSplit {
  const nominal = Math.log((wealth[60] ?? 1) / (wealth[0] ?? 1));
  const depreciation = Math.log((prices[unit]?.[60] ?? 1) / (prices[unit]?.[0] ?? 1));
  const small = Math.abs(nominal) < 0.05;
  return {
    nominal,
    depreciation,
    real: nominal - depreciation,
    depreciationShare: small ? null : depreciation / nominal,
    linearShare: small ? null : Math.expm1(depreciation) / Math.expm1(nominal),
  };
}

function leg(total: number): Leg {
  const short = total < 0;
  const financing = short ? 0.02 : -0.03;
  const borrow = short ? -0.01 : 0;
  const rest = { income: null, financing, borrow, expense: -0.002, trading: -0.001 };
  return { price: total - financing - borrow + 0.003, ...rest, total };
}

/** Legs of one growth: their totals and the cash line add up to it. */
function legsOf(growth: number): LegsFinding {
  return {
    assets: { gold: leg(growth * 0.7), miners: leg(growth * 0.4), longBond: leg(-growth * 0.25) },
    riskless: growth * 0.15,
    spreads: 0,
    management: 0,
    total: growth,
  };
}

function legs(growth: number): PortfolioFinding["legs"] {
  return {
    money: legsOf(Math.expm1(growth)),
    log: legsOf(growth),
    phases: { bust: legsOf(growth * 0.25), boom: legsOf(growth * 0.75) },
  };
}

function variation(ratio: number) {
  return { cagr: 0.02 * ratio, final: { equities: ratio, cash: 2 * ratio } };
}

function sensitivity(weights: PortfolioFinding["weights"]): SensitivityFinding {
  return {
    without: {
      gold: variation(0.9),
      bitcoin: variation(1.05),
      miners: null,
      longBond: variation(1.4),
    },
    timing:
      weights === null
        ? [
            { id: "sooner", lag: 0, run: variation(1.8) },
            { id: "later", lag: 2, run: variation(0.7) },
          ]
        : [],
    costsDoubled: variation(1.3),
    zeroCosts: variation(1.6),
    breakEven: {
      equities: {
        borrow: 0.0713,
        costTimes: 40,
        weight: weights === null ? null : { gold: 0.11, bitcoin: null, miners: null },
      },
      cash: { borrow: null, costTimes: null, weight: null },
    },
  };
}

function portfolio(
  id: string,
  title: string,
  role: "strategy" | "benchmark",
  weights: Record<string, number> | null,
): PortfolioFinding {
  const wealth = dollars[id] ?? [];
  const growth = Math.log(wealth[60] ?? 1);
  return {
    id,
    title,
    role,
    rationale: `Why ${title} is held.`,
    weights,
    rebalance: "monthly",
    lag: 0,
    ruined: null,
    measures: each((unit) => measures(counted(wealth, unit))),
    growth: each((unit) => split(wealth, unit)),
    drawdowns: each((unit) => drawdowns(counted(wealth, unit))),
    wealth: byUnit((unit) => counted(wealth, unit)),
    underwater: byUnit((unit) => underwater(counted(wealth, unit))),
    calendarYears: each((unit) => {
      const line = counted(wealth, unit);
      return [0, 1, 2, 3, 4].map((year) => ({
        year: 2001 + year,
        return: (line[12 * year + 12] ?? 1) / (line[12 * year] ?? 1) - 1,
        partial: year === 4,
      }));
    }),
    ledger: {
      turnover: role === "strategy" ? 0.42 : null,
      grossExposure: 1.5,
      netExposure: 0.5,
      longExposure: 1,
      shortExposure: 0.5,
      maxGrossExposure: 1.62,
      lossToRuin: 1 / 1.62,
      rebalances: 59,
      costs: { trading: 0.004, borrow: 0.011, financing: 0, fees: 0.02 },
      costsPerYear: { trading: 0.0008, borrow: 0.0022, financing: 0, fees: 0.004 },
      debt: null,
      staleRows: {},
      interest: { idle: 0.03, rebate: 0.05 },
      rebalanceLog: { dates: [first], reasons: ["first"], turnover: [0.75], cost: [0.0003] },
      costDrag: { all: 0.0071, trading: 0.0009, borrow: 0.0023, financing: null, fees: 0.0041 },
      events: [
        { date: first, kind: "first trade", text: `${title} buys its sleeve` },
        {
          date: dates[30] ?? "",
          kind: "margin call",
          text: "equity 24.1 % of longs; scaled by 0.83",
        },
      ],
    },
    attribution:
      role === "strategy"
        ? {
            gold: growth * 0.7,
            miners: growth * 0.4,
            longBond: -growth * 0.2,
            cash: growth * 0.15,
            costs: -growth * 0.05,
          }
        : { [id]: growth, cash: 0, costs: 0 },
    legs: role === "strategy" ? legs(growth) : null,
    sharpeReadings: each((unit) => ({
      total: 0.42,
      funded: unit === "gold" ? 0.6 : 0.42,
      relative: unit === "gold" ? null : 0.5,
    })),
    hedged: {},
    sensitivity: role === "strategy" ? sensitivity(weights) : null,
    attributionByYear: [],
    weightChanges: weights === null ? 1 : null,
    composition: [
      { from: first, decided: first, weights: { gold: 0.7, miners: 0.3, longBond: -0.5 } },
      {
        from: dates[24] ?? "",
        decided: dates[24] ?? "",
        weights: { gold: 0.6, bitcoin: 0.1, miners: 0.3, longBond: -0.5 },
      },
    ],
  };
}

const portfolios: PortfolioFinding[] = [
  portfolio("hard-assets", "Hard assets, short bonds", "strategy", {
    gold: 0.6,
    bitcoin: 0.1,
    miners: 0.3,
    longBond: -0.5,
  }),
  portfolio("short-bonds", "Short bonds when gold leads", "strategy", null),
  portfolio("equities", "Equities, total return", "benchmark", { equities: 1 }),
  portfolio("cash", "Treasury bills", "benchmark", { bill: 1 }),
];

function relative(): RelativeMeasures {
  return {
    beta: 0.31,
    alpha: { annual: 0.041, t: 1.2, p: 0.23, lags: 4 },
    correlation: 0.22,
    spearman: 0.19,
    trackingError: 0.18,
    informationRatio: 0.2,
    upCapture: 0.7,
    downCapture: null,
    hitRate: 0.52,
  };
}

function compare(id: string, against: string): Comparison {
  const ratio = (dollars[id]?.[60] ?? 1) / (dollars[against]?.[60] ?? 1);
  return {
    portfolio: id,
    benchmark: against,
    relativeWealth: ratio,
    excessGrowth: ratio ** (1 / 5) - 1,
    relativeDrawdown: -0.33,
    alpha: { numeraire: "usd", ...relative().alpha },
    measures: each(relative),
    ...(id === "short-bonds" && against === "cash" ? sampleBeaten : samplePair),
  };
}

const labels = [
  { id: "bust", title: "The bust" },
  { id: "boom", title: "The boom" },
];

function phase(label: string, id: string, unit: string): PhaseMeasures {
  const line = counted(dollars[id] ?? [], unit);
  const [from, to] = label === "bust" ? [0, 24] : [24, 60];
  const total = (line[to] ?? 1) / (line[from] ?? 1) - 1;
  const years = (to - from) / 12;
  return {
    periods: to - from,
    share: (to - from) / 60,
    totalReturn: total,
    cagr: (1 + total) ** (1 / years) - 1,
    volatility: 0.14,
    sharpe: label === "bust" ? null : 0.7,
    maxDrawdown: -0.12,
    hitRate: 0.6,
    mean: 0.08,
    worst: -0.05,
  };
}

function excess(label: string, id: string, against: string) {
  const ratio = (row: number) =>
    Math.log((dollars[id]?.[row] ?? 1) / (dollars[against]?.[row] ?? 1));
  const [from, to] = label === "bust" ? [0, 24] : [24, 60];
  const logExcess = ratio(to) - ratio(from);
  return { logExcess, share: logExcess / ratio(60) };
}

const ids = portfolios.map(({ id }) => id);
const rivals = ["equities", "cash"];

const regime: RegimeFinding = {
  id: "phases",
  title: "Two phases",
  question: "Did it work in each phase?",
  causal: false,
  dated: false,
  note: "Named with hindsight.",
  labels,
  spells: [
    { label: "bust", from: first, to: dates[24] ?? "", periods: 24 },
    { label: "boom", from: dates[24] ?? "", to: last, periods: 36 },
  ],
  statistics: Object.fromEntries(
    labels.map((label) => [
      label.id,
      Object.fromEntries(ids.map((id) => [id, each((unit) => phase(label.id, id, unit))])),
    ]),
  ),
  logExcess: Object.fromEntries(
    labels.map((label) => [
      label.id,
      Object.fromEntries(
        ids
          .slice(0, 2)
          .map((id) => [
            id,
            Object.fromEntries(rivals.map((against) => [against, excess(label.id, id, against)])),
          ]),
      ),
    ]),
  ),
  transitions: { bust: { bust: 23, boom: 1 }, boom: { boom: 35 } },
  unlabelled: 0,
  latest: null,
  durations: Object.fromEntries(
    labels.map(({ id }) => {
      const months = id === "bust" ? 24 : 36;
      return [
        id,
        {
          ...{ periods: months, months, thin: false, share: months / 60, spells: 1 },
          ...{ mean: months, median: months, longest: months },
          expected: id === "bust" ? 24 : null,
        },
      ];
    }),
  ),
  correlations: null,
  tests: null,
  untested: "its phases were dated by hand: dates that were chosen by the outcome have no p-value",
  probabilities: null,
  changes: null,
};

/** A rule, tested: one of its states is thin, its probabilities have a gap. */
const trend: RegimeFinding = {
  ...regime,
  id: "gold-trend",
  title: "Gold above its average",
  question: "Does it pay to follow gold?",
  causal: true,
  dated: false,
  note: "The price against its mean.",
  latest: "boom",
  durations: {
    ...regime.durations,
    bust: { ...regime.durations.bust!, months: 20, thin: true },
  },
  correlations: {
    given: "equities",
    caveat: "Correlations rise with variance alone.",
    pairs: [
      {
        ...{ kind: "asset", id: "gold" },
        states: {
          bust: { months: 20, correlation: 0.4, varianceIncrease: 0.5, adjusted: 0.33 },
          boom: { months: 2, correlation: null, varianceIncrease: null, adjusted: null },
        },
      },
    ],
  },
  tests: rivals.map((benchmark, place) => ({
    ...{ portfolio: "hard-assets", benchmark, months: 60, difference: place === 0 ? 0.12 : null },
    states: {
      bust: { months: 20, mean: 0.02, lower: -0.1, upper: 0.14 },
      boom: { months: 40, mean: null, lower: null, upper: null },
    },
    rotation:
      place === 0
        ? { p: 0.004, reason: null, oneSided: 0.002, family: 0.03 }
        : { p: null, reason: "one state has no months", oneSided: null, family: null },
    regression: { p: 0.01, t: 2.6, reason: null },
    pairs: { p: 0.02, reason: null },
    paths: null,
  })),
  untested: null,
  probabilities: {
    ...{ of: "bust", kind: "filtered", dates },
    values: dates.map((_, month) => (month === 5 ? null : 0.5 + 0.5 * Math.sin(month / 6))),
  },
};

/** Changes that were found in a series. */
const breaks: RegimeFinding = {
  ...regime,
  id: "breaks",
  title: "Breaks of a trend",
  question: "When did it change?",
  note: "Straight lines through it.",
  untested: "its changes were found in later prices too",
  changes: {
    model: "trend",
    dates: [
      { date: dates[24] ?? "", lower: dates[20] ?? "", upper: dates[30] ?? "" },
      { date: dates[40] ?? "", lower: null, upper: null },
    ],
    reason: null,
    supF: {
      ...{ p: 0.03, reason: null, value: 20, critical: 18 },
      ...{ date: dates[24] ?? "", autocorrelation: 0.9 },
    },
  },
};

const ratio = dates.map((_, month) => 4.5 * Math.exp(-0.015 * month));

/** A small run, made up and the same each time: every shape that the report must show is in it. */
export const sampleFindings: Findings = {
  schema: 1,
  study: {
    id: "sample",
    title: "A small study",
    question: "Did hard assets beat equities?",
    about: "Two strategies against two benchmarks over five years of invented prices.",
    source: "Invented for tests.",
    caveats: ["Chosen afterwards."],
    options: ["--from 2001-01-31"],
  },
  code: null,
  period: {
    from: first,
    to: last,
    frequency: "monthly",
    periods: 60,
    years: 5,
    perYear: 12,
    endedBy: "the invented prices end",
  },
  numeraires: [
    { id: "usd", title: "US dollars", unit: "USD", riskless: "three-month bills" },
    { id: "gold", title: "gold", unit: "oz of gold", riskless: "gold itself, which pays nothing" },
    { id: "m2", title: "money stock", unit: "parts of M2", riskless: "a share of the money stock" },
    { id: "cpi", title: "consumer prices", unit: "CPI baskets", riskless: "bills after inflation" },
  ],
  inputs: [
    {
      id: "gold",
      title: "Gold, London afternoon fix",
      unit: "USD/oz",
      kind: "price",
      first,
      last,
      rows: 61,
      lagDays: 0,
      origin: "invented",
      terms: "public domain",
      sha256: "0f".repeat(32),
      inputs: [],
      filled: [dates[7] ?? ""],
      faults: ["one month was never published"],
      warnings: [],
    },
    {
      id: "miners",
      title: "Gold miners",
      unit: "index",
      kind: "total",
      first,
      last,
      rows: 61,
      lagDays: 0,
      origin: "spliced from two invented series",
      terms: "public domain",
      sha256: "a1".repeat(32),
      inputs: ["oneMiner", "minersFund"],
      filled: [],
      faults: [],
      warnings: [],
    },
  ],
  splices: [
    {
      series: "miners",
      title: "Gold miners",
      parts: [
        { id: "oneMiner", title: "One miner", from: first, to: dates[30] ?? "", proxy: true },
        {
          id: "minersFund",
          title: "A fund of miners",
          from: dates[30] ?? "",
          to: last,
          proxy: false,
        },
      ],
    },
  ],
  assumptions: {
    seed: 1,
    startWealth: 1,
    lag: 0,
    words: [
      { topic: "Execution", text: "Decided and traded at the same close." },
      {
        topic: "Late assets",
        text: "Their weight goes to the rest of the sleeve until they start.",
      },
    ],
    costs: [
      { asset: "gold", from: null, oneWay: 0.0005 },
      { asset: "bitcoin", from: "2003-01-01", oneWay: 0.002 },
    ],
    borrow: { longBond: 0.0025 },
    expenses: { gold: 0.004 },
    spreads: { rebate: 0.0025, idle: 0, debit: 0.015 },
    margin: { maintenanceLong: 0.25, maintenanceShort: 0.3, initial: 0.5, full: ["bitcoin"] },
    delisting: {},
    noTradeBelow: 0.0001,
    cashRate: "bills",
    dayCount: 365,
    financing: "default",
    dividends: "reinvested",
    withholding: 0,
    collateral: null,
    managementFee: 0,
    fixedFee: 0,
    sizing: "after",
    closeOut: false,
  },
  portfolios,
  regimes: [regime, trend, breaks],
  comparisons: ids.slice(0, 2).flatMap((id) => rivals.map((against) => compare(id, against))),
  inference: sampleInference,
  trials: sampleTrials,
  maps: sampleMaps,
  fans: sampleFans,
  chains: [
    {
      id: "miners-in-gold",
      title: "Miners in gold",
      of: "miners / gold",
      links: ["miners / m2", "m2 / gold"],
      from: first,
      to: last,
      growth: { whole: -0.4, links: { "miners / m2": 0.3, "m2 / gold": -0.7 } },
      phases: {
        bust: { whole: -0.6, links: { "miners / m2": -0.1, "m2 / gold": -0.5 } },
        boom: null,
      },
    },
  ],
  correlations: {
    portfolios: ["bold", "calm"],
    periods: 60,
    matrices: {
      usd: [
        [1, 0.4],
        [0.4, 1],
      ],
      gold: [
        [1, 0.8],
        [0.8, null],
      ],
    },
    assets: {
      ids: ["gold", "miners"],
      matrices: {
        usd: [
          [1, 0.7],
          [0.7, 1],
        ],
        gold: [
          [null, null],
          [null, 1],
        ],
      },
    },
  },
  course: sampleCourse(dates),
  conventions: {
    portfolio: "bold",
    benchmark: null,
    numeraire: "usd",
    entries: [
      {
        measure: "sharpe",
        how: "mean excess over its deviation",
        value: 0.5,
        others: [{ tool: "another tool", how: "another way", value: 0.6, gap: 0.1 }],
      },
    ],
  },
  pictures: [
    {
      id: "equities-in-gold",
      title: "Equities counted in gold",
      note: "An ounce bought ever more of the index.",
      unit: "oz of gold",
      scale: "log",
      lines: [
        {
          id: "equitiesInGold",
          title: "Equities / gold",
          source: "Equities / Gold, London afternoon fix",
          dates,
          values: ratio,
          low: ratio.map((value) => value * 0.96),
          high: ratio.map((value, row) => (row === 5 ? null : value * 1.03)),
        },
      ],
      levels: [{ value: 2.2, label: "named level", line: "equitiesInGold" }],
    },
    {
      id: "purchasing-power",
      title: "What a unit of each buys in gold",
      note: "All lines fall.",
      unit: "first month = 100",
      scale: "linear",
      lines: ["m2", "cpi"].map((unit) => ({
        id: unit,
        title: unit.toUpperCase(),
        source: "invented",
        dates,
        values: counted(prices[unit] ?? [], "gold").map((value, row, all) =>
          row === 3 ? null : (100 * value) / (all[0] ?? 1),
        ),
      })),
      levels: [],
    },
  ],
  hypotheses: [],
  predictions: [],
  tracks: sampleTracks,
  inconsistencies: [],
  registry: null,
};
