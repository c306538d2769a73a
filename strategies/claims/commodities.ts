import { above, type Fact, type Facts, hypothesis, type Path, type Rule, reported } from "assay";
import { essayDay } from "./dates.ts";

const frequencies = ["monthly average", "month-end"] as const;
type Frequency = (typeof frequencies)[number];

const sources = {
  "monthly average": {
    ...{ copper: "copperAverage", oil: "wtiAverage", silver: "silverAverage" },
    ...{ platinum: "platinumAverage", gold: "goldAverage" },
  },
  "month-end": { copper: "copper", oil: "wti", silver: "silver", gold: "gold" },
} as const;

const starts = { "24 months": "2024-01-31", "12 months": "2025-01-31", "36 months": "2023-01-31" };
const end = "2026-01-31";

/** By how much commodities must outrun money. */
const LEAD = 0.05;

/** Supported where commodities outrun money and gold as well, in part where they outrun money alone. */
const moneyThenGold: Rule = ([first, ...others]) => {
  if (!first!.holds) return "refuted";
  return others.every(({ holds }) => holds) ? "supported" : "partly";
};

function broadOf(facts: Facts, id: "dbc" | "gsg", frequency: Frequency): Path {
  return frequency === "month-end"
    ? facts.series(id, "monthly")
    : facts.series(id, "daily").monthlyAverages();
}

/** The mean of the two in the middle of four. */
function medianOf(facts: Facts, [a, b, c, d]: readonly [Fact, Fact, Fact, Fact]): Fact {
  return facts.calculate("(a + b + c + d - min(a, b, c, d) - max(a, b, c, d)) / 2", { a, b, c, d });
}

/** Whether commodities are turning into money. */
export const commodities = [
  hypothesis({
    id: "C31",
    claim: "Commodities are turning into money: it is no theory, it is happening.",
    where: "What real progress is: commodities as money",
    kind: "change",
    vintage: "latest",
    reads: [
      ...(["m2", "dbc", "gsg", "copper", "wti", "silver", "gold"] as const),
      ...(["copperAverage", "wtiAverage", "silverAverage", "platinumAverage"] as const),
      "goldAverage",
    ],
    grid: {
      prices: frequencies,
      window: ["24 months", "12 months", "36 months"],
      broad: ["DBC fund", "GSG fund"],
      unit: ["dollars, then gold", "dollars alone", "gold alone"],
    },
    rule: moneyThenGold,
    test: (facts, { prices, window, broad, unit }) => {
      const ids = sources[prices];
      const from = starts[window];
      const multipleOf = (path: Path) => path.multipleBetween(from, end);
      const price = (id: string) => facts.formula(id, "monthly");
      const four = [
        multipleOf(broadOf(facts, broad === "DBC fund" ? "dbc" : "gsg", prices)),
        multipleOf(price(ids.copper)),
        multipleOf(price(ids.oil)),
        multipleOf(price(ids.silver)),
      ] as const;
      const gold = multipleOf(price(ids.gold));
      const money = multipleOf(facts.series("m2", "monthly"));
      const median = medianOf(facts, four);
      const inDollars = above(
        `median of four commodities over ${window}, less money supply`,
        facts.calculate("median - money", { median, money }),
        "points",
        LEAD,
      );
      const inGold = above(
        "median in gold",
        facts.calculate("median / gold - 1", { median, gold }),
        "fraction",
        0,
      );
      const change = (title: string, multiple: Fact) =>
        reported(title, facts.calculate("multiple - 1", { multiple }), "fraction");
      return [
        ...(unit === "gold alone" ? [] : [inDollars]),
        ...(unit === "dollars alone" ? [] : [inGold]),
        change(`broad commodities (${broad})`, four[0]),
        change("copper", four[1]),
        change("oil", four[2]),
        change("silver", four[3]),
        ...("platinum" in ids ? [change("platinum", multipleOf(price(ids.platinum)))] : []),
        change("gold", gold),
        change("money supply", money),
      ];
    },
    chart: (facts) => ({
      title: "Broad commodities (DBC fund) in gold, 1 in January 2024",
      path: facts
        .ratio("dbc", "gold", "monthly")
        .during({ from: "2023-01-31", to: essayDay })
        .rebasedAt("2024-01-31"),
      unit: "times",
      levels: [{ value: 1, label: "as in January 2024" }],
    }),
    note: "Of four commodities: a broad fund, copper, oil and silver. Supported where their median outruns money supply by more than five points and has risen in gold too; refuted where only precious metals outrun money.",
  }),
];
