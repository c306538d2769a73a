import type { CourseFinding, TrackFinding } from "../../src/study/course-finding.ts";

const PORTFOLIOS = ["hard-assets", "equities", "cash"] as const;
const UNITS = ["usd", "gold"] as const;

/** A made-up course on these month-ends: waves, with what is not known yet at their beginning. */
export function sampleCourse(dates: readonly string[]): CourseFinding {
  const wave = (size: number, phase: number) => (_: unknown, row: number) =>
    Number((size * Math.sin(row / 5 + phase)).toPrecision(6));
  const lines = PORTFOLIOS.flatMap((portfolio, at) =>
    UNITS.map((numeraire, unit) => ({ portfolio, numeraire, phase: at + 2 * unit })),
  );
  const after = (months: number, size: number, phase: number) =>
    dates.map((date, row) => (row < months ? null : wave(size, phase)(date, row)));
  return {
    portfolios: PORTFOLIOS,
    numeraires: UNITS,
    dates,
    returns: lines.map(({ portfolio, numeraire, phase }) => ({
      portfolio,
      numeraire,
      returns: dates.slice(1).map(wave(0.04, phase)),
    })),
    excess: PORTFOLIOS.slice(1).map((benchmark, at) => ({
      benchmark,
      returns: dates.slice(1).map((date, row) => (row === 7 ? null : wave(0.03, at)(date, row))),
    })),
    rolling: lines.flatMap(({ portfolio, numeraire, phase }) =>
      [12, 36].map((months) => ({
        portfolio,
        numeraire,
        months,
        growth: after(months, 0.2, phase),
        volatility: after(months, 0.05, phase).map((value) =>
          value === null ? null : value + 0.1,
        ),
        sharpe: after(months, 1.2, phase),
        beta: portfolio === "equities" ? dates.map(() => null) : after(months, 0.8, phase),
      })),
    ),
    histograms: UNITS.map((numeraire) => ({
      numeraire,
      width: 0.02,
      edges: [-0.04, -0.02, 0, 0.02],
      counts: PORTFOLIOS.map((portfolio, at) => ({
        portfolio,
        counts: [10 + at, 20, 20, 10 - at],
      })),
      normal: numeraire === "gold" ? null : [8.5, 20.1, 21.2, 9.4],
    })),
    horizons: lines.flatMap(({ portfolio, numeraire, phase }) =>
      ["month", "1", "5", "10"].map((span) => {
        const at = (value: number) => (span === "10" ? null : value + phase / 100);
        return {
          ...{ portfolio, numeraire, span, windows: span === "10" ? 0 : 40 },
          ...{ lowest: at(-0.3), p05: at(-0.2), p25: at(-0.05), p50: at(0.02) },
          ...{ p75: at(0.06), p95: at(0.2), highest: at(0.4) },
        };
      }),
    ),
    held: [
      {
        portfolio: "hard-assets",
        dates,
        weights: {
          gold: dates.map(() => 0.6),
          bitcoin: dates.map((_, row) => (row < 24 ? 0 : 0.2)),
          longBond: dates.map(() => -0.5),
        },
        gross: dates.map((_, row) => (row < 24 ? 1.1 : 1.3)),
        net: dates.map((_, row) => (row < 24 ? 0.1 : 0.3)),
        cash: dates.map((_, row) => (row < 24 ? 0.9 : 0.7)),
        risk: [
          { asset: "gold", weight: 0.6, share: 0.7 },
          { asset: "bitcoin", weight: 0.1, share: 0.35 },
          { asset: "longBond", weight: -0.5, share: -0.05 },
          { asset: null, weight: 0.8, share: 0 },
        ],
      },
    ],
    waterfalls: [
      {
        ...{ portfolio: "hard-assets", phase: null },
        assets: { gold: 0.3, bitcoin: 0.2, longBond: -0.1 },
        ...{ financing: 0.15, costs: -0.05, total: 0.5 },
      },
      {
        ...{ portfolio: "hard-assets", phase: "bust" },
        assets: { gold: 0.1, bitcoin: 0, longBond: -0.2 },
        ...{ financing: 0.05, costs: -0.02, total: -0.07 },
      },
      {
        ...{ portfolio: "hard-assets", phase: "boom" },
        assets: { gold: 0.2, bitcoin: 0.2, longBond: 0.1 },
        ...{ financing: 0.1, costs: -0.03, total: 0.57 },
      },
    ],
  };
}

/** A quantity on its way up, and one that has not moved. */
export const sampleTracks: readonly TrackFinding[] = [
  {
    ...{ prediction: "P1", tests: ["p1-1y", "p1-3y"], title: "Gold", unit: "USD" },
    ...{ expects: "at least 500 USD", claimed: 500, registered: "2005-06-30" },
    due: ["2006-12-31", "2008-12-31"],
    dates: ["2005-07-31", "2005-08-31", "2005-12-31"],
    values: [430, 435.5, 510],
  },
  {
    ...{ prediction: "P2", tests: ["p2"], title: "Rate less growth", unit: "points" },
    ...{ expects: "above 0.0 points", claimed: 0, registered: "2005-06-30" },
    due: ["2007-12-31"],
    dates: ["2005-12-31"],
    values: [-0.02],
  },
];
