import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import catalog from "../data/catalog.ts";

// The order in which data walk through the house: an import may only point backwards.
const ORDER = [
  "input",
  "series",
  "data",
  "market",
  "regime",
  "backtest",
  "measure",
  "inference",
  "hypothesis",
  "study",
  "words",
  "report",
  "cli",
];

// A library that costs start-up time or sets a style has one door.
const DOORS: Readonly<Record<string, string>> = {
  mathjs: "series/formula-parser.ts",
  "csv-parse": "series/csv.ts",
  "csv-stringify": "report/csv.ts",
  vega: "report/draw.ts",
  "vega-lite": "report/draw.ts",
  esbuild: "cli/compile.ts",
  "@resvg/resvg-js": "report/png.ts",
  "@e965/xlsx": "data/import/book.ts",
  hyparquet: "data/import/parquet.ts",
  "fastest-levenshtein": "input/nearest.ts",
};

// The one file that may ask what time it is: when figures came, and how long work takes. No finding knows it.
const CLOCK = "cli/clock.ts";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

function textOf(file: string): string {
  return readFileSync(join(source, file), "utf8");
}

/** The code without its comments: what may not be said in code may be said about it. */
function codeOf(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

const IMPORT =
  /(?:^|\n)\s*(import|export)(\s+type)?[^;"'`]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g;

function importsOf(file: string): Import[] {
  return [...codeOf(file).matchAll(IMPORT)].map((match) => {
    const target = (match[3] ?? match[4] ?? match[5])!;
    const local = target.startsWith(".");
    const to = local ? relative(source, resolve(source, dirname(file), target)) : target;
    return { from: file, to, typeOnly: match[2] !== undefined };
  });
}

const files = filesIn(source);
const imports = files.flatMap(importsOf);
const folderOf = (file: string) => file.split("/")[0]!;
const isLocal = ({ to }: Import) => to.endsWith(".ts");

describe("the house", () => {
  it("is read as it is: the files and imports were found", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports).toContainEqual({
      from: "study/measured-run.ts",
      to: "backtest/world-of.ts",
      typeOnly: false,
    });
  });

  it("has the folders of its order and no others", () => {
    const folders = new Set(files.filter((file) => file.includes("/")).map(folderOf));
    expect([...folders].sort()).toEqual([...ORDER].sort());
    expect(files.filter((file) => !file.includes("/"))).toEqual(["index.ts"]);
  });

  it("lets an import point backwards only", () => {
    const forward = imports
      .filter((one) => isLocal(one) && one.from.includes("/") && one.to.includes("/"))
      .filter(({ from, to }) => ORDER.indexOf(folderOf(to)) > ORDER.indexOf(folderOf(from)));
    expect(forward).toEqual([]);
  });

  it("has no cycles among its files", () => {
    const next = new Map(files.map((file) => [file, [] as string[]]));
    for (const one of imports) if (isLocal(one)) next.get(one.from)!.push(one.to);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      else if (!done.has(file)) {
        for (const to of next.get(file) ?? []) visit(to, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it("opens each library through its one door", () => {
    const library = (to: string) =>
      to.startsWith("@") ? to.split("/").slice(0, 2).join("/") : to.split("/")[0]!;
    const stray = imports
      .filter(({ to, typeOnly }) => DOORS[library(to)] !== undefined && !typeOnly)
      .filter(({ from, to }) => DOORS[library(to)] !== from);
    expect(stray).toEqual([]);
  });

  it("names no series of the catalog, no day of history and no file of figures in src", () => {
    // Words that are ids of the catalog and also plain words; "$0" begins an example in the help.
    const plain = new Set(["energy", "miners", "recession", "copper", "silver"]);
    const ids = Object.keys(catalog.series).filter((id) => !plain.has(id));
    const found = files.flatMap((file) => {
      const code = codeOf(file);
      const literals = [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((m) => m[1] ?? m[2]!);
      return literals
        .filter((text) => !text.startsWith("$0"))
        .filter((text) => ids.includes(text) || /\b(19|20)\d\d-[01]\d-[0-3]\d\b/.test(text))
        .map((text) => `${file}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it("keeps opinions and facts outside: strategies and data import only the library and each other", () => {
    for (const folder of ["strategies", "data"]) {
      for (const file of filesIn(join(root, folder))) {
        const text = readFileSync(join(root, folder, file), "utf8");
        for (const [, target = ""] of text.matchAll(/from\s+"([^"]+)"/g)) {
          const place = target.startsWith(".")
            ? relative(root, resolve(root, folder, dirname(file), target))
            : target;
          expect(`${folder}/${file} imports ${place}`).toMatch(
            /imports (assay|(data|strategies)\/[\w/-]+\.ts)$/,
          );
        }
      }
    }
  });

  it("reads no clock, no locale and no unseeded chance", () => {
    const guilty = files.filter(
      (file) =>
        file !== CLOCK &&
        /\bDate\.now\b|new Date\(\)|toLocale|Intl\.|Math\.random|performance\.now/.test(
          codeOf(file),
        ),
    );
    expect(guilty).toEqual([]);
  });

  it("lets nothing that is found or shown in a report ask for the time", () => {
    const asking = imports.filter(({ to }) => to === CLOCK).map(({ from }) => folderOf(from));
    expect(new Set(asking)).toEqual(new Set(["cli"]));
  });
});
