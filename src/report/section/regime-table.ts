import {
  chance,
  count,
  decimal,
  inSentence,
  listed,
  percent,
  signedPercent,
} from "../../series/format.ts";
import type { RegimeFinding } from "../../study/findings.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { idleIn } from "../idle.ts";
import { numberColumns, type TableRow, table } from "../table.ts";
import { firstStrategy } from "./decided.ts";
import { type Context, LEADING_RIVALS, rivalsOf, shortTitleOf } from "./section.ts";

type Test = NonNullable<RegimeFinding["tests"]>[number];
type SupF = NonNullable<NonNullable<RegimeFinding["changes"]>["supF"]>;

/** The portfolios and units whose growth is shown by state. */
function shownIn(
  context: Context,
): readonly { readonly portfolio: string; readonly unit: string }[] {
  const strategy = firstStrategy(context);
  const portfolios = [
    ...(strategy === undefined ? [] : [strategy.id]),
    ...rivalsOf(context).slice(0, LEADING_RIVALS),
  ];
  const units = context.findings.numeraires.slice(0, 2);
  return units.flatMap(({ id }) => portfolios.map((portfolio) => ({ portfolio, unit: id })));
}

function stateRow(
  context: Context,
  regime: RegimeFinding,
  label: { id: string; title: string },
): TableRow {
  const duration = regime.durations[label.id];
  const thin = duration?.thin === true;
  const shown = (text: string) => (thin ? html`<span class="thin">${text}</span>` : text);
  return {
    head: html`${label.title}${thin && html` <small>${duration?.months} months: ${defined("thin", "too few")} to say anything</small>`}`,
    cells: [
      percent(duration?.share, 0),
      count(duration?.spells),
      decimal(duration?.mean, 1),
      ...shownIn(context).map(({ portfolio, unit }) =>
        shown(signedPercent(regime.statistics[label.id]?.[portfolio]?.[unit]?.cagr)),
      ),
    ],
  };
}

function testWords(context: Context, { benchmark, difference, rotation }: Test): Html {
  const what = `over ${shortTitleOf(context, benchmark ?? "")}`;
  if (rotation.p === null) return html`${what} not known: ${rotation.reason}`;
  const corrected =
    rotation.family === null ? "" : `, ${chance(rotation.family, 2)} with all tests counted`;
  return html`${what} ${signedPercent(difference)} of ${defined("log growth", "log growth")} a year (p ${chance(rotation.p, 2)}${corrected})`;
}

/** The first strategy's gain over the first two benchmarks, between the states. */
export function leadingTests(context: Context, { tests }: RegimeFinding): readonly Test[] {
  const strategy = firstStrategy(context);
  if (strategy === undefined || idleIn(context.findings).includes(strategy)) return [];
  const rivals = rivalsOf(context).slice(0, LEADING_RIVALS);
  return (tests ?? []).filter(
    ({ portfolio, benchmark }) =>
      portfolio === strategy.id && benchmark !== null && rivals.includes(benchmark),
  );
}

function between(context: Context, regime: RegimeFinding): Html | null {
  const tests = leadingTests(context, regime);
  if (tests.length === 0)
    return regime.untested === null
      ? null
      : html`No ${defined("rotation test", "p")} for the states: ${regime.untested}.`;
  const [first, second] = regime.labels;
  const states =
    regime.labels.length === 2
      ? `, “${first?.title}” less “${second?.title}”`
      : regime.labels.length > 2
        ? ", between the two states furthest apart"
        : "";
  return html`Gain of the strategy${states} (${defined("rotation test", "rotation test")}): ${tests.map((test, place) => html`${place > 0 && "; "}${testWords(context, test)}`)}.`;
}

function supFWords({ p, date, reason }: SupF, model: string): string {
  if (p === null) return `A test of one break: not known, ${reason}.`;
  return `A test of one break (sup-F), most likely after ${date?.slice(0, 7) ?? "–"}: p ${chance(p)}${model === "trend" ? ", and in simulations a p below 0.05 comes in 6 to 12 of 100 trends without a break" : ""}.`;
}

function changesWords({ changes }: RegimeFinding): string {
  if (changes === null) return "";
  const { model, dates, reason, supF } = changes;
  const found =
    dates === null
      ? `Not searched: ${reason}.`
      : dates.length === 0
        ? "No change was found."
        : `Changes after ${listed(
            dates.map(({ date, lower, upper }) =>
              lower === null || upper === null
                ? date.slice(0, 7)
                : `${date.slice(0, 7)} (${lower.slice(0, 7)} to ${upper.slice(0, 7)})`,
            ),
          )}.`;
  return `${found} ${supF === null ? "" : supFWords(supF, model)}`;
}

function heading(context: Context, regime: RegimeFinding): Html {
  const changes = changesWords(regime);
  return html`${regime.title}<small class="regime-words">${regime.question} ${regime.note}${changes !== "" && html` ${changes}`} <b>${between(context, regime)}</b></small>`;
}

/** Growth by state of each regime: a group a regime, a row a state. */
export function regimeTable(
  context: Context,
  regimes: readonly RegimeFinding[],
  caption: string,
): Html {
  const units = new Map(
    context.findings.numeraires.map(({ id, title }) => [id, inSentence(title)]),
  );
  const months = context.findings.period.frequency === "monthly" ? "months" : "trading days";
  const columns = numberColumns([
    "Share of time",
    defined("spell", "Spells"),
    `Mean ${months} a spell`,
    ...shownIn(context).map(
      ({ portfolio, unit }) =>
        html`${shortTitleOf(context, portfolio)} <small>in ${units.get(unit)}</small>`,
    ),
  ]);
  return table({
    caption,
    corner: "State",
    columns,
    groups: regimes.map((regime) => ({
      title: heading(context, regime),
      rows: regime.labels.map((label) => stateRow(context, regime, label)),
    })),
  });
}
