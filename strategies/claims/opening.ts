import { above, allOrNothing, between, type Facts, hypothesis, type Path, reported } from "assay";
import { risesWith } from "./currency-and-metal.ts";
import { essayDay } from "./dates.ts";
import { type Frequency, golds, ounce } from "./in-gold.ts";

const where = "Opening";
const yearBefore = "2024-12-31";
const yearEnd = "2025-12-31";

const baskets = {
  "equal weights": "aiBasketEqual",
  "by market value": "aiBasketCap",
  "SMH fund": "semiconductors",
} as const;

const baht = {
  "Federal Reserve": "usdthb",
  "cross of euro rates": "usdthbCross",
  "monthly average": "usdthbAverage",
} as const;

const peso = { market: "usdclp", "monthly average": "usdclpAverage" } as const;

const coppers = {
  London: "copper",
  "New York futures": "copperComex",
  "monthly average": "copperAverage",
} as const;

const dailyOrAverage = ["daily", "monthly average"] as const satisfies readonly Frequency[];

/** A price as often as it is read; an average of months is read as nothing else. */
function readAs<S extends string>(
  facts: Facts<S>,
  formula: string,
  isAverage: boolean,
  frequency: Frequency,
): Path {
  if (isAverage && frequency !== "monthly average")
    return facts.notApplicable("monthly averages are not closes");
  if (isAverage) return facts.formula(formula, "monthly");
  const closes = facts.formula(formula, "daily");
  return frequency === "monthly average" ? closes.monthlyAverages() : closes;
}

/** What the essay says of its day before it turns to gold. */
export const opening = [
  hypothesis({
    id: "C01",
    claim: "The companies in QQQ that live on AI rose almost 30 % within a year.",
    where,
    kind: "change",
    reads: [
      ...Object.values(baskets),
      ...(["spx", "qqq", "gold", "spxTotal", "qqqTotal"] as const),
    ],
    grid: {
      basket: ["equal weights", "by market value", "SMH fund", "QQQ as a whole"],
      window: ["calendar 2025", "year to date"],
      index: ["with dividends", "price index"],
    },
    untestable: "The essay does not say which companies it means, so no basket can decide it",
    test: (facts, { basket, window, index }) => {
      const [from, to] = window === "calendar 2025" ? [yearBefore, yearEnd] : [yearEnd, essayDay];
      const isTotal = index === "with dividends";
      const risen = (path: Path) => path.changeBetween(from, to);
      if (basket !== "QQQ as a whole" && !isTotal)
        return facts.notApplicable("the baskets are given with their dividends");
      const own =
        basket === "QQQ as a whole"
          ? []
          : [
              between(
                `AI companies (${basket}) in ${window}`,
                risen(facts.series(baskets[basket], "daily")),
                "fraction",
                0.25,
                0.35,
              ),
            ];
      return [
        ...own,
        reported(
          `QQQ in ${window}`,
          risen(facts.series(isTotal ? "qqqTotal" : "qqq", "daily")),
          "fraction",
        ),
        reported("S&P 500", risen(facts.series(isTotal ? "spxTotal" : "spx", "daily")), "fraction"),
        reported("gold", risen(facts.series("gold", "daily")), "fraction"),
      ];
    },
    chart: (facts) => ({
      title: "QQQ",
      path: facts.series("qqq", "monthly").during({ from: yearBefore, to: essayDay }),
      unit: "USD",
    }),
    note: "Tested on a list of one's own: NVDA, MSFT, GOOGL, AMZN, META, AVGO, AMD, ASML, MU and PLTR, named before looking.",
  }),

  hypothesis({
    id: "C02",
    claim:
      "The American government says again and again that AI will bring falling prices and with them prosperity.",
    where,
    kind: "statement",
    untestable: "It reports what others said, which no figure decides",
    note: "Whether AI brings falling prices is registered as prediction P07.",
  }),

  hypothesis({
    id: "C03",
    claim: "Unemployment keeps rising, and not in the United States alone but in the whole world.",
    where,
    kind: "change",
    reads: ["worldUnemployment", "unemployment"],
    grid: { area: ["world", "United States"], window: ["2 years", "1 year", "3 years"] },
    rule: allOrNothing,
    test: (facts, { area, window }) => {
      const years = Number(window[0]);
      if (area === "United States") {
        const path = facts.series("unemployment", "monthly");
        const start = years === 2 ? "2023-12-31" : years === 1 ? yearBefore : "2022-12-31";
        const changeFrom = (from: string) =>
          facts.calculate("(b - a) / 100", { a: path.at(from), b: path.at(yearEnd) });
        return [
          reported(
            "US unemployment, change in 2025 from January on",
            changeFrom("2025-01-31"),
            "points",
          ),
          reported(`US unemployment, change over ${window}`, changeFrom(start), "points"),
        ];
      }
      const path = facts.series("worldUnemployment", "monthly");
      return Array.from({ length: years }, (_, back) => {
        const [before, year] = [2024 - back, 2025 - back].map((of) => path.at(`${of}-01-01`));
        return above(
          `change of world unemployment in ${2025 - back}`,
          facts.calculate("(year - before) / 100", { year: year!, before: before! }),
          "points",
          0,
        );
      });
    },
    chart: (facts) => ({
      title: "US unemployment",
      path: facts.series("unemployment", "monthly").during({ from: "2019-01-31", to: yearEnd }),
      unit: "percent",
    }),
    note: "The United States alone cannot decide what is said of the world, and are only told. Figures of a year are dated by its first day.",
  }),

  hypothesis({
    id: "C04",
    claim:
      "People in many countries feel that all prices are rising, whatever official figures say.",
    where,
    kind: "statement",
    reads: ["cpi", "priceExpectations"],
    grid: { survey: ["US households", "none"] },
    untestable:
      "It speaks of what people in many countries feel, and no survey of several countries is at hand",
    test: (facts, { survey }) => {
      const prices = facts.series("cpi", "monthly").changeBetween(yearBefore, yearEnd);
      const official = reported("US consumer prices over 2025", prices, "fraction");
      if (survey === "none") return [official];
      const expected = facts.series("priceExpectations", "monthly").at(yearEnd);
      const gap = facts.calculate("expected / 100 - prices", { expected, prices });
      return [
        reported("what US households expect, less what prices rose", gap, "points"),
        official,
      ];
    },
    chart: (facts) => ({
      title: "US consumer prices, change over a year",
      path: facts
        .series("cpi", "monthly")
        .changesOver(12)
        .during({ from: "2015-01-31", to: yearEnd }),
      unit: "fraction",
    }),
    note: "One country's households stand in for none but themselves.",
  }),

  hypothesis({
    id: "C05",
    claim:
      "The baht rose more than 10 % in a year, and moves with gold (a correlation of 0.88): money that follows goods does not lie.",
    where,
    kind: "relation",
    reads: [...Object.values(baht), "gold", "goldFutures", "goldAverage"],
    grid: {
      baht: ["Federal Reserve", "cross of euro rates", "monthly average"],
      gold: golds,
      frequency: dailyOrAverage,
    },
    test: (facts, { baht: source, gold, frequency }) =>
      risesWith(facts, {
        currency: readAs(facts, `1 / ${baht[source]}`, source === "monthly average", frequency),
        metal: ounce(facts, { gold, frequency }),
        frequency,
        names: ["the baht", "gold"],
        rise: 0.1,
        correlation: 0.88,
        since:
          source === "cross of euro rates"
            ? "2005-04-30"
            : gold === "New York futures"
              ? "2000-08-31"
              : "1999-03-31",
      }),
    chart: (facts) => ({
      title: "Dollars per baht, change over a year",
      path: facts
        .formula("1 / usdthb", "monthly")
        .changesOver(12)
        .during({ from: "2015-01-31", to: essayDay }),
      unit: "fraction",
      levels: [{ value: 0.1, label: "claimed" }],
    }),
    note: "Of the shipped figures only monthly averages can be computed, a single choice; daily figures of one's own decide by days and by many. A monthly average does not see the few days on which the year's rise passed 10 %. Levels that both rise correlate whether or not they have to do with each other: only changes count.",
  }),

  hypothesis({
    id: "C06",
    claim:
      "The Chilean peso rose more than 12 % in a year, and moves with copper (a correlation of 0.8).",
    where,
    kind: "relation",
    reads: [...Object.values(peso), ...Object.values(coppers)],
    grid: {
      peso: ["market", "monthly average"],
      copper: ["London", "New York futures", "monthly average"],
      frequency: dailyOrAverage,
      shift: ["one day", "none"],
    },
    test: (facts, { peso: source, copper, frequency, shift }) => {
      const isAverage = source === "monthly average";
      if (shift === "one day" && isAverage)
        return facts.notApplicable("an average of a month is not shifted by a day");
      const formula = `1 / ${peso[source]}`;
      const shifted = () => {
        const daily = facts.formula(formula, "daily").datedEarlier(1);
        return frequency === "daily" ? daily : daily.monthlyAverages();
      };
      return risesWith(facts, {
        currency: shift === "one day" ? shifted() : readAs(facts, formula, isAverage, frequency),
        metal: readAs(facts, coppers[copper], copper === "monthly average", frequency),
        frequency,
        names: ["the peso", "copper"],
        rise: 0.12,
        correlation: 0.8,
        since: isAverage
          ? copper === "monthly average"
            ? "1999-03-31"
            : "2000-09-30"
          : "2002-01-31",
      });
    },
    chart: (facts) => ({
      title: "Dollars per Chilean peso, change over a year",
      path: facts
        .formula("1 / usdclp", "monthly")
        .changesOver(12)
        .during({ from: "2015-01-31", to: essayDay }),
      unit: "fraction",
      levels: [{ value: 0.12, label: "claimed" }],
    }),
    note: "Of the shipped figures only monthly averages can be computed, a single choice; daily figures of one's own decide by days and by many. A dollar rate of the Central Bank of Chile is dated the day after its trading.",
  }),
] as const;
