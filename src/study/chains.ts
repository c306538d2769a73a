import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import type { Spell } from "../regime/phases.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { ChainFinding, ChainGrowth } from "./findings.ts";

/** A quantity and the links whose product it is: `a / c` is `a / b` times `b / c`. */
export interface ChainSpec {
  readonly id: string;
  readonly title: string;
  /** A series or a formula of series. */
  readonly of: string;
  /** Series or formulas that multiply to it, but for a constant factor. */
  readonly links: readonly string[];
}

/** By how much the product of the links may grow otherwise than the whole, in logarithms. */
const TOLERANCE = 1e-9;

/**
 * The log growth of a whole and of each of its links, over the rows on which all are known and in each phase:
 * `ln(whole) = sum of ln(link)`.
 * @throws InputError where the links do not multiply to the whole, or are never known together
 */
export function chainOf(
  panel: Panel,
  { id, title, of, links }: ChainSpec,
  spells: readonly Spell[],
  days: readonly Day[],
): ChainFinding {
  const { first } = panel.calendar;
  const logs = [of, ...links].map((text) => {
    const values = panel.measured(text);
    return days.map((_, row) => Math.log(values[first + row]!));
  });
  const known = [...days.keys()].filter((row) => logs.every((log) => Number.isFinite(log[row]!)));
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined || from === to)
    throw new InputError(
      `chain ${id}: "${of}" and its links are not known together on two rows of the run; choose series that overlap`,
    );
  const growthOf = (log: readonly number[], a: number, b: number) => log[b]! - log[a]!;
  for (const row of known) checkProduct(row);
  const between = (a: number, b: number): ChainGrowth => ({
    whole: growthOf(logs[0]!, a, b),
    links: Object.fromEntries(links.map((text, i) => [text, growthOf(logs[i + 1]!, a, b)])),
  });
  const labels = [...new Set(spells.map(({ label }) => label))];
  const phases = labels.map((label) => [label, ofPhase(label)] as const);
  return {
    id,
    title,
    of,
    links,
    from: formatDay(days[from]!),
    to: formatDay(days[to]!),
    growth: between(from, to),
    phases: Object.fromEntries(phases),
  };

  function checkProduct(row: number): void {
    const [whole, ...parts] = logs.map((log) => growthOf(log, from!, row));
    const product = parts.reduce((sum, part) => sum + part, 0);
    if (Math.abs(whole! - product) > TOLERANCE)
      throw new InputError(
        `chain ${id}: from ${formatDay(days[from!]!)} to ${formatDay(days[row]!)} "${of}" grew ${Math.exp(whole!).toPrecision(6)} times and the product of ${links.map((text) => `"${text}"`).join(", ")} ${Math.exp(product).toPrecision(6)} times; give links that multiply to the whole`,
      );
  }

  /** The growth in the spells of a label, as far as the chain is known; null where it is not. */
  function ofPhase(label: string): ChainGrowth | null {
    const own = spells
      .filter((spell) => spell.label === label)
      .map((spell) => [Math.max(spell.from, from!), Math.min(spell.to, to!)] as const)
      .filter(([a, b]) => b > a);
    const parts = own.map(([a, b]) => between(a, b));
    const whole = parts.reduce((sum, part) => sum + part.whole, 0);
    if (own.length === 0 || !Number.isFinite(whole)) return null;
    const total = (text: string) => parts.reduce((sum, part) => sum + part.links[text]!, 0);
    return { whole, links: Object.fromEntries(links.map((text) => [text, total(text)])) };
  }
}
