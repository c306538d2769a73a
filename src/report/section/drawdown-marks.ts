import { count, inSentence, percent } from "../../series/format.ts";
import type { Numbers, NumeraireFinding } from "../../study/findings.ts";
import { markedSpans } from "../chart/marked-spans.ts";
import type { Html } from "../html.ts";
import { seriesFile } from "../series-csv.ts";
import { type Context, figureBlock, required, styleOf } from "./section.ts";
import { rebased } from "./wealth.ts";

const WORST = 5;

/** The deepest falls of the first strategy, marked on its wealth and numbered as in the table. */
export async function drawdownMarks(
  context: Context,
  unit: NumeraireFinding,
): Promise<Html | null> {
  const { portfolios, period } = context.findings;
  const first = portfolios.find(({ role }) => role === "strategy") ?? portfolios[0];
  if (first === undefined) return null;
  const spans = required(first.drawdowns, unit.id, "drawdowns")
    .slice(0, WORST)
    .map(({ depth, peak, trough, recovery, days }, place) => ({
      mark: `${place + 1}`,
      from: peak,
      to: recovery ?? period.to,
      at: trough,
      words: `${place + 1}: ${percent(depth)} on ${trough}, ${count(days)} days from ${peak} to ${recovery ?? "now, still open"}`,
    }));
  if (spans.length === 0) return null;
  const id = `falls-${unit.id}`;
  // The spans stand where phases would: their names are not listed below.
  const frame = { ...context.frame, phases: [] };
  return figureBlock(
    { ...context, frame },
    {
      id,
      title: `The ${spans.length === 1 ? "deepest fall" : `${spans.length} deepest falls`} of “${first.title}”, in ${inSentence(unit.title)}`,
      note: `Each tinted span reaches from a peak to the day on which it was regained, or to the end of the run; the dotted line is its lowest day. The numbers are the ranks in the drawdown table below.`,
      source: "the run; wealth, and its drawdowns as they stand in drawdowns.csv",
      table: seriesFile("wealth", unit.id),
      alternative: `${spans.map(({ words }) => words).join("; ")}.`,
      ...markedSpans({
        data: id,
        frame,
        dates: first.wealth.dates,
        line: {
          key: first.id,
          title: first.title,
          style: styleOf(context, first.id),
          values: rebased(first.wealth[unit.id] as Numbers),
        },
        spans,
        unit: `wealth in ${unit.unit}, first day = 1 (log scale)`,
      }),
    },
  );
}
