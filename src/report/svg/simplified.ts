/** How far a line may pass from a point that is left out, in tenths of a pixel: less than is seen. */
const TOLERANCE = 4;

/** Squared distance of a point from the stretch between two others. */
function distance(points: Int32Array, at: number, from: number, to: number): number {
  const [x, y] = [points[2 * at] ?? 0, points[2 * at + 1] ?? 0];
  const [startX, startY] = [points[2 * from] ?? 0, points[2 * from + 1] ?? 0];
  const across = (points[2 * to] ?? 0) - startX;
  const down = (points[2 * to + 1] ?? 0) - startY;
  const length = across * across + down * down;
  const along = length === 0 ? 0 : ((x - startX) * across + (y - startY) * down) / length;
  const share = Math.max(0, Math.min(1, along));
  return (x - startX - share * across) ** 2 + (y - startY - share * down) ** 2;
}

/** The places of the highest and of the lowest point. */
function extremes(points: Int32Array): readonly number[] {
  let [highest, lowest] = [0, 0];
  for (let at = 1; 2 * at < points.length; at += 1) {
    if ((points[2 * at + 1] ?? 0) < (points[2 * highest + 1] ?? 0)) highest = at;
    if ((points[2 * at + 1] ?? 0) > (points[2 * lowest + 1] ?? 0)) lowest = at;
  }
  return [highest, lowest];
}

/**
 * A line of straight stretches, x and y in turn in tenths of a pixel, without the points that lie no
 * farther from what is left than four tenths of a pixel (Ramer 1972; Douglas and Peucker 1973). The
 * ends, the highest and the lowest point stay.
 */
export function simplified(line: readonly number[]): readonly number[] {
  const points = Int32Array.from(line);
  const last = points.length / 2 - 1;
  if (last < 2) return line;
  const kept = new Uint8Array(last + 1);
  const anchors = [0, ...extremes(points), last].sort((left, right) => left - right);
  for (const anchor of anchors) kept[anchor] = 1;
  const open = anchors.slice(1).map((to, place) => [anchors[place] ?? 0, to] as const);
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [from, to] = stretch;
    let [farthest, most] = [-1, TOLERANCE * TOLERANCE];
    for (let at = from + 1; at < to; at += 1) {
      const far = distance(points, at, from, to);
      if (far > most) [farthest, most] = [at, far];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, place) => kept[place >> 1] === 1);
}
