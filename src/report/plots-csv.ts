import type { Findings } from "../study/findings.ts";
import { type Row, records, type Tables, tableOf } from "./csv-rows.ts";

/** Tables of how the run went from month to month, and of what was held. */
export function plotTables({ course, correlations, tracks }: Findings): Tables {
  const { dates } = course;
  return {
    "rolling.csv": tableOf(
      ["portfolio", "numeraire", "months", "date", "growth", "volatility", "sharpe", "beta"],
      course.rolling.flatMap(({ portfolio, numeraire, months, ...found }) =>
        dates.flatMap((date, row): Row[] => {
          const values = [found.growth, found.volatility, found.sharpe, found.beta].map(
            (line) => line[row] ?? null,
          );
          const head = [portfolio, numeraire, months, date];
          return values.every((value) => value === null) ? [] : [[...head, ...values]];
        }),
      ),
    ),
    "months.csv": tableOf(
      ["portfolio", "over", "numeraire", "date", "return"],
      [
        ...course.returns.flatMap(({ portfolio, numeraire, returns }) =>
          returns.map((value, row) => [portfolio, null, numeraire, dates[row + 1] ?? null, value]),
        ),
        ...course.excess.flatMap(({ benchmark, returns }) =>
          returns.map((value, row) => {
            const portfolio = course.portfolios[0] ?? null;
            return [portfolio, benchmark, null, dates[row + 1] ?? null, value];
          }),
        ),
      ],
    ),
    "histogram.csv": tableOf(
      ["numeraire", "portfolio", "from", "width", "months", "normal"],
      course.histograms.flatMap(({ numeraire, width, edges, counts, normal }) =>
        counts.flatMap(({ portfolio, counts }, place) =>
          counts.map((count, bin): Row => {
            const curve = place === 0 ? (normal?.[bin] ?? null) : null;
            return [numeraire, portfolio, edges[bin] ?? null, width, count, curve];
          }),
        ),
      ),
    ),
    "horizons.csv": records(
      [],
      course.horizons.map((one) => [[], one] as const),
    ),
    ...heldTables(course),
    "asset-correlations.csv": tableOf(
      ["numeraire", "asset", "other", "correlation"],
      Object.entries(correlations.assets.matrices).flatMap(([unit, rows]) =>
        rows.flatMap((row, at) =>
          row.map((value, place): Row => {
            const { ids } = correlations.assets;
            return [unit, ids[at] ?? null, ids[place] ?? null, value];
          }),
        ),
      ),
    ),
    "prediction-tracks.csv": tableOf(
      ["prediction", "tests", "quantity", "unit", "expects", "claimed", "date", "value"],
      tracks.flatMap((track) =>
        track.values.map((value, row): Row => {
          const { prediction, tests, title, unit, expects, claimed } = track;
          const head = [prediction, tests.join(" "), title, unit, expects, claimed];
          return [...head, track.dates[row] ?? null, value];
        }),
      ),
    ),
  };
}

function heldTables({ held, waterfalls }: Findings["course"]): Tables {
  return {
    "held.csv": tableOf(
      ["portfolio", "date", "what", "share"],
      held.flatMap(({ portfolio, dates, weights, gross, net, cash }) =>
        Object.entries({ ...weights, "(gross)": gross, "(net)": net, "(cash)": cash }).flatMap(
          ([what, values]) =>
            values.map((value, row): Row => [portfolio, dates[row] ?? null, what, value]),
        ),
      ),
    ),
    "risk-shares.csv": tableOf(
      ["portfolio", "asset", "meanWeight", "riskShare"],
      held.flatMap(({ portfolio, risk }) =>
        (risk ?? []).map(({ asset, weight, share }): Row => [portfolio, asset, weight, share]),
      ),
    ),
    "waterfall.csv": tableOf(
      ["portfolio", "phase", "part", "logGrowth"],
      waterfalls.flatMap(({ portfolio, phase, assets, financing, costs, total }) =>
        Object.entries({
          ...assets,
          "(interest)": financing,
          "(costs)": costs,
          "(total)": total,
        }).map(([part, value]): Row => [portfolio, phase, part, value]),
      ),
    ),
  };
}
