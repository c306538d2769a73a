/** A name to be set beside its level, and where the level crosses the plot. */
export interface LevelLabel {
  readonly text: string;
  readonly y: number;
}

/** The plot, in the units of the picture. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Anchor = "start" | "middle" | "end";

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly anchor: Anchor;
}

type Point = readonly [x: number, y: number];

/** About the width of a letter and the height of a line of the small letters of a picture. */
const LETTER = 5.5;
const LINE = 11;
const GAP = 4;
const INSET = 4;

interface Box extends Plot, PlacedLabel {}

/** How much of a label's width stands to the left of the place that it is set at. */
const LEFT_OF: Readonly<Record<Anchor, number>> = { start: 0, middle: 0.5, end: 1 };

/** Where along its level a label may stand: the ends of the plot first, then between them. */
function placesOf({ left, right }: Plot): readonly (readonly [Anchor, number])[] {
  const between = [0.5, 0.25, 0.75].map(
    (share) => ["middle", Math.round(left + share * (right - left))] as const,
  );
  return [["start", left + INSET], ["end", right - INSET], ...between];
}

function boxesOf({ text, y }: LevelLabel, plot: Plot): readonly Box[] {
  const width = text.length * LETTER;
  return placesOf(plot).flatMap(([anchor, x]) =>
    [y - GAP, y + GAP + LINE - 2].map((base) => {
      const left = x - LEFT_OF[anchor] * width;
      return {
        ...{ text, x, anchor, y: Math.round(base * 10) / 10 },
        ...{ left, right: left + width, top: base - LINE, bottom: base + 2 },
      };
    }),
  );
}

/** True where two boxes share ground. */
function meet(a: Plot, b: Plot): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How many steps of a line pass through a box; gaps in it are null. */
function crossings(box: Plot, points: readonly (Point | null)[]): number {
  let count = 0;
  for (let at = 0; at < points.length; at++) {
    const to = points[at];
    const from = points[at - 1] ?? to;
    if (!from || !to) continue;
    const [low, high] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
    if (to[0] >= box.left && from[0] <= box.right && high >= box.top && low <= box.bottom) count++;
  }
  return count;
}

/** Weights that keep a label in the plot first, off other labels next, and then off the lines. */
const OUTSIDE = 1e6;
const COVERED = 1e4;

/** Each name over or under its level, at one end or between them: where the fewest lines pass. */
export function placeLevels(
  labels: readonly LevelLabel[],
  plot: Plot,
  lines: readonly (readonly (Point | null)[])[],
): readonly PlacedLabel[] {
  const placed: Box[] = [];
  for (const label of labels) {
    const cost = (box: Box) =>
      (box.top < plot.top || box.bottom > plot.bottom ? OUTSIDE : 0) +
      placed.filter((other) => meet(box, other)).length * COVERED +
      lines.reduce((sum, points) => sum + crossings(box, points), 0);
    const costs = boxesOf(label, plot).map((box) => ({ box, cost: cost(box) }));
    const best = costs.reduce((least, one) => (one.cost < least.cost ? one : least));
    placed.push(best.box);
  }
  return placed.map(({ text, x, y, anchor }) => ({ text, x, y, anchor }));
}
