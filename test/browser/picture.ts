/**
 * Takes the picture of the report that the README shows:
 * `node test/browser/picture.mjs [page] [picture]`,
 * from `reports/essay/index.html` to `docs/report.png` unless told otherwise.
 */
import { resolve } from "node:path";
import { findBrowser, startBrowser, untilLive, visit } from "./browser.ts";

const [source = "reports/essay/index.html", target = "docs/report.png"] = process.argv.slice(2);

const executable = findBrowser();
if (executable === undefined) throw new Error("no browser: install chromium or set ASSAY_CHROMIUM");

const browser = await startBrowser(executable);
try {
  const { page } = await visit(browser, resolve(source), { width: 1280 });
  const first = await page.locator("#pictures [data-figure]").first().getAttribute("data-figure");
  if (first !== null) await untilLive(page, first);
  await page.addStyleTag({
    content: ".contents,.period{display:none}.units{position:static!important}",
  });
  const height = await page.evaluate(
    "document.querySelector('#pictures figure').getBoundingClientRect().bottom + scrollY + 24",
  );
  await page.screenshot({
    path: target,
    fullPage: true,
    clip: { x: 0, y: 0, width: 1280, height: Math.ceil(Number(height)) },
  });
} finally {
  await browser.close();
}
