import type { MathNode } from "mathjs";

interface NodeTypes {
  ParenthesisNode: import("mathjs").ParenthesisNode;
  ConstantNode: import("mathjs").ConstantNode;
  SymbolNode: import("mathjs").SymbolNode;
  OperatorNode: import("mathjs").OperatorNode;
  FunctionNode: import("mathjs").FunctionNode;
}

/** Whether a node of a parsed formula is of a type; by its name, so that nothing of mathjs is loaded. */
export function is<T extends keyof NodeTypes>(node: unknown, type: T): node is NodeTypes[T] {
  return (node as MathNode).type === type;
}
