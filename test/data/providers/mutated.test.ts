import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bcch } from "../../../src/data/providers/bcch.ts";
import { bot } from "../../../src/data/providers/bot.ts";
import { coinmetrics } from "../../../src/data/providers/coinmetrics.ts";
import { ecb } from "../../../src/data/providers/ecb.ts";
import { eia } from "../../../src/data/providers/eia.ts";
import { fred } from "../../../src/data/providers/fred.ts";
import { lbma } from "../../../src/data/providers/lbma.ts";
import type { Asked, Provider } from "../../../src/data/providers/provider.ts";
import { ProviderFault } from "../../../src/data/providers/provider-fault.ts";
import { stooq } from "../../../src/data/providers/stooq.ts";
import { treasury } from "../../../src/data/providers/treasury.ts";
import { yahoo } from "../../../src/data/providers/yahoo.ts";
import { asked, body } from "./bodies.ts";
import {
  chileanSeries,
  coinPage,
  ecbCsv,
  eiaPage,
  fixing,
  fredCsv,
  fredObservations,
  thaiRates,
  yahooChart,
  yahooEventTime,
} from "./formats.ts";

const date = yahooEventTime("2026-11-18");
const chart = yahooChart(
  "QQQ",
  [
    { day: "2026-11-18", close: 600.5, adjclose: 599 },
    { day: "2026-11-20", close: 601.25 },
  ],
  {
    events: {
      dividends: { [date]: { amount: 0.69, date } },
      splits: { [date]: { date, numerator: 2, denominator: 1 } },
    },
  },
);

const rows = [
  ["2026-11-19", "1.5"],
  ["2026-11-20", "2.5"],
] as const;

const jsonForms: readonly (readonly [Provider, Asked, unknown])[] = [
  [yahoo, asked("QQQ"), chart],
  [fred, asked("M2SL", { key: "k" }), fredObservations(rows)],
  [lbma, asked("gold_pm"), [fixing("2026-11-19", 4000), fixing("2026-11-20", 4010)]],
  [coinmetrics, asked("btc"), coinPage("btc", rows)],
  [eia, asked("petroleum/pri/spt/RWTC", { key: "k" }), eiaPage("RWTC", rows, 0, 2)],
  [bcch, asked("S", { key: "u:p" }), chileanSeries("S", [["20-11-2026", "930.12", "OK"]])],
  [bot, asked("USD", { key: "k" }), thaiRates("USD", rows)],
];

const csvForms: readonly (readonly [Provider, Asked, string])[] = [
  [fred, asked("DGS10"), fredCsv("DGS10", rows)],
  [
    stooq,
    asked("^spx"),
    "Date,Open,High,Low,Close,Volume\r\n2026-11-19,1,2,0.5,1.5,100\r\n2026-11-20,1,2,0.5,1.75,100\r\n",
  ],
  [ecb, asked("USD/EUR"), ecbCsv("USD", rows)],
  [treasury, asked("10 Yr"), 'Date,"1 Mo","10 Yr"\n11/20/2026,3.7,4.2\n11/19/2026,3.7,4.1\n'],
];

/** Reads an answer: figures that can be stored, or a fault that says what came; nothing else. */
async function judged(provider: Provider, question: Asked, text: string): Promise<void> {
  const found = await Promise.resolve()
    .then(() => {
      provider.next?.(body(text), question);
      return provider.read([body(text)], question);
    })
    .catch((error: unknown) => error);
  if (found instanceof Error) {
    if (!(found instanceof ProviderFault)) throw found;
    expect(found.message).not.toBe("");
    return;
  }
  const { days, columns } = (found as Awaited<ReturnType<Provider["read"]>>).figures;
  expect(days.length).toBeGreaterThan(0);
  for (let row = 0; row < days.length; row += 1) {
    expect(Number.isInteger(days[row]!)).toBe(true);
    if (row > 0) expect(days[row]!).toBeGreaterThan(days[row - 1]!);
    for (const column of columns.values()) expect(Math.abs(column[row]!)).not.toBe(Infinity);
  }
}

/** The JSON with one of its parts replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let count = 0;
  const walk = (one: unknown): unknown => {
    count += 1;
    if (count === at) return by;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part)]));
  };
  return walk(value);
}

const odd = fc.constantFrom<unknown>(
  null,
  "",
  "x",
  0,
  -1,
  1e300,
  1e-300,
  true,
  [],
  {},
  [null],
  [[]],
  { a: null },
  "NaN",
  "2026-02-30",
  "9".repeat(400),
);

describe("an answer with something wrong in it is figures or a fault, never a crash", () => {
  test.each(jsonForms)("$id in JSON", async (provider, question, form) => {
    const parts = JSON.stringify(form).split(/[,:]/).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 * parts }), odd, async (at, by) => {
        await judged(provider, question, JSON.stringify(replaced(form, at, by)));
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ...jsonForms.map(([one, question, form]) => [one, question, JSON.stringify(form)] as const),
    ...csvForms,
  ])("$id as text", async (provider, question, text) => {
    const piece = fc.constantFrom(
      "",
      ",",
      '"',
      "\n",
      "\r\n",
      "\0",
      "-",
      ".",
      "9",
      "1e400",
      "\uFEFF",
      "<html>",
      "[",
      "}",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(12), piece, async (from, length, by) => {
        await judged(provider, question, text.slice(0, from) + by + text.slice(from + length));
      }),
      { numRuns: 400 },
    );
  });
});
