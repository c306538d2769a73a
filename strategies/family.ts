import {
  drifted,
  monthly,
  quarterly,
  type Strategy,
  strategy,
  volatilityTarget,
  yearly,
} from "assay";

/** Weights of the short leg in long bonds, by their name in an id. */
const SHORTS = { 0: 0, 25: -0.25, 50: -0.5, 100: -1 } as const;

/** What is held long: all of the bet, without what is not metal, and gold alone; each sums to 1. */
const SLEEVES = {
  gold: { title: "gold", weights: { gold: 1 } },
  coin: { title: "gold and bitcoin", weights: { gold: 5 / 6, bitcoin: 1 / 6 } },
  four: {
    title: "four hard assets",
    weights: { gold: 0.5, bitcoin: 0.1, miners: 0.2, energy: 0.2 },
  },
} as const;

const REBALANCINGS = { monthly, quarterly, yearly, band: drifted() } as const;

/** The volatility that a variant with an overlay is scaled to. */
const TARGET = 0.1;

/**
 * Every way in which the bet could sensibly have been written down, fixed before any of them was run:
 * four sizes of the short leg, three sleeves, four rules of rebalancing, with and without a volatility
 * target. 96 trials, none of which is shown as a portfolio; they say how good the best of so many would
 * look by luck.
 */
export const family: readonly Strategy[] = keysOf(SHORTS).flatMap((short) =>
  keysOf(SLEEVES).flatMap((sleeve) =>
    keysOf(REBALANCINGS).flatMap((rule) => [
      variant(short, sleeve, rule, false),
      variant(short, sleeve, rule, true),
    ]),
  ),
);

function variant(
  short: keyof typeof SHORTS,
  sleeve: keyof typeof SLEEVES,
  rule: keyof typeof REBALANCINGS,
  scaled: boolean,
): Strategy {
  const { title, weights } = SLEEVES[sleeve];
  const bonds = Number(short) === 0 ? "no short" : `short ${short} % in bonds`;
  return strategy({
    id: `family-${short}-${sleeve}-${rule}${scaled ? "-vol" : ""}`,
    title: `${title}, ${bonds}, ${REBALANCINGS[rule].text}${scaled ? ", at 10 % volatility" : ""}`,
    rationale: "A variant of the bet, declared in advance.",
    assets: ["gold", "bitcoin", "miners", "energy", "longBond"],
    weights: { ...weights, longBond: SHORTS[short] },
    rebalance: REBALANCINGS[rule],
    ...(scaled ? { overlay: volatilityTarget({ target: TARGET }) } : {}),
  });
}

function keysOf<K extends string | number>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
