import type { StudySpec } from "assay";

/** Where the shipped figures hold closes that month-ends do not see. */
export const closes: NonNullable<StudySpec["closes"]> = {
  onDays: {
    spx: "spxOnNamedDays",
    qqq: "qqqOnNamedDays",
    gold: "goldOnNamedDays",
    goldFutures: "goldFuturesOnNamedDays",
    silver: "silverOnNamedDays",
    copper: "copperOnNamedDays",
    bitcoin: "bitcoinOnNamedDays",
    usdthb: "usdthbOnNamedDays",
    usdclp: "usdclpOnNamedDays",
    spxTotal: "spxTotalOnNamedDays",
    qqqTotal: "qqqTotalOnNamedDays",
    tltTotal: "tltTotalOnNamedDays",
    gdx: "gdxOnNamedDays",
    xle: "xleOnNamedDays",
    dtb3: "dtb3OnNamedDays",
    dgs10: "dgs10OnNamedDays",
    dgs20: "dgs20OnNamedDays",
    dgs30: "dgs30OnNamedDays",
  },
  extremes: {
    spx: { high: "spxHigh", low: "spxLow" },
    qqq: { high: "qqqHigh", low: "qqqLow" },
    gold: { high: "goldHigh", low: "goldLow" },
    "spx / gold": { high: "spxGoldHigh", low: "spxGoldLow" },
    "qqq / gold": { high: "qqqGoldHigh", low: "qqqGoldLow" },
  },
};
