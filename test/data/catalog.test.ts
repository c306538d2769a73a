import {
  basket,
  billReturn,
  catalog,
  column,
  type Entry,
  filled,
  formula,
  parBond,
  type SeriesId,
  splice,
} from "assay";
import { expect, test } from "vitest";
import shipped from "../../data/catalog.ts";
import { checkCatalog, inputsOf } from "../../src/data/check.ts";
import { InputError } from "../../src/input/input-error.ts";
import { plain } from "./tiny.ts";

const described = { title: "a", unit: "USD", kind: "total" } as const;
const spx = column({ ...plain, monthly: { file: "month-end.csv", column: "spx" } });

function faultsOf(series: Readonly<Record<string, Entry>>, calendar = "spx"): readonly string[] {
  try {
    checkCatalog({ folder: new URL("file:///"), calendar, series }, ["month-end.csv", "macro.csv"]);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
}

test("a misspelt id, calendar or kind is a compile error", () => {
  const right: SeriesId = "gold";
  // @ts-expect-error no series of the shipped catalog has this id
  const wrong: SeriesId = "glod";
  // @ts-expect-error not a kind
  const kind = column({ ...plain, kind: "prise" });
  const folder = new URL("file:///");
  // @ts-expect-error the calendar must be one of the series
  const calendar = catalog({ folder, calendar: "spy", series: { spx } });
  expect(Object.keys(shipped.series)).toContain(right);
  expect(Object.keys(shipped.series)).not.toContain(wrong);
  expect([kind.kind, calendar.calendar]).toEqual(["prise", "spy"]);
});

test("each kind of entry knows its inputs", () => {
  const yields = [
    { from: "2000-01-01", yields: "dgs20", maturity: 20 },
    { from: "2001-01-01", yields: "(dgs10 + dgs20) / 2", maturity: 20 },
  ];
  expect(inputsOf(spx)).toEqual([]);
  expect(inputsOf(formula("log(spx) / gold", described))).toEqual(["spx", "gold"]);
  expect(inputsOf(parBond({ ...described, segments: yields }))).toEqual(["dgs20", "dgs10"]);
  const rollDown = [{ yields: "dgs30", maturity: 30 }];
  expect(inputsOf(parBond({ ...described, segments: yields, rollDown }))).toEqual([
    "dgs20",
    "dgs10",
    "dgs30",
  ]);
  expect(inputsOf(billReturn({ ...described, discounts: "dtb3" }))).toEqual(["dtb3"]);
  expect(inputsOf(splice({ ...described, parts: [{ id: "a" }, { id: "b" }] }))).toEqual(["a", "b"]);
  expect(inputsOf(basket({ ...described, weights: { a: 1 } }))).toEqual(["a"]);
  expect(inputsOf(filled({ ...described, of: "cpi", months: [] }))).toEqual(["cpi"]);
  expect(inputsOf(column({ ...plain, continuedBy: { id: "b", from: "2020-01-01" } }))).toEqual([
    "b",
  ]);
});

test("the shipped catalog has no fault", () => {
  const files = ["macro", "m2-as-published", "month-end", "month-range", "named-days"];
  expect(() =>
    checkCatalog(
      shipped,
      files.map((file) => `${file}.csv`),
    ),
  ).not.toThrow();
});

test("an unknown input, calendar or file names the nearest", () => {
  expect(faultsOf({ spx, ratio: formula("spxx / spx", described) })).toEqual([
    'catalog series ratio: unknown series "spxx"; did you mean "spx"?',
  ]);
  expect(faultsOf({ spx }, "spy")).toEqual([
    'catalog calendar: unknown series "spy"; did you mean "spx"?',
  ]);
  const file = column({ ...plain, monthly: { file: "month-ends.csv", column: "spx" } });
  expect(faultsOf({ spx, file })).toEqual([
    expect.stringMatching(
      /^catalog: the file "month-ends.csv" of file is not in its folder; .*month-end.csv/,
    ),
  ]);
});

test("a circle is shown with its way round", () => {
  const a = formula("b / spx", described);
  const b = splice({ ...described, parts: [{ id: "spx" }, { id: "a" }] });
  expect(faultsOf({ spx, a, b })).toEqual([
    "catalog series a: made from itself (a <- b <- a); break the circle",
  ]);
});

test("entries that contradict themselves are all reported together", () => {
  const segments = [
    { from: "2000-01-01", yields: "spx", maturity: 20 },
    { from: "1999-13-01", yields: "spx", maturity: 0 },
  ];
  expect(
    faultsOf({
      spx,
      nowhere: column(plain),
      mix: basket({ ...described, weights: { spx: 0.4 } }),
      single: splice({ ...described, parts: [{ id: "spx" }] }),
      bond: parBond({ ...described, segments }),
      gap: filled({ ...described, of: "spx", months: ["2025-13"] }),
    }),
  ).toEqual([
    "catalog series nowhere: is in no file; name a monthly or a daily one",
    "catalog series mix: weights sum to 0.4; they must sum to 1",
    "catalog series single: a splice of fewer than two parts; name two or more",
    'catalog series bond: "1999-13-01" is not a calendar day; write YYYY-MM-DD',
    "catalog series bond: segment from 1999-13-01 does not come after 2000-01-01; order them in time",
    "catalog series bond: maturity 0 of the segment from 1999-13-01; write years above 0",
    'catalog series gap: "2025-13-01" is not a calendar day; write YYYY-MM-DD',
  ]);
});

test("a bond's method is known, and only the exact one rolls down a curve", () => {
  const segments = [{ from: "2000-01-01", yields: "spx", maturity: 20 }];
  const rollDown = [{ yields: "spx", maturity: 0 }];
  // @ts-expect-error not a method
  const misspelt = parBond({ ...described, segments, method: "swinkles" });
  const rolled = parBond({ ...described, segments, method: "accrued", rollDown });
  expect(faultsOf({ spx, misspelt, rolled })).toEqual([
    'catalog series misspelt: unknown method "swinkles"; did you mean "swinkels"?',
    'catalog series rolled: method "accrued" does not price an aged bond; leave out rollDown or the method',
    'catalog series rolled: maturity 0 of "spx"; write years above 0',
  ]);
});

test("an expected fault has a known kind, days in order and a reason", () => {
  const known = column({
    ...plain,
    monthly: { file: "month-end.csv", column: "spx" },
    expected: [
      { kind: "jump", from: "2020-03-01", to: "2020-02-01", reason: "" },
      // @ts-expect-error not a kind of fault
      { kind: "gapp", from: "2020-02-30", reason: "a holiday" },
    ],
  });
  expect(faultsOf({ spx, known })).toEqual([
    "catalog series known: expected jump from 2020-03-01 ends on 2020-02-01; order its days",
    "catalog series known: expected jump from 2020-03-01 has no reason; write why it is so",
    'catalog series known: unknown kind of fault "gapp"; did you mean "gap"?',
    'catalog series known: "2020-02-30" is not a calendar day; write YYYY-MM-DD',
  ]);
});
