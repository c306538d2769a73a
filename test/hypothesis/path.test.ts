import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/hypothesis/fact.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { pathOf } from "../../src/hypothesis/path.ts";
import { InputError } from "../../src/input/input-error.ts";
import { formatDay } from "../../src/series/day.ts";
import { pathBy } from "./path-by.ts";

const seen = ({ value, day }: Fact) => [value, day === undefined ? null : formatDay(day)];
const daysOf = (path: { days: ArrayLike<number> }) => Array.from(path.days, formatDay);

// A week, a weekend and the days after it.
const week = pathBy("daily", {
  "2020-01-06": 3,
  "2020-01-07": 5,
  "2020-01-08": 5,
  "2020-01-09": 2,
  "2020-01-10": 4,
  "2020-01-13": 2,
});
const quarter = pathBy("monthly", {
  "2019-12-31": 8,
  "2020-01-31": 10,
  "2020-02-29": 20,
  "2020-03-31": 5,
});

describe("a path", () => {
  it("leaves out rows that are not known, and needs one that is", () => {
    const path = pathBy("daily", { "2020-01-06": 3, "2020-01-07": Number.NaN, "2020-01-08": 5 });
    expect(daysOf(path)).toEqual(["2020-01-06", "2020-01-08"]);
    expect(() => pathOf("x", "daily", [1], [Number.NaN])).toThrow(
      new NotCovered("x: no figures at hand"),
    );
  });

  it("gives the first of its highest and of its lowest rows, with their days", () => {
    expect(seen(week.maximum())).toEqual([5, "2020-01-07"]);
    expect(seen(week.minimum())).toEqual([2, "2020-01-09"]);
    expect(week.maximum().count).toBe(6);
  });

  it("gives its ends", () => {
    expect(seen(week.first())).toEqual([3, "2020-01-06"]);
    expect(seen(week.last())).toEqual([2, "2020-01-13"]);
    expect(week.lastDay()).toBe("2020-01-13");
  });

  it("sums up its rows", () => {
    expect(week.mean().value).toBe(3.5);
    expect(quarter.standardDeviation().value).toBe(6.5);
    expect(week.quantile(0.5).value).toBe(3.5);
    expect(week.quantile(1).value).toBe(5);
  });

  it("counts the rows that satisfy a condition, and their longest run", () => {
    const isHigh = (value: number) => value >= 4;
    expect(seen(week.countOf(isHigh))).toEqual([3, "2020-01-07"]);
    expect(seen(week.countOf((value) => value > 9))).toEqual([0, null]);
    expect(week.share(isHigh).value).toBe(0.5);
    expect(week.longestRun(isHigh).value).toBe(2);
    expect(seen(week.firstWhere(isHigh)!)).toEqual([5, "2020-01-07"]);
    expect(seen(week.lastWhere(isHigh)!)).toEqual([4, "2020-01-10"]);
    expect(week.firstWhere((value) => value > 9)).toBeNull();
  });
});

describe("during a window", () => {
  it("keeps the rows inside, both ends included", () => {
    expect(daysOf(week.during({ from: "2020-01-07", to: "2020-01-09" }))).toEqual([
      "2020-01-07",
      "2020-01-08",
      "2020-01-09",
    ]);
  });

  it("takes the months that a window of months touches", () => {
    expect(daysOf(quarter.during({ from: "2020-01-31", to: "2020-02-03" }))).toEqual([
      "2020-01-31",
      "2020-02-29",
    ]);
  });

  it("is not covered where the rows do not reach over the window", () => {
    expect(() => week.during({ from: "2020-01-07", to: "2020-03-01" })).toThrow(NotCovered);
    expect(() => week.during({ from: "2019-06-01", to: "2020-01-09" })).toThrow(
      "x: the figures go from 2020-01-06 to 2020-01-13 and do not reach over 2019-06-01 to 2020-01-09",
    );
  });

  it("forgives closes that a long weekend keeps away from the ends of a window", () => {
    expect(week.during({ from: "2019-12-31", to: "2020-01-19" }).days.length).toBe(6);
    expect(() => week.during({ from: "2019-12-28", to: "2020-01-13" })).toThrow(NotCovered);
  });

  it("refuses a window without rows, or that ends before it begins", () => {
    expect(() => week.during({ from: "2020-01-11", to: "2020-01-12" })).toThrow(InputError);
    expect(() => week.during({ from: "2020-01-09", to: "2020-01-07" })).toThrow("is empty");
  });
});

describe("the value on a day", () => {
  it("is that of the day, or of the last close known by then", () => {
    expect(seen(week.at("2020-01-08"))).toEqual([5, "2020-01-08"]);
    expect(seen(week.at("2020-01-12"))).toEqual([4, "2020-01-10"]);
    expect(() => week.at("2020-01-21")).toThrow(NotCovered);
    expect(() => week.at("2020-01-05")).toThrow("x: no value of 2020-01-05 at hand");
  });

  it("is that of the month in a monthly path", () => {
    expect(quarter.at("2020-02-03").value).toBe(20);
    expect(() => quarter.at("2020-04-01")).toThrow(NotCovered);
  });

  it("is that of the very day among some closes, or of a month's end for its last days", () => {
    const some = pathBy("named", { "2020-01-15": 1, "2020-02-28": 7 });
    expect(some.at("2020-01-15").value).toBe(1);
    expect(() => some.at("2020-01-16")).toThrow(NotCovered);
    expect(() => some.at("2020-02-25")).toThrow(NotCovered);
    expect(some.at("2020-02-28").value).toBe(7);
    const early = pathBy("named", { "2020-01-15": 1, "2020-02-29": 7 });
    expect(early.at("2020-02-28").value).toBe(7);
  });

  it("gives multiples and changes between two days", () => {
    expect(week.multipleBetween("2020-01-09", "2020-01-10").value).toBe(2);
    expect(week.changeBetween("2020-01-07", "2020-01-13").value).toBeCloseTo(-0.6, 12);
    expect(() => week.changeBetween("2020-01-10", "2020-01-09")).toThrow("does not come before");
    expect(() => week.changeBetween("2020-01-10", "2020-01-10")).toThrow(InputError);
  });
});

describe("another path made of one", () => {
  it("changes over months, as fractions or logarithms, from the row of that month on", () => {
    const changes = quarter.changesOver(2);
    expect(daysOf(changes)).toEqual(["2020-02-29", "2020-03-31"]);
    expect(Array.from(changes.values)).toEqual([1.5, -0.5]);
    expect(quarter.changesOver(1, "logarithm").values[1]).toBeCloseTo(Math.log(2), 12);
  });

  it("changes over a year of days, from the last close of the year before", () => {
    const path = pathBy("daily", { "2019-01-04": 4, "2020-01-06": 5, "2020-01-20": 6 });
    const changes = path.changesOver(12);
    expect(daysOf(changes)).toEqual(["2020-01-06"]);
    expect(changes.values[0]).toBe(0.25);
  });

  it("is rebased at a day", () => {
    expect(Array.from(quarter.rebasedAt("2020-01-31").values)).toEqual([0.8, 1, 2, 0.5]);
  });

  it("is divided by another on the days that both have", () => {
    const ratio = week.over(pathBy("daily", { "2020-01-07": 2, "2020-01-12": 3, "2020-01-13": 4 }));
    expect(daysOf(ratio)).toEqual(["2020-01-07", "2020-01-13"]);
    expect(Array.from(ratio.values)).toEqual([2.5, 0.5]);
  });

  it("puts each value on the day of an earlier row", () => {
    const shifted = week.datedEarlier(1);
    expect(daysOf(shifted)).toEqual(daysOf(week).slice(0, 5));
    expect(Array.from(shifted.values)).toEqual([5, 5, 2, 4, 2]);
  });

  it("is kept by its days and put through a function, which must know every row", () => {
    expect(week.keep((day) => day > week.days[3]!).days.length).toBe(2);
    expect(() => week.keep(() => false)).toThrow("keep leaves no row");
    expect(Array.from(week.map("half", (value) => value / 2).values)[0]).toBe(week.values[0]! / 2);
    expect(() => week.map("root", (value) => Math.sqrt(value - 3))).toThrow(
      "which is not a number",
    );
  });
});

describe("months, weeks and quarters", () => {
  const days = pathBy("daily", {
    "2020-01-30": 1,
    "2020-01-31": 2,
    "2020-02-03": 4,
    "2020-02-27": 8,
    "2020-02-28": 6,
    "2020-03-02": 9,
  });

  it("take the last close of each month that has ended, dated by its end", () => {
    expect(daysOf(days.monthEnds())).toEqual(["2020-01-31", "2020-02-29"]);
    expect(Array.from(days.monthEnds().values)).toEqual([2, 6]);
  });

  it("take the mean of each month that has ended", () => {
    expect(Array.from(days.monthlyAverages().values)).toEqual([1.5, 6]);
  });

  it("take the last month of each quarter", () => {
    expect(daysOf(quarter.quarterEnds())).toEqual(["2019-12-31", "2020-03-31"]);
  });

  it("take Wednesdays, and where one has no close the last before it", () => {
    const closes = pathBy("daily", {
      "2020-01-07": 1,
      "2020-01-08": 2,
      "2020-01-09": 3,
      "2020-01-14": 4,
      "2020-01-16": 5,
      "2020-01-21": 6,
    });
    expect(daysOf(closes.wednesdays())).toEqual(["2020-01-08", "2020-01-14"]);
    expect(daysOf(pathBy("daily", { "2020-01-14": 1, "2020-01-15": 2 }).wednesdays())).toEqual([
      "2020-01-15",
    ]);
  });
});

describe("some closes", () => {
  const closes = { "2020-01-02": 3, "2020-01-15": 9, "2020-01-31": 5 };

  it("answer for extremes where those of each month are among them, and only there", () => {
    expect(seen(pathBy("sparse", closes).maximum())).toEqual([9, "2020-01-15"]);
    expect(() => pathBy("named", closes).maximum()).toThrow(
      "x: an extreme needs every daily close, and only some are at hand",
    );
    expect(() => pathBy("named", closes).firstWhere(() => true)).toThrow(NotCovered);
    expect(() => pathBy("named", closes).lastWhere(() => true)).toThrow(NotCovered);
    expect(() => pathBy("named", closes).crossings(9, { opens: 1, breaks: 1, fails: 1 })).toThrow(
      NotCovered,
    );
  });

  it("answer nothing that every close has a part in", () => {
    const path = pathBy("sparse", closes);
    const asked = [
      () => path.mean(),
      () => path.standardDeviation(),
      () => path.quantile(0.5),
      () => path.share(() => true),
      () => path.countOf(() => true),
      () => path.longestRun(() => true),
      () => path.changesOver(1),
      () => path.datedEarlier(1),
      () => path.monthlyAverages(),
      () => path.wednesdays(),
    ];
    for (const ask of asked) expect(ask).toThrow(NotCovered);
    expect(Array.from(path.monthEnds().values)).toEqual([5]);
  });

  it("lose the extremes of months when they are divided by others", () => {
    expect(pathBy("sparse", closes).over(pathBy("sparse", closes)).grain).toBe("named");
  });
});
