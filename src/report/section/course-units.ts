import { inSentence, listed } from "../../series/format.ts";
import type { NumeraireFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { type Context, inEachUnit } from "./section.ts";

/** A block in the units in which the course of the run is told; in the others, that it is not. */
export function inCourseUnits(
  context: Context,
  block: (unit: NumeraireFinding) => Promise<Html> | Html,
): Promise<Html> {
  const { numeraires, course } = context.findings;
  const isTold = ({ id }: NumeraireFinding) => course.numeraires.includes(id);
  const told = numeraires.filter(isTold).map(({ title }) => inSentence(title));
  return inEachUnit(context, (unit) =>
    isTold(unit)
      ? block(unit)
      : html`<p class="remark">Not drawn in ${inSentence(unit.title)}: this is told in ${listed(told)} only.</p>`,
  );
}
