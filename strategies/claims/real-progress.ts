import { type Check, type Facts, hypothesis, reported, type Window } from "assay";
import { consumerPrices, consumerPricesReads } from "./consumer-prices.ts";
import { birthOfQqq, essayDay, phase1, phase2, phase3, untilEssay } from "./dates.ts";
import { incomes } from "./in-gold.ts";

const part = "What real progress is";

/** What has a price in the study, by kind. */
const assets = {
  equities: {
    "price index": ["spx", "qqq", "ndx"],
    "with dividends": [
      ...(["spxTotal", "qqqTotal", "eem", "xle", "amlp"] as const),
      ...(["gdx", "nem", "fcx", "xme", "copx", "ura"] as const),
    ],
  },
  commodities: {
    "price index": ["silver", "copper", "wti", "brent", "natgas"],
    "with dividends": ["dbc", "gsg"],
  },
  others: {
    "price index": ["bitcoin"],
    "with dividends": [
      ...(["bills", "longBond", "tltTotal", "vustxTotal"] as const),
      ...(["iefTotal", "shyTotal", "tipTotal"] as const),
    ],
  },
} as const;

const universes = {
  all: ["equities", "commodities", "others"],
  equities: ["equities"],
  commodities: ["commodities"],
} as const;

/** The essay's phases, each from the end of the one before. */
const phases = {
  "first phase": { from: birthOfQqq, to: phase1.to },
  "second phase": { from: phase1.to, to: phase2.to },
  "third phase": { from: phase2.to, to: phase3.to },
  "fourth phase": { from: phase3.to, to: essayDay },
};

/** Share of assets that rose in dollars and fell in gold, among those with prices over a whole window. */
function shareOfIllusion(
  facts: Facts,
  title: string,
  ids: readonly string[],
  { from, to }: Window,
): readonly Check[] {
  const gold = facts.series("gold", "monthly");
  const first = gold.during({ from, to }).first().day!;
  const inGold = gold.multipleBetween(from, to).value;
  const multiples = ids
    .map((id) => facts.series(id, "monthly"))
    .filter((path) => path.first().day! <= first)
    .map((path) => path.multipleBetween(from, to));
  if (multiples.length === 0) return [];
  const share = facts.shareOf(multiples, (inDollars) => inDollars > 1 && inDollars < inGold);
  return [reported(`${title}, of ${multiples.length} assets`, share, "fraction")];
}

/** What shares may beat, by what it is called. */
function rivalsOf(facts: Facts): readonly (readonly [name: string, id: string])[] {
  const prices = consumerPrices(facts);
  return [
    ["money supply", "m2"],
    [prices.name, prices.id],
    ["gold", "goldAverage"],
  ];
}
const MONTHS_A_YEAR = 12;

/** What the essay calls an illusion, and what it calls earned. */
export const realProgress = [
  hypothesis({
    id: "C19",
    claim: "Whoever debases a currency makes everything look as if it were rising.",
    where: `${part}: a saying of Ray Dalio`,
    kind: "statement",
    reads: [
      "gold",
      ...assets.equities["price index"],
      ...assets.equities["with dividends"],
      ...assets.commodities["price index"],
      ...assets.commodities["with dividends"],
      ...assets.others["price index"],
      ...assets.others["with dividends"],
    ],
    untestable: "It quotes a saying, and how much has to rise to be everything is not said",
    grid: { universe: ["all", "equities", "commodities"], index: incomes },
    test: (facts, { universe, index }) => {
      const ids = universes[universe].flatMap((kind): readonly string[] => assets[kind][index]);
      const whole = "share that rose in dollars and fell in gold from 1999 to the essay";
      return [
        ...shareOfIllusion(facts, whole, ids, untilEssay),
        ...Object.entries(phases).flatMap(([title, window]) =>
          shareOfIllusion(facts, `share in the ${title}`, ids, window),
        ),
      ];
    },
    note: "Month-ends. An asset counts in a window where it has prices from its first month on.",
  }),

  hypothesis({
    id: "C29",
    claim:
      "That shares always rise is an illusion; only what outruns money supply is purchasing power earned.",
    where: `${part}: what is really earned`,
    kind: "statement",
    vintage: "latest",
    reads: ["m2", ...consumerPricesReads, "goldAverage", "spxAverage", "spxTotalAverage"],
    untestable: "It says what earning shall mean, which no figure decides",
    grid: {
      window: ["10 years", "20 years", "5 years", "30 years"],
      start: ["1971", "1959", "1999"],
      index: ["with dividends", "price index"],
    },
    test: (facts, { window, start, index }) => {
      const shares = index === "with dividends" ? "spxTotalAverage" : "spxAverage";
      const months = Number.parseInt(window, 10) * MONTHS_A_YEAR;
      const first = facts.series("m2", "monthly").at(`${start}-01-31`).day!;
      const rivals = rivalsOf(facts);
      const gainsOver = (rival: string) =>
        facts
          .formula(`${shares} / ${rival}`, "monthly")
          .keep((day) => day >= first)
          .changesOver(months);
      const gains = rivals.map(([, rival]) => gainsOver(rival));
      const least = gains.reduce((lowest, gain) =>
        lowest.joined(gain, "least of three gains", Math.min),
      );
      const isGain = (gain: number) => gain > 0;
      const years = `windows of ${window} since ${start}`;
      return [
        ...rivals.map(([rival], at) =>
          reported(
            at === 0 ? `share of ${years} in which shares beat ${rival}` : rival,
            gains[at]!.share(isGain),
            "fraction",
          ),
        ),
        reported("all three", least.share(isGain), "fraction"),
        reported(
          "windows without overlap",
          facts.calculate("months / length", {
            months: facts.calculate("windows + length", {
              windows: least.countOf(() => true),
              length: months,
            }),
            length: months,
          }),
          "windows",
        ),
      ];
    },
    chart: (facts) => ({
      title: "S&P composite over money supply, change over 10 years",
      path: facts
        .ratio("spxAverage", "m2", "monthly")
        .during({ from: "1971-01-31", to: "2026-01-31" })
        .changesOver(10 * MONTHS_A_YEAR),
      unit: "fraction",
      levels: [{ value: 0, label: "no more than money" }],
    }),
    note: "Monthly averages; consumer prices without seasonal adjustment where they are at hand, and then without October 2025, which was never published. Windows that overlap are no independent evidence.",
  }),
];
