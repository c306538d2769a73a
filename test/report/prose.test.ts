import { expect, it } from "vitest";
import { prose } from "../../src/report/prose.ts";

it("days and percentages stay whole; the rest is escaped and may break", () => {
  expect(prose("1.86 oz on 2026-06-30, <1 % & −2.1%.").markup).toBe(
    '1.86 oz on <span class="whole">2026-06-30</span>, &lt;<span class="whole">1 %</span> &amp; <span class="whole">−2.1%</span>.',
  );
  expect(prose("nothing to keep").markup).toBe("nothing to keep");
  expect(prose("").markup).toBe("");
});
