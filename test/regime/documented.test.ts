import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { monthly, regime, strategy } from "../../src/index.ts";
import { figuresOnRows } from "../../src/market/publications.ts";
import { viewAt } from "../../src/market/view.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const goldRises = regime({
  id: "gold-rises",
  title: "Gold against a year before",
  question: "Is gold dearer than a year ago?",
  note: "By month-ends.",
  reads: ["gold"],
  labels: [
    { id: "rising", title: "Rising" },
    { id: "falling", title: "Falling" },
  ],
  label: (view) => {
    const ends = view.monthEnds("gold", 13); // fewer at the start: no label yet
    if (ends.length < 13) return undefined;
    return ends[12]! > ends[0]! ? "rising" : "falling";
  },
});

const whileGoldRises = strategy({
  id: "while-gold-rises",
  title: "Shares, but gold while it rises",
  rationale: "Trends last.",
  assets: ["gold", "spxTotal"],
  inputs: [...goldRises.reads],
  weights: (view) => (goldRises.is(view, "rising") ? { gold: 1 } : { spxTotal: 1 }),
  rebalance: monthly,
});

it("the example of the documents is this one, compiles and says what it should", () => {
  const page = readFileSync("docs/studies.md", "utf8");
  const source = readFileSync("test/regime/documented.test.ts", "utf8");
  const example = /const goldRises = regime[\s\S]*?rebalance: monthly,\n\}\);\n/;
  expect(example.exec(page)![0]).toBe(example.exec(source)![0]);
  const gold = Array.from({ length: 14 }, (_, month) => (month < 13 ? 100 + month : 90));
  const known = Float64Array.from(gold);
  const days = monthEnds(2020, 1, 14);
  const publications = () => figuresOnRows(days, known);
  const columns = { ids: ["gold"], days, known: () => known, publications };
  const at = (row: number) => goldRises.at(viewAt(columns, row, "test"));
  expect([at(11), at(12), at(13)]).toEqual([undefined, "rising", "falling"]);
  expect(whileGoldRises.id).toBe("while-gold-rises");
});
