const PLACED = /\b(d|transform|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g;
const POLYLINE = /^M[-\d.e,ML]+Z?$/;
const LONG_NUMBER = /\d+\.\d{2,}(?:e-\d+)?/g;
const NEEDLESS =
  / (?:(?:xmlns|xmlns:xlink|version|role|aria-roledescription|aria-hidden|font-family|pointer-events)="[^"]*"|class="mark-[^"]*"|opacity="1")/g;
const OWN_ID = /(id="|url\(#)(clip|gradient)/g;

/** To a tenth of a pixel. */
function tenth(text: string): number {
  return Math.round(Number(text) * 10) / 10;
}

/** Tenths written short: 12 is `1.2`, -5 is `-.5`, 30 is `3`. */
function written(tenths: number): string {
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

/** The points of `x,yLx,y...` in tenths of a pixel, one coordinate after the other. */
function pointsOf(piece: string): readonly number[] {
  return piece.split(/[,L]/).map((text) => Math.round(Number(text) * 10));
}

function slimPiece(piece: string): string {
  const points = pointsOf(piece);
  let [x = 0, y = 0] = points;
  let text = `M${written(x)},${written(y)}`;
  let begun = false;
  for (let at = 2; at < points.length; at += 2) {
    const nextX = points[at] ?? 0;
    const nextY = points[at + 1] ?? 0;
    const level = nextY === y && points[at + 3] === y && at + 2 < points.length;
    if (level) continue;
    const across = nextX - x;
    text += begun ? following(across) : `l${written(across)}`;
    begun = true;
    text += following(nextY - y);
    [x, y] = [nextX, nextY];
  }
  return text;
}

/**
 * A path of straight lines in relative steps of a tenth of a pixel; points inside a level stretch,
 * which draw nothing, are left out.
 */
export function slimPath(path: string): string {
  const closed = path.endsWith("Z");
  const pieces = (closed ? path.slice(0, -1) : path).split("M").filter(Boolean);
  return pieces.map(slimPiece).join("") + (closed ? "z" : "");
}

/** A tag with its places rounded and without what only editors read. */
function slimTag(tag: string, id: string): string {
  return tag
    .replace(NEEDLESS, "")
    .replace(OWN_ID, `$1${id}-$2`)
    .replace(PLACED, (_, name: string, value: string) => {
      if (name === "d" && POLYLINE.test(value)) return `d="${slimPath(value)}"`;
      return `${name}="${value.replace(LONG_NUMBER, (text) => String(tenth(text)))}"`;
    });
}

/**
 * A drawing made small: straight paths in relative steps, places to a tenth of a pixel, and nothing
 * that only editors read. Its ids are made its own, so that several drawings can stand in one page.
 */
export function slimSvg(svg: string, id: string): string {
  return svg
    .replace(/<path class="(?:background|foreground)"[^>]*\/>/g, "")
    .replace(/<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, "")
    .replace(/<[^/>][^>]*>/g, (tag) => slimTag(tag, id));
}
