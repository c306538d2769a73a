import { type Child, changed, type Element, without } from "./element.ts";
import { written } from "./path.ts";

const MOVED = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;
const BOXES = /^(?:M[-\d.]+,[-\d.]+h[-\d.]+v[-\d.]+h[-\d.]+[zZ])+$/;
const RULES = /^(?:M[^MzZ]+)+$/;
/** Where these are, two that lie over one another are not what one path would be. */
const SEEN_THROUGH = ["opacity", "fill-opacity", "stroke-opacity", "transform", "clip-path"];

/** A rule that Vega writes as a moved line, as a path from its beginning. */
function ruled(child: Child): Child {
  if (typeof child === "string" || child.name !== "line") return child;
  const { attributes } = child;
  const [, x, y] = MOVED.exec(attributes.get("transform") ?? "translate(0,0)") ?? [];
  if (x === undefined || y === undefined || attributes.has("x1") || attributes.has("y1"))
    return child;
  const tenths = (text: string | undefined) => Math.round(Number(text ?? 0) * 10);
  const [across, down] = [tenths(attributes.get("x2")), tenths(attributes.get("y2"))];
  const step =
    down === 0
      ? `h${written(across)}`
      : across === 0
        ? `v${written(down)}`
        : `l${written(across)} ${written(down)}`;
  const d = `M${written(tenths(x))},${written(tenths(y))}${step}`;
  const rest = without(attributes, "transform", "x2", "y2");
  return { name: "path", attributes: new Map([["d", d], ...rest]), children: [] };
}

/** Whether parts of a path that share a look may share a path: rules, and boxes without an edge. */
function joins({ attributes }: Element): boolean {
  if (SEEN_THROUGH.some((name) => attributes.has(name))) return false;
  const d = attributes.get("d") ?? "";
  return BOXES.test(d) ? !attributes.has("stroke") : RULES.test(d) && !attributes.has("fill");
}

function lookOf({ attributes }: Element): string {
  return [...without(attributes, "d")].join();
}

/** Parts of a group with neighbours that look alike joined: rules in one path, boxes in one path. */
export function strokes(children: readonly Child[]): readonly Child[] {
  const joined: Child[] = [];
  for (const child of children.map(ruled)) {
    const before = joined.at(-1);
    const isSame =
      typeof child !== "string" &&
      typeof before === "object" &&
      child.name === "path" &&
      before.name === "path" &&
      joins(child) &&
      joins(before) &&
      lookOf(child) === lookOf(before);
    if (!isSame) {
      joined.push(child);
      continue;
    }
    const d = `${before.attributes.get("d")}${child.attributes.get("d")}`;
    joined[joined.length - 1] = changed(before, {
      attributes: new Map([...before.attributes, ["d", d]]),
    });
  }
  return joined;
}
