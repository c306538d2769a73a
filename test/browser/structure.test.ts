import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../../src/report/write.ts";
import { findingsWithClaims } from "../report/sample-claims.ts";
import { findBrowser, startBrowser, untilLive, visit } from "./browser.ts";
import { structureFaults } from "./structure.ts";

// How the page is built, and what it does where a reader's system asks for other colours or no motion.

const found = findBrowser();
const required = process.env.CI === "true";

describe.skipIf(found === undefined && !required)("the structure of a page", () => {
  let browser: Browser;
  let folder = "";
  let path = "";

  beforeAll(async () => {
    if (found === undefined)
      throw new Error("CI needs a browser: install chromium or set ASSAY_CHROMIUM");
    folder = await mkdtemp(join(tmpdir(), "assay-browser-"));
    [path = ""] = await writeReport(findingsWithClaims, join(folder, "sample"));
    browser = await startBrowser(found);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([true, false])(
    "has ids, links, names and headings in order (scripts: %s)",
    async (scripts) => {
      const { page } = await visit(browser, path, { width: 1280, scripts });
      if (scripts) await untilLive(page, "wealth-usd");
      expect(await structureFaults(page)).toEqual([]);
    },
  );

  it("the check of structure finds what is wrong", async () => {
    const { page } = await visit(browser, path, { width: 1280, scripts: false });
    await page.setContent(
      '<h2 id="a">a</h2><h4 id="a"></h4><a href="#b">b</a><input><button></button><button><a href="#a">c</a></button>',
    );
    expect((await structureFaults(page)).length).toBe(8);
  });

  it("keeps choices and lines apart in forced colours", async () => {
    const { page, complaints } = await visit(browser, path, { width: 1280 });
    await page.emulateMedia({ forcedColors: "active" });
    await untilLive(page, "wealth-usd");
    const styles = (await page.evaluate(`(() => {
      const of = (what) => getComputedStyle(document.querySelector(what));
      const chosen = of(".units input:checked + span").borderTopColor;
      const other = of(".units input:not(:checked) + span").borderTopColor;
      const strokes = [...document.querySelectorAll('[data-figure="wealth-usd"] svg.marks path')]
        .map((path) => getComputedStyle(path).stroke).filter((color) => color !== "none");
      return [chosen !== other, new Set(strokes).size > 3];
    })()`)) as boolean[];
    expect(styles).toEqual([true, true]);
    expect(complaints).toEqual([]);
  });

  it("moves nothing by itself where a reader asks for that", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const behaviour = () =>
      page.evaluate("getComputedStyle(document.documentElement).scrollBehavior");
    expect(await behaviour()).toBe("smooth");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await behaviour()).toBe("auto");
    const moving = await page.evaluate(`[...document.querySelectorAll("*")].filter((one) => {
      const { animationName, transitionDuration } = getComputedStyle(one);
      return animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration);
    }).length`);
    expect(moving).toBe(0);
  });
});
