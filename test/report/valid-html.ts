/** A start or end tag of a page, or a stretch of text that is not markup. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly closes: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const VOID = new Set(["meta", "input", "br", "link", "hr", "img", "col", "wbr"]);
/** Elements whose end tag may be omitted, each with what a start tag of ends it. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  td: ["td", "th", "tr", "tbody"],
  th: ["td", "th", "tr", "tbody"],
  tr: ["tr", "tbody"],
  thead: ["tbody"],
  tbody: ["tbody"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
};
const INTERACTIVE = new Set(["a", "button", "input", "select", "textarea", "summary"]);
/** What a paragraph, a button, a heading may not hold. */
const BLOCKS = new Set(
  "address blockquote details div dl fieldset figure footer form h1 h2 h3 h4 header main nav ol p pre section table ul".split(
    " ",
  ),
);
const PHRASING_ONLY = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "button",
  "span",
  "b",
  "small",
  "strong",
  "a",
  "em",
  "code",
  "label",
]);
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  tr: ["tbody", "thead", "tfoot"],
  td: ["tr"],
  th: ["tr"],
  tbody: ["table"],
  thead: ["table"],
  caption: ["table"],
  li: ["ul", "ol"],
  dt: ["dl"],
  dd: ["dl"],
  summary: ["details"],
  legend: ["fieldset"],
  figcaption: ["figure"],
  option: ["select"],
};

const RAW = /<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g;
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=>"/]+)(?:="([^"]*)")?/g;

/** Every tag of a page in turn; a fault for a `<` that begins none. */
function tagsOf(page: string, faults: string[]): Tag[] {
  const markup = page.replace(/^<!doctype html>\s*/, "").replace(RAW, "<$1$2></$1>");
  const tags: Tag[] = [];
  const rest = markup.replace(TAG, (_, slash, name, given, closes) => {
    const attributes = new Map<string, string>();
    for (const [, key = "", value = ""] of (given as string).matchAll(ATTRIBUTE)) {
      if (attributes.has(key)) faults.push(`<${name}> has ${key} twice`);
      attributes.set(key, value);
    }
    tags.push({ name: name as string, isEnd: slash === "/", closes: closes === "/", attributes });
    return "";
  });
  if (/[<>]/.test(rest))
    faults.push(`stray: ${rest.slice(Math.max(0, rest.search(/[<>]/) - 30)).slice(0, 80)}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)) faults.push("an ampersand that begins no entity");
  return tags;
}

/** What is wrong with the nesting of a page: tags left open or never opened, and elements where none may stand. */
export function faultsOf(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const within = (name: string) => open.includes(name);
  if (!page.startsWith("<!doctype html>")) faults.push("no doctype");
  for (const { name, isEnd, closes } of tagsOf(page, faults)) {
    if (isEnd) {
      while (open.length > 0 && open.at(-1) !== name && open.at(-1)! in ENDED_BY) open.pop();
      if (open.at(-1) === name) open.pop();
      else faults.push(`</${name}> within <${open.at(-1)}>`);
      continue;
    }
    while (ENDED_BY[open.at(-1) ?? ""]?.includes(name)) open.pop();
    const parent = open.at(-1) ?? "";
    const path = open.slice(-4).join(" ");
    if (within("svg") || name === "svg") {
      if (!closes) open.push(name);
      continue;
    }
    if (PARENTS[name] !== undefined && !PARENTS[name].includes(parent))
      faults.push(`<${name}> in ${path}`);
    if (
      ["table", "tr", "tbody", "thead", "ul", "ol", "dl"].includes(parent) &&
      !isChildOf(name, parent)
    )
      faults.push(`<${name}> straight in ${path}`);
    if (BLOCKS.has(name) && open.some((one) => PHRASING_ONLY.has(one)))
      faults.push(`block <${name}> in ${path}`);
    if (INTERACTIVE.has(name) && ["a", "button", "summary"].some(within))
      faults.push(`<${name}> inside ${path}`);
    if (!VOID.has(name) && !closes) open.push(name);
  }
  if (open.length > 0) faults.push(`left open: ${open.join(" ")}`);
  return [...new Set(faults)];
}

function isChildOf(name: string, parent: string): boolean {
  return PARENTS[name]?.includes(parent) ?? ["script", "template"].includes(name);
}
