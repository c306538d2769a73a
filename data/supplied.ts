import { column, type Location, type Supply } from "assay";

// Series that no figures are shipped for. A claim that needs one says so, and is tested when a folder
// given with --data holds its file: `date,value`, or `date,close` for what is traded.
// A lag is about how long after the date of a figure it was out: figures of years are dated by the end of
// their year, those of the ILO, which come out in it, by its beginning.

const values = (file: string, from?: Supply): Location => ({
  file: `${file}.csv`,
  column: "value",
  ...(from === undefined ? {} : { from }),
});
const months = (file: string, from?: Supply): Location => ({
  ...values(file, from),
  period: "month",
});
const served = (provider: string, symbol: string): Supply => ({ provider, symbol });
const monthsOnFred = (id: string) => months(id, served("fred", id));
const quartersOnFred = (id: string): Location => ({ ...monthsOnFred(id), period: "quarter" });
const closes = (file: string): Location => ({ file: `${file}.csv`, column: "close" });
const government = { origin: "US government statistics via FRED", terms: "US public domain" };
const worldBank = { origin: "World Bank commodity price data (Pink Sheet)", terms: "CC BY 4.0" };
const shiller = { origin: "Robert J. Shiller, online data", terms: "free with attribution" };
const own = { origin: "supplied by the user", terms: "those of its source" };
const average = "average of the month's daily values";

/** The US money stock as it stood published on a day: one column of a file of editions. */
const moneyOn = (day: string, fault: string) =>
  column({
    ...government,
    title: `US money stock M2, as published on ${day}`,
    unit: "USD bn",
    kind: "amount",
    lag: 28,
    usableAtMonthEnd: 1,
    daily: { ...months("M2SL_VINTAGES", served("fred", "M2SL")), column: day },
    faults: [fault],
    expected: [
      {
        kind: "end",
        from: "2025-10-31",
        to: day,
        reason: "an edition ends where it was published",
      },
    ],
  });

export const supplied = {
  // Money supply as it stood published on a day, around the essay.
  m2OneMonthBeforeEssay: moneyOn("2025-11-25", "ends with October 2025"),
  m2BeforeEssay: moneyOn(
    "2025-12-23",
    "ends with November 2025: the last edition at hand before the essay",
  ),
  m2AfterEssay: moneyOn("2026-03-20", "the first edition at hand after the essay"),
  m2OfLateMarch: moneyOn("2026-03-25", "revised since"),
  m2OfApril: moneyOn("2026-04-29", "revised since"),
  m2OfMay: moneyOn("2026-05-27", "revised since"),
  m2OfJune: moneyOn("2026-06-24", "revised since"),
  cpiUnadjusted: column({
    ...government,
    title: "US consumer prices, not seasonally adjusted",
    unit: "index, 1982-84 = 100",
    kind: "index",
    lag: 15,
    usableAtMonthEnd: 1,
    daily: monthsOnFred("CPIAUCNS"),
    faults: ["October 2025 was never published"],
    expected: [{ kind: "gap", from: "2025-10-31", reason: "October 2025 was never published" }],
  }),
  wtiAverage: column({
    ...worldBank,
    title: "Crude oil, West Texas Intermediate, monthly average",
    unit: "USD",
    kind: "price",
    lag: 5,
    daily: months("WTI_USD_PS", served("worldbank", "Crude oil, WTI")),
    faults: [average],
  }),
  platinumAverage: column({
    ...worldBank,
    title: "Platinum, monthly average",
    unit: "USD/oz",
    kind: "price",
    lag: 5,
    daily: months("PLATINUM_USD_PS", served("worldbank", "Platinum")),
    faults: [average],
    expected: [
      { kind: "stale", from: "1960-01-31", to: "1963-03-31", reason: "a producers' price" },
    ],
  }),
  spxTotalAverage: column({
    ...shiller,
    title: "S&P composite with dividends, from monthly averages",
    unit: "index, 1 in January 1871",
    kind: "total",
    lag: 1,
    daily: months("SP500_TR_SHILLER", served("shiller", "TR")),
    faults: [average],
  }),

  // What the essay names and gives no figures for.
  aiBasketEqual: column({
    ...own,
    title: "AI companies, equal weights, total return",
    unit: "index",
    kind: "total",
    daily: closes("AI_EQUAL"),
    faults: ["the essay names no list"],
  }),
  aiBasketCap: column({
    ...own,
    title: "AI companies, by market value, total return",
    unit: "index",
    kind: "total",
    daily: closes("AI_CAP"),
    faults: ["the essay names no list"],
  }),
  semiconductors: column({
    ...own,
    title: "SMH (semiconductors), total return",
    unit: "USD, adjusted",
    kind: "total",
    daily: { file: "SMH.csv", column: "adjclose", from: served("yahoo", "SMH") },
  }),
  faang: column({
    ...own,
    title: "Five large technology companies, total return",
    unit: "index",
    kind: "total",
    daily: closes("FAANG"),
  }),
  worldUnemployment: column({
    ...own,
    title: "World unemployment rate, modelled by the ILO",
    unit: "percent",
    kind: "amount",
    lag: 30,
    daily: values("ILO_UNEMPLOYMENT_WORLD"),
  }),
  priceExpectations: column({
    ...own,
    title: "Price rises that US households expect over a year (University of Michigan)",
    unit: "percent",
    kind: "amount",
    lag: 0,
    daily: monthsOnFred("MICH"),
    faults: ["one country"],
  }),
  population: column({
    ...government,
    title: "US population",
    unit: "thousands",
    kind: "amount",
    lag: 60,
    usableAtMonthEnd: 2,
    daily: monthsOnFred("POPTHM"),
  }),
  housePrices: column({
    ...own,
    title: "US house prices (S&P Case-Shiller)",
    unit: "index",
    kind: "index",
    lag: 60,
    usableAtMonthEnd: 2,
    daily: monthsOnFred("CSUSHPINSA"),
  }),
  worldDebtIif: column({
    ...own,
    title: "World debt of all sectors, of GDP (IIF)",
    unit: "percent",
    kind: "amount",
    lag: 90,
    daily: values("IIF_DEBT_GDP_WORLD"),
  }),
  worldDebtImf: column({
    ...own,
    title: "World debt, public and private non-financial, of GDP (IMF)",
    unit: "percent",
    kind: "amount",
    lag: 270,
    daily: values("IMF_DEBT_GDP_WORLD"),
  }),
  federalReceipts: column({
    ...government,
    title: "US federal receipts, annual rate",
    unit: "USD bn",
    kind: "amount",
    lag: 59,
    usableAtMonthEnd: 2,
    daily: quartersOnFred("FGRECPT"),
  }),
  debtHeldByPublic: column({
    ...government,
    title: "US federal debt held by the public",
    unit: "USD mn",
    kind: "amount",
    lag: 60,
    usableAtMonthEnd: 3,
    daily: quartersOnFred("FYGFDPUN"),
  }),
  corePce: column({
    ...government,
    title: "US consumption prices without food and energy",
    unit: "index",
    kind: "index",
    lag: 30,
    usableAtMonthEnd: 2,
    daily: monthsOnFred("PCEPILFE"),
  }),
  worldOutputPerHead: column({
    ...own,
    title: "World output per head (Maddison Project)",
    unit: "USD of 2011",
    kind: "amount",
    lag: 730,
    daily: values("MADDISON_WORLD"),
  }),
  europeOutputPerHead: column({
    ...own,
    title: "Western European output per head (Maddison Project)",
    unit: "USD of 2011",
    kind: "amount",
    lag: 730,
    daily: values("MADDISON_WESTERN_EUROPE"),
  }),
  usOutputPerHead: column({
    ...own,
    title: "US output per head (Maddison Project)",
    unit: "USD of 2011",
    kind: "amount",
    lag: 730,
    daily: values("MADDISON_US"),
  }),
  survivalUs: column({
    ...own,
    title: "Share of US people alive at 30 who reach 67 (period life table)",
    unit: "percent",
    kind: "amount",
    lag: 365,
    daily: values("SURVIVAL_30_67_US"),
  }),
  survivalChina: column({
    ...own,
    title: "Share of Chinese people alive at 30 who reach 67 (period life table)",
    unit: "percent",
    kind: "amount",
    lag: 730,
    daily: values("SURVIVAL_30_67_CN"),
  }),
  survivalTaiwan: column({
    ...own,
    title: "Share of Taiwanese people alive at 30 who reach 67 (period life table)",
    unit: "percent",
    kind: "amount",
    lag: 365,
    daily: values("SURVIVAL_30_67_TW"),
  }),
} as const;
