import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assay, folderWith } from "../cli/assay.ts";
import { findBrowser, startBrowser, untilLive, visit } from "./browser.ts";

// The main job from end to end: the command, its report, and a browser that opens it from disk.

const found = findBrowser();
const required = process.env.CI === "true";

describe.skipIf(found === undefined && !required)("the essay's own report in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    if (found === undefined)
      throw new Error("CI needs a browser: install chromium or set ASSAY_CHROMIUM");
    browser = await startBrowser(found);
  });

  afterAll(() => browser?.close());

  it("is written by one command and opens with its charts, without a request or a complaint", async () => {
    const out = join(folderWith({}), "essay");
    expect(assay(["run", "--out", out]).code).toBe(0);
    const sight = { width: 1280 };
    const { page, requests, complaints } = await visit(browser, join(out, "index.html"), sight);
    expect(await page.title()).toContain("Hard assets");
    expect(await page.locator("figure svg").count()).toBeGreaterThan(15);
    await untilLive(page, "wealth-usd");
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    // biome-ignore lint/performance/useDomNodeTextContent: what is read, without the text of scripts
    expect(await page.locator("body").innerText()).not.toMatch(/\b(?:NaN|Infinity|undefined)\b/);
  });
});
