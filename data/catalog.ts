import {
  basket,
  billReturn,
  type ColumnSpec,
  catalog,
  column,
  type Expected,
  filled,
  formula,
  type Location,
  parBond,
  type Supply,
  splice,
} from "assay";
import { supplied } from "./supplied.ts";

// A quarter's output is first estimated after 30 days; it is used from its second estimate on. Releases slip,
// as when the government is shut down: a decision waits for the end of the month in which one is due.
const SECOND_ESTIMATE = 59;

// Where figures stand.
const monthEnd = (name: string): Location => ({ file: "month-end.csv", column: name });
const monthOf = (name: string): Location => ({ file: "macro.csv", column: name, period: "month" });
const quarterOf = (name: string): Location => ({ ...monthOf(name), period: "quarter" });
const namedDay = (name: string): Location => ({ file: "named-days.csv", column: name });
const close = (file: string, ...from: readonly Supply[]): Location => ({
  file: `${file}.csv`,
  column: "close",
  ...(from.length === 0 ? {} : { from }),
});
const monthly = (file: string, ...from: readonly Supply[]): Location => ({
  ...close(file, ...from),
  column: "value",
  period: "month",
});

// Who serves them: `assay data pull` asks the first that it can.
const served =
  (provider: string) =>
  (symbol: string): Supply => ({ provider, symbol });
const onFred = served("fred");
const onYahoo = served("yahoo");
const onStooq = served("stooq");
const onEia = served("eia");
const onTreasury = served("treasury");
const ofWorldBank = served("worldbank");
const ofShiller = served("shiller");
const adjusted = (file: string): Location => ({
  ...close(file, onYahoo(file)),
  column: "adjclose",
});
const adjustedOf = (symbol: string): Location =>
  close(`${symbol}_ADJ`, { ...onYahoo(symbol), field: "adjclose" });
const monthlyOnFred = (id: string) => monthly(id, onFred(id));
const quarterly = (file: string, ...from: readonly Supply[]): Location => ({
  ...monthly(file, ...from),
  period: "quarter",
});
const quarterlyOnFred = (id: string) => quarterly(id, onFred(id));

/** The highest or lowest close of each month, dated by its own day and known at the month's end. */
const extreme = (name: string): Location => ({
  file: "month-range.csv",
  column: name,
  days: `${name}_date`,
  known: "date",
});
const firstSeen = (name: string): Location => ({
  file: "m2-as-published.csv",
  column: name,
  period: "month",
  known: "published_by",
});

// Who published them, and on which terms.
const yahoo = {
  origin: "Yahoo Finance, from daily closes",
  terms: "personal use; daily figures not for redistribution",
};
const lbma = {
  origin: "LBMA / ICE Benchmark Administration, from daily fixings",
  terms: "licence needed to redistribute daily figures",
};
const inGold = {
  origin: "Yahoo Finance and LBMA, from daily closes and fixings of the same day",
  terms: "daily figures not for redistribution",
};
const metals = {
  origin: "LME / COMEX, from daily settlements",
  terms: "licensed data; daily figures not for redistribution",
};
const coins = {
  origin: "Coin Metrics community data to 2014-09-16, then Yahoo Finance",
  terms: "CC BY-NC 4.0, then personal use; daily figures not for redistribution",
};
const chile = { origin: "Central Bank of Chile, observed dollar", terms: "attribution" };
const board = {
  origin: "Federal Reserve Board (H.15, H.10) via FRED",
  terms: "US public domain",
};
const energyAgency = { origin: "US Energy Information Administration", terms: "US public domain" };
const government = { origin: "US government statistics via FRED", terms: "US public domain" };
const worldBank = {
  origin: "World Bank commodity price data (Pink Sheet)",
  terms: "CC BY 4.0",
};
const shiller = { origin: "Robert J. Shiller, online data", terms: "free with attribution" };
const peoplesBank = { origin: "People's Bank of China", terms: "none stated; attribution" };

// Faults that several series share.
const average =
  "average of the month's daily values: too smooth for volatility, never to be mixed with month-end values";
const adjustedLevel = "rebased at its first month; only its returns mean anything";
const notRolled = "front month, not roll-adjusted: good for levels, wrong for returns over years";
const londonFix = "fixed in London hours before New York equities close";
const revised = "revised after publication: this is the latest vintage";
const october2025 = "October 2025 was never published";
const silverEnds = "the fixing ends on 2026-02-25; the COMEX front month continues it by returns";
const copperBefore2008 = "before 2008 the COMEX price per pound times 2204.62, then LME cash";
const spotOnly = "spot price: not an asset that anyone can hold";
const pesoLate = "a value reflects trading on the day before";
const bahtEnds = "ends in April 2026";
const gap20 =
  "no quotes from 1987-01 to 1993-09; filling them from other maturities makes a false 40 bp step";
const fill30 =
  "2002-02-19 to 2006-02-08 is extrapolated by the source, with steps of +17 and -16 bp at its ends";
const spxTotalEnds = "the index ends on 2026-05-15; the SPY fund continues it by returns";
const oneCompany = "one company, not an industry";
const hindsight = "dated 4 to 21 months afterwards: for description, never as a signal";
const onItsBase = "index, on the base of its month-end figures";
const sparse = "closes on a few named days only";

const total = (
  title: string,
  months: string,
  daily: Location,
  faults: readonly string[] = [],
): ColumnSpec => ({
  ...yahoo,
  title,
  unit: "index, 100 at its start",
  kind: "total",
  monthly: monthEnd(months),
  daily,
  faults: [adjustedLevel, ...faults],
});
const treasury = (title: string, id: string, ...others: readonly Supply[]): ColumnSpec => ({
  ...board,
  title,
  unit: "percent",
  kind: "yield",
  monthly: monthEnd(id),
  daily: close(id.toUpperCase(), onFred(id.toUpperCase()), ...others),
});
const endOf = (reason: string, from: string): Expected => ({
  kind: "end",
  from,
  reason,
});
const someMonths: Expected = {
  kind: "gap",
  from: "2016-12-31",
  to: "2026-06-30",
  reason: "25 months only",
};
const notQuoted20: Expected = {
  kind: "gap",
  from: "1987-01-01",
  to: "1993-09-30",
  reason: "the 20-year yield was not quoted",
};
const range = (title: string, unit: string, name: string, source: Source) =>
  column({ ...source, title, unit, kind: "price", monthly: extreme(name) });
type Source = { readonly origin: string; readonly terms: string };
const onNamedDays = (
  title: string,
  unit: string,
  kind: "price" | "total" | "yield" | "rate",
  name: string,
  source: Source,
  faults: readonly string[] = [],
) => column({ ...source, title, unit, kind, monthly: namedDay(name), faults: [sparse, ...faults] });

/** The 20-year yield, and the mean of its neighbours for the years in which it was not quoted. */
const twentyYears = [
  { from: "1962-01-02", yields: "dgs20", maturity: 20 },
  { from: "1987-01-02", yields: "yields10And30", maturity: 20 },
  { from: "1993-10-01", yields: "dgs20", maturity: 20 },
];
const fromYields =
  "computed from yields by repricing a par bond one period older; no fund, no cost, no roll down the curve";

const shipped = catalog({
  folder: new URL("./figures/", import.meta.url),
  calendar: "spx",
  series: {
    // Prices.
    spx: column({
      ...yahoo,
      title: "S&P 500, price index",
      unit: "USD",
      kind: "price",
      withIncome: "spxTotal",
      monthly: monthEnd("spx"),
      daily: close("SPX", onYahoo("^GSPC"), onStooq("^spx")),
      faults: ["without dividends"],
      expected: [
        {
          kind: "gap",
          from: "1933-03-04",
          to: "1933-03-14",
          reason: "the exchange was closed in the bank holiday",
        },
      ],
    }),
    qqq: column({
      ...yahoo,
      title: "QQQ (Nasdaq-100 fund), price",
      unit: "USD",
      kind: "price",
      withIncome: "qqqTotal",
      monthly: monthEnd("qqq"),
      daily: close("QQQ", onYahoo("QQQ"), onStooq("qqq.us")),
      faults: ["without dividends; adjusted for the split of 2000-03-20; first trade 1999-03-10"],
    }),
    ndx: column({
      ...yahoo,
      title: "Nasdaq-100, price index",
      unit: "USD",
      kind: "price",
      withIncome: null,
      monthly: monthEnd("ndx"),
      daily: close("NDX", onYahoo("^NDX"), onStooq("^ndx")),
      faults: ["without dividends"],
    }),
    gold: column({
      ...lbma,
      title: "Gold, London afternoon fixing",
      unit: "USD/oz",
      kind: "price",
      monthly: monthEnd("gold"),
      daily: close("GOLD_LBMA", served("lbma")("gold_pm+gold_am")),
      faults: [londonFix, "the morning fixing on half days"],
    }),
    silver: column({
      ...lbma,
      title: "Silver, London noon fixing",
      unit: "USD/oz",
      kind: "price",
      monthly: monthEnd("silver"),
      daily: close("SILVER_LBMA", served("lbma")("silver")),
      continuedBy: { id: "silverFutures", from: "2026-02-25" },
      faults: [londonFix, silverEnds],
      expected: [
        {
          kind: "gap",
          from: "1973-03-01",
          to: "1973-03-12",
          reason: "no fixing in the currency crisis",
        },
      ],
    }),
    copper: column({
      ...metals,
      title: "Copper",
      unit: "USD/t",
      kind: "price",
      monthly: monthEnd("copper"),
      daily: close("COPPER_LME"),
      faults: [copperBefore2008],
      expected: [
        {
          kind: "seam",
          from: "2008-01-02",
          reason: `${copperBefore2008}, 0.9 % below COMEX on that day`,
        },
      ],
    }),
    wti: column({
      ...energyAgency,
      title: "Crude oil, West Texas Intermediate, spot",
      unit: "USD/bbl",
      kind: "price",
      notHeld: "spot oil cannot be kept in an account, and futures on it earn something else",
      monthly: monthEnd("wti"),
      daily: close("WTI", onFred("DCOILWTICO"), onEia("petroleum/pri/spt/RWTC")),
      faults: [spotOnly, "negative on 2020-04-20 (-36.98), which is real"],
      expected: [{ kind: "value", from: "2020-04-20", reason: "it is real" }],
    }),
    brent: column({
      ...energyAgency,
      title: "Crude oil, Brent, spot",
      unit: "USD/bbl",
      kind: "price",
      notHeld: "spot oil cannot be kept in an account, and futures on it earn something else",
      monthly: monthEnd("brent"),
      daily: close("BRENT", onFred("DCOILBRENTEU"), onEia("petroleum/pri/spt/RBRTE")),
      faults: [spotOnly],
    }),
    natgas: column({
      ...energyAgency,
      title: "Natural gas, Henry Hub, spot",
      unit: "USD/MMBtu",
      kind: "price",
      notHeld: "spot gas cannot be kept in an account, and futures on it earn something else",
      monthly: monthEnd("natgas"),
      daily: close("NATGAS", onFred("DHHNGSP"), onEia("natural-gas/pri/fut/RNGWHHD")),
      faults: [spotOnly],
      expected: [
        {
          kind: "stale",
          from: "2001-12-13",
          to: "2001-12-31",
          reason: "the source repeats it to the end of the year",
        },
        {
          kind: "gap",
          from: "2005-09-23",
          to: "2005-10-06",
          reason: "the hub was closed after a hurricane",
        },
        { kind: "spike", from: "2024-01-12", reason: "it is real: severe frost" },
      ],
    }),
    bitcoin: column({
      ...coins,
      title: "Bitcoin",
      unit: "USD",
      kind: "price",
      monthly: monthEnd("btc"),
      daily: close("BTC", served("coinmetrics")("btc"), onYahoo("BTC-USD")),
      faults: [
        "traded every day, priced at 00:00 UTC; thin markets before 2014-09",
        "month-end figures are of the last calendar day, weekends included, where shares have the last trading day",
      ],
      expected: [
        {
          kind: "stale",
          from: "2011-06-19",
          to: "2011-06-25",
          reason: "the one large exchange was closed after a break-in",
        },
      ],
    }),
    usdthb: column({
      ...board,
      title: "Baht per US dollar",
      unit: "THB/USD",
      kind: "price",
      notHeld: "an exchange rate is no asset; hold a deposit",
      monthly: monthEnd("usdthb"),
      daily: close("USDTHB", onFred("DEXTHUS"), served("bot")("USD")),
      faults: [bahtEnds],
      expected: [
        {
          kind: "stale",
          from: "1981-01-01",
          to: "1984-11-30",
          reason: "the baht was pegged to the dollar",
        },
        {
          kind: "gap",
          from: "1991-12-18",
          to: "1991-12-31",
          reason: "the source has no figures for these days",
        },
        endOf(bahtEnds, "2026-04-13"),
      ],
    }),
    usdclp: column({
      ...chile,
      title: "Chilean pesos per US dollar",
      unit: "CLP/USD",
      kind: "price",
      notHeld: "an exchange rate is no asset; hold a deposit",
      monthly: monthEnd("usdclp"),
      daily: close("USDCLP", served("bcch")("F073.TCO.PRE.Z.D")),
      faults: [pesoLate],
    }),
    dxy: column({
      ...yahoo,
      title: "US dollar index (DXY)",
      unit: "index",
      kind: "price",
      notHeld: "an index of exchange rates is no asset",
      monthly: monthEnd("dxy"),
      daily: close("DXY", onYahoo("DX-Y.NYB")),
      expected: [
        {
          kind: "stale",
          from: "1971-08-13",
          to: "1971-08-30",
          reason: "repeated by the source in the weeks in which the dollar left gold",
        },
      ],
    }),
    vix: column({
      origin: "CBOE, from daily closes",
      terms: "none stated; attribution",
      title: "CBOE volatility index (VIX)",
      unit: "percent",
      kind: "index",
      monthly: monthEnd("vix"),
      daily: close("VIX", onFred("VIXCLS"), onYahoo("^VIX")),
    }),

    // Total returns.
    spxTotal: column({
      ...total("S&P 500, total return", "spx_tr", close("SP500TR", onYahoo("^SP500TR")), [
        spxTotalEnds,
      ]),
      continuedBy: { id: "spyTotal", from: "2026-05-15" },
    }),
    qqqTotal: column(total("QQQ (Nasdaq-100 fund), total return", "qqq_tr", adjusted("QQQ"))),
    tltTotal: column(
      total("TLT (Treasuries over 20 years), total return", "tlt_tr", adjusted("TLT")),
    ),
    vustxTotal: column(
      total("VUSTX (long-term Treasuries), total return", "vustx_tr", adjustedOf("VUSTX")),
    ),
    iefTotal: column(
      total("IEF (Treasuries of 7 to 10 years), total return", "ief_tr", adjustedOf("IEF")),
    ),
    shyTotal: column(
      total("SHY (Treasuries of 1 to 3 years), total return", "shy_tr", adjustedOf("SHY")),
    ),
    bilTotal: column(
      total("BIL (Treasury bills of 1 to 3 months), total return", "bil_tr", adjustedOf("BIL")),
    ),
    tipTotal: column(
      total("TIP (inflation-linked Treasuries), total return", "tip_tr", adjustedOf("TIP")),
    ),
    gdx: column(total("GDX (gold miners), total return", "gdx_tr", adjustedOf("GDX"))),
    nem: column(total("Newmont, total return", "nem_tr", adjustedOf("NEM"), [oneCompany])),
    fcx: column(total("Freeport-McMoRan, total return", "fcx_tr", adjustedOf("FCX"), [oneCompany])),
    xme: column(total("XME (metals and mining), total return", "xme_tr", adjustedOf("XME"))),
    copx: column(total("COPX (copper miners), total return", "copx_tr", adjustedOf("COPX"))),
    ura: column(total("URA (uranium), total return", "ura_tr", adjustedOf("URA"))),
    xle: column(total("XLE (energy companies), total return", "xle_tr", adjusted("XLE"))),
    amlp: column(
      total("AMLP (energy infrastructure), total return", "amlp_tr", adjustedOf("AMLP")),
    ),
    dbc: column(total("DBC (broad commodities), total return", "dbc_tr", adjustedOf("DBC"))),
    gsg: column(
      total("GSG (S&P GSCI commodities), total return", "gsg_tr", close("GSG", onYahoo("GSG")), [
        "pays no distributions, so its price is its total return",
      ]),
    ),
    eem: column(total("EEM (emerging markets), total return", "eem_tr", adjusted("EEM"))),

    // Yields and rates.
    dtb3: column({
      ...treasury("Treasury bill, 3 months, bank discount", "dtb3"),
      kind: "rate",
      faults: ["a bank discount on 360 days, not a yield"],
    }),
    dgs1mo: column(treasury("Treasury yield, 1 month", "dgs1mo", onTreasury("1 Mo"))),
    dgs3mo: column(treasury("Treasury yield, 3 months", "dgs3mo", onTreasury("3 Mo"))),
    dgs2: column(treasury("Treasury par yield, 2 years", "dgs2", onTreasury("2 Yr"))),
    dgs10: column(treasury("Treasury par yield, 10 years", "dgs10", onTreasury("10 Yr"))),
    dgs20: column({
      ...treasury("Treasury par yield, 20 years", "dgs20", onTreasury("20 Yr")),
      faults: [gap20],
      expected: [notQuoted20],
    }),
    dgs30: column({
      ...treasury("Treasury par yield, 30 years, quotes only", "dgs30", onTreasury("30 Yr")),
      masked: [{ from: "2002-02-19", to: "2006-02-08" }],
      faults: [`${fill30}; left out here`],
    }),
    dgs30AsSupplied: column({
      ...treasury(
        "Treasury par yield, 30 years, with the source's fill",
        "dgs30",
        onTreasury("30 Yr"),
      ),
      faults: [fill30],
      expected: [{ kind: "seam", from: "2002-02-19", to: "2006-02-09", reason: fill30 }],
    }),
    dfii10: column(treasury("Real yield of inflation-linked Treasuries, 10 years", "dfii10")),
    dff: column({
      ...treasury("Effective federal funds rate", "dff"),
      kind: "rate",
      faults: ["seven days a week; simple interest on 360 days"],
      expected: [
        {
          kind: "spike",
          from: "1954-07-01",
          to: "1998-12-31",
          reason: "days on which banks settled their reserves: they are real",
        },
      ],
    }),

    // Money, prices and production.
    m2: column({
      ...government,
      title: "US money stock M2, seasonally adjusted",
      unit: "USD bn",
      kind: "amount",
      lag: 28,
      usableAtMonthEnd: 1,
      monthly: monthOf("m2"),
      daily: monthlyOnFred("M2SL"),
      faults: [revised, "monthly average of a stock"],
    }),
    cpiAsPublished: column({
      ...government,
      title: "US consumer prices, seasonally adjusted, as published",
      unit: "index, 1982-84 = 100",
      kind: "index",
      lag: 15,
      usableAtMonthEnd: 1,
      monthly: monthOf("cpi"),
      daily: monthlyOnFred("CPIAUCSL"),
      faults: [october2025, "seasonal factors are revised each year"],
      expected: [{ kind: "gap", from: "2025-10-31", reason: october2025 }],
    }),
    cpi: filled({
      title: "US consumer prices, seasonally adjusted",
      unit: "index, 1982-84 = 100",
      kind: "index",
      of: "cpiAsPublished",
      months: ["2025-10"],
      faults: [`${october2025} and is filled log-linearly`],
    }),
    pce: column({
      ...government,
      title: "US consumption prices (PCE)",
      unit: "index, 2017 = 100",
      kind: "index",
      lag: 30,
      usableAtMonthEnd: 2,
      monthly: monthOf("pce"),
      daily: monthlyOnFred("PCEPI"),
      faults: [revised],
    }),
    unemployment: column({
      ...government,
      title: "US unemployment rate",
      unit: "percent",
      kind: "amount",
      lag: 8,
      usableAtMonthEnd: 1,
      monthly: monthOf("unrate"),
      daily: monthlyOnFred("UNRATE"),
      faults: [october2025],
      expected: [{ kind: "gap", from: "2025-10-31", reason: october2025 }],
    }),
    fedFundsAverage: column({
      ...board,
      title: "Federal funds rate, monthly average",
      unit: "percent",
      kind: "rate",
      lag: 1,
      monthly: monthOf("fedfunds"),
      daily: monthlyOnFred("FEDFUNDS"),
      faults: [average],
    }),
    tb3Average: column({
      ...board,
      title: "Treasury bill, 3 months, bank discount, monthly average",
      unit: "percent",
      kind: "rate",
      lag: 1,
      monthly: monthOf("tb3ms"),
      daily: monthlyOnFred("TB3MS"),
      faults: [average, "a bank discount on 360 days, not a yield"],
    }),
    gs10Average: column({
      ...board,
      title: "Treasury par yield, 10 years, monthly average",
      unit: "percent",
      kind: "yield",
      lag: 1,
      monthly: monthOf("gs10"),
      daily: monthlyOnFred("GS10"),
      faults: [average],
    }),
    gs20Average: column({
      ...board,
      title: "Treasury par yield, 20 years, monthly average",
      unit: "percent",
      kind: "yield",
      lag: 1,
      monthly: monthOf("gs20"),
      daily: monthlyOnFred("GS20"),
      faults: [average, gap20],
      expected: [notQuoted20],
    }),
    gdp: column({
      ...government,
      title: "US gross domestic product, annual rate",
      unit: "USD bn",
      kind: "amount",
      lag: SECOND_ESTIMATE,
      usableAtMonthEnd: 2,
      monthly: quarterOf("gdp"),
      daily: quarterlyOnFred("GDP"),
      faults: [revised],
    }),
    gdpReal: column({
      ...government,
      title: "US real gross domestic product, annual rate",
      unit: "USD bn of 2017",
      kind: "amount",
      lag: SECOND_ESTIMATE,
      usableAtMonthEnd: 2,
      monthly: quarterOf("gdp_real"),
      daily: quarterlyOnFred("GDPC1"),
      faults: [revised],
    }),
    federalDebt: column({
      ...government,
      title: "US federal debt, end of quarter",
      unit: "USD mn",
      kind: "amount",
      lag: 70,
      usableAtMonthEnd: 3,
      monthly: quarterOf("federal_debt"),
      daily: quarterlyOnFred("GFDEBTN"),
    }),
    federalInterest: column({
      ...government,
      title: "US federal interest payments, annual rate",
      unit: "USD bn",
      kind: "amount",
      lag: 30,
      usableAtMonthEnd: 2,
      monthly: quarterOf("federal_interest"),
      daily: quarterlyOnFred("A091RC1Q027SBEA"),
      faults: [revised],
    }),
    productivity: column({
      ...government,
      title: "US output per hour, nonfarm business",
      unit: "index, 2017 = 100",
      kind: "index",
      lag: 65,
      usableAtMonthEnd: 3,
      monthly: quarterOf("productivity"),
      daily: quarterlyOnFred("OPHNFB"),
      faults: [revised, "ends with the third quarter of 2025"],
      expected: [endOf("ends with the third quarter of 2025", "2025-09-30")],
    }),
    totalFactorProductivity: column({
      origin: "Federal Reserve Bank of San Francisco (J. Fernald)",
      terms: "free with citation",
      title: "US total factor productivity, business sector",
      unit: "index, 2017 = 100",
      kind: "index",
      lag: 90,
      usableAtMonthEnd: 3,
      monthly: quarterOf("tfp"),
      daily: quarterly("TFP_FERNALD_LEVEL"),
      faults: [revised],
    }),
    chinaM2: column({
      ...peoplesBank,
      title: "China money stock M2",
      unit: "CNY bn",
      kind: "amount",
      lag: 15,
      usableAtMonthEnd: 1,
      monthly: monthOf("china_m2"),
      daily: monthly("CHINA_M2_LEVEL_EXT"),
      faults: [
        "published levels 2008-01 to 2025-11; outside, chained with published yearly growth",
      ],
    }),
    chinaM2Yoy: column({
      ...peoplesBank,
      title: "China money stock M2, growth on the year, as published",
      unit: "percent",
      kind: "amount",
      lag: 15,
      usableAtMonthEnd: 1,
      monthly: monthOf("china_m2_yoy"),
      daily: monthly("CHINA_M2_YOY"),
    }),
    worldCreditToGdp: column({
      origin: "Bank for International Settlements",
      terms: "attribution",
      title: "World credit to the non-financial sector, of GDP",
      unit: "percent",
      kind: "amount",
      lag: 180,
      usableAtMonthEnd: 6,
      monthly: quarterOf("world_credit_gdp"),
      daily: quarterly("BIS_CREDIT_NONFIN_GDP_WORLD"),
      faults: [revised],
    }),
    recession: column({
      origin: "NBER via FRED",
      terms: "none stated; attribution",
      title: "US recession months (NBER)",
      unit: "0 or 1",
      kind: "amount",
      lag: 640,
      hindsight: "the recessions of the NBER are dated 4 to 21 months afterwards",
      monthly: monthOf("recession"),
      daily: monthlyOnFred("USREC"),
      faults: [hindsight],
    }),

    // Monthly averages.
    goldAverage: column({
      ...worldBank,
      title: "Gold, monthly average",
      unit: "USD/oz",
      kind: "price",
      lag: 5,
      monthly: monthOf("gold_avg"),
      daily: monthly("GOLD_USD_PS", ofWorldBank("Gold")),
      faults: [average],
    }),
    silverAverage: column({
      ...worldBank,
      title: "Silver, monthly average",
      unit: "USD/oz",
      kind: "price",
      lag: 5,
      monthly: monthOf("silver_avg"),
      daily: monthly("SILVER_USD_PS", ofWorldBank("Silver")),
      faults: [average],
      expected: [
        {
          kind: "stale",
          from: "1960-01-01",
          to: "1967-04-30",
          reason: "the US Treasury sold silver at a fixed price",
        },
      ],
    }),
    copperAverage: column({
      ...worldBank,
      title: "Copper, monthly average",
      unit: "USD/t",
      kind: "price",
      lag: 5,
      monthly: monthOf("copper_avg"),
      daily: monthly("COPPER_USD_PS", ofWorldBank("Copper")),
      faults: [average],
    }),
    spxAverage: column({
      ...shiller,
      title: "S&P composite, price index, monthly average",
      unit: "USD",
      kind: "price",
      lag: 1,
      monthly: monthOf("spx_avg"),
      daily: monthly("SP500_SHILLER_P", ofShiller("P")),
      faults: [average],
    }),
    spxDividend: column({
      ...shiller,
      title: "S&P composite, dividends, annualised",
      unit: "USD",
      kind: "amount",
      lag: 90,
      usableAtMonthEnd: 3,
      monthly: monthOf("spx_dividend"),
      daily: monthly("SP500_SHILLER_D", ofShiller("D")),
      faults: ["interpolated between quarters by its author"],
      expected: [
        {
          kind: "stale",
          from: "1871-01-01",
          to: "1972-06-30",
          reason: "dividends of years in which nothing changed, spread over their months",
        },
      ],
    }),
    cape: column({
      ...shiller,
      title: "Cyclically adjusted price to earnings, S&P composite",
      unit: "ratio",
      kind: "amount",
      lag: 30,
      usableAtMonthEnd: 1,
      monthly: monthOf("cape"),
      daily: monthly("SHILLER_CAPE", ofShiller("CAPE")),
      faults: [average],
    }),
    usdthbAverage: column({
      ...board,
      title: "Baht per US dollar, monthly average",
      unit: "THB/USD",
      kind: "price",
      lag: 7,
      monthly: monthOf("thb_avg"),
      daily: monthlyOnFred("EXTHUS"),
      faults: [average],
    }),
    usdclpAverage: column({
      origin: "OECD / Central Bank of Chile",
      terms: "attribution",
      title: "Chilean pesos per US dollar, monthly average",
      unit: "CLP/USD",
      kind: "price",
      lag: 1,
      monthly: monthOf("clp_avg"),
      daily: monthly("USDCLP", onFred("CCUSMA02CLM618N")),
      faults: [average],
    }),
    usdBroad: column({
      ...board,
      title: "Broad US dollar index",
      unit: "index",
      kind: "price",
      lag: 7,
      monthly: monthOf("usd_broad"),
      daily: monthly("USD_BROAD_SPLICED"),
      faults: [average, "two official series joined"],
    }),

    // M2 as it was first seen.
    m2FirstSeen: column({
      ...government,
      title: "US money stock M2 as first seen",
      unit: "USD bn",
      kind: "amount",
      lag: 28,
      monthly: firstSeen("m2_first_seen"),
      faults: ["25 months only; the first print of December 2025 is not among them"],
      expected: [someMonths],
    }),
    m2YoyFirstSeen: column({
      ...government,
      title: "US money stock M2, growth on the year as first seen",
      unit: "percent",
      kind: "amount",
      lag: 28,
      monthly: firstSeen("yoy_first_seen_percent"),
      faults: ["25 months only; growth within the vintage of its day"],
      expected: [someMonths],
    }),

    // Highest and lowest daily close inside each month, dated by their own days.
    spxHigh: range("S&P 500, highest close of the month", "USD", "spx_high", yahoo),
    spxLow: range("S&P 500, lowest close of the month", "USD", "spx_low", yahoo),
    qqqHigh: range("QQQ, highest close of the month", "USD", "qqq_high", yahoo),
    qqqLow: range("QQQ, lowest close of the month", "USD", "qqq_low", yahoo),
    goldHigh: range("Gold, highest fixing of the month", "USD/oz", "gold_high", lbma),
    goldLow: range("Gold, lowest fixing of the month", "USD/oz", "gold_low", lbma),
    spxGoldHigh: range("S&P 500 in gold, highest of the month", "oz", "spx_gold_high", inGold),
    spxGoldLow: range("S&P 500 in gold, lowest of the month", "oz", "spx_gold_low", inGold),
    qqqGoldHigh: range("QQQ in gold, highest of the month", "oz", "qqq_gold_high", inGold),
    qqqGoldLow: range("QQQ in gold, lowest of the month", "oz", "qqq_gold_low", inGold),

    // Closes on named days.
    spxOnNamedDays: onNamedDays(
      "S&P 500, price index, on named days",
      "USD",
      "price",
      "spx",
      yahoo,
    ),
    qqqOnNamedDays: onNamedDays("QQQ, price, on named days", "USD", "price", "qqq", yahoo),
    goldOnNamedDays: onNamedDays(
      "Gold, London afternoon fixing, on named days",
      "USD/oz",
      "price",
      "gold",
      lbma,
      [londonFix],
    ),
    silverOnNamedDays: onNamedDays(
      "Silver, London noon fixing, on named days",
      "USD/oz",
      "price",
      "silver",
      lbma,
      [silverEnds],
    ),
    copperOnNamedDays: onNamedDays("Copper, on named days", "USD/t", "price", "copper", metals, [
      copperBefore2008,
    ]),
    bitcoinOnNamedDays: onNamedDays("Bitcoin, on named days", "USD", "price", "btc", coins),
    usdthbOnNamedDays: onNamedDays(
      "Baht per US dollar, on named days",
      "THB/USD",
      "price",
      "usdthb",
      board,
      [bahtEnds],
    ),
    usdclpOnNamedDays: onNamedDays(
      "Chilean pesos per US dollar, on named days",
      "CLP/USD",
      "price",
      "usdclp",
      chile,
      [pesoLate],
    ),
    goldFuturesOnNamedDays: onNamedDays(
      "Gold, COMEX front month, on named days",
      "USD/oz",
      "price",
      "gold_fut",
      yahoo,
      [notRolled],
    ),
    spxTotalOnNamedDays: onNamedDays(
      "S&P 500, total return, on named days",
      onItsBase,
      "total",
      "spx_tr",
      yahoo,
      [spxTotalEnds],
    ),
    qqqTotalOnNamedDays: onNamedDays(
      "QQQ, total return, on named days",
      onItsBase,
      "total",
      "qqq_tr",
      yahoo,
    ),
    tltTotalOnNamedDays: onNamedDays(
      "TLT, total return, on named days",
      onItsBase,
      "total",
      "tlt_tr",
      yahoo,
    ),
    gdxOnNamedDays: onNamedDays(
      "GDX, total return, on named days",
      onItsBase,
      "total",
      "gdx_tr",
      yahoo,
    ),
    xleOnNamedDays: onNamedDays(
      "XLE, total return, on named days",
      onItsBase,
      "total",
      "xle_tr",
      yahoo,
    ),
    dtb3OnNamedDays: onNamedDays(
      "Treasury bill, 3 months, bank discount, on named days",
      "percent",
      "rate",
      "dtb3",
      board,
    ),
    dgs10OnNamedDays: onNamedDays(
      "Treasury par yield, 10 years, on named days",
      "percent",
      "yield",
      "dgs10",
      board,
    ),
    dgs20OnNamedDays: onNamedDays(
      "Treasury par yield, 20 years, on named days",
      "percent",
      "yield",
      "dgs20",
      board,
    ),
    dgs30OnNamedDays: onNamedDays(
      "Treasury par yield, 30 years, on named days",
      "percent",
      "yield",
      "dgs30",
      board,
    ),

    // In folders of daily figures only.
    goldFutures: column({
      ...yahoo,
      title: "Gold, COMEX front month",
      unit: "USD/oz",
      kind: "price",
      daily: close("GOLD_FUT", onYahoo("GC=F")),
      faults: [notRolled],
    }),
    silverFutures: column({
      ...yahoo,
      title: "Silver, COMEX front month",
      unit: "USD/oz",
      kind: "price",
      daily: close("SILVER_FUT", onYahoo("SI=F")),
      faults: [notRolled],
    }),
    copperComex: column({
      ...yahoo,
      title: "Copper, COMEX front month",
      unit: "USD/lb",
      kind: "price",
      daily: close("COPPER_COMEX", onYahoo("HG=F")),
      faults: [notRolled, "up to 23 % above London in 2025 (tariff)"],
      expected: [
        {
          kind: "jump",
          from: "2025-07-31",
          reason: "it is real: the tariff left out refined copper",
        },
        endOf("the source ends in March 2026", "2026-03-06"),
      ],
    }),
    gldTotal: column({
      ...yahoo,
      title: "GLD (gold fund), total return",
      unit: "USD, adjusted",
      kind: "total",
      daily: adjusted("GLD"),
      sameAs: { id: "gold", within: 0.08 },
    }),
    spyTotal: column({
      ...yahoo,
      title: "SPY (S&P 500 fund), total return",
      unit: "USD, adjusted",
      kind: "total",
      daily: adjusted("SPY"),
      sameAs: { id: "spxTotal", within: 0.04 },
      faults: ["bears a fee of 9.45 bp a year, which the index does not"],
    }),
    usdthbCross: column({
      origin: "European Central Bank, cross of two euro reference rates",
      terms: "free with attribution",
      title: "Baht per US dollar, cross of euro rates",
      unit: "THB/USD",
      kind: "price",
      daily: close("USDTHB_ECB", served("ecb")("THB/USD")),
      sameAs: { id: "usdthb", within: 0.03 },
      expected: [endOf(bahtEnds, "2026-04-13")],
    }),

    ...supplied,

    // Derived series.
    yields10And30: formula("(dgs10 + dgs30) / 2", {
      title: "Mean of the par yields of 10 and 30 years",
      unit: "percent",
      kind: "yield",
    }),
    yields20And30: formula("(dgs20 + dgs30) / 2", {
      title: "Mean of the par yields of 20 and 30 years",
      unit: "percent",
      kind: "yield",
    }),
    longBond: parBond({
      title: "Treasuries of 20 years, total return",
      unit: "index, 100 at its start",
      kind: "total",
      segments: twentyYears,
      faults: [fromYields],
    }),
    longBond25: parBond({
      title: "Treasuries of 20 to 30 years, total return",
      unit: "index, 100 at its start",
      kind: "total",
      segments: [...twentyYears, { from: "2006-02-09", yields: "yields20And30", maturity: 25 }],
      faults: [fromYields],
    }),
    longBond30: parBond({
      title: "Treasuries of 30 years, total return",
      unit: "index, 100 at its start",
      kind: "total",
      segments: [
        { from: "1977-02-15", yields: "dgs30", maturity: 30 },
        { from: "2002-02-19", yields: "dgs20", maturity: 20 },
        { from: "2006-02-09", yields: "dgs30", maturity: 30 },
      ],
      faults: [
        fromYields,
        "20 years instead of 30 while the 30-year yield was not quoted (2002-02 to 2006-02)",
      ],
    }),
    longBondAverages: parBond({
      title: "Treasuries of 10 years out of monthly average yields, total return",
      unit: "index, 100 at its start",
      kind: "total",
      segments: [{ from: "1953-04-01", yields: "gs10Average", maturity: 10 }],
      faults: [fromYields, average],
    }),
    longBondLongHistory: splice({
      title: "Treasuries: 10 years out of average yields, from 1962 on 20 years, total return",
      unit: "index, 100 at its start",
      kind: "total",
      parts: [{ id: "longBondAverages", proxy: true }, { id: "longBond" }],
      faults: [`before 1962: ${average}`],
    }),
    longBondInvestable: splice({
      title: "Treasuries of 20 years, then the TLT fund, total return",
      unit: "index, 100 at its start",
      kind: "total",
      parts: [{ id: "longBond", proxy: true }, { id: "tltTotal" }],
      faults: [fromYields],
    }),
    billRate: formula("365 * (dtb3 / 100) / (360 - 91 * (dtb3 / 100))", {
      title: "3-month Treasury bill, bond-equivalent yield",
      unit: "fraction a year",
      kind: "rate",
    }),
    bills: billReturn({
      title: "Treasury bills, total return",
      unit: "index, 100 at its start",
      kind: "total",
      discounts: "dtb3",
    }),
    minersProxy: basket({
      title: "Two mining companies, half Newmont and half Freeport-McMoRan, total return",
      unit: "index, 100 at its start",
      kind: "total",
      weights: { nem: 0.5, fcx: 0.5 },
      faults: ["two companies, not an industry", "weights set anew each month without cost"],
    }),
    miners: splice({
      title: "Miners: two companies, then the GDX fund, total return",
      unit: "index, 100 at its start",
      kind: "total",
      parts: [{ id: "minersProxy", proxy: true }, { id: "gdx" }],
    }),
    energy: splice({
      title: "Energy infrastructure: energy companies, then the AMLP fund, total return",
      unit: "index, 100 at its start",
      kind: "total",
      parts: [{ id: "xle", proxy: true }, { id: "amlp" }],
    }),
    spxGold: formula("spx / gold", {
      title: "S&P 500 in gold",
      unit: "oz",
      kind: "price",
      faults: ["without dividends"],
    }),
    qqqGold: formula("qqq / gold", {
      title: "QQQ in gold",
      unit: "oz",
      kind: "price",
      faults: ["without dividends"],
    }),
  },
});

declare module "assay" {
  interface Register {
    catalog: typeof shipped;
  }
}

export default shipped;
