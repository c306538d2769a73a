import fc from "fast-check";
import { all, create, type MathNode } from "mathjs/number";
import { expect, test } from "vitest";
import { InputError } from "../../src/input/input-error.ts";
import { compileFormula, namesIn } from "../../src/series/formula.ts";

const column = (...values: number[]) => Float64Array.from(values);

async function rowsOf(text: string, columns: Record<string, Float64Array> = {}) {
  return Array.from((await compileFormula(text)).evaluate(columns, 2));
}

test("a ratio, row by row", async () => {
  const formula = await compileFormula("spx / gold");
  expect(formula.symbols).toEqual(["spx", "gold"]);
  const columns = { spx: column(10, 30), gold: column(5, 10) };
  expect(Array.from(formula.evaluate(columns, 2))).toEqual([2, 3]);
});

test("precedence, powers, unary minus, parentheses and functions", async () => {
  expect(await rowsOf("1 + 2 * 3")).toEqual([7, 7]);
  expect(await rowsOf("(1 + 2) * 3")).toEqual([9, 9]);
  expect(await rowsOf("-2 ^ 2")).toEqual([-4, -4]);
  expect(await rowsOf("2 ^ 3 ^ 2")).toEqual([512, 512]);
  expect(await rowsOf("log(exp(2)) + sqrt(9) + abs(-1)")).toEqual([6, 6]);
  expect(await rowsOf("min(a, 3, 2) + max(1, a)", { a: column(1, 5) })).toEqual([2, 7]);
});

test("a formula that is one name gives a copy, not the column itself", async () => {
  const a = column(1, 2);
  const result = (await compileFormula("a")).evaluate({ a }, 2);
  expect(result).toEqual(a);
  expect(result).not.toBe(a);
});

test("unknown in, unknown out, also where arithmetic would forget it", async () => {
  const a = column(Number.NaN, 1);
  for (const text of ["a + 1", "a ^ 0", "min(a, 0)", "-a", "0 * a", "sqrt(a)"])
    expect((await rowsOf(text, { a }))[0], text).toBeNaN();
});

test("what has no finite value is not known, never infinite", async () => {
  const a = column(0, -1);
  for (const text of ["1 / a", "log(a)", "a ^ -1", "exp(1000 + a)"])
    expect((await rowsOf(text, { a }))[0], text).toBeNaN();
  expect((await rowsOf("sqrt(a)", { a }))[1]).toBeNaN();
});

test.each([
  ["spx = gold", '"=" (char 5) is not understood'],
  ["sin(spx)", '"sin(spx)" (char 1) is not understood'],
  ["1 + spx.close", "is not understood"],
  ["[1, 2]", "is not understood"],
  ['"spx"', "is not understood"],
  ["spx > gold", "is not understood"],
  ["2 spx", '"2 spx" (char 1) multiplies without a sign; write *'],
  ["spx'", "is not understood"],
  ["5%", '"%" (char 2) is not understood'],
  ["spx # gold", '"#" (char 5) is not understood'],
  ["log(spx, 2)", "is not understood"],
  ["min(spx)", "is not understood"],
  ["toString(spx)", "is not understood"],
  ["spx; gold", "is not understood"],
  ["", "is not understood"],
  ["spx /", "Unexpected end of expression (char 6)"],
  ["(spx", "Parenthesis ) expected (char 5)"],
])("%s is refused with the formula, the place and what is accepted", async (text, fact) => {
  const failure = await compileFormula(text).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  const { message } = failure as InputError;
  expect(message).toContain(`formula "${text}": `);
  expect(message).toContain(fact);
  expect(message).toContain("accepted: numbers, names of series, + - * / ^");
});

const expression = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("a", "b", "c_1", "2", "0.5", "1e3", "1.5e-2"),
    fc
      .tuple(tie("node"), fc.constantFrom("+", "-", "*", "/", "^"), tie("node"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie("node").map((of) => `-(${of})`),
    fc
      .tuple(fc.constantFrom("log", "exp", "sqrt", "abs"), tie("node"))
      .map(([name, of]) => `${name}(${of})`),
    fc
      .tuple(fc.constantFrom("min", "max"), tie("node"), tie("node"))
      .map(([name, left, right]) => `${name}(${left}, ${right})`),
  ),
})).node;

test("agrees with the scalar evaluation of mathjs, and is unknown where a step has no finite value", async () => {
  const math = create(all!, { relTol: 1e-300, absTol: 1e-300 });
  const value = fc.double({ min: 0.1, max: 10, noNaN: true });
  await fc.assert(
    fc.asyncProperty(expression, value, value, value, async (text, a, b, c) => {
      const columns = { a: column(a, b), b: column(b, c), c_1: column(c, a) };
      const ours = (await compileFormula(text)).evaluate(columns, 2);
      const tree = math.parse(text);
      expect(ours[0]).toBe(stepwise(tree, { a, b, c_1: c }));
      expect(ours[1]).toBe(stepwise(tree, { a: b, b: c, c_1: a }));
    }),
    { numRuns: 300 },
  );
});

function stepwise(tree: MathNode, scope: Record<string, number>): number {
  const steps = tree
    .filter(() => true)
    .map((node) => node.evaluate(scope) as unknown)
    .filter((step) => typeof step === "number");
  return steps.every(Number.isFinite) ? (tree.evaluate(scope) as number) : Number.NaN;
}

test("the names found without parsing are the names that are read", async () => {
  await fc.assert(
    fc.asyncProperty(expression, async (text) => {
      const formula = await compileFormula(text);
      const read = new Set<string>();
      const columns = new Proxy<Record<string, Float64Array>>(
        {},
        {
          get: (_, name) => {
            read.add(String(name));
            return column(1, 1);
          },
        },
      );
      formula.evaluate(columns, 2);
      expect(new Set(namesIn(text))).toEqual(read);
    }),
    { numRuns: 200 },
  );
});
