import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../../src/report/write.ts";
import { sampleFindings } from "../report/sample-findings.ts";
import { findBrowser, startBrowser, untilLive, visit } from "./browser.ts";

const found = findBrowser();
const required = process.env.CI === "true";

if (found === undefined && !required)
  console.warn(
    "test/browser: SKIPPED, no browser found; install chromium or set ASSAY_CHROMIUM to one",
  );

describe.skipIf(found === undefined && !required)("the report in a browser", () => {
  let browser: Browser;
  let folder = "";
  let path = "";

  beforeAll(async () => {
    if (found === undefined)
      throw new Error("CI needs a browser: install chromium or set ASSAY_CHROMIUM");
    folder = await mkdtemp(join(tmpdir(), "assay-browser-"));
    const paths = await writeReport(sampleFindings, join(folder, "sample"));
    path = paths[0] ?? "";
    browser = await startBrowser(found);
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("opens from disk without a request, a warning or an error", async () => {
    const { page, requests, complaints } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    await untilLive(page, "legs");
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("the watch on requests sees one that is made", async () => {
    const { page, requests } = await visit(browser, path, { width: 1280, scripts: true });
    await page.setContent('<img src="http://example.invalid/x.png">');
    await expect.poll(() => requests.length).toBeGreaterThan(0);
  });

  it("shows charts and every unit without scripts", async () => {
    const { page } = await visit(browser, path, { width: 1280, scripts: false });
    const drawn = page.locator("[data-figure] svg.marks");
    expect(await drawn.count()).toBeGreaterThan(18);
    expect(await drawn.count()).toBe(await page.locator("[data-figure]").count());
    for (const unit of ["usd", "gold", "m2", "cpi"]) {
      const chart = page.locator(`[data-figure="wealth-${unit}"] svg.marks`);
      expect(await chart.isVisible()).toBe(true);
      expect(await chart.locator("path").count()).toBeGreaterThan(3);
    }
    expect(await page.locator(".bar").isVisible()).toBe(false);
  });

  it("keeps its pictures, and says so, where the browser cannot unpack", async () => {
    const before = "delete window.DecompressionStream";
    const { page, complaints } = await visit(browser, path, { width: 1280, before });
    const said = page.locator(".bar + .remark");
    expect(await said.textContent()).toContain("cannot unpack");
    expect(await page.locator('[data-figure="wealth-usd"] > svg.marks').isVisible()).toBe(true);
    expect(await page.locator(".chart.live").count()).toBe(0);
    await page.getByRole("radio", { name: "gold" }).check();
    expect(await page.locator('[data-in="usd"]:visible').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("is seen before what draws its charts is unpacked", async () => {
    const before = `addEventListener("load", () => {
      window.atLoad = [typeof vega, document.querySelectorAll("svg.marks").length];
    })`;
    const { page } = await visit(browser, path, { width: 1280, before });
    await untilLive(page, "wealth-usd");
    const [runtime, pictures] = (await page.evaluate("atLoad")) as [string, number];
    expect(runtime).toBe("undefined");
    expect(pictures).toBeGreaterThan(15);
    expect(await page.evaluate("typeof vega")).toBe("object");
  });

  it("one switch changes the unit of the whole page", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    expect(await page.locator('[data-in="usd"]').first().isVisible()).toBe(true);
    expect(await page.locator('[data-in="gold"]:visible').count()).toBe(0);
    await page.getByRole("radio", { name: "gold" }).check();
    expect(await page.locator('[data-in="usd"]:visible').count()).toBe(0);
    expect(await page.locator('[data-in="gold"]:visible').count()).toBeGreaterThan(4);
    await untilLive(page, "underwater-gold");
  });

  it("pointing at a day shows the values of all portfolios on it", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const chart = page.locator('[data-figure="wealth-usd"]');
    await chart.hover({ position: { x: 400, y: 150 } });
    const tip = chart.locator(".tip");
    expect(await tip.locator("b").textContent()).toMatch(/^200\d-\d\d-\d\d$/);
    expect(await tip.locator("tr").count()).toBe(4);
  });

  it("the arrow keys walk through the days, aloud", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const chart = page.locator('[data-figure="wealth-usd"]');
    await chart.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await chart.locator(".tip b").textContent()).toBe(sampleFindings.period.to);
    const said = page.locator('[data-figure="wealth-usd"] + .out-of-sight');
    expect(await said.textContent()).toContain("Hard assets, short bonds 1.81");
    await page.keyboard.press("Escape");
    expect(await chart.locator(".tip").isVisible()).toBe(false);
  });

  it("offers a linear axis, and brings one portfolio forward", async () => {
    const { page, complaints } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const figure = page.locator("#figure-wealth-usd");
    const labels = () => figure.locator(".chart svg.marks").innerHTML();
    const before = await labels();
    await figure.getByRole("button", { name: "linear" }).click();
    await expect.poll(labels).not.toBe(before);
    await figure.getByRole("button", { name: "Treasury bills" }).click();
    await expect
      .poll(() => figure.locator('svg.marks path[opacity="0.14"]').count())
      .toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  });

  it.each([380, 1280])("is not wider than a window of %d px", async (width) => {
    for (const scripts of [true, false]) {
      const { page } = await visit(browser, path, { width, scripts });
      if (scripts) await untilLive(page, "wealth-usd");
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide).toBeLessThanOrEqual(width);
    }
  });

  it("prints the unit chosen and leaves folded tables folded", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator('[data-in="usd"]:visible').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-in="gold"]:visible').count()).toBe(0);
    expect(await page.locator("details:not([open]):not(.claim) table:visible").count()).toBe(0);
    expect(await page.locator(".bar").isVisible()).toBe(false);
  });

  it("tells of columns out of sight, and of none where all are seen", async () => {
    const { page } = await visit(browser, path, { width: 380 });
    await untilLive(page, "growth-in-each-unit");
    expect(await page.locator("#answer .scroll.cut").count()).toBe(1);
    const labels = page.locator('[data-figure="growth-in-each-unit"] tspan');
    expect(await labels.allTextContents()).toContain("short bonds");
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(() => page.locator("#answer .scroll.cut").count()).toBe(0);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 380],
    ["dark", 380],
  ] as const)("axe finds nothing in %s at %d px", async (scheme, width) => {
    const { page } = await visit(browser, path, { width, scheme });
    await untilLive(page, "wealth-usd");
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });
});
