import { describe, expect, it } from "vitest";
import { renderIndex } from "../../src/report/index-page.ts";
import { renderReport } from "../../src/report/page.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { findingsWithClaims } from "./sample-claims.ts";
import { sampleFindings } from "./sample-findings.ts";
import { faultsOf } from "./valid-html.ts";

const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`;

describe("faultsOf", () => {
  it("finds nothing in a page whose parts of tables and lists end by themselves", () => {
    const table = "<table><thead><tr><th>A<tbody><tr><td>1<td>2<tr><td>3<td>4</table>";
    expect(faultsOf(page(`${table}<ul><li>a<li><b>b</b></ul><dl><dt>c<dd>d</dl>`))).toEqual([]);
  });

  it.each([
    ["a tag left open", "<div><p>a</div>"],
    ["a tag that was not opened", "<p>a</p></section>"],
    ["crossed tags", "<b><i>a</b></i>"],
    ["a block in a paragraph", "<p><div>a</div></p>"],
    ["a button in a link", '<a href="#a"><button>b</button></a>'],
    ["a cell without a row", "<table><tbody><td>1</table>"],
    ["text that looks like a tag", "<p>1 < 2</p>"],
    ["a bare ampersand", "<p>a & b</p>"],
    ["an attribute given twice", '<p class="a" class="b">c</p>'],
  ])("finds %s", (_, body) => expect(faultsOf(page(body))).not.toEqual([]));
});

describe("every page", () => {
  it("is valid HTML", async () => {
    expect(faultsOf(await renderReport(sampleFindings))).toEqual([]);
    expect(faultsOf(await renderReport(findingsWithClaims))).toEqual([]);
    const runs = [{ folder: "a", summary: summaryOf(findingsWithClaims, 1) }];
    expect(faultsOf(renderIndex(runs))).toEqual([]);
  });
});
