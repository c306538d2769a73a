import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { column } from "assay";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../src/data/catalog.ts";
import { storeForDaily } from "../../../src/data/given-files.ts";
import { openCatalog } from "../../../src/data/open.ts";
import { putSeries } from "../../../src/data/store/store.ts";
import { plain, urlOf } from "../tiny.ts";
import { figuresOf, newFolder, origin } from "./tiny-store.ts";

function catalogOf(shipped: string): Catalog {
  const daily = (file: string, name = "close") => ({ file, column: name });
  writeFileSync(join(shipped, "ends.csv"), "date,rye\n1970-01-01,5\n1970-02-01,6\n");
  return {
    folder: urlOf(shipped),
    calendar: "wheat",
    series: {
      wheat: column({ ...plain, daily: daily("WHEAT.csv") }),
      rye: column({ ...plain, daily: daily("RYE.csv") }),
      ryeAverage: column({
        ...plain,
        monthly: { file: "ends.csv", column: "rye", period: "month" },
        daily: { file: "RYE.csv", column: "value", period: "month" },
      }),
      oats: column({ ...plain, daily: daily("OATS.csv") }),
    },
  };
}

const valuesOf = (series: { readonly values: ArrayLike<number> }) => Array.from(series.values);

describe("a store among the folders given", () => {
  it("is read through its columns, and tells where a file is from", async () => {
    const [store, catalog] = [newFolder(), catalogOf(newFolder())];
    const { after } = await putSeries(store, "WHEAT.csv", figuresOf({ close: [1, 2] }), origin);
    const source = await openCatalog(catalog, { frequency: "daily", directories: [store] });
    expect(valuesOf(await source.series("wheat"))).toEqual([1, 2]);
    expect(existsSync(join(store, ".cache", "WHEAT.bin"))).toBe(true);
    expect(await source.provenance("wheat")).toEqual(after);
    expect(await source.provenance("oats")).toBeUndefined();
    await expect(source.series("oats")).rejects.toThrow(
      `(searched: ${store}); import or pull it, or name a folder that holds it`,
    );
    const again = await openCatalog(catalog, { frequency: "daily", directories: [store] });
    expect(await again.series("wheat")).toEqual(await source.series("wheat"));
  });

  it("has no link that leads out of it read", async () => {
    const [store, outside, catalog] = [newFolder(), newFolder(), catalogOf(newFolder())];
    await putSeries(store, "WHEAT.csv", figuresOf({ close: [1, 2] }), origin);
    writeFileSync(join(outside, "OATS.csv"), "date,close\n1970-01-01,7\n");
    symlinkSync(join(outside, "OATS.csv"), join(store, "OATS.csv"));
    for (const mending of [false, true]) {
      const options = { frequency: "daily", directories: [store], mending } as const;
      const source = await openCatalog(catalog, options);
      await expect(source.series("oats")).rejects.toThrow("is a link that leads out of its folder");
    }
  });

  it("is no other folder: in that nothing is written, whatever lies beside its tables", async () => {
    const [folder, catalog] = [newFolder(), catalogOf(newFolder())];
    writeFileSync(join(folder, "WHEAT.csv"), "date,close\n1970-01-01,1\n");
    writeFileSync(join(folder, "WHEAT.json"), '{"schema":1,"title":"of another program"}');
    const source = await openCatalog(catalog, { frequency: "daily", directories: [folder] });
    expect(valuesOf(await source.series("wheat"))).toEqual([1]);
    expect(existsSync(join(folder, ".cache"))).toBe(false);
    expect(await source.provenance("wheat")).toBeUndefined();
  });

  it("lets shipped averages stand where it has the daily file of the same name alone", async () => {
    const [store, catalog] = [newFolder(), catalogOf(newFolder())];
    await putSeries(store, "RYE.csv", figuresOf({ close: [8, 9] }), origin);
    const source = await openCatalog(catalog, { frequency: "daily", directories: [store] });
    expect(valuesOf(await source.series("rye"))).toEqual([8, 9]);
    expect(valuesOf(await source.series("ryeAverage"))).toEqual([5, 6]);
  });

  it("with a misspelt column of averages is told of it, not passed over", async () => {
    const [folder, catalog] = [newFolder(), catalogOf(newFolder())];
    writeFileSync(join(folder, "RYE.csv"), "date,Value\n1970-01-01,1\n");
    const source = await openCatalog(catalog, { frequency: "daily", directories: [folder] });
    await expect(source.series("ryeAverage")).rejects.toThrow('unknown column "value"');
  });
});

describe("the store of a daily run without folders", () => {
  it("has to hold the days of the calendar", async () => {
    const [folder, catalog] = [newFolder(), catalogOf(newFolder())];
    const store = join(folder, "store");
    const remedy =
      'bring daily figures with "assay data import DIR" or "assay data pull", or name a folder of them with --data';
    const lacking = `store ${store}: has no WHEAT.csv, and the days in it are the rows of a daily run; ${remedy}`;
    await expect(storeForDaily(catalog, "wheat", store)).rejects.toThrow(lacking);
    await putSeries(store, "OATS.csv", figuresOf({ close: [1] }), origin);
    await expect(storeForDaily(catalog, "wheat", store)).rejects.toThrow(lacking);
    await putSeries(store, "WHEAT.csv", figuresOf({ close: [1] }), origin);
    expect(await storeForDaily(catalog, "wheat", store)).toBe(store);
  });

  it("has to be a folder", async () => {
    const [folder, catalog] = [newFolder(), catalogOf(newFolder())];
    writeFileSync(join(folder, "file"), "");
    await expect(storeForDaily(catalog, "wheat", join(folder, "file"))).rejects.toThrow(
      "is a file",
    );
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("");
  });
});
