import { expect, test } from "vitest";
import { followed } from "../../../src/data/fetch/sent.ts";

test("from https no redirect leads to http", () => {
  const from = new URL("https://example.org/a");
  expect(() => followed(from, "http://example.org/a", new Set([from.href]))).toThrow(
    "the server redirects to http at example.org, which is not followed",
  );
  expect(followed(from, "https://example.com/b", new Set([from.href])).href).toBe(
    "https://example.com/b",
  );
  expect(() => followed(from, null, new Set())).toThrow("does not say where");
});
