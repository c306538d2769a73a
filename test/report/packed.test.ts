import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { packed } from "../../src/report/packed.ts";

const HOSTILE = "</script><img onerror=alert(1)>\u2028Ünïcode";

it("has letters that cannot close an element, and reads back as it was", async () => {
  const { markup } = await packed(HOSTILE);
  expect(markup).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(inflateSync(Buffer.from(markup, "base64")).toString()).toBe(HOSTILE);
});

it("is the same for the same text, and short for one that repeats itself", async () => {
  expect((await packed(HOSTILE)).markup).toBe((await packed(HOSTILE)).markup);
  expect((await packed("gold ".repeat(1000))).markup.length).toBeLessThan(100);
});
