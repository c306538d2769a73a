import {
  above,
  aside,
  atLeast,
  atMost,
  type Check,
  type Facts,
  type Path,
  reported,
  type Thresholds,
} from "assay";

/** How near a level counts as an attempt, how far above it as a break, how far below it as a failure. */
export const thresholds: Readonly<Record<string, Thresholds>> = {
  "3 % and 10 %": { opens: 0.97, breaks: 1.03, fails: 0.9 },
  "2 % and 7 %": { opens: 0.98, breaks: 1.02, fails: 0.93 },
  "5 % and 15 %": { opens: 0.95, breaks: 1.05, fails: 0.85 },
};
export const thresholdNames = ["3 % and 10 %", "2 % and 7 %", "5 % and 15 %"] as const;

export type ThresholdName = (typeof thresholdNames)[number];

/** The two parts of a resistance: attempts that failed, and none that broke it. */
export function attemptsChecks(path: Path, level: number, name: ThresholdName): Check[] {
  const { broke, failed } = path.crossings(level, thresholds[name]!);
  return [
    atLeast(`attempts at ${level} oz that failed`, failed, "count", 2),
    atMost("attempts that broke it", broke, "count", 0),
  ];
}

/** Every attempt, with its end and the highest value that it reached. */
export function attemptsTold(path: Path, level: number, name: ThresholdName): Check[] {
  return path
    .crossings(level, thresholds[name]!)
    .list.map(({ from, to, outcome, maximum, lost }) => {
      const end = to === null ? "not ended" : `${outcome} on ${to}`;
      const after = lost === null ? "" : `, lost again on ${lost}`;
      return reported(`attempt from ${from}, ${end}${after}, its highest`, maximum, "oz");
    });
}

/** Closes at or above a level; they need every close, and are not told without. */
export function closesAbove(path: Path, level: number): Check[] {
  if (path.grain !== "daily" && path.grain !== "monthly") return [];
  const isAbove = (value: number) => value >= level;
  return [
    reported(`closes at or above ${level} oz`, path.countOf(isAbove), "count"),
    reported("their longest run", path.longestRun(isAbove), "count"),
  ];
}

/**
 * Whether the level holds better than levels drawn at random between the 5 % and the 95 % quantile: its
 * share of failed attempts against the 95th percentile of theirs. It needs every row of the path.
 */
export function againstRandomLevels(
  facts: Facts,
  path: Path,
  level: number,
  name: ThresholdName,
  rows: "" | ", by month-ends",
): Check[] {
  const { failShare, ordinary, low, high } = facts.amongRandomLevels(
    path,
    level,
    thresholds[name]!,
  );
  const isInside = level >= low.value && level <= high.value;
  return [
    ...(failShare === null || ordinary === null
      ? []
      : [
          aside(
            above(
              `share of failed attempts at ${level} oz over that which 95 of 100 random levels stay below${rows}${isInside ? "" : ` (${level} oz lies above or below all of them)`}`,
              facts.calculate("own - others", { own: failShare, others: ordinary }),
              "points",
              0,
            ),
          ),
        ]),
    ...(failShare === null
      ? []
      : [reported(`share of attempts that failed${rows}`, failShare, "fraction")]),
    ...(ordinary === null
      ? []
      : [reported("the same at random levels, 95th percentile", ordinary, "fraction")]),
    reported("random levels drawn from", low, "oz"),
    reported(
      isInside
        ? "to"
        : `and to, a range that ${level} oz lies outside, so that it is no like for like`,
      high,
      "oz",
    ),
  ];
}
