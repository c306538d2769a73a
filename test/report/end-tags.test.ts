import { describe, expect, it } from "vitest";
import { withoutEndTags } from "../../src/report/end-tags.ts";

describe("withoutEndTags", () => {
  it("leaves out what ends by itself, and keeps the end of the whole", () => {
    const table =
      '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
    expect(withoutEndTags(table)).toBe(
      '<table><thead><tr><th scope="col">A<tbody><tr><td>1</table>',
    );
    expect(withoutEndTags("<ul><li>a</li><li>b</li></ul>")).toBe("<ul><li>a<li>b</ul>");
    expect(withoutEndTags("<dl><dt>a</dt><dd>b</dd></dl>")).toBe("<dl><dt>a<dd>b</dl>");
  });

  it("keeps the ends of everything else", () => {
    const others = "<p>a <b>b</b> <title>c</title></p><details><text>d</text></details>";
    expect(withoutEndTags(others)).toBe(others);
  });
});
