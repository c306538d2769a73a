import {
  type Child,
  changed,
  drawingText,
  type Element,
  parseDrawing,
  without,
} from "./element.ts";
import { grouped, hoisted } from "./hoisted.ts";
import { slimPath } from "./path.ts";
import { strokes } from "./strokes.ts";

const NEEDLESS = new Set([
  "xmlns",
  "xmlns:xlink",
  "version",
  "role",
  "aria-roledescription",
  "aria-hidden",
  "font-family",
  "pointer-events",
]);
/** What holds where nothing is said; no group of a drawing says otherwise. */
const DEFAULTS: Readonly<Record<string, string>> = {
  opacity: "1",
  "stroke-width": "1",
  "stroke-miterlimit": "4",
  "stroke-dasharray": "1,0",
  "text-anchor": "start",
  transform: "translate(0,0)",
};
const PLACES = new Set(["transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"]);
const LONG_NUMBER = /\d+\.\d{2,}(?:e-\d+)?/g;
const POLYLINE = /^M[-\d.e,ML]+Z?$/;
const OWN_ID = /^(url\(#)?((?:clip|gradient)\d)/;
const MOVED = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;

/** To a tenth of a pixel. */
function tenth(text: string): string {
  return String(Math.round(Number(text) * 10) / 10);
}

function slimValue(name: string, value: string, id: string): string {
  if (name === "d") return POLYLINE.test(value) ? slimPath(value) : rounded(value);
  return PLACES.has(name) ? rounded(value) : value.replace(OWN_ID, `$1${id}-$2`);
}

function rounded(value: string): string {
  return value.replace(LONG_NUMBER, tenth);
}

function slimAttributes(attributes: Element["attributes"], id: string): Element["attributes"] {
  const kept = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (NEEDLESS.has(name) || (name === "class" && value.startsWith("mark-"))) continue;
    const short = slimValue(name, value, id);
    if (DEFAULTS[name] !== short) kept.set(name, short);
  }
  return kept;
}

/** Grounds of groups that draw nothing, and texts that are not seen. */
function isUnseen({ name, attributes }: Element): boolean {
  if (name === "path") return /^(?:background|foreground)$/.test(attributes.get("class") ?? "");
  return name === "text" && attributes.get("opacity") === "0";
}

/** A text on one line that stands straight, at its place instead of moved there. */
function placed(element: Element): Element {
  const moved = MOVED.exec(element.attributes.get("transform") ?? "");
  if (element.name !== "text" || moved === null) return element;
  if (element.children.some((child) => typeof child !== "string")) return element;
  const [, x = "", y = ""] = moved;
  const attributes = new Map([["x", x], ["y", y], ...without(element.attributes, "transform")]);
  return changed(element, { attributes });
}

/** An element made small; nothing where it draws nothing, its children where it adds nothing to them. */
function slim(child: Child, id: string): readonly Child[] {
  if (typeof child === "string") return [child];
  if (isUnseen(child)) return [];
  const attributes = slimAttributes(child.attributes, id);
  const children = child.children.flatMap((inner) => slim(inner, id));
  const isGroup = child.name === "g";
  if (isGroup && (children.length === 0 || attributes.size === 0)) return children;
  const isHolder = isGroup || child.name === "svg";
  const inside = isHolder ? grouped(strokes(children)) : children;
  const element = placed({ name: child.name, attributes, children: inside });
  return [isGroup ? hoisted(element) : element];
}

/**
 * A drawing made small: straight paths in relative steps without the points that nobody would miss,
 * places to a tenth of a pixel, rules of one kind in one path, what all parts of a group have in
 * common said once, and nothing that only editors read. Its ids are made its own, so that several
 * drawings can stand in one page.
 */
export function slimSvg(svg: string, id: string): string {
  return slim(parseDrawing(svg), id).map(drawingText).join("");
}
