/**
 * Takes the pictures of the report that the README shows:
 * `npm run pictures [page] [folder]`,
 * from `reports/essay/index.html` into `docs` unless told otherwise.
 */
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { findBrowser, type Sight, startBrowser, untilLive, visit } from "./browser.ts";

interface Shot extends Sight {
  readonly file: string;
  /** Where the picture begins: the top of the page, or a part of it; and the figure that must be in motion. */
  readonly from?: string;
  readonly figure: string;
  /** How high the picture is at most, in pixels. */
  readonly height: number;
}

const SHOTS: readonly Shot[] = [
  { file: "report.png", width: 1280, height: 1500, figure: "growth-in-each-unit" },
  { file: "report-phone.png", width: 380, height: 1400, figure: "growth-in-each-unit" },
  {
    file: "report-dark.png",
    width: 1280,
    height: 900,
    scheme: "dark",
    fragment: "in=gold",
    from: "#wealth",
    figure: "wealth-gold",
  },
];

/** Beside a picture of the whole page nothing may float: the bar and the contents stand where they begin. */
const STILL = ".bar,.contents{position:static!important}html{scroll-behavior:auto!important}";

async function take(browser: Browser, source: string, folder: string, shot: Shot): Promise<void> {
  const { page } = await visit(browser, source, shot);
  await page.addStyleTag({ content: STILL });
  await untilLive(page, shot.figure);
  const top = Number(
    await page.evaluate(
      `document.querySelector(${JSON.stringify(shot.from ?? "body")}).getBoundingClientRect().top + scrollY`,
    ),
  );
  await page.setViewportSize({ width: shot.width, height: shot.height });
  await page.evaluate(`scrollTo({ top: ${top}, behavior: "instant" })`);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, shot.file) });
  await page.context().close();
}

const [source = "reports/essay/index.html", folder = "docs"] = process.argv.slice(2);
const executable = findBrowser();
if (executable === undefined) throw new Error("no browser: install chromium or set ASSAY_CHROMIUM");
const browser = await startBrowser(executable);
try {
  for (const shot of SHOTS) await take(browser, resolve(source), folder, shot);
} finally {
  await browser.close();
}
