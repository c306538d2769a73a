import type { MathNode } from "mathjs";

/** A node of a parsed formula. */
export type FormulaNode = MathNode;

interface NodeTypes {
  ParenthesisNode: import("mathjs").ParenthesisNode;
  ConstantNode: import("mathjs").ConstantNode;
  SymbolNode: import("mathjs").SymbolNode;
  OperatorNode: import("mathjs").OperatorNode;
  FunctionNode: import("mathjs").FunctionNode;
}

/** Whether a node is of a type; by its name, so that nothing of mathjs is loaded. */
export function is<T extends keyof NodeTypes>(node: unknown, type: T): node is NodeTypes[T] {
  return (node as FormulaNode).type === type;
}

/** Loads mathjs, of which only the parser is used. The parser throws a SyntaxError. */
export async function formulaParser(): Promise<(text: string) => FormulaNode> {
  const { create, parseDependencies } = await import("mathjs/number");
  return create({ parseDependencies }).parse;
}
