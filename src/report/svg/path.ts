import { simplified } from "./simplified.ts";

/** Tenths of a pixel written short: 12 is `1.2`, -5 is `-.5`, 30 is `3`. */
export function written(tenths: number): string {
  const size = Math.abs(tenths);
  const whole = Math.floor(size / 10);
  const rest = size % 10;
  const digits = rest === 0 ? `${whole}` : `${whole === 0 ? "" : whole}.${rest}`;
  return tenths < 0 ? `-${digits}` : digits;
}

/** Tenths that follow a number before: their sign parts the two, or a blank does. */
function following(tenths: number): string {
  return tenths < 0 ? written(tenths) : ` ${written(tenths)}`;
}

/** Coordinates from which a line is long: its places are rounded to half a pixel, not to a tenth. */
const LONG = 120;

/** The points of `x,yLx,y...` in tenths of a pixel, one coordinate after the other. */
function pointsOf(piece: string): readonly number[] {
  const places = piece.split(/[,L]/);
  const grain = places.length < LONG ? 1 : 5;
  return places.map((text) => Math.round((Number(text) * 10) / grain) * grain);
}

/** A step to the right or left, up or down, or aslant, after the letter of the step before. */
function step(letter: string, across: number, down: number): readonly [string, string] {
  if (down === 0) return ["h", letter === "h" ? following(across) : `h${written(across)}`];
  if (across === 0) return ["v", letter === "v" ? following(down) : `v${written(down)}`];
  const first = letter === "l" ? following(across) : `l${written(across)}`;
  return ["l", first + following(down)];
}

function slimPiece(piece: string): string {
  const points = simplified(pointsOf(piece));
  let [x = 0, y = 0] = points;
  let text = `M${written(x)},${written(y)}`;
  let letter = "";
  for (let at = 2; at < points.length; at += 2) {
    const nextX = points[at] ?? 0;
    const nextY = points[at + 1] ?? 0;
    if (nextX === x && nextY === y && points.length > 4) continue;
    const [now, words] = step(letter, nextX - x, nextY - y);
    text += words;
    [letter, x, y] = [now, nextX, nextY];
  }
  return text;
}

/**
 * A path of straight lines (`M` and `L`) in relative steps of a tenth of a pixel, without the points
 * that nobody would miss.
 */
export function slimPath(path: string): string {
  const closed = path.endsWith("Z");
  const pieces = (closed ? path.slice(0, -1) : path).split("M").filter(Boolean);
  return pieces.map(slimPiece).join("") + (closed ? "z" : "");
}
