import type { CardEntry, Printed } from "../../measure/elsewhere.ts";
import { decimal, inSentence, percent, signedDecimal, signedPercent } from "../../series/format.ts";
import { METRICS } from "../../words/metric.ts";
import { type Html, html } from "../html.ts";
import { type TableColumn, table } from "../table.ts";
import { type Context, fileLink, titleOf } from "./section.ts";

/** Names and kinds of the measures on the card that the tables of measures do not have. */
const OTHERS: Readonly<Record<string, { readonly name: string; readonly percent: boolean }>> = {
  "drawdowns.peak": { name: "Deepest fall: peak on", percent: false },
  "drawdowns.recovery": { name: "Deepest fall recovered on", percent: false },
  "drawdowns.days": { name: "Days of the deepest fall", percent: false },
  alpha: { name: "Alpha a year", percent: true },
  informationRatio: { name: "Information ratio", percent: false },
  upCapture: { name: "Up capture", percent: false },
  downCapture: { name: "Down capture", percent: false },
};

function isMetric(measure: string): measure is keyof typeof METRICS {
  return measure in METRICS;
}

function nameOf(measure: string): string {
  return isMetric(measure) ? METRICS[measure].name : (OTHERS[measure]?.name ?? measure);
}

function inPercent(measure: string): boolean {
  return isMetric(measure)
    ? METRICS[measure].show(0.5).endsWith("%")
    : OTHERS[measure]?.percent === true;
}

function printed(measure: string, value: Printed): string {
  if (typeof value === "string") return value;
  if (value !== null && !isMetric(measure) && Number.isInteger(value)) return decimal(value, 0);
  if (isMetric(measure)) return METRICS[measure].show(value);
  return inPercent(measure) ? percent(value) : decimal(value, 2);
}

/** Depths and losses, which some tools print with the other sign: their sizes are compared. */
const SIZES: readonly string[] = ["maxDrawdown", "var95", "cvar95"];

/** Theirs less ours, of sizes where the sign is a matter of taste; null where either is no number. */
function gapOf({ measure, value }: CardEntry, other: CardEntry["others"][number]): number | null {
  if (!SIZES.includes(measure)) return other.gap;
  if (typeof value !== "number" || typeof other.value !== "number") return null;
  return Math.abs(other.value) - Math.abs(value);
}

function isOtherSign({ measure, value }: CardEntry, other: CardEntry["others"][number]): boolean {
  return (
    SIZES.includes(measure) &&
    typeof value === "number" &&
    typeof other.value === "number" &&
    value * other.value < 0
  );
}

/** The gap, and where the other tool turns the sign that this is so: its size alone is compared. */
function gapText(entry: CardEntry, other: CardEntry["others"][number]): string {
  const gap = gapOf(entry, other);
  const text = inPercent(entry.measure)
    ? signedPercent(gap)
    : signedDecimal(gap, gap !== null && Number.isInteger(gap) ? 0 : 2);
  if (!isOtherSign(entry, other)) return text;
  return /[1-9]/.test(text) ? `other sign, size ${text}` : "other sign, same size";
}

/** The tool that lies furthest from ours, or the first that prints something else. */
function furthest(entry: CardEntry): CardEntry["others"][number] | undefined {
  const { value, others } = entry;
  const size = (other: CardEntry["others"][number]) => Math.abs(gapOf(entry, other) ?? 0);
  const [widest] = others
    .filter((other) => gapOf(entry, other) !== null)
    .sort((left, right) => size(right) - size(left));
  return widest ?? others.find((other) => other.value !== value) ?? others[0];
}

const COLUMNS: readonly TableColumn[] = [
  { head: "Value", kind: "number" },
  { head: "Gap", kind: "number" },
  { head: "By", kind: "text" },
  { head: "Defined as", kind: "text" },
];

function widestGaps(entries: readonly CardEntry[]): Html {
  return table({
    caption:
      "Ours, and the definition elsewhere that lies furthest from it; gap: theirs less ours; where a tool prints a fall or a loss with the other sign, its size less ours",
    corner: "Measure",
    stacks: true,
    columns: [{ head: "Here", kind: "number" }, ...COLUMNS],
    groups: [
      {
        rows: entries.map((entry) => {
          const other = furthest(entry);
          return {
            head: nameOf(entry.measure),
            cells: [
              printed(entry.measure, entry.value),
              printed(entry.measure, other?.value ?? null),
              other === undefined ? "–" : gapText(entry, other),
              other?.tool ?? "–",
              other?.how ?? "–",
            ],
          };
        }),
      },
    ],
  });
}

function everyTool(entries: readonly CardEntry[]): Html {
  return table({
    caption: "Every definition compared; the first row of each measure is ours",
    corner: "Measure",
    stacks: true,
    columns: COLUMNS,
    groups: entries.map((entry) => ({
      title: nameOf(entry.measure),
      rows: [
        { head: "here", cells: [printed(entry.measure, entry.value), "", "assay", entry.how] },
        ...entry.others.map((other) => ({
          head: "elsewhere",
          cells: [
            printed(entry.measure, other.value),
            gapText(entry, other),
            other.tool,
            other.how,
          ],
        })),
      ],
    })),
  });
}

/** One portfolio's measures beside what other tools would print for the same wealth. */
export function card(context: Context): Html | null {
  const { portfolio, benchmark, numeraire, entries } = context.findings.conventions;
  if (entries.length === 0) return null;
  const unit = context.findings.numeraires.find(({ id }) => id === numeraire);
  const against = benchmark === null ? "" : ` (against ${titleOf(context, benchmark)})`;
  return html`<p>The same wealth gives other numbers where measures are defined otherwise. These are of “${titleOf(context, portfolio)}”${against} in ${inSentence(unit?.title ?? numeraire)}, beside what other tools would print by their defaults.</p>
${widestGaps(entries)}
<details><summary>What each tool would print</summary>${everyTool(entries)}</details>
<p class="source">Numbers: ${fileLink("conventions.csv")}</p>`;
}
