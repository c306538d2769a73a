import {
  aboveAverage,
  correlationSign,
  difference,
  drawdownState,
  greater,
  growth,
  markovRule,
  negative,
  preferred,
  rate,
  rising,
  uniformOf,
} from "assay";

/** Rules that could have been followed: each state is known at a close and applies to the time after it. */

export const goldTrend = aboveAverage({
  id: "gold-trend",
  title: "Gold above its ten-month average",
  question: "Does it pay to hold hard assets only while gold rises?",
  note: "The month-end price against the mean of the last ten, itself among them (Faber 2007).",
  of: "gold",
  months: 10,
});

export const relativeTrend = aboveAverage({
  id: "relative-trend",
  title: "Shares against gold above their ten-month average",
  question: "Which of the two is winning?",
  note: "The S&P 500 in ounces of gold against the mean of its last ten month-ends.",
  of: "spxGold",
  months: 10,
});

export const realYield = negative({
  id: "real-yield",
  title: "Real yield of ten years below zero",
  question: "Do hard assets pay while lending to the government loses purchasing power?",
  note: "The ten-year yield less the last published rise of consumer prices over a year; from 2003 the yield of inflation-linked bonds.",
  of: preferred(rate("dfii10"), difference(rate("dgs10"), growth("cpi", 12))),
  titles: { positive: "Real yield zero or above", negative: "Real yield below zero" },
});

export const moneyAgainstOutput = greater({
  id: "money",
  title: "Money grows faster than output",
  question: "Do hard assets pay while money outgrows what it can buy?",
  note: "The rise over a year of M2 and of nominal output, each as last published, in today's revision.",
  a: growth("m2", 12),
  b: growth("gdp", 12),
  titles: { greater: "M2 grows faster", "not-greater": "Output grows as fast or faster" },
});

export const inflationTrend = rising({
  id: "inflation-trend",
  title: "Inflation higher than half a year before",
  question: "Do hard assets pay while inflation rises?",
  note: "The inflation half of the four quadrants; the growth half needs industrial output, of which no figures are shipped.",
  of: growth("cpi", 12),
  over: 6,
  titles: { rising: "Inflation higher", falling: "Inflation not higher" },
});

export const sharesInDrawdown = drawdownState({
  id: "shares-drawdown",
  title: "Shares a fifth below their high of a year",
  question: "Do hard assets help when shares have fallen?",
  note: "The S&P 500 against the highest of its last twelve month-ends.",
  of: "spx",
  months: 12,
  depth: 0.2,
});

export const termSpread = negative({
  id: "term-spread",
  title: "Inverted yield curve",
  question: "Do hard assets pay while long yields lie below short ones?",
  note: "The ten-year yield less that of three months.",
  of: difference(rate("dgs10"), rate("dgs3mo")),
  titles: {
    positive: "Long yield at the short one or above",
    negative: "Long yield below the short one",
  },
});

export const stockBondSign = correlationSign({
  id: "stock-bond",
  title: "Shares and bonds move together",
  question: "Do hard assets pay while bonds no longer protect shares?",
  note: "The sign of the correlation of monthly returns of the S&P 500 and 20-year bonds over 24 months.",
  a: "spx",
  b: "longBond",
  months: 24,
});

export const turbulence = markovRule({
  id: "turbulence",
  title: "Shares in their turbulent state, as known",
  question: "Do hard assets help while shares are turbulent?",
  note: "Two kinds of months of the S&P 500, calm ones and turbulent ones (Hamilton 1989). What each kind looks like is learnt from all returns since 1962 up to the last December before the month in question, once a year; which of the two a month belongs to is then judged from the returns up to that month. Nothing later is used.",
  of: "spx",
  from: "1962-01-31",
  uniform: () => uniformOf(1989),
});
