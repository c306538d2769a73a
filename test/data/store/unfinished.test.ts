import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { putSeries, putUnlessMoved } from "../../../src/data/store/store.ts";

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), "assay-unfinished-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const figures = (value: number) => ({
  days: Float64Array.of(1),
  columns: new Map([["close", Float64Array.of(value)]]),
});
const ORIGIN = { provider: "import", address: "x", retrieved: "", terms: "", notes: [] };

test("a folder of columns that is a link is not followed: nothing outside is removed", async () => {
  const [directory, outside] = [folder(), folder()];
  writeFileSync(join(outside, "thesis.tmp"), "mine");
  symlinkSync(outside, join(directory, ".cache"));
  await putSeries(directory, "A.csv", figures(1), ORIGIN);
  expect(existsSync(join(outside, "thesis.tmp"))).toBe(true);
});

test("what was left in a folder of columns is removed", async () => {
  const directory = folder();
  mkdirSync(join(directory, ".cache"));
  writeFileSync(join(directory, ".cache", "A.bin.tmp"), "");
  await putSeries(directory, "A.csv", figures(1), ORIGIN);
  expect(existsSync(join(directory, ".cache", "A.bin.tmp"))).toBe(false);
});

test("figures made of what is no longer stored are not put", async () => {
  const directory = folder();
  const put = (value: number, expected?: string) =>
    putUnlessMoved(directory, "A.csv", figures(value), ORIGIN, expected);
  const first = (await put(1))!.after.sha256;
  expect(await put(2)).toBeUndefined();
  expect((await put(2, first))!.changed).toBe(true);
  expect(await put(3, first)).toBeUndefined();
});
