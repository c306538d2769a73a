import { resolve } from "node:path";
import { expect, test } from "vitest";
import { concerns, foldersOf } from "../../src/cli/watched.ts";

const sources = { files: ["a/study.ts", "a/b/claims.ts"], folders: ["figures"] };

test("folders of the files and those of figures are watched, each once", () => {
  expect(foldersOf({ ...sources, files: [...sources.files, "a/c.ts"] })).toEqual(
    ["a", "a/b", "figures"].map((one) => resolve(one)),
  );
});

test("a change concerns the files of a run and its tables; after a failure any code beside them", () => {
  expect(concerns(sources, "a/b/claims.ts", false)).toBe(true);
  expect(concerns(sources, "figures/gold.csv", false)).toBe(true);
  expect(concerns(sources, "a/other.ts", false)).toBe(false);
  expect(concerns(sources, "a/gold.csv", false)).toBe(false);
  expect(concerns(sources, "figures/deeper/gold.csv", false)).toBe(false);
  expect(concerns(sources, "a/other.ts", true)).toBe(true);
});
