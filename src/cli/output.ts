import type { Findings } from "../study/findings.ts";
import { answer } from "./answer.ts";
import { comparison } from "./print.ts";
import { registryLine } from "./registry-line.ts";
import type { Terminal } from "./terminal.ts";
import { verdicts } from "./verdicts.ts";

/** How much a run prints: the verdict alone, with the tables that fit, or all that was found of each claim. */
export type Detail = "quiet" | "usual" | "verbose";

/** What a run prints: the verdict first, then how its portfolios compare, its claims, and where the report is. */
export function output(
  findings: Findings,
  page: string,
  terminal: Terminal,
  detail: Detail,
): string {
  const isVerbose = detail === "verbose";
  const tables =
    detail === "quiet"
      ? []
      : [
          comparison(findings, terminal, isVerbose ? "all" : "fitting"),
          verdicts(findings, terminal, isVerbose ? "full" : "line"),
        ];
  const { registry } = findings;
  const last = [`Report: ${page}`, ...(registry === null ? [] : [registryLine(registry)])];
  return [answer(findings, terminal), ...tables, `${last.join("\n")}\n`]
    .filter((part) => part !== "")
    .join(detail === "quiet" ? "" : "\n");
}
