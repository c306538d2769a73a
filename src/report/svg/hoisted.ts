import { type Child, changed, type Element, without } from "./element.ts";

/** What a part of a drawing takes over from the group that it stands in. */
const INHERITED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "font-size",
  "font-weight",
  "text-anchor",
  "fill-opacity",
  "stroke-opacity",
];
/** Parts from which a group of their own is shorter than what they say each. */
const WORTH_A_GROUP = 3;

function isElement(child: Child): child is Element {
  return typeof child !== "string";
}

/** Parts without what they share, and what that is. */
function parted(parts: readonly Element[]) {
  const shared = new Map<string, string>();
  for (const name of INHERITED) {
    const value = parts[0]?.attributes.get(name);
    const isShared = parts.every(({ attributes }) => attributes.get(name) === value);
    if (value !== undefined && isShared) shared.set(name, value);
  }
  const names = [...shared.keys()];
  const bare = parts.map((part) =>
    changed(part, { attributes: without(part.attributes, ...names) }),
  );
  return { shared, bare };
}

/** A group that says once what each of its parts says. */
export function hoisted(group: Element): Element {
  const parts = group.children.filter(isElement);
  if (parts.length < 2 || parts.length < group.children.length) return group;
  const { shared, bare } = parted(parts);
  return changed(group, {
    attributes: new Map([...group.attributes, ...shared]),
    children: bare,
  });
}

/** What an element says that its parts or neighbours could take over from a group. */
function lookOf(child: Child | undefined): string | undefined {
  if (child === undefined || typeof child === "string" || child.name === "g") return undefined;
  return [child.name, ...INHERITED.map((name) => child.attributes.get(name) ?? "")].join();
}

/** Neighbours that look alike in a group that says it once. */
export function grouped(children: readonly Child[]): readonly Child[] {
  const result: Child[] = [];
  let run: Element[] = [];
  const close = () => {
    const { shared, bare } = parted(run);
    if (run.length < WORTH_A_GROUP || shared.size === 0) result.push(...run);
    else result.push({ name: "g", attributes: shared, children: bare });
    run = [];
  };
  for (const child of children) {
    const look = lookOf(child);
    if (look === undefined || look !== lookOf(run[0])) close();
    if (look === undefined) result.push(child);
    else if (isElement(child)) run.push(child);
  }
  close();
  return result;
}
