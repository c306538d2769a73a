import { chance, count, decimal, listed } from "../../series/format.ts";
import type { BlockSensitivityFinding } from "../../study/inference-finding.ts";
import { type Html, html } from "../html.ts";
import { type TableColumn, table } from "../table.ts";
import { type Context, fileLink, rivalsOf, shortTitleOf } from "./section.ts";

const LEVEL = 0.05;

const TESTS = [
  ["sharpe", "p, Sharpe difference", "p of the Sharpe difference"],
  ["superiorAbility", "p, superior ability", "p of the best of all trials (superior ability)"],
  ["stepdown", "p, stepdown", "p after all trials (stepdown)"],
] as const;

/** The blocks of each question, and what other blocks would have said. */
export function blockLengths(context: Context): Html | null {
  const { blockSensitivity, reason } = context.findings.inference;
  if (reason !== null || blockSensitivity.length === 0) return null;
  const rivals = rivalsOf(context).filter((rival) =>
    blockSensitivity.some(({ benchmark }) => benchmark === rival),
  );
  const of = (rival: string) => blockSensitivity.filter(({ benchmark }) => benchmark === rival);
  return html`<h3>How much hangs on the length of the blocks</h3>
<p>${verdictWords(context, rivals, of)} ${chosenWords(context, rivals)}${resampleWords(blockSensitivity)}</p>
${table({
  caption:
    "p of the tests that are resampled in blocks, with the blocks chosen and with shorter and longer ones",
  corner: "Months of a block",
  columns: TESTS.map(([, title]): TableColumn => ({ head: title, kind: "number" })),
  groups: rivals.map((rival) => ({
    title: `Against ${shortTitleOf(context, rival)}`,
    rows: of(rival).map((row) => ({
      head: lengthWords(row),
      cells: TESTS.map(([key]) => chance(row[key])),
    })),
  })),
})}
<p class="source">Numbers: ${fileLink("block-sensitivity.csv")}, blocks of every benchmark: ${fileLink("block-lengths.csv")}</p>`;
}

function chosenWords(context: Context, rivals: readonly string[]): string {
  const { blocks, aloneBlock } = context.findings.inference;
  const chosen = rivals.flatMap((rival) => {
    const { stationary = null, circular = null } = blocks[rival] ?? {};
    if (stationary === null) return [];
    const sharpe = circular === null ? "" : ` (${count(circular)} for Sharpe ratios)`;
    return [
      `${decimal(stationary, 1)} months on average against ${shortTitleOf(context, rival)}${sharpe}`,
    ];
  });
  const alone =
    aloneBlock === null
      ? ""
      : ` Fans of wealth, which have no rival, have blocks of ${decimal(aloneBlock, 1)} months, by the strategy's own returns.`;
  return `How long the blocks have to be is an estimate as well. It is made of what is compared: the first strategy, the benchmark, their difference and their squares. All that is asked about a benchmark shares its blocks, ${listed(chosen)}.${alone}`;
}

/** How many resamples other blocks have, where these are fewer than those of the chosen ones. */
function resampleWords(rows: readonly BlockSensitivityFinding[]): string {
  const [most, fewest] = [true, false].map(
    (isChosen) => rows.find((row) => row.isChosen === isChosen)?.resamples ?? 0,
  );
  if (fewest === 0 || fewest === most) return "";
  const error = Math.sqrt((LEVEL * (1 - LEVEL)) / fewest!);
  return ` Other blocks are tried on ${count(fewest!)} resamples, not on ${count(most!)}: their p near ${LEVEL} have a standard error of ${decimal(error, 3)}.`;
}

/** Which verdicts at 5 % change with the length of the blocks. */
function verdictWords(
  context: Context,
  rivals: readonly string[],
  of: (rival: string) => readonly BlockSensitivityFinding[],
): Html {
  const torn = rivals.flatMap((rival) =>
    TESTS.flatMap(([key, , title]) => {
      const rows = of(rival);
      const known = rows.flatMap((row) => row[key] ?? []);
      const [low, high] = [Math.min(...known), Math.max(...known)];
      if (!(low < LEVEL && high >= LEVEL)) return [];
      const chosen = rows.find(({ isChosen }) => isChosen)?.[key] ?? null;
      const as = chosen === null ? "" : `, ${chance(chosen)} with the blocks chosen`;
      return [
        `against ${shortTitleOf(context, rival)} the ${title} is ${chance(low)} to ${chance(high)}${as}`,
      ];
    }),
  );
  return torn.length === 0
    ? html`No verdict at 5 % changes with it.`
    : html`<strong>${torn.length === 1 ? "One verdict at 5 % hangs on it" : `${count(torn.length)} verdicts at 5 % hang on it`}:</strong> ${torn.join("; ")}.`;
}

function lengthWords({ isChosen, stationary, circular, reason }: BlockSensitivityFinding): Html {
  const why = reason !== null && html` <small class="why-not">not all known: ${reason}</small>`;
  return isChosen
    ? html`${decimal(stationary, 1)} as chosen${circular !== null && `, ${count(circular)} for Sharpe ratios`}${why}`
    : html`${count(stationary)}${why}`;
}
