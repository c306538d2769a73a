import { describe, expect, it } from "vitest";
import { parquetFile } from "./parquet-file.ts";
import { come, refused } from "./read.ts";

const DAY = 18_263;

describe("parquet", () => {
  const file = parquetFile([
    { name: "Date", kind: "day", values: [DAY, DAY + 1, DAY + 4] },
    { name: "Close", kind: "number", values: [1.5, Number.NaN, -36.98] },
  ]);

  it("is read: days as days, numbers as they are", async () => {
    expect(await come(file, { name: "x.parquet" })).toEqual({
      rows: ["2020-01-02 1.5", "2020-01-03 NaN", "2020-01-06 -36.98"],
      columns: ["close"],
      notes: [],
    });
  });

  it("is refused where it is cut, empty of sense, or holds an infinite number", async () => {
    const name = "x.parquet";
    expect(await refused(file.subarray(0, 60), { name })).toMatch(
      /^x.parquet: is not readable as parquet \(/,
    );
    expect(await refused("PAR1 nothing PAR1", { name })).toMatch(/is not readable as parquet/);
    const infinite = parquetFile([
      { name: "date", kind: "day", values: [DAY] },
      { name: "close", kind: "number", values: [Number.POSITIVE_INFINITY] },
    ]);
    expect(await refused(infinite, { name })).toBe(
      'x.parquet line 2, column "close": "Infinity" is not a finite number; leave it blank where nothing is known',
    );
  });
});
