import { InputError } from "../input/input-error.ts";
import { type FormulaNode, is } from "./formula-parser.ts";
import {
  addable,
  DIMENSIONLESS,
  PERCENT,
  parseUnit,
  raised,
  times,
  type Unit,
  unitText,
} from "./unit.ts";

/** Units of the series that a formula reads, by name, as series declare them. */
export type UnitOf = (name: string) => string;

/**
 * The unit of a formula: a sum needs the same unit on both sides, and so do `min` and `max`; products
 * and quotients multiply and divide their units; a typed number takes the unit of what it is added to,
 * percent divided by 100 is a ratio and a ratio times 100 is percent. Other typed factors are weights and
 * change no unit. A logarithm is of a ratio to one unit, and `yoy` is a ratio.
 * @throws InputError with the two sides and their units where they do not go together.
 */
export function unitOfFormula(node: FormulaNode, text: string, unitOf: UnitOf): Unit {
  const inner = (child: FormulaNode) => unitOfFormula(child, text, unitOf);
  if (is(node, "ParenthesisNode")) return inner(node.content);
  if (is(node, "ConstantNode")) return "any";
  if (is(node, "SymbolNode")) return parseUnit(unitOf(node.name));
  if (is(node, "FunctionNode") && is(node.fn, "SymbolNode"))
    return ofFunction(node.fn.name, node.args, text, inner);
  if (is(node, "OperatorNode")) {
    const [left, right] = node.args;
    if (right === undefined) return inner(left!);
    return ofOperator(node.fn, [left!, right], text, inner);
  }
  throw new Error(`formula "${text}": ${node.type} has no unit`);
}

type Inner = (node: FormulaNode) => Unit;

function ofOperator(
  operator: string,
  [left, right]: readonly [FormulaNode, FormulaNode],
  text: string,
  inner: Inner,
): Unit {
  const [a, b] = [inner(left), inner(right)];
  if (operator === "divide") return converted(a, factor(right, -1)) ?? times(a, b, -1);
  if (operator === "multiply")
    return converted(a, factor(right, 1)) ?? converted(b, factor(left, 1)) ?? times(a, b);
  if (operator === "pow") return ofPower(a, b, [left, right], text);
  const verb = operator === "add" ? "is added to" : "is subtracted from";
  return together(text, operator === "add" ? [left, right] : [right, left], verb, inner);
}

/** A power has a unit where its exponent is a typed number; of a ratio any exponent will do. */
function ofPower(
  base: Unit,
  exponent: Unit,
  [left, right]: readonly [FormulaNode, FormulaNode],
  text: string,
): Unit {
  if (exponent !== "any" && exponent.size > 0)
    throw refused(text, `the exponent ${right} is in ${unitText(exponent)}; give a number`);
  if (base === "any" || base.size === 0) return base;
  const typed = typedNumber(right);
  if (typed === undefined)
    throw refused(
      text,
      `${left} is in ${unitText(base)}, and its exponent ${right} is not a typed number; divide first by something in ${unitText(base)}`,
    );
  return raised(base, typed);
}

function ofFunction(name: string, args: readonly FormulaNode[], text: string, inner: Inner): Unit {
  const [first] = args;
  const of = inner(first!);
  if (name === "log" || name === "yoy") return DIMENSIONLESS;
  if (name === "sqrt") return raised(of, 0.5);
  if (name === "exp" && of !== "any" && of.size > 0)
    throw refused(text, `exp(${first}) raises e to ${unitText(of)}; give a ratio`);
  if (name === "exp" || args.length === 1) return of;
  return args
    .slice(1)
    .reduce<Unit>(
      (unit, other) => common(unit, together(text, [first!, other], "is compared with", inner)),
      of,
    );
}

/** The unit of two that are added or compared. */
function together(
  text: string,
  [left, right]: readonly [FormulaNode, FormulaNode],
  verb: string,
  inner: Inner,
): Unit {
  const [a, b] = [inner(left), inner(right)];
  if (addable(a, b)) return common(a, b);
  const remedy = isPercent(a) || isPercent(b) ? "; percent / 100 is a ratio" : "";
  throw refused(
    text,
    `${left} in ${unitText(a)} ${verb} ${right} in ${unitText(b)}; both sides need one unit${remedy}`,
  );
}

function common(a: Unit, b: Unit): Unit {
  return a === "any" ? b : a;
}

function isPercent(unit: Unit): boolean {
  return unit !== "any" && unit.size === 1 && unit.get(PERCENT) === 1;
}

/** A typed number as the factor that it multiplies by; NaN for anything else. */
function factor(node: FormulaNode, power: 1 | -1): number {
  return (typedNumber(node) ?? Number.NaN) ** power;
}

/** What a factor of a hundred makes of percent and of ratios; other factors weigh and convert nothing. */
function converted(unit: Unit, factor: number): Unit | undefined {
  if (isPercent(unit) && Math.abs(factor * 100 - 1) < 1e-9) return DIMENSIONLESS;
  if (unit !== "any" && unit.size === 0 && Math.abs(factor / 100 - 1) < 1e-9)
    return parseUnit(PERCENT);
  return undefined;
}

/** The value of a number that was typed, with or without a sign or parentheses. */
function typedNumber(node: FormulaNode): number | undefined {
  if (is(node, "ParenthesisNode")) return typedNumber(node.content);
  if (is(node, "ConstantNode")) return Number(node.value);
  if (is(node, "OperatorNode") && node.fn === "unaryMinus" && node.args[0]) {
    const size = typedNumber(node.args[0]);
    return size === undefined ? undefined : -size;
  }
  if (is(node, "OperatorNode") && node.fn === "divide") {
    const [above, below] = node.args.map(typedNumber);
    return above === undefined || below === undefined ? undefined : above / below;
  }
  return undefined;
}

function refused(text: string, fact: string): InputError {
  return new InputError(`formula "${text}": ${fact}`);
}
