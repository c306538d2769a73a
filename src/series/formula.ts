import { InputError } from "../input/input-error.ts";
import { type FormulaNode, formulaParser, is } from "./formula-parser.ts";
import { type UnitOf, unitOfFormula } from "./formula-unit.ts";
import type { Column, Days } from "./series.ts";
import { unitText } from "./unit.ts";
import { yearOnYear } from "./year-on-year.ts";

/** An arithmetic expression over named columns, compiled to loops. */
export interface Formula {
  readonly text: string;
  /** The names it reads, in order of first appearance. */
  readonly symbols: readonly string[];
  /** Whether a value hangs on other rows than its own, so that `evaluate` needs their days. */
  readonly looksBack: boolean;
  /** The value by row; NaN where an input is NaN or the result is not a finite number. */
  evaluate(columns: Readonly<Record<string, Column>>, length: number, days?: Days): Float64Array;
  /** Its unit, out of those of its series. @throws InputError where units do not go together. */
  unit(unitOf: UnitOf): string;
}

/** What a formula is evaluated on. */
interface Rows {
  readonly columns: Readonly<Record<string, Column>>;
  readonly length: number;
  readonly days: Days | undefined;
}

type Operand = number | Column;
type Evaluate = (rows: Rows) => Operand;
type Binary = (left: number, right: number) => number;
type Unary = (value: number) => number;

const OPERATORS: Readonly<Record<string, Binary>> = {
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
  divide: (left, right) => left / right,
  pow: (left, right) => (Number.isNaN(left) ? Number.NaN : left ** right),
};
const FUNCTIONS: Readonly<Record<string, Unary>> = {
  log: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
};
const FOLDS: Readonly<Record<string, Binary>> = { min: Math.min, max: Math.max };
const ACCEPTED =
  "numbers, names of series, + - * / ^, parentheses, log exp sqrt abs of one value, min max of several, yoy(x): growth over a year";
/** What reads other rows: growth over a year, a fraction. */
const LOOKING_BACK = "yoy";
const FOREIGN = /[^\w.+\-*/^(), ]/;
const NAME = /(?<![\w.])[A-Za-z_]\w*(?!\w|\s*\()/g;

/**
 * Compiles a formula such as `spx / gold`; `log` is natural. Parsed by mathjs, evaluated by own loops
 * over columns. Unknown in, unknown out; a division by zero, or any result that is not finite, is
 * unknown too (NaN), never infinite.
 * @throws InputError with the formula, the place and what is accepted.
 */
export async function compileFormula(text: string): Promise<Formula> {
  return (await formulaCompiler())(text);
}

/** What compiles formulas, for whoever has many and cannot wait for each. */
export async function formulaCompiler(): Promise<(text: string) => Formula> {
  const parse = await formulaParser();
  return (text) => {
    const node = parsed(text, parse);
    const evaluate = compile(node, text);
    return {
      text,
      symbols: namesIn(text),
      looksBack: new RegExp(`\\b${LOOKING_BACK}\\s*\\(`).test(text),
      unit: (unitOf) => unitText(unitOfFormula(node, text, unitOf)),
      evaluate: (columns, length, days) => {
        const result = evaluate({ columns, length, days });
        return typeof result === "number"
          ? new Float64Array(length).fill(result)
          : Float64Array.from(result);
      },
    };
  };
}

/** The names that a formula reads, found without parsing it; on an accepted formula exactly its symbols. */
export function namesIn(text: string): string[] {
  return [...new Set(text.match(NAME))];
}

function parsed(text: string, parse: (text: string) => FormulaNode): FormulaNode {
  const foreign = FOREIGN.exec(text);
  if (foreign !== null) throw refusal(text, foreign[0], foreign.index);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(`formula "${text}": ${error.message}; accepted: ${ACCEPTED}`);
  }
}

function compile(node: FormulaNode, text: string): Evaluate {
  const inner = (child: FormulaNode) => compile(child, text);
  if (is(node, "ParenthesisNode")) return inner(node.content);
  if (is(node, "ConstantNode") && typeof node.value === "number") return constant(node.value);
  if (is(node, "SymbolNode")) return symbol(node.name);
  if (is(node, "OperatorNode") && !node.implicit) {
    const operator = Object.hasOwn(OPERATORS, node.fn) ? OPERATORS[node.fn] : undefined;
    const [left, right] = node.args;
    if (operator && left && right && node.args.length === 2)
      return binary(operator, inner(left), inner(right));
    if (node.fn === "unaryMinus" && left) return unary((value) => -value, inner(left));
  }
  if (is(node, "FunctionNode") && is(node.fn, "SymbolNode")) {
    const { name } = node.fn;
    const [first, ...others] = node.args;
    if (first && others.length === 0 && Object.hasOwn(FUNCTIONS, name))
      return unary(FUNCTIONS[name]!, inner(first));
    if (first && others.length === 0 && name === LOOKING_BACK) return overYear(inner(first));
    if (first && others.length > 0 && Object.hasOwn(FOLDS, name))
      return others
        .map(inner)
        .reduce((left, right) => binary(FOLDS[name]!, left, right), inner(first));
  }
  throw refused(node, text);
}

function refused(node: FormulaNode, text: string): InputError {
  const piece = node.toString();
  const isImplicit = is(node, "OperatorNode") && node.implicit;
  const fact = isImplicit ? "multiplies without a sign; write *" : undefined;
  return refusal(text, piece, text.indexOf(piece), fact);
}

function refusal(text: string, piece: string, at: number, fact = "is not understood"): InputError {
  const where = at < 0 ? "" : ` (char ${at + 1})`;
  return new InputError(`formula "${text}": "${piece}"${where} ${fact}; accepted: ${ACCEPTED}`);
}

function constant(value: number): Evaluate {
  return () => value;
}

function symbol(name: string): Evaluate {
  return ({ columns }) => {
    const column = columns[name];
    if (column === undefined) throw new Error(`formula: no column "${name}" was given`);
    return column;
  };
}

function unary(operation: Unary, of: Evaluate): Evaluate {
  return (rows) => {
    const value = of(rows);
    if (typeof value === "number") return finite(operation(value));
    const { length } = rows;
    const result = new Float64Array(length);
    for (let row = 0; row < length; row += 1) result[row] = finite(operation(value[row]!));
    return result;
  };
}

function binary(operation: Binary, left: Evaluate, right: Evaluate): Evaluate {
  return (rows) => {
    const a = left(rows);
    const b = right(rows);
    if (typeof a === "number" && typeof b === "number") return finite(operation(a, b));
    const { length } = rows;
    const result = new Float64Array(length);
    if (typeof a === "number")
      for (let row = 0; row < length; row += 1)
        result[row] = finite(operation(a, (b as Column)[row]!));
    else if (typeof b === "number")
      for (let row = 0; row < length; row += 1) result[row] = finite(operation(a[row]!, b));
    else
      for (let row = 0; row < length; row += 1) result[row] = finite(operation(a[row]!, b[row]!));
    return result;
  };
}

function overYear(of: Evaluate): Evaluate {
  return (rows) => {
    const { length, days } = rows;
    if (days === undefined) throw new Error(`formula: ${LOOKING_BACK} was given no days`);
    const value = of(rows);
    return yearOnYear(
      days,
      typeof value === "number" ? new Float64Array(length).fill(value) : value,
    );
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
