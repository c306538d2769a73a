import { inSentence } from "../../series/format.ts";
import { asked, type Condition, type Decided, thresholdWords, valueWords } from "../decision.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { type TableColumn, table } from "../table.ts";
import { type Context, shortTitleOf } from "./section.ts";

const SIGNS = { true: "✓", false: "✗", null: "?" } as const;
const WORDS = { true: "passed", false: "not passed", null: "not known" } as const;

function cell(condition: Condition | undefined): Html {
  if (condition === undefined) return html`–`;
  const { passed, why } = condition;
  const sign = `${passed}` as const;
  return html`<span class="condition" data-passed="${sign}">${passed === null ? null : html`${valueWords(condition)} `}<span aria-hidden="true">${SIGNS[sign]}</span><span class="out-of-sight">${WORDS[sign]}</span></span>${passed === null && html` <small class="why-not">not known: ${why}</small>`}`;
}

/** The title of a condition, units by their own titles. */
export function titleIn({ findings }: Context, { id, title }: Condition): string {
  const unit = findings.numeraires.find(
    (one) => id === `alpha-sign-${one.id}` || id === `sharpe-sign-${one.id}`,
  );
  return unit === undefined
    ? title
    : title.replace(` in ${unit.id}`, ` in ${inSentence(unit.title)}`);
}

/** The word that tells what a condition is about. */
const WORD_OF: Readonly<Record<string, string>> = {
  "alpha-t": "alpha t",
  "sharpe-p": "sharpeDifference",
  "stepdown-p": "stepdown",
  "deflated-sharpe": "deflated Sharpe",
  overfitting: "PBO",
  "start-dates": "start dates",
  wealth: "relativeWealth",
  "record-length": "MinTRL",
};

function wordOf(id: string): string {
  if (id.startsWith("alpha-sign-")) return "alpha";
  if (id.startsWith("sharpe-sign-")) return "sharpe";
  if (id.startsWith("stress")) return "stress";
  return WORD_OF[id] ?? "decision";
}

/** Every condition in the order of its first comparison, with what each comparison has for it. */
export function conditionsTable(context: Context, comparisons: readonly Decided[]): Html {
  const first = new Map<string, Condition>();
  for (const { evidence } of comparisons)
    for (const condition of evidence)
      if (!first.has(condition.id)) first.set(condition.id, condition);
  const columns: TableColumn[] = [
    { head: "What it asks", kind: "text" },
    { head: "Has to be", kind: "number" },
    ...comparisons.map(
      ({ benchmark }): TableColumn => ({
        head: shortTitleOf(context, benchmark),
        kind: "number",
      }),
    ),
  ];
  return table({
    caption:
      "What the strategy has to show before it is said to beat a benchmark, and what it shows against each: every row has to pass (✓), and what is not known does not",
    corner: "Condition",
    columns,
    stacks: true,
    groups: [
      {
        rows: [...first.values()].map((condition) => ({
          head: defined(wordOf(condition.id), titleIn(context, condition)),
          cells: [
            asked(condition),
            thresholdWords(condition),
            ...comparisons.map(({ evidence }) =>
              cell(evidence.find(({ id }) => id === condition.id)),
            ),
          ],
        })),
      },
    ],
  });
}
