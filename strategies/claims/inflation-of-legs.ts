import { type Check, type Fact, type Facts, inconsistency, type Path, reported } from "assay";
import { monthOf } from "./years.ts";

const legs = {
  gold: "gold",
  bitcoin: "bitcoin",
  miners: "miners",
  energy: "energy",
  "bonds held short": "longBond",
} as const;
type Leg = (typeof legs)[keyof typeof legs];

/** Consumer prices of a month are known at the end of the next; what is known then acts on the month after. */
const MONTHS_TO_ACT = 2;
const since = "1999-03-31";

/** Months after which inflation on the year was known to be above, or not above, that of six months before. */
function monthsAfter(facts: Facts<Leg | "cpi">, isUp: boolean): ReadonlySet<number> {
  const prices = facts.series("cpi", "monthly");
  const yearly = prices.changesOver(12).map("growth", (change) => 1 + change);
  const acceleration = yearly.changesOver(6);
  return new Set(
    Array.from(acceleration.days).flatMap((day, row) =>
      acceleration.values[row]! > 0 === isUp ? [monthOf(day) + MONTHS_TO_ACT] : [],
    ),
  );
}

/** Growth a year of what is held, or of what is owed, over some months since the first close of QQQ. */
function growthIn(facts: Facts, path: Path, months: ReadonlySet<number>, isShort: boolean): Fact {
  const first = monthOf(Date.parse(since) / 86_400_000);
  const changes = path.changesOver(1, "logarithm").keep((day) => {
    const month = monthOf(day);
    return month > first && months.has(month);
  });
  const sign = isShort ? -1 : 1;
  return facts.calculate("exp(12 * sign * mean) - 1", { sign, mean: changes.mean() });
}

/** What each leg of the second bet earned while inflation rose and while it fell. */
export const inflationOfLegs = inconsistency({
  id: "I12",
  claims: ["C02", "C35", "C39"],
  title: "Short bonds against a deflation by AI",
  reads: ["cpi", ...Object.values(legs)],
  lines: (facts) =>
    [true, false].flatMap((isUp): Check[] => {
      const months = monthsAfter(facts, isUp);
      const words = isUp ? "inflation up" : "inflation not up";
      const each = Object.entries(legs).map(([name, id]) =>
        reported(
          `${name}, a year, ${words}`,
          growthIn(facts, facts.series(id, "monthly"), months, id === "longBond"),
          "fraction",
        ),
      );
      const bet = facts.run.wealth("hard-assets", "usd").monthEnds();
      return [
        ...each,
        reported(`the full bet, a year, ${words}`, growthIn(facts, bet, months, false), "fraction"),
      ];
    }),
  says: (words) => {
    const names = [...Object.keys(legs), "the full bet"];
    const told = names.map((name, at) => `${name} ${words[at]} and ${words[at + names.length]}`);
    return `The bet is short long bonds because money loses its value, but a deflation by AI, the essay's first premise, is the best case for long bonds: the short leg bets that AI fails and that no deflation comes. Since 1999, a year, in months after inflation was known to have risen within half a year and in the others: ${told.join("; ")}. Growth is left out, since its monthly figures are not at hand.`;
  },
});
