import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listStore, provenanceOf, putSeries, readSeries } from "../../../src/data/store/store.ts";
import { unlikeProvenance } from "../../../src/data/store/unlike.ts";
import { InputError } from "../../../src/input/input-error.ts";
import { figuresOf, newFolder, origin } from "./tiny-store.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const isRoot = process.getuid?.() === 0;

describe("figures put into a store", () => {
  it("lie in one CSV file, with their provenance beside it", async () => {
    const store = join(newFolder(), "new", "store");
    const put = await putSeries(
      store,
      "WHEAT.csv",
      figuresOf({ close: [1.5, Number.NaN, 0.1 + 0.2], adjclose: [-0, 5e-324, 1e21] }),
      { ...origin, etag: '"7"', notes: ["one row left out"] },
    );
    const text = [
      "date,close,adjclose",
      "1970-01-01,1.5,-0",
      "1970-01-02,,5e-324",
      "1970-01-03,0.30000000000000004,1e+21",
      "",
    ].join("\n");
    expect(readFileSync(join(store, "WHEAT.csv"), "utf8")).toBe(text);
    const provenance = {
      schema: 1,
      file: "WHEAT.csv",
      ...origin,
      etag: '"7"',
      notes: ["one row left out"],
      sha256: hash(text),
      rows: 3,
      first: "1970-01-01",
      last: "1970-01-03",
      columns: ["close", "adjclose"],
    };
    expect(put).toEqual({ changed: true, after: provenance });
    expect(await provenanceOf(store, "WHEAT.csv")).toEqual(provenance);
    expect(await listStore(store)).toEqual([provenance]);
    expect(readdirSync(store).sort()).toEqual(["SOURCES.md", "WHEAT.csv", "WHEAT.json"]);
  });

  it("leave the file as it is where it holds them already, and tell what they replace else", async () => {
    const store = newFolder();
    const first = await putSeries(store, "RYE.csv", figuresOf({ close: [1, 2] }), origin);
    const later = { ...origin, retrieved: "2030-01-02T00:00:00Z" };
    const again = await putSeries(store, "RYE.csv", figuresOf({ close: [1, 2] }), later);
    expect(again).toEqual({
      changed: false,
      before: first.after,
      after: { ...first.after, retrieved: later.retrieved },
    });
    const more = await putSeries(store, "RYE.csv", figuresOf({ close: [1, 2, 3] }), later);
    expect(more.changed).toBe(true);
    expect(more.after.versions).toEqual([
      { sha256: first.after.sha256, retrieved: later.retrieved, last: "1970-01-02" },
    ]);
    const next = await putSeries(store, "RYE.csv", figuresOf({ close: [4] }), later);
    expect(next.after.versions?.map(({ last }) => last)).toEqual(["1970-01-03", "1970-01-02"]);
  });

  it("are listed with their terms on a page", async () => {
    const store = newFolder();
    await putSeries(store, "RYE.csv", figuresOf({ close: [1] }), {
      ...{ ...origin, provider: "mill", address: "https://mill.example/a|b", terms: "ask\nfirst" },
    });
    await putSeries(store, "OATS.csv", figuresOf({ value: [1, 2] }), origin);
    const page = readFileSync(join(store, "SOURCES.md"), "utf8");
    expect(page).toContain("| OATS.csv | import | made up |");
    expect(page).toContain("| RYE.csv | mill | https://mill.example/a\\|b |");
    expect(page).toContain("## mill\n\n- ask first\n");
  });

  it("are told of where they are missing or damaged, but not in a folder that is no store", async () => {
    const store = newFolder();
    const other = newFolder();
    await putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin);
    await putSeries(store, "OATS.csv", figuresOf({ close: [1] }), origin);
    for (const folder of [store, other])
      writeFileSync(join(folder, "HAY.csv"), "date,close\n1970-01-01,2\n");
    writeFileSync(join(store, "OATS.json"), "{");
    const words = (folder: string, file: string) =>
      `${join(folder, file)}: no provenance: a write was cut off, or it was put there by hand; import or pull it again`;
    expect(await unlikeProvenance(store)).toEqual(
      ["HAY.csv", "OATS.csv"].map((file) => words(store, file)),
    );
    expect(await unlikeProvenance(other)).toEqual([]);
    expect(await unlikeProvenance(other, true)).toEqual([words(other, "HAY.csv")]);
  });

  it("are found to be other than their provenance tells, and are read all the same", async () => {
    const store = newFolder();
    await putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin);
    expect(await unlikeProvenance(store)).toEqual([]);
    writeFileSync(join(store, "RYE.csv"), "date,close\n1970-01-01,2\n");
    expect(await unlikeProvenance(store)).toEqual([
      expect.stringContaining("is not the file of 2030-01-01T00:00:00Z"),
    ]);
    const table = await readSeries(join(store, "RYE.csv"));
    expect(Array.from(table.columns.get("close")!)).toEqual([2]);
    const mended = await putSeries(store, "RYE.csv", figuresOf({ close: [3] }), origin);
    expect(mended.after.versions).toEqual([
      { sha256: hash("date,close\n1970-01-01,2\n"), retrieved: null, last: null },
    ]);
    expect(await unlikeProvenance(store)).toEqual([]);
  });

  it("are refused under a name that is a path, or that a system cannot keep", async () => {
    const store = newFolder();
    const names = [
      "../X.csv",
      "A/B.csv",
      "A\\B.csv",
      "/X.csv",
      "x.csv",
      ".X.csv",
      "X.CSV",
      "NUL.csv",
    ];
    for (const name of [...names, "X.csv\0", "", "X.json", `${"X".repeat(120)}.csv`])
      await expect(putSeries(store, name, figuresOf({ a: [1] }), origin)).rejects.toThrow(
        /cannot name a file of the store/,
      );
    expect(readdirSync(store)).toEqual([]);
  });

  it("are refused where CSV cannot hold them, and the old ones stand", async () => {
    const store = newFolder();
    await putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin);
    const put = (figures: ReturnType<typeof figuresOf>) =>
      putSeries(store, "RYE.csv", figures, origin);
    const before = readdirSync(store);
    await expect(put(figuresOf({ close: [] }))).rejects.toThrow("no figures");
    await expect(put(figuresOf({ close: [1, Number.POSITIVE_INFINITY] }))).rejects.toThrow(
      'RYE.csv: column "close" is infinite on 1970-01-02',
    );
    await expect(put({ ...figuresOf({ close: [1, 2] }), days: [3, 3] })).rejects.toThrow(
      "row 2 is not on a day after",
    );
    await expect(put({ ...figuresOf({ close: [1, 2] }), days: [3] })).rejects.toThrow(
      "has 2 values for 1 days",
    );
    await expect(put(figuresOf({ "a,b": [1], close: [1] }))).rejects.toThrow(
      "cannot name a column",
    );
    await expect(put(figuresOf({ value: [1] }))).rejects.toThrow(
      "RYE.csv: the store has close under this name, and the new figures are value",
    );
    expect(readdirSync(store)).toEqual(before);
    expect(readFileSync(join(store, "RYE.csv"), "utf8")).toBe("date,close\n1970-01-01,1\n");
  });

  it("never follow a link out of the store, to write or to read", async () => {
    const outside = join(newFolder(), "SECRET.csv");
    writeFileSync(outside, "date,close\n1970-01-01,7\n");
    for (const name of ["RYE.csv", "RYE.json"]) {
      const store = newFolder();
      symlinkSync(outside, join(store, name));
      await expect(putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin)).rejects.toThrow(
        "is a link that leads out of its folder",
      );
      await expect(readSeries(join(store, name))).rejects.toThrow(InputError);
    }
    expect(readFileSync(outside, "utf8")).toBe("date,close\n1970-01-01,7\n");
    const store = newFolder();
    mkdirSync(join(store, "RYE.csv"));
    await expect(putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin)).rejects.toThrow(
      "is not a file",
    );
  });

  it("may be read through a link that stays in the store", async () => {
    const store = newFolder();
    await putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin);
    symlinkSync("RYE.csv", join(store, "OATS.csv"));
    expect((await readSeries(join(store, "OATS.csv"))).days).toHaveLength(1);
  });

  it("need a folder that can be written", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    const put = (store: string) => putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin);
    await expect(put(file)).rejects.toThrow(
      new InputError(
        `store ${file}: is a file; name a folder with ASSAY_DATA, or move the file away`,
      ),
    );
    await expect(put(join(file, "below"))).rejects.toThrow("cannot be written (ENOTDIR)");
  });

  it.skipIf(isRoot)("say so where permissions forbid it", async () => {
    const store = newFolder();
    chmodSync(store, 0o500);
    await expect(putSeries(store, "RYE.csv", figuresOf({ close: [1] }), origin)).rejects.toThrow(
      "cannot be written (EACCES)",
    );
  });

  it("are the same bytes every time, provenance and page too", async () => {
    const contents = async () => {
      const store = newFolder();
      await putSeries(store, "RYE.csv", figuresOf({ close: [1, 2.5] }), origin);
      await putSeries(store, "OATS.csv", figuresOf({ value: [3] }), origin);
      return readdirSync(store)
        .sort()
        .map((name) => [name, readFileSync(join(store, name), "utf8")]);
    };
    expect(await contents()).toEqual(await contents());
  });
});

describe("a store that is not there", () => {
  it("holds nothing", async () => {
    const nowhere = join(newFolder(), "nothing");
    expect(await listStore(nowhere)).toEqual([]);
    expect(await provenanceOf(nowhere, "RYE.csv")).toBeUndefined();
  });

  it("has no provenance in a file of another kind", async () => {
    const store = newFolder();
    for (const text of ["", "null", "{", "[]", '{"schema":2}', '{"schema":1,"file":"OATS.csv"}']) {
      writeFileSync(join(store, "RYE.json"), text);
      expect(await provenanceOf(store, "RYE.csv")).toBeUndefined();
    }
  });
});
