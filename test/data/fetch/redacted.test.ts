import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redacted } from "../../../src/data/fetch/redacted.ts";
import { retryAfter } from "../../../src/data/fetch/retry-after.ts";

describe("a key", () => {
  test("is taken out of a text in every form in which an address writes it", () => {
    const key = "a b/c&d";
    const text = `${key} ${encodeURIComponent(key)} ${new URLSearchParams({ key })} ${Buffer.from(key).toString("base64")}`;
    expect(redacted(text, [key])).toBe("[key] [key] key=[key] [key]");
  });

  test("is never left", () => {
    const keys = fc.string({ minLength: 8, unit: fc.constantFrom(..."abcXYZ019-_.~+/=&%") });
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (key, before, after) => {
        expect(redacted(`${before}${key}${after}`, [key])).not.toContain(key);
      }),
    );
  });

  test("that is empty takes out nothing", () => {
    expect(redacted("text", [""])).toBe("text");
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");

  test.each([
    [null, null, undefined],
    ["120", null, 120],
    ["soon", null, undefined],
    ["Fri, 20 Nov 2026 12:01:00 GMT", null, 60],
    ["Fri, 20 Nov 2026 12:01:00 GMT", "Fri, 20 Nov 2026 12:00:30 GMT", 30],
    ["Fri, 20 Nov 2026 11:00:00 GMT", null, 0],
  ])("%s, at %s by the server's clock", (header, date, seconds) => {
    expect(retryAfter(header, date, now)).toBe(seconds);
  });
});
