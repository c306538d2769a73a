import { type Facts, hypothesis, near, reported } from "assay";
import { essayDay } from "./dates.ts";

/** Editions of US money supply by the day on which they were published, those that hold the months asked. */
const editions = {
  "as published on 2025-11-25": "m2OneMonthBeforeEssay",
  "as published on 2025-12-23": "m2BeforeEssay",
  "as published on 2026-03-20": "m2AfterEssay",
  "as published on 2026-03-25": "m2OfLateMarch",
  "as published on 2026-04-29": "m2OfApril",
  "as published on 2026-05-27": "m2OfMay",
  "as published on 2026-06-24": "m2OfJune",
  latest: "m2",
} as const;

const months = {
  "December 2025": "2025-12-31",
  "November 2025": "2025-11-30",
  "October 2025": "2025-10-31",
} as const;

type Vintage = "as first published" | keyof typeof editions;

/** The editions in which months were published first: what stands under "as first published" already. */
const firstEditions: Readonly<Record<string, Vintage>> = {
  "2025-10-31": "as published on 2025-11-25",
  "2025-11-30": "as published on 2025-12-23",
};

/** Growth of US money over a year, inside one edition; the same figures count once. */
function growthOf(facts: Facts, vintage: Vintage, day: string) {
  if (firstEditions[day] === vintage)
    return facts.notApplicable("it counts as first published already");
  if (vintage === "as first published")
    return facts.calculate("percent / 100", {
      percent: facts.series("m2YoyFirstSeen", "monthly").at(day),
    });
  return facts.series(editions[vintage], "monthly").changesOver(12).at(day);
}

/** The figures that the essay adds about the growth of money. */
export const moneyGrowth = [
  hypothesis({
    id: "C30",
    claim: "Over the past year US money supply grew by 4.6 % and China's by 8.5 %.",
    where: "What real progress is: further figures",
    kind: "change",
    vintage: "as first published before the essay, editions around it, and the latest",
    reads: ["m2YoyFirstSeen", "chinaM2Yoy", "chinaM2", ...Object.values(editions)],
    grid: {
      vintage: [
        "as first published",
        "as published on 2025-11-25",
        "as published on 2025-12-23",
        "as published on 2026-03-20",
        "as published on 2026-03-25",
        "as published on 2026-04-29",
        "as published on 2026-05-27",
        "as published on 2026-06-24",
        "latest",
      ],
      month: ["December 2025", "November 2025", "October 2025"],
    },
    test: (facts, { vintage, month }) => {
      const china = facts.known("chinaM2Yoy", essayDay);
      return [
        near(
          `US money supply, year to ${month}, ${vintage}`,
          growthOf(facts, vintage, months[month]),
          "fraction",
          0.046,
          { points: 0.002 },
        ),
        near(
          "China's, the last figure out on the essay's day",
          facts.calculate("percent / 100", { percent: china }),
          "fraction",
          0.085,
          { points: 0.002 },
        ),
        reported(
          "China's by its level, year to December 2025",
          facts.series("chinaM2", "monthly").changesOver(12).at("2025-12-31"),
          "fraction",
        ),
      ];
    },
    chart: (facts) => ({
      title: "US money supply, growth over 12 months, latest edition",
      path: facts
        .series("m2", "monthly")
        .changesOver(12)
        .during({ from: "2023-01-31", to: essayDay }),
      unit: "fraction",
      levels: [{ value: 0.046, label: "claimed" }],
    }),
    note: "The first print of December 2025 came out a day after the essay's own and is not at hand; the last growth that was out by then, of November 2025 and first published on 2025-12-23, stands for it. China's figure is of December 2025, out in the middle of January.",
  }),
];
