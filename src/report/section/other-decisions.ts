import type { PortfolioFinding } from "../../study/findings.ts";
import {
  countWords,
  DECISION_SIGNS,
  type Decided,
  decisionWords,
  failures,
  isDecided,
} from "../decision.ts";
import { type Html, html } from "../html.ts";
import { idleIn } from "../idle.ts";
import { table } from "../table.ts";
import { titleIn } from "./conditions.ts";
import { type Context, comparisonOf, LEADING_RIVALS, rivalsOf, shortTitleOf } from "./section.ts";

/** How a comparison was decided, by how many conditions, and the first that it does not meet. */
function cell(context: Context, comparison: Decided): Html {
  const { decision } = comparison;
  const [first] = failures(comparison, (condition) => titleIn(context, condition));
  return html`<span class="decision" data-decision="${decision}"><span aria-hidden="true">${DECISION_SIGNS[decision]}</span> ${decisionWords(comparison)}</span><br><small>${countWords(comparison)}${first !== undefined && `; first: ${first}`}</small>`;
}

function decisions(
  context: Context,
  strategies: readonly PortfolioFinding[],
  rivals: readonly string[],
  caption: string,
): Html {
  const idle = idleIn(context.findings);
  return table({
    caption,
    corner: "Strategy",
    columns: rivals.map((rival) => ({ head: shortTitleOf(context, rival), kind: "text" })),
    stacks: true,
    groups: [
      {
        rows: strategies.map((strategy) => ({
          head: strategy.title,
          cells: rivals.map((rival) => {
            if (idle.includes(strategy)) return "in cash throughout";
            const comparison = comparisonOf(context, strategy.id, rival);
            return comparison !== undefined && isDecided(comparison)
              ? cell(context, comparison)
              : "–";
          }),
        })),
      },
    ],
  });
}

/** How the strategies after the first were decided, and why: a row a strategy, a column a benchmark. */
export function otherDecisions(context: Context): Html | null {
  const [, ...others] = context.findings.portfolios.filter(({ role }) => role === "strategy");
  if (others.length === 0) return null;
  const rivals = rivalsOf(context);
  const [leading, rest] = [rivals.slice(0, LEADING_RIVALS), rivals.slice(LEADING_RIVALS)];
  const caption =
    "The other strategies: what may be said of each, the conditions that it meets, and the first that it does not";
  return html`${decisions(context, others, leading, caption)}
${rest.length > 0 && html`<details><summary>The same against the other benchmarks</summary>${decisions(context, others, rest, caption)}</details>`}`;
}
