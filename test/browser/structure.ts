import type { Page } from "playwright-core";

/** What is wrong with the elements of a page: ids, links within it, names of its controls, headings. */
export async function structureFaults(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const faults = [];
    const all = (what) => [...document.querySelectorAll(what)];
    const ids = all("[id]").map(({ id }) => id);
    for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) faults.push("id twice: " + id);
    const known = new Set(ids);
    for (const link of all("a[href^='#'], use[href^='#']"))
      if (!known.has(link.getAttribute("href").slice(1))) faults.push("leads nowhere: " + link.outerHTML);
    for (const one of all("[aria-labelledby], [for]"))
      if (!known.has(one.getAttribute("aria-labelledby") ?? one.getAttribute("for"))) faults.push("names nothing: " + one.outerHTML.slice(0, 80));
    for (const one of all("input, select, textarea"))
      if (!one.labels?.length && !one.getAttribute("aria-label")) faults.push("no label: " + one.outerHTML);
    for (const one of all("button, summary, a[href]"))
      if (!one.textContent.trim() && !one.getAttribute("aria-label")) faults.push("no name: " + one.outerHTML.slice(0, 80));
    for (const one of all(":is(a, button, summary, label) :is(a, button, select, textarea)"))
      if (!one.closest("label") || one.tagName === "A") faults.push("one control in another: " + one.outerHTML.slice(0, 80));
    if (all("h1").length !== 1) faults.push(all("h1").length + " first headings");
    let level = 0;
    for (const one of all("h1, h2, h3, h4, h5, h6")) {
      const next = Number(one.tagName[1]);
      if (next > level + 1) faults.push("h" + next + " after h" + level + ": " + one.textContent.slice(0, 40));
      level = next;
    }
    return faults;
  })()`)) as string[];
}
