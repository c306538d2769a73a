/** An element of a drawing: its name, its attributes in their order, and what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Child[];
}

/** Text stands as it is written: escaped. */
export type Child = Element | string;

const TOKEN = /<\/[^>]+>|<[^>]+>|[^<]+/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(Array.from(tag.matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [name, value]));
}

/** The drawing that Vega writes: one root, every attribute in double quotes, no comments. */
export function parseDrawing(svg: string): Element {
  const open: { name: string; attributes: ReadonlyMap<string, string>; children: Child[] }[] = [
    { name: "", attributes: new Map(), children: [] },
  ];
  for (const [token] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (token.startsWith("</")) open.pop();
    else if (!token.startsWith("<")) parent?.children.push(token);
    else {
      const name = /^<([\w:-]+)/.exec(token)?.[1] ?? "";
      const element = { name, attributes: attributesOf(token), children: [] };
      parent?.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    }
  }
  const root = open[0]?.children.find((child) => typeof child !== "string");
  if (open.length !== 1 || root === undefined) throw new Error("report: a drawing is not closed");
  return root;
}

export function drawingText(child: Child): string {
  if (typeof child === "string") return child;
  const { name, attributes, children } = child;
  const tag = [name, ...Array.from(attributes, ([key, value]) => `${key}="${value}"`)].join(" ");
  if (children.length === 0) return `<${tag}/>`;
  return `<${tag}>${children.map(drawingText).join("")}</${name}>`;
}

/** The same element with other attributes, or with other children. */
export function changed(element: Element, change: Partial<Element>): Element {
  return { ...element, ...change };
}

/** Attributes without some of them. */
export function without(
  attributes: ReadonlyMap<string, string>,
  ...names: readonly string[]
): ReadonlyMap<string, string> {
  return new Map([...attributes].filter(([name]) => !names.includes(name)));
}
