import { expect, test } from "vitest";
import { defined, wordPlace } from "../../src/report/defined.ts";
import { renderReport } from "../../src/report/page.ts";
import { METRICS } from "../../src/words/metric.ts";
import { WORDS } from "../../src/words/words.ts";
import { sampleFindings } from "./sample-findings.ts";

test("a name leads to its definition", () => {
  expect(defined("deflated Sharpe", "DSR").markup).toBe(
    '<a class="word" href="#word-deflated-sharpe">DSR</a>',
  );
  expect(() => defined("deflatedSharp", "DSR")).toThrow('no word "deflatedSharp"');
});

test("no two words stand in one place", () => {
  const places = WORDS.map(({ key }) => wordPlace(key));
  expect(new Set(places).size).toBe(places.length);
});

test("the page has every measure and term with what explain says of it, and each link leads to one", async () => {
  const page = await renderReport(sampleFindings);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const key of Object.keys(METRICS)) expect(ids).toContain(wordPlace(key));
  const stepdown = WORDS.find(({ key }) => key === "stepdown")!;
  expect(page).toContain(`<dt id="word-stepdown">${stepdown.name}<dd>${stepdown.definition}`);
  const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, place]) => place!);
  expect(links.filter((place) => place.startsWith("word-")).length).toBeGreaterThan(30);
  expect(links.filter((place) => !ids.has(place))).toEqual([]);
});
