import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../../src/report/write.ts";
import { findingsWithClaims } from "../report/sample-claims.ts";
import { findBrowser, startBrowser, untilLive, visit } from "./browser.ts";

// What a reader chooses on the page, and that an address brings it back.

const found = findBrowser();
const required = process.env.CI === "true";
const HOSTILE = "</script><img src=x onerror=\"document.title='taken'\">";

describe.skipIf(found === undefined && !required)("the view of a page", () => {
  let browser: Browser;
  let folder = "";
  let path = "";
  let hostile = "";

  beforeAll(async () => {
    if (found === undefined)
      throw new Error("CI needs a browser: install chromium or set ASSAY_CHROMIUM");
    folder = await mkdtemp(join(tmpdir(), "assay-browser-"));
    [path = ""] = await writeReport(findingsWithClaims, join(folder, "sample"));
    const portfolios = findingsWithClaims.portfolios.map((portfolio) => ({
      ...portfolio,
      title: HOSTILE,
    }));
    const study = { ...findingsWithClaims.study, title: HOSTILE, question: HOSTILE };
    const findings = { ...findingsWithClaims, study, portfolios };
    [hostile = ""] = await writeReport(findings, join(folder, "hostile"));
    browser = await startBrowser(found);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const { from, to } = findingsWithClaims.period;
  const hash = (page: Page) => page.evaluate("location.hash") as Promise<string>;
  const words = (page: Page) => page.locator(".span-words").textContent();
  /** The marks of the axes of the wealth chart and the names in it. */
  const drawing = async (page: Page) =>
    (await page.locator('[data-figure="wealth-usd"] svg.marks text').allTextContents())
      .sort()
      .join();

  it("shows title, question and the short answer on the first screen", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    for (const part of ["h1", ".question", ".answer"]) {
      const box = await page.locator(part).first().boundingBox();
      expect(box!.y, part).toBeLessThan(880);
    }
  });

  it("the contents stand beside the text where there is room and mark the part that is read", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const marked = page.locator('.contents a[aria-current="location"]');
    for (const id of ["claims", "wealth"]) {
      await page.locator(`.contents a[href="#${id}"]`).click();
      await expect.poll(() => marked.getAttribute("href")).toBe(`#${id}`);
    }
    const nav = await page.locator(".contents").boundingBox();
    expect(nav!.y).toBeLessThan(5);
    expect(await marked.count()).toBe(1);
  });

  it("the contents are folded where there is none, and fold again when they were used", async () => {
    const { page } = await visit(browser, path, { width: 380 });
    const link = page.locator('.contents a[href="#wealth"]');
    expect(await link.isVisible()).toBe(false);
    await page.locator(".contents summary").click();
    await link.click();
    await expect.poll(() => link.isVisible()).toBe(false);
    const top = await page.locator("#wealth h2").boundingBox();
    expect(top!.y).toBeGreaterThanOrEqual(0);
    expect(top!.y).toBeLessThan(900);
  });

  it("the handles of the span move by arrow keys, and every time chart follows", async () => {
    const { page, complaints } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const before = await drawing(page);
    await page.getByRole("slider", { name: "First day shown" }).focus();
    for (let month = 0; month < 3; month += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(() => drawing(page)).not.toBe(before);
    const shown = await words(page);
    expect(shown).toMatch(/^\d{4}-\d\d-01 to /);
    expect((shown ?? "") > `${from} to `).toBe(true);
    expect(await hash(page)).toMatch(/^#from=\d{4}-\d\d-01$/);
    await page.getByRole("button", { name: "Whole run" }).click();
    await expect.poll(() => drawing(page)).toBe(before);
    expect(await words(page)).toBe("the whole run");
    expect(await hash(page)).toBe("");
    expect(complaints).toEqual([]);
  });

  it("a span is drawn over the small chart, and moved whole", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const brush = (await page.locator(".brush").boundingBox())!;
    const y = brush.y + brush.height / 2;
    const at = (share: number) => brush.x + brush.width * share;
    const drag = async (start: number, end: number) => {
      await page.mouse.move(at(start), y);
      await page.mouse.down();
      await page.mouse.move(at((start + end) / 2), y);
      await page.mouse.move(at(end), y);
      await page.mouse.up();
    };
    await drag(0.25, 0.5);
    const first = await hash(page);
    expect(first).toMatch(/^#from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
    await drag(0.4, 0.6);
    const second = await hash(page);
    expect(second > first).toBe(true);
    const days = (text: string) =>
      text.match(/\d{4}-\d\d-\d\d/g)!.map((day) => Date.parse(day)) as [number, number];
    const length = ([start, end]: [number, number]) => (end - start) / 86_400_000;
    expect(Math.abs(length(days(second)) - length(days(first)))).toBeLessThanOrEqual(2);
  });

  it("the ends of the span can be typed; what is not a span changes nothing", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    const year = Number(from.slice(0, 4)) + 1;
    await page.locator(".day-from").fill(`${year}-02-03`);
    await page.locator(".day-from").blur();
    await expect.poll(() => words(page)).toBe(`${year}-02-03 to ${to}`);
    await page.locator(".day-to").fill(`${year}-02-04`);
    await page.locator(".day-to").blur();
    expect(await words(page)).toBe(`${year}-02-03 to ${to}`);
    expect(await page.locator(".day-to").inputValue()).toBe(to);
  });

  it("an address brings the whole view back", async () => {
    const year = Number(from.slice(0, 4)) + 1;
    const fragment = `in=gold&from=${year}-02&focus=hard-assets&theme=dark&scale=linear&at=wealth`;
    const { page, complaints } = await visit(browser, path, { width: 1280, fragment });
    await untilLive(page, "wealth-gold");
    expect(await page.locator('[data-in="usd"]:visible').count()).toBe(0);
    expect(await words(page)).toBe(`${year}-02-01 to ${to}`);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    const figure = page.locator("#figure-wealth-gold");
    expect(await figure.getByRole("button", { name: "linear" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    const faint = figure.locator('svg.marks path[opacity="0.14"]');
    expect(await faint.count()).toBeGreaterThan(0);
    const heading = await page.locator("#wealth h2").boundingBox();
    expect(heading!.y).toBeLessThan(400);
    expect(complaints).toEqual([]);
  });

  it("an address with nonsense in it is a page as usual", async () => {
    const fragment = "in=shells&from=soon&focus=nobody&theme=plaid&scale=cube&at=nowhere&x=%E0%A4";
    const { page, complaints } = await visit(browser, path, { width: 1280, fragment });
    await untilLive(page, "wealth-usd");
    expect(await words(page)).toBe("the whole run");
    expect(await page.locator("html").getAttribute("data-theme")).toBeNull();
    expect(complaints).toEqual([]);
  });

  it("a plain anchor opens what its target is folded in, and keeps the view", async () => {
    const { page } = await visit(browser, path, { width: 1280, fragment: "theme=dark" });
    const id = await page.locator("details.claim").last().getAttribute("id");
    await page.locator(`.verdicts a[href="#${id}"]`).click();
    await expect.poll(() => page.locator(`#${id}[open]`).count()).toBe(1);
    expect(await hash(page)).toBe(`#theme=dark&at=${id}`);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  it("colours can be chosen against the system's, and paper stays light", async () => {
    const { page } = await visit(browser, path, { width: 1280, scheme: "light" });
    const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await ground();
    await page.getByRole("combobox", { name: "Colours" }).selectOption("dark");
    expect(await ground()).not.toBe(light);
    expect(await hash(page)).toBe("#theme=dark");
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe(light);
  });

  it("one switch turns every logarithmic axis", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const before = await drawing(page);
    await page.getByRole("radio", { name: "linear" }).check();
    await expect.poll(() => drawing(page)).not.toBe(before);
    expect(await hash(page)).toBe("#scale=linear");
    await page.getByRole("radio", { name: "log" }).check();
    await expect.poll(() => drawing(page)).toBe(before);
  });

  it("what is read stays in its place when the unit is switched by key or by its label", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const scrolled = () => page.evaluate("scrollY") as Promise<number>;
    const settled = () =>
      page.evaluate(
        "new Promise((done) => setTimeout(() => done(scrollY), 300))",
      ) as Promise<number>;
    for (const change of [
      () => page.keyboard.press("ArrowRight"),
      () => page.evaluate("document.querySelector('.units label').click()"),
    ]) {
      await page.evaluate(
        "document.querySelector('#measures').scrollIntoView({ behavior: 'instant' })",
      );
      await page.evaluate(
        "document.querySelector('.units input:checked').focus({ preventScroll: true })",
      );
      const before = await settled();
      const top = "document.querySelector('#measures h2').getBoundingClientRect().top";
      const stood = (await page.evaluate(top)) as number;
      await change();
      await settled();
      expect(before).toBeGreaterThan(1000);
      expect(Math.abs(((await page.evaluate(top)) as number) - stood)).toBeLessThan(2);
      expect(Math.abs((await scrolled()) - before)).toBeLessThan(200);
    }
  });

  it("the first stop of the keyboard leads to the answer", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("To the answer");
    const box = await page.locator(".skip").boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await hash(page)).toBe("#answer");
  });

  it("a portfolio brought forward stands in the address", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const button = page.locator('#figure-wealth-usd .key li[data-key="hard-assets"] button');
    await button.click();
    expect(await hash(page)).toBe("#focus=hard-assets");
    await button.click();
    expect(await hash(page)).toBe("");
  });

  it("a link to the view is copied, or shown where it cannot be", async () => {
    const before =
      'Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.taken = text; } } })';
    const { page } = await visit(browser, path, { width: 1280, before, fragment: "in=gold" });
    await page.getByRole("button", { name: "Copy link to this view" }).click();
    await expect.poll(() => page.locator(".copied").textContent()).toBe("Link copied.");
    expect(await page.evaluate("taken")).toContain("#in=gold");
    const refused = 'Object.defineProperty(navigator, "clipboard", { value: undefined })';
    const { page: other } = await visit(browser, path, { width: 1280, before: refused });
    await other.getByRole("button", { name: "Copy link to this view" }).click();
    await expect
      .poll(() => other.locator(".copied input").inputValue())
      .toMatch(/^file:.*index\.html/);
  });

  it("a mark in the strip of a claim says its choices when pointed at", async () => {
    const { page } = await visit(browser, path, { width: 1280, fragment: "claim-C02" });
    const mark = page.locator("#claim-C02 .strip i").first();
    await mark.hover();
    expect(await mark.getAttribute("title")).toBe("wheat: supported");
  });

  it("the keyboard reaches every control that is seen", async () => {
    const { page } = await visit(browser, path, { width: 1280 });
    await untilLive(page, "wealth-usd");
    const unreached =
      await page.evaluate(`[...document.querySelectorAll("button, select, input, summary, a[href]")]
      .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex < 0)
      .map((one) => one.outerHTML.slice(0, 80))`);
    expect(unreached).toEqual([]);
    const met: unknown[] = [];
    await page.locator(".units input:checked").focus();
    for (let step = 0; step < 8; step += 1) {
      met.push(
        await page.evaluate("document.activeElement.name || document.activeElement.className"),
      );
      await page.keyboard.press("Tab");
    }
    expect(met.slice(0, 6)).toEqual(["unit", "scale", "theme", "copy", "from", "to"]);
  });

  it("a phone has the choices behind one button", async () => {
    const { page } = await visit(browser, path, { width: 380 });
    const slider = page.getByRole("slider", { name: "First day shown" });
    expect(await slider.isVisible()).toBe(false);
    const button = page.getByRole("button", { name: /^View:/ });
    await button.click();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await slider.isVisible()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(380);
  });

  it("markup in titles shows as text and runs nothing", async () => {
    const { page, complaints, requests } = await visit(browser, hostile, { width: 1280 });
    await untilLive(page, "wealth-usd");
    expect(await page.locator("h1").textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe(HOSTILE);
    const chart = page.locator('[data-figure="wealth-usd"]');
    await chart.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await chart.locator(".tip td").first().textContent()).toContain(HOSTILE);
    expect(await page.locator("img").count()).toBe(0);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
