import type {
  EstimateFinding,
  FanFinding,
  InferenceFinding,
  MapFinding,
  PairInference,
  TrialsFinding,
} from "../../src/study/inference-finding.ts";

// Invented inference for the invented findings: one thing known and one that is not of every kind.

const estimate = (value: number, reach: number): EstimateFinding => ({
  ...{ estimate: value, low: value - reach, high: value + reach, reason: null },
});

const shares = { windows: 40, effective: 1.4, low: 0.1, high: 0.9, reason: null };

export const samplePair: PairInference = {
  sharpeDifference: {
    numeraire: "usd",
    ...estimate(0.2, 0.5),
    p: 0.4,
    method: "studentised circular block bootstrap, 6 months a block",
  },
  sharpeDifferences: {
    usd: {
      numeraire: "usd",
      ...estimate(0.2, 0.5),
      p: 0.4,
      method: "studentised circular block bootstrap, 6 months a block",
    },
    gold: {
      numeraire: "gold",
      ...{ estimate: null, low: null, high: null, p: null },
      method: "Ledoit and Wolf, errors robust to autocorrelation",
      reason: "the return of the benchmark is the same in every period",
    },
  },
  growthDifference: { ...estimate(0.03, 0.05), block: 5.2 },
  startDates: {
    share: 0.7,
    ...shares,
    rolling: [
      { years: 3, share: 0.6, ...shares },
      {
        ...{ years: 10, share: null, windows: null, effective: null, low: null, high: null },
        reason: "a record of 60 periods has no window of 120",
      },
    ],
    ends: { lowest: 0.4, median: 0.7, highest: 1 },
    pairs: 0.65,
    block: 5.2,
  },
  bayes: {
    ...{ annual: 0.01, low: -0.02, high: 0.04, probabilityPositive: 0.75, reason: null },
    ...{ minimumFactor: 0.5, probabilityOfNone: 0.667 },
  },
  power: {
    ...{ detectionYears: 245.2, detectionWhy: null },
    ...{ minimumYears: 31, years: 5, enough: false, why: null },
  },
  evidence: [
    {
      ...{ id: "alpha-t", title: "t of alpha", must: "exceed", threshold: 3 },
      ...{ value: 1.2, passed: false, why: null },
    },
    {
      ...{ id: "wealth", title: "wealth over the benchmark's", must: "exceed", threshold: 1 },
      ...{ value: 1.3, passed: true, why: null },
    },
    {
      ...{ id: "overfitting", title: "probability of overfitting", must: "stay below" },
      ...{ threshold: 0.2, value: null, passed: null },
      why: "fewer than two variants ever vary: nothing was chosen",
    },
  ],
  decision: "no evidence",
};

/** One that passes every condition, on a record that is long enough. */
export const sampleBeaten: PairInference = {
  ...samplePair,
  power: {
    ...{ detectionYears: 4.5, detectionWhy: null },
    ...{ minimumYears: 4, years: 5, enough: true, why: null },
  },
  evidence: (samplePair.evidence ?? []).map((condition) => ({
    ...condition,
    ...{ value: condition.must === "exceed" ? 4 : 0.01, passed: true, why: null },
  })),
  decision: "beats",
};

/** One of which hardly anything is known. */
export const sampleUnknown: PairInference = {
  ...samplePair,
  growthDifference: { estimate: null, low: null, high: null, reason: "it was ruined", block: null },
  startDates: {
    ...{ share: null, windows: null, effective: null, low: null, high: null },
    ...{ reason: "it was ruined", rolling: [], ends: null, pairs: null, block: null },
  },
  bayes: {
    ...{ annual: null, low: null, high: null, probabilityPositive: null, reason: "it was ruined" },
    ...{ minimumFactor: null, probabilityOfNone: null },
  },
  power: {
    ...{ detectionYears: null, detectionWhy: "it was ruined" },
    ...{ minimumYears: null, years: 5, enough: null, why: "it was ruined" },
  },
};

export const sampleInference: InferenceFinding = {
  ...{ months: 60, resamples: 99, seed: 1, stationaryBlock: 5.2, circularBlock: 6, reason: null },
  blocks: {
    equities: { stationary: 5.2, circular: 6, reason: null },
    cash: { stationary: null, circular: null, reason: "there is nothing to resample" },
  },
  aloneBlock: 3,
  blockSensitivity: [
    {
      ...{ portfolio: "hard-assets", benchmark: "equities", isChosen: true, resamples: 99 },
      ...{ stationary: 5.2, circular: 6, sharpe: 0.4 },
      ...{ superiorAbility: 0.25, stepdown: 0.051, reason: null },
    },
    {
      ...{ portfolio: "hard-assets", benchmark: "equities", isChosen: false, resamples: 19 },
      ...{ stationary: 12, circular: 12, sharpe: 0.5 },
      ...{ superiorAbility: 0.2, stepdown: 0.03, reason: null },
    },
    {
      ...{ portfolio: "hard-assets", benchmark: "equities", isChosen: false, resamples: 19 },
      ...{ stationary: 24, circular: 24, sharpe: null, superiorAbility: null, stepdown: null },
      reason: "blocks of 24 months are more than a record of 60 bears, which is 20",
    },
  ],
};

export const sampleTrials: TrialsFinding = {
  count: 3,
  effective: 2.1,
  description: "one variant declared in advance, and 2 strategies beside it",
  variants: [
    { id: "bolder", title: "Bolder", shownAs: null, sharpe: 0.5, growth: 0.08 },
    { id: "bold", title: "Bold", shownAs: "hard-assets", sharpe: 0.4, growth: 0.06 },
    { id: "still", title: "Still", shownAs: null, sharpe: null, growth: null },
  ],
  byBenchmark: {
    equities: {
      best: { id: "bolder", excess: 0.03 },
      realityCheck: 0.3,
      spa: { lower: 0.2, consistent: 0.25, upper: 0.3 },
      stepM: ["bolder"],
      stepdown: { "hard-assets": 0.35, "short-bonds": 0.0004 },
      ruined: 0,
      block: 5.2,
      reason: null,
    },
    cash: {
      ...{
        best: null,
        realityCheck: null,
        spa: null,
        stepM: null,
        stepdown: {},
        ruined: 3,
        block: null,
      },
      reason: "every trial was ruined",
    },
  },
  overfitting: {
    ...{ probability: 0.3, splits: 12_870, lossProbability: 0.0002, slope: -0.4, reason: null },
  },
  deflated: { "hard-assets": 0.6, "short-bonds": null },
  deflatedReason: { "hard-assets": null, "short-bonds": "Short bonds was ruined" },
};

export const sampleMaps: readonly MapFinding[] = [
  {
    ...{ portfolio: "hard-assets", benchmark: "equities" },
    starts: ["2000-12-31", "2001-03-31", "2001-06-30", "2001-09-30"],
    horizons: [1, 2],
    values: [
      [0.1, -0.05],
      [0.02, null],
      [-0.3, 0.25],
      [null, null],
    ],
    reason: null,
  },
  {
    ...{ portfolio: "hard-assets", benchmark: "cash", starts: [], horizons: [], values: [] },
    reason: "it was ruined",
  },
];

export const sampleFans: readonly FanFinding[] = [
  {
    ...{ portfolio: "hard-assets", of: "log relative wealth", benchmark: "equities" },
    ...{ numeraire: null, resamples: 99, block: 5.2 },
    dates: ["2000-12-31", "2001-03-31", "2001-06-30"],
    actual: [0, 0.1, 0.2],
    shares: [0.05, 0.25, 0.5, 0.75, 0.95],
    values: [
      [0, -0.2, -0.3],
      [0, -0.1, -0.1],
      [0, 0.05, 0.1],
      [0, 0.1, 0.2],
      [0, 0.2, 0.4],
    ],
    reason: null,
  },
  {
    ...{ portfolio: "hard-assets", of: "wealth", benchmark: null, numeraire: "usd" },
    ...{ resamples: 99, block: 3, dates: ["2000-12-31", "2001-03-31"] },
    actual: [1, 1.1],
    shares: [0.05, 0.5, 0.95],
    values: [
      [1, 0.9],
      [1, 1.02],
      [1, 1.2],
    ],
    reason: null,
  },
  {
    ...{ portfolio: "hard-assets", of: "wealth", benchmark: null, numeraire: "gold" },
    ...{ resamples: 0, block: null, dates: [], actual: [], shares: [], values: [] },
    reason: "it was ruined",
  },
];
