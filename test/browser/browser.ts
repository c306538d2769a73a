import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The browser to test with: the one that `ASSAY_CHROMIUM` names, or the first of the usual ones on the
 * PATH; undefined where there is none, also where the one that was named is not there.
 */
export function findBrowser(): string | undefined {
  const named = process.env.ASSAY_CHROMIUM;
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
}

/** Starts the browser without a sandbox (it opens our own pages only) and without its errands. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
}

export interface Visit {
  readonly page: Page;
  /** Addresses asked for that are not files of this machine. */
  readonly requests: string[];
  /** Errors and warnings of the console, and errors nobody caught. */
  readonly complaints: string[];
}

export interface Sight {
  readonly width: number;
  readonly scheme?: "light" | "dark";
  readonly scripts?: boolean;
  /** A script that runs before the page's own. */
  readonly before?: string;
  /** What follows the `#` of its address. */
  readonly fragment?: string;
}

/** Opens a page from disk with the network cut, and listens to what it asks and complains. */
export async function visit(browser: Browser, path: string, sight: Sight): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: sight.width, height: 900 },
    colorScheme: sight.scheme ?? "light",
    javaScriptEnabled: sight.scripts ?? true,
    deviceScaleFactor: 1,
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.setOffline(true);
  context.on("request", (request) => {
    if (!request.url().startsWith("file:")) requests.push(request.url());
  });
  await context.route(/^(?!file:)/, (route) => route.abort());
  if (sight.before !== undefined) await context.addInitScript(sight.before);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  const address = pathToFileURL(path).href;
  await page.goto(sight.fragment === undefined ? address : `${address}#${sight.fragment}`);
  return { page, requests, complaints };
}

/** Waits until the script has taken over the chart. */
export async function untilLive(page: Page, figure: string): Promise<void> {
  await page.locator(`[data-figure="${figure}"]`).scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-figure="${figure}"].live svg.marks`, { timeout: 20_000 });
}
