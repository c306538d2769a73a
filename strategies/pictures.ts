import type { PictureSpec } from "assay";

/** The essay's own charts, drawn again from the data, with the levels that it names. */
export const essayPictures: readonly PictureSpec[] = [
  {
    id: "spx-in-gold",
    title: "One S&P 500 in ounces of gold",
    note: "The essay names a ceiling of 5.5, a floor of 0.6 to 0.7, a resistance at 2.5 and 1.39 on its own day.",
    unit: "oz",
    scale: "log",
    rebased: false,
    lines: [
      { id: "spx", title: "S&P 500 / gold", of: "spxGold", low: "spxGoldLow", high: "spxGoldHigh" },
    ],
    levels: [
      { value: 5.5, label: "5.5 ceiling" },
      { value: 2.5, label: "2.5 resistance" },
      { value: 1.39, label: "1.39 essay's day" },
      { value: 0.7, label: "0.7" },
      { value: 0.6, label: "0.6 floor" },
    ],
  },
  {
    id: "qqq-in-gold",
    title: "One share of QQQ in ounces of gold",
    note: "The essay names a ceiling of 0.40, a low near 0.03, a resistance at 0.25 and 0.12 on its own day.",
    unit: "oz",
    scale: "log",
    rebased: false,
    lines: [
      { id: "qqq", title: "QQQ / gold", of: "qqqGold", low: "qqqGoldLow", high: "qqqGoldHigh" },
    ],
    levels: [
      { value: 0.4, label: "0.40 ceiling" },
      { value: 0.25, label: "0.25 resistance" },
      { value: 0.12, label: "0.12 essay's day" },
      { value: 0.03, label: "0.03 low" },
    ],
  },
  {
    id: "purchasing-power",
    title: "Money and shares counted in gold, as the essay draws them",
    note: "Prices without dividends, each divided by its value of March 1999. All three lines are divided by the same gold price, so that they move together proves nothing by itself.",
    unit: "March 1999 = 1",
    scale: "log",
    rebased: true,
    lines: [
      { id: "m2", title: "M2 / gold", of: "m2 / gold" },
      { id: "spx", title: "S&P 500 / gold", of: "spx / gold" },
      { id: "qqq", title: "QQQ / gold", of: "qqq / gold" },
    ],
    levels: [{ value: 1, label: "March 1999" }],
  },
  {
    id: "purchasing-power-total",
    title: "The same with dividends and interest",
    note: "What an owner had: dividends reinvested, and cash rolled in Treasury bills beside M2, which pays nothing in the essay's line.",
    unit: "March 1999 = 1",
    scale: "log",
    rebased: true,
    lines: [
      { id: "m2", title: "M2 / gold", of: "m2 / gold" },
      { id: "bills", title: "Treasury bills / gold", of: "bills / gold" },
      { id: "spx", title: "S&P 500 with dividends / gold", of: "spxTotal / gold" },
      { id: "qqq", title: "QQQ with dividends / gold", of: "qqqTotal / gold" },
    ],
    levels: [{ value: 1, label: "March 1999" }],
  },
];
