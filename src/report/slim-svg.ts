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

/** A step of a relative path: the sign of a negative number parts it from the one before. */
function step(x: number, y: number): string {
  const down = tenth(String(y));
  return `${tenth(String(x))}${down < 0 ? "" : " "}${down}`.replace(/(^| |-)0\./g, "$1.");
}

/**
 * A path of straight lines in relative steps of a tenth of a pixel; points inside a level stretch,
 * which draw nothing, are left out.
 */
export function slimPath(path: string): string {
  const closed = path.endsWith("Z") ? "z" : "";
  const pieces = path.replace("Z", "").split("M").filter(Boolean);
  return pieces.map((piece) => slimPiece(piece)).join("") + closed;
}

function slimPiece(piece: string): string {
  const points = piece.split("L").map((pair) => pair.split(",").map(tenth) as [number, number]);
  const kept = points.filter(([, y], place) => {
    const before = points[place - 1];
    const after = points[place + 1];
    return before === undefined || after === undefined || before[1] !== y || after[1] !== y;
  });
  const [first = [0, 0], ...rest] = kept;
  let [x, y] = first;
  let text = `M${x},${y}`;
  if (rest.length > 0) text += "l";
  rest.forEach(([nextX, nextY], place) => {
    const part = step(nextX - x, nextY - y);
    text += place === 0 || part.startsWith("-") ? part : ` ${part}`;
    [x, y] = [nextX, nextY];
  });
  return text;
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
