import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assay } from "../cli/assay.ts";
import { faultsOf } from "../report/valid-html.ts";
import { findBrowser, startBrowser, visit } from "./browser.ts";
import { structureFaults } from "./structure.ts";

// The claims of the essay's own report, as people meet them: with a mouse, a keyboard, on a phone, on paper.

const found = findBrowser();
const required = process.env.CI === "true";
const SECTIONS = ["verdicts", "claims", "predictions", "inconsistencies"];

describe.skipIf(found === undefined && !required)("the verdicts in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-browser-"));
  const path = join(folder, "essay", "index.html");
  let browser: Browser;

  beforeAll(async () => {
    if (found === undefined)
      throw new Error("CI needs a browser: install chromium or set ASSAY_CHROMIUM");
    expect(assay(["run", "--out", join(folder, "essay")]).code).toBe(0);
    browser = await startBrowser(found);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openAll = (page: Page) =>
    page.evaluate('document.querySelectorAll("details.claim").forEach((one) => (one.open = true))');
  const openClaims = (page: Page) => page.locator("details.claim[open]").count();

  it.each([1280, 380])("every row opens and closes by keyboard at %d px", async (width) => {
    const { page, complaints } = await visit(browser, path, { width });
    const rows = page.locator("details.claim > summary");
    const count = await rows.count();
    expect(count).toBeGreaterThanOrEqual(44);
    await rows.first().focus();
    for (let row = 0; row < count; row += 1) {
      const id = await page.evaluate("document.activeElement.parentElement.id");
      await page.keyboard.press(row % 2 === 0 ? "Enter" : "Space");
      expect(await page.locator(`#${id}[open] .claim-body`).isVisible(), String(id)).toBe(true);
      await page.keyboard.press("Enter");
      expect(await page.locator(`#${id}[open]`).count(), String(id)).toBe(0);
      await page.keyboard.press("Tab");
    }
    expect(await openClaims(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it.each([1280, 380])("nothing is wider than a window of %d px, every row open", async (width) => {
    for (const scripts of [true, false]) {
      const { page } = await visit(browser, path, { width, scripts });
      await openAll(page);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        width,
      );
      const tooWide =
        await page.evaluate(`[...document.querySelectorAll("#verdicts *, #claims *, #inconsistencies *")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll, svg"))
        .map((one) => one.closest("[id]").id + " " + one.className)`);
      expect(tooWide).toEqual([]);
    }
  });

  it.each(["light", "dark"] as const)("axe finds nothing in %s, every row open", async (scheme) => {
    const { page } = await visit(browser, path, { width: 1280, scheme });
    await openAll(page);
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    for (const id of SECTIONS) axe.include(`#${id}`);
    const { violations, passes } = await axe.analyze();
    expect(passes.length).toBeGreaterThan(5);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });

  it("a row is named by its claim and its verdict", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const name = await page.locator("#claim-C08 > summary").textContent();
    expect(name).toMatch(/^C08✓ supported.*ceiling at 5\.5 ounces/);
    for (const outcome of ["supported", "partly", "refuted", "untestable"])
      expect(await page.locator(".verdict", { hasText: outcome }).count()).toBeGreaterThan(0);
  });

  it.each([1280, 380])(
    "the table has one row a claim, which leads to its test, at %d px",
    async (width) => {
      const { page } = await visit(browser, path, { width });
      const rows = page.locator("table.verdicts tbody tr:not(.group)");
      const claims = await page.locator("details.claim").count();
      expect(await rows.count()).toBe(claims);
      const words = await rows.filter({ hasText: "C08" }).locator("td").allTextContents();
      expect(words[0]).toMatch(/supported$/);
      expect(words[1]).toContain("ceiling");
      expect(words[2]).toMatch(/\d oz .*must be 5\.50 oz/);
      await rows.filter({ hasText: "C08" }).getByRole("link").click();
      await expect.poll(() => page.locator("#claim-C08[open] .claim-body").isVisible()).toBe(true);
    },
  );

  it("the page is valid HTML, and its ids, links, names and headings are in order", async () => {
    expect(faultsOf(readFileSync(path, "utf8"))).toEqual([]);
    const { page } = await visit(browser, path, { width: 1280, scripts: false });
    expect(await structureFaults(page)).toEqual([]);
  });

  it("a link to a claim leads to its row", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const targets = (await page.evaluate(
      '[...document.querySelectorAll("#inconsistencies a[href^=\\"#\\"]")].map((link) => link.hash)',
    )) as string[];
    expect(targets.length).toBeGreaterThan(10);
    for (const target of new Set(targets))
      expect(await page.locator(`details.claim${target}`).count(), target).toBe(1);
  });

  it("what a row holds is printed, whether it was open or not, and is as it was afterwards", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await page.locator("#claim-C07 > summary").click();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    const count = await page.locator("details.claim").count();
    expect(await openClaims(page)).toBe(count);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await openClaims(page)).toBe(1);
    expect(await page.locator("#claim-C07[open]").count()).toBe(1);
  });

  it("is printed without scripts too", async () => {
    const { page } = await visit(browser, path, { width: 1280, scripts: false });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#claim-C08 .why").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    expect(await page.locator("#claim-C08 .why").isVisible()).toBe(false);
  });
});
