/** The points that a slim path of one piece goes through, in pixels. */
export function walked(path: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, letter = "", text = ""] of path.matchAll(/([Mlhv])([^Mlhvz]*)/g)) {
    const numbers = (text.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number);
    const size = letter === "h" || letter === "v" ? 1 : 2;
    for (let at = 0; at < numbers.length; at += size) {
      const [first = 0, second = 0] = numbers.slice(at, at + 2);
      if (letter === "M") [x, y] = [first, second];
      else if (letter === "h") x += first;
      else if (letter === "v") y += first;
      else [x, y] = [x + first, y + second];
      points.push([x, y]);
    }
  }
  return points;
}
