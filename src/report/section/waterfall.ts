import { signedDecimal } from "../../series/format.ts";
import type { CourseFinding } from "../../study/findings.ts";
import { waterfallRows } from "../chart/waterfall-rows.ts";
import type { Html } from "../html.ts";
import { assetTitle, type Context, figureBlock, phaseTitle, titleOf } from "./section.ts";

type Found = CourseFinding["waterfalls"][number];

/** Parts of log growth smaller than this are not drawn. */
const NEGLIGIBLE = 5e-4;

function groupOf(context: Context, { phase, assets, financing, costs, total }: Found) {
  const legs = Object.entries(assets)
    .sort(([, left], [, right]) => right - left)
    .map(([asset, value]) => ({ label: assetTitle(context, asset), value }));
  const rest = [
    { label: "Interest, net", value: financing },
    { label: "Costs", value: costs },
  ];
  return {
    title: phase === null ? "The whole run" : phaseTitle(context, phase),
    steps: [...legs, ...rest].filter(({ value }) => Math.abs(value) >= NEGLIGIBLE),
    total,
  };
}

/** How the growth of the first strategy came about step by step, in the whole run and in each phase. */
export function waterfall(context: Context): Promise<Html> | null {
  const { waterfalls } = context.findings.course;
  const strategy = waterfalls[0]?.portfolio;
  const own = waterfalls.filter(({ portfolio }) => portfolio === strategy);
  if (strategy === undefined) return null;
  const groups = own.map((found) => groupOf(context, found));
  return figureBlock(context, {
    id: "waterfall",
    title: `How the growth of “${titleOf(context, strategy)}” came about, phase by phase`,
    note: "Read each block downwards: every bar begins where the one above it ended, to the right for what was gained, to the left for what was lost; the dark bar is what came of it. Here legs are told as they moved, and interest and costs of all of them stand in bars of their own.",
    source: "the books; contributions to log growth in dollars",
    table: "waterfall.csv",
    alternative: groups
      .map(
        ({ title, steps, total }) =>
          `${title}: ${steps.map(({ label, value }) => `${label} ${signedDecimal(value, 2)}`).join(", ")}, in all ${signedDecimal(total, 2)}`,
      )
      .join("; "),
    ...waterfallRows({ data: "waterfall", groups }),
  });
}
