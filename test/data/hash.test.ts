import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashOf } from "../../src/data/hash.ts";
import { seriesOf } from "../series/series-of.ts";

test("the hash is that of the dated values as text, unknown rows left out", () => {
  const series = seriesOf("a", { "2020-01-31": 0.1, "2020-02-29": Number.NaN, "2020-03-31": 1e-7 });
  const text = "2020-01-31,0.1\n2020-03-31,1e-7\n";
  expect(hashOf(series)).toBe(createHash("sha256").update(text).digest("hex"));
});

test("one changed digit or day changes it", () => {
  const hash = hashOf(seriesOf("a", { "2020-01-31": 1 }));
  expect(hashOf(seriesOf("a", { "2020-01-31": 1.0000000000000002 }))).not.toBe(hash);
  expect(hashOf(seriesOf("a", { "2020-01-30": 1 }))).not.toBe(hash);
  expect(hashOf(seriesOf("b", { "2020-01-31": 1 }))).toBe(hash);
});
