import { describe, expect, it } from "vitest";
import { html, verbatim } from "../../src/report/html.ts";

describe("html", () => {
  it("escapes every text put into it", () => {
    expect(html`<p title="${`"'`}">${"<b> & co"}</p>`.markup).toBe(
      '<p title="&quot;&#39;">&lt;b&gt; &amp; co</p>',
    );
  });

  it("takes its own markup as it is, one by one or in lists", () => {
    const items = ["a<", "b"].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>`.markup).toBe("<ul><li>a&lt;</li><li>b</li></ul>");
  });

  it("prints nothing for null, undefined and false, and numbers as they are", () => {
    expect(html`${null}${undefined}${false}${0}`.markup).toBe("0");
  });

  it("verbatim is the way around", () => {
    expect(html`${verbatim("<hr>")}`.markup).toBe("<hr>");
  });
});
