import { above, atLeast, atLeastHold, below, hypothesis, near, reported } from "assay";
import { birthOfQqq, essayDay } from "./dates.ts";

const where = "Gold as the ruler, fourth phase (2024 to 2026)";

const days = {
  "the essay's day": 0,
  "3 days before": -3,
  "2 days before": -2,
  "1 day before": -1,
  "1 day after": 1,
  "2 days after": 2,
  "3 days after": 3,
} as const;

const indices = {
  "S&P 500": "spx",
  QQQ: "qqq",
  "S&P 500 with dividends": "spxTotal",
  "QQQ with dividends": "qqqTotal",
} as const;

const FIVE_PERCENT = { relative: 0.05 };

/** What the essay says of its own present. */
export const fourthPhase = [
  hypothesis({
    id: "C17",
    claim:
      "Gold stands at $5,000 an ounce; the S&P 500 has come back to 1.39 ounces and QQQ to 0.12.",
    where,
    kind: "level",
    reads: ["spx", "qqq", "gold", "goldFutures"],
    grid: {
      gold: ["London fixing", "New York futures", "the essay's 5,000"],
      day: [
        "the essay's day",
        "3 days before",
        "2 days before",
        "1 day before",
        "1 day after",
        "2 days after",
        "3 days after",
      ],
    },
    test: (facts, { gold, day }) => {
      const on = facts.tradingDay(essayDay, days[day]);
      const [spx, qqq] = [facts.series("spx", "daily").at(on), facts.series("qqq", "daily").at(on)];
      if (gold === "the essay's 5,000") {
        return [
          near(
            "S&P 500 at $5,000 an ounce",
            facts.calculate("spx / 5000", { spx }),
            "oz",
            1.39,
            FIVE_PERCENT,
          ),
          near(
            "QQQ at $5,000 an ounce",
            facts.calculate("qqq / 5000", { qqq }),
            "oz",
            0.12,
            FIVE_PERCENT,
          ),
        ];
      }
      const ounce = facts.series(gold === "London fixing" ? "gold" : "goldFutures", "daily").at(on);
      return [
        near("gold", ounce, "USD", 5000, FIVE_PERCENT),
        near(
          "S&P 500 in gold",
          facts.calculate("spx / ounce", { spx, ounce }),
          "oz",
          1.39,
          FIVE_PERCENT,
        ),
        near(
          "QQQ in gold",
          facts.calculate("qqq / ounce", { qqq, ounce }),
          "oz",
          0.12,
          FIVE_PERCENT,
        ),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold",
      path: facts.ratio("spx", "gold", "monthly").during({ from: "2023-12-31", to: essayDay }),
      unit: "oz",
      levels: [{ value: 1.39, label: "claimed" }],
    }),
  }),

  hypothesis({
    id: "C18",
    claim: "In dollars American shares stand at new highs; in gold they have not risen but fallen.",
    where,
    kind: "change",
    reads: [...Object.values(indices), "gold", "goldFutures"],
    grid: {
      index: ["S&P 500", "QQQ", "S&P 500 with dividends", "QQQ with dividends"],
      gold: ["London fixing", "New York futures"],
      start: ["2023-12-29", "2024-11-05", "2024-12-31"],
    },
    rule: atLeastHold(2),
    test: (facts, { index, gold, start }) => {
      const shares = facts.series(indices[index], "daily");
      const inGold = facts.ratio(
        indices[index],
        gold === "London fixing" ? "gold" : "goldFutures",
        "daily",
      );
      const end = shares.at(essayDay);
      const record = shares.during({ from: birthOfQqq, to: essayDay }).maximum();
      const isEveryClose = shares.grain === "daily";
      const highest = isEveryClose ? "its highest close" : "the highest of its closes at hand";
      return [
        atLeast(
          `${index} on the essay's day against ${highest} until then`,
          facts.calculate("end / record - 1", { end, record }),
          "fraction",
          -0.01,
        ),
        above(
          `${index} in dollars since ${start}`,
          shares.changeBetween(start, essayDay),
          "fraction",
          0,
        ),
        below(`${index} in gold`, inGold.changeBetween(start, essayDay), "fraction", 0),
        reported(`${highest} until the essay`, record, "USD"),
      ];
    },
    chart: (facts) => ({
      title: "S&P 500 in gold, 1 at the end of 2023",
      path: facts
        .ratio("spx", "gold", "monthly")
        .during({ from: "2023-12-31", to: essayDay })
        .rebasedAt("2023-12-31"),
      unit: "times",
      levels: [{ value: 1, label: "end of 2023" }],
    }),
    note: "Of the month of the essay the shipped figures hold the named days only, and a higher close between them stays unseen: with them the record is the highest of the closes at hand, and the distance from it the smallest that it can be.",
  }),
] as const;
