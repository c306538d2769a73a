import { describe, expect, test } from "vitest";
import { bcch } from "../../../src/data/providers/bcch.ts";
import { bot } from "../../../src/data/providers/bot.ts";
import { coinmetrics } from "../../../src/data/providers/coinmetrics.ts";
import { ecb } from "../../../src/data/providers/ecb.ts";
import { eia } from "../../../src/data/providers/eia.ts";
import { fred } from "../../../src/data/providers/fred.ts";
import { lbma } from "../../../src/data/providers/lbma.ts";
import type { Asked, Body, Fetched, Provider } from "../../../src/data/providers/provider.ts";
import { PROVIDERS, providerOf } from "../../../src/data/providers/providers.ts";
import { shiller } from "../../../src/data/providers/shiller.ts";
import { stooq } from "../../../src/data/providers/stooq.ts";
import { treasury } from "../../../src/data/providers/treasury.ts";
import { worldbank } from "../../../src/data/providers/worldbank.ts";
import { yahoo } from "../../../src/data/providers/yahoo.ts";
import { formatDay } from "../../../src/series/day.ts";
import { asked, body, day, json } from "./bodies.ts";
import {
  chileanSeries,
  coinPage,
  ecbCsv,
  eiaPage,
  fixing,
  fredCsv,
  fredObservations,
  thaiRates,
  yahooChart,
  yahooEventTime,
} from "./formats.ts";
import { workbookOf } from "./workbooks.ts";

/** The rows of a download, blank cells as null. */
function rowsOf({ figures }: Fetched, ...names: string[]) {
  const columns = names.length === 0 ? [...figures.columns.keys()] : names;
  return Array.from(figures.days, (one, row) => [
    formatDay(one),
    ...columns.map((name) => {
      const value = figures.columns.get(name)![row]!;
      return Number.isNaN(value) ? null : value;
    }),
  ]);
}

const read = async (provider: Provider, bodies: readonly Body[], question: Asked) =>
  provider.read(bodies, question);

const addresses = (provider: Provider, question: Asked) =>
  provider.requests(question).map(({ address }) => decodeURIComponent(address));

describe("every provider", () => {
  test.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    "%s says who it is and on what terms",
    (id, provider) => {
      expect(id).toMatch(/^[a-z]+$/);
      expect(provider.terms).toMatch(/\.$/);
      expect(provider.home).toMatch(/^https:\/\//);
      expect(provider.base === "" || provider.base.startsWith("https://")).toBe(true);
      expect(providerOf(id, "test")).toBe(provider);
    },
  );

  test.each([
    [fred, "DGS10"],
    [yahoo, "^GSPC"],
    [lbma, "gold_pm"],
    [coinmetrics, "btc"],
    [stooq, "^spx"],
    [eia, "petroleum/pri/spt/RWTC"],
    [worldbank, "Gold"],
    [ecb, "THB/USD"],
    [bot, "USD"],
    [bcch, "F073.TCO.PRE.Z.D"],
    [treasury, "10 Yr"],
  ] as const)(
    "$id asks at its own https address and never writes the key in it",
    (provider, symbol) => {
      const key = "user:S3cret&Key";
      for (const one of provider.requests(asked(symbol, { key, since: day("2026-10-01") }))) {
        expect(one.address).toMatch(/^https:\/\//);
        expect(one.address).not.toContain("S3cret");
      }
    },
  );

  test("a provider that there is not is told with the nearest", () => {
    expect(() => providerOf("freed", "--provider")).toThrow(
      '--provider: unknown provider "freed"; did you mean "fred"?',
    );
  });
});

describe("fred", () => {
  test("reads the CSV behind its charts, holidays as points or blank", async () => {
    const csv = fredCsv("DGS10", [
      ["2026-11-10", "4.10"],
      ["2026-11-11", "."],
      ["2026-11-12", ""],
      ["2026-11-13", "0.00"],
    ]);
    expect(rowsOf(await read(fred, [body(csv)], asked("DGS10")))).toEqual([
      ["2026-11-10", 4.1],
      ["2026-11-13", 0],
    ]);
  });

  test("reads the older header too, and refuses another one with what it says", async () => {
    const old = "DATE,DGS10\n2026-11-10,4.10\n";
    expect(rowsOf(await read(fred, [body(old)], asked("DGS10")))).toEqual([["2026-11-10", 4.1]]);
    const other = "DATE,VALUE\n2026-11-10,4.10\n";
    await expect(read(fred, [body(other)], asked("DGS10"))).rejects.toThrow(
      'the header has no "DGS10": it begins "DATE,VALUE"',
    );
  });

  test("asks the API where there is a key", async () => {
    const question = asked("M2SL", { key: "k", since: day("2026-01-01") });
    expect(addresses(fred, question)).toEqual([
      "https://api.stlouisfed.org/fred/series/observations?series_id=M2SL&file_type=json&observation_start=2026-01-01",
    ]);
    const answer = json(
      fredObservations([
        ["2026-01-01", "22000.1"],
        ["2026-02-01", "."],
      ]),
    );
    expect(rowsOf(await read(fred, [answer], question))).toEqual([["2026-01-01", 22000.1]]);
  });

  test("reads what was published as of days as a column each, blank after the end of each", async () => {
    const question = asked("M2SL", { key: "k", vintages: ["2025-11-25", "2025-12-23"] });
    expect(addresses(fred, question).map((one) => one.split("&").slice(-2).join("&"))).toEqual([
      "realtime_start=2025-11-25&realtime_end=2025-11-25",
      "realtime_start=2025-12-23&realtime_end=2025-12-23",
    ]);
    const answers = [
      json(
        fredObservations([
          ["2025-09-01", "1"],
          ["2025-10-01", "2"],
        ]),
      ),
      json(
        fredObservations([
          ["2025-09-01", "1.5"],
          ["2025-10-01", "2"],
          ["2025-11-01", "3"],
        ]),
      ),
    ];
    expect(rowsOf(await read(fred, answers, question))).toEqual([
      ["2025-09-01", 1, 1.5],
      ["2025-10-01", 2, 2],
      ["2025-11-01", null, 3],
    ]);
  });

  test("needs a key for them, and tells what the API says of a mistake", async () => {
    expect(() => fred.requests(asked("M2SL", { vintages: ["2025-11-25"] }))).toThrow(
      "FRED_API_KEY",
    );
    const error = json({
      error_code: 400,
      error_message: "Bad Request.  The series does not exist.",
    });
    await expect(read(fred, [error], asked("NONE", { key: "k" }))).rejects.toThrow(
      "The series does not exist",
    );
  });
});

describe("yahoo", () => {
  const quotes = [
    { day: "2026-11-18", close: 600.5, adjclose: 599 },
    { day: "2026-11-19", close: null },
    { day: "2026-11-20", close: 601.25, adjclose: 601.25 },
  ];

  test("reads closes and adjusted closes; days without a close are none", async () => {
    const answer = json(yahooChart("QQQ", quotes));
    expect(rowsOf(await read(yahoo, [answer], asked("QQQ")), "close", "adjclose")).toEqual([
      ["2026-11-18", 600.5, 599],
      ["2026-11-20", 601.25, 601.25],
    ]);
  });

  test("leaves out the row of a session that has not ended", async () => {
    const answer = json(yahooChart("QQQ", quotes, { marketTime: "17:12:44", liveRow: true }));
    const fetched = await read(yahoo, [answer], asked("QQQ"));
    expect(rowsOf(fetched, "close")).toEqual([["2026-11-18", 600.5]]);
    expect(formatDay(fetched.unfinished!)).toBe("2026-11-20");
  });

  test("a last day that comes twice is one: after the close the live row repeats it", async () => {
    const twice = [...quotes, { day: "2026-11-20", close: 601.25, adjclose: 601.25 }];
    const fetched = await read(
      yahoo,
      [json(yahooChart("QQQ", twice, { liveRow: true }))],
      asked("QQQ"),
    );
    expect(rowsOf(fetched, "close").map(([one]) => one)).toEqual(["2026-11-18", "2026-11-20"]);
    expect(fetched.notes).toEqual([]);
    const other = [...quotes, { day: "2026-11-20", close: 602 }];
    const differing = await read(
      yahoo,
      [json(yahooChart("QQQ", other, { liveRow: true }))],
      asked("QQQ"),
    );
    expect(rowsOf(differing, "close").at(-1)).toEqual(["2026-11-20", 602]);
    expect(differing.notes[0]).toContain("2026-11-20 came twice");
  });

  test("and before the close both of them go", async () => {
    const twice = [...quotes, { day: "2026-11-20", close: 602 }];
    const fetched = await read(
      yahoo,
      [json(yahooChart("QQQ", twice, { marketTime: "17:00:00", liveRow: true }))],
      asked("QQQ"),
    );
    expect(rowsOf(fetched, "close")).toEqual([["2026-11-18", 600.5]]);
  });

  test("reads dividends and splits on their days", async () => {
    const date = yahooEventTime("2026-11-18");
    const events = {
      dividends: { [date]: { amount: 0.69, date } },
      splits: { [date]: { date, numerator: 2, denominator: 1, splitRatio: "2:1" } },
    };
    const fetched = await read(yahoo, [json(yahooChart("QQQ", quotes, { events }))], asked("QQQ"));
    expect(rowsOf(fetched, "dividend", "split")).toEqual([
      ["2026-11-18", 0.69, 2],
      ["2026-11-20", null, null],
    ]);
  });

  test("a price that went through single precision is the decimal that it was", async () => {
    const close = Math.fround(123.45);
    expect(close).not.toBe(123.45);
    const answer = json(yahooChart("QQQ", [{ day: "2026-11-18", close }]));
    expect(rowsOf(await read(yahoo, [answer], asked("QQQ")), "close")).toEqual([
      ["2026-11-18", 123.45],
    ]);
  });

  test("and one that was quoted in 128ths stays as it is", async () => {
    const answer = json(yahooChart("QQQ", [{ day: "2026-11-18", close: 56.5859375 }]));
    expect(rowsOf(await read(yahoo, [answer], asked("QQQ")), "close")).toEqual([
      ["2026-11-18", 56.5859375],
    ]);
  });

  test("without adjusted closes has no such column; one that is too short is cut", async () => {
    const chart = yahooChart("QQQ", quotes);
    const { indicators } = chart.chart.result[0]!;
    const cut = { ...indicators, adjclose: [{ adjclose: [1] }] };
    Object.assign(chart.chart.result[0]!, { indicators: { quote: indicators.quote } });
    const fetched = await read(yahoo, [json(chart)], asked("QQQ"));
    expect([...fetched.figures.columns.keys()]).toEqual(["close", "dividend", "split"]);
    Object.assign(chart.chart.result[0]!, { indicators: cut });
    await expect(read(yahoo, [json(chart)], asked("QQQ"))).rejects.toThrow(
      '3 days and 1 of "adjclose" came',
    );
  });

  test("a quote stamped at midnight keeps its day when the clocks have changed since", async () => {
    // A future is stamped 00:00 in New York: 04:00 UTC in summer; the answer counts from winter time.
    const chart = yahooChart("GC=F", [{ day: "2026-07-01", close: 3000 }]);
    const summer = Date.parse("2026-07-01T04:00:00Z") / 1000;
    Object.assign(chart.chart.result[0]!, { timestamp: [summer] });
    expect(rowsOf(await read(yahoo, [json(chart)], asked("GC=F")), "close")).toEqual([
      ["2026-07-01", 3000],
    ]);
  });

  test.each([
    [
      {
        chart: {
          result: null,
          error: { code: "Not Found", description: "No data found, symbol may be delisted" },
        },
      },
      "No data found",
    ],
    [yahooChart("SPY", [{ day: "2026-11-18", close: 1 }]), "SPY came instead of QQQ"],
    [yahooChart("QQQ", []), "holds no figures"],
    [{ finance: {} }, 'no list "chart.result"'],
  ])("refuses %#", async (answer, text) => {
    await expect(read(yahoo, [json(answer)], asked("QQQ"))).rejects.toThrow(text);
  });

  test("asks in seconds, the whole history or since a day", () => {
    expect(addresses(yahoo, asked("^GSPC"))[0]).toContain(
      "/v8/finance/chart/^GSPC?period1=-2208988800&",
    );
    expect(addresses(yahoo, asked("^GSPC", { since: 1 }))[0]).toContain("period1=86400&");
  });
});

describe("lbma", () => {
  test("reads dollars, not knowing zeros and nulls; gaps inside are of the second file", async () => {
    const pm = json([
      fixing("2026-12-22", 4000),
      fixing("2026-12-23", null),
      fixing("2026-12-28", 4010),
    ]);
    const am = json([
      fixing("2026-12-21", 3990),
      fixing("2026-12-22", 3999),
      fixing("2026-12-23", 4005),
      fixing("2026-12-29", 4020),
    ]);
    expect(rowsOf(await read(lbma, [pm], asked("gold_pm")))).toEqual([
      ["2026-12-22", 4000],
      ["2026-12-28", 4010],
    ]);
    const both = await read(lbma, [pm, am], asked("gold_pm+gold_am"));
    expect(rowsOf(both)).toEqual([
      ["2026-12-22", 4000],
      ["2026-12-23", 4005],
      ["2026-12-28", 4010],
    ]);
    expect(both.notes).toEqual(["1 days are of gold_am"]);
  });

  test("refuses a list of other things", async () => {
    await expect(read(lbma, [json([{ date: "2026-12-22" }])], asked("gold_pm"))).rejects.toThrow(
      "is no day",
    );
    await expect(read(lbma, [json({})], asked("gold_pm"))).rejects.toThrow("no list of fixings");
  });
});

describe("coinmetrics", () => {
  test("reads pages and leaves out the day that is not over", async () => {
    const first = json(
      coinPage("btc", [["2026-11-19", "91000.5"]], "https://community-api.coinmetrics.io/v4/x"),
    );
    const second = json(
      coinPage("btc", [
        ["2026-11-20", "92000"],
        ["2026-11-21", "91500"],
      ]),
    );
    expect(coinmetrics.next!(first, asked("btc"))?.address).toBe(
      "https://community-api.coinmetrics.io/v4/x",
    );
    expect(coinmetrics.next!(second, asked("btc"))).toBeUndefined();
    const fetched = await read(coinmetrics, [first, second], asked("btc"));
    expect(rowsOf(fetched)).toEqual([
      ["2026-11-19", 91000.5],
      ["2026-11-20", 92000],
    ]);
    expect(formatDay(fetched.unfinished!)).toBe("2026-11-21");
  });

  test("tells what the API says of a mistake, and refuses another coin", async () => {
    const error = json({ error: { type: "bad_parameter", message: "Bad parameter 'assets'." } });
    await expect(read(coinmetrics, [error], asked("btx"))).rejects.toThrow("Bad parameter");
    const other = json(coinPage("eth", [["2026-11-19", "3000"]]));
    await expect(read(coinmetrics, [other], asked("btc"))).rejects.toThrow(
      "eth came instead of btc",
    );
  });
});

describe("stooq", () => {
  const csv =
    "Date,Open,High,Low,Close,Volume\r\n2026-11-19,1,2,0.5,1.5,100\r\n2026-11-20,1,2,0.5,1.75,100\r\n";

  test("reads closes, without the row of today", async () => {
    const today = `${csv}2026-11-21,1,2,0.5,1.6,10\r\n`;
    const fetched = await read(stooq, [body(today)], asked("^spx"));
    expect(rowsOf(fetched)).toEqual([
      ["2026-11-19", 1.5],
      ["2026-11-20", 1.75],
    ]);
    expect(fetched.unfinished).toBe(day("2026-11-21"));
  });

  test("reads indices, which have no volume", async () => {
    const index = "Date,Open,High,Low,Close\r\n2026-11-19,1,2,0.5,1.5\r\n";
    expect(rowsOf(await read(stooq, [body(index)], asked("^spx")))).toEqual([["2026-11-19", 1.5]]);
  });

  test.each([
    ["Exceeded the daily hits limit", "try again tomorrow"],
    ["No data", "no data of that name"],
    ["", "the header has no"],
    ["Date,Open,High,Low,Close,Volume\r\n", "a header without rows"],
    [`${csv}2026-11-20,1,2`, "has 3 of 6 cells"],
    [`${csv}2026-11-20,1,2,3,n/a,5\r\n`, '"n/a" is no number'],
    [`${csv}2026-02-30,1,2,3,4,5\r\n`, "is no day"],
  ])("refuses %j", async (text, why) => {
    await expect(read(stooq, [body(text)], asked("^spx"))).rejects.toThrow(why);
  });

  test("a last line that may be cut inside its last cell is left out, and said", async () => {
    const cut = csv.slice(0, -4);
    expect(cut).toMatch(/,1\.75,1$/);
    const fetched = await read(stooq, [body(cut, false)], asked("^spx"));
    expect(rowsOf(fetched)).toEqual([["2026-11-19", 1.5]]);
    expect(fetched.notes).toEqual(["the last line may be cut and is left out until the next pull"]);
  });
});

describe("eia", () => {
  test("reads pages of five thousand rows", async () => {
    const question = asked("petroleum/pri/spt/RWTC", { key: "k" });
    const first = json(
      eiaPage(
        "RWTC",
        [
          ["2020-04-17", "18.31"],
          ["2020-04-20", "-36.98"],
        ],
        0,
        3,
      ),
    );
    const second = json(eiaPage("RWTC", [["2020-04-21", "8.91"]], 2, 3));
    expect(eia.next!(first, question)?.address).toContain("offset=2&");
    expect(eia.next!(second, question)).toBeUndefined();
    expect(addresses(eia, question)[0]).toContain(
      "https://api.eia.gov/v2/petroleum/pri/spt/data/?frequency=daily&data[0]=value&facets[series][]=RWTC&",
    );
    expect(rowsOf(await read(eia, [first, second], question))).toEqual([
      ["2020-04-17", 18.31],
      ["2020-04-20", -36.98],
      ["2020-04-21", 8.91],
    ]);
  });

  test("a symbol without a route is refused", () => {
    expect(() => eia.requests(asked("RWTC", { key: "k" }))).toThrow("names no route");
  });
});

describe("worldbank", () => {
  const sheet = [
    ["World Bank Commodity Price Data (The Pink Sheet)"],
    ["monthly prices in nominal US dollars, 1960 to present"],
    ["(monthly series are available only in nominal US dollar terms)"],
    ["Updated on November 04, 2026"],
    [null, "Crude oil, average", "Crude oil, WTI", "Gold", "Silver **"],
    [null, "($/bbl)", "($/bbl)", "($/troy oz)", "($/troy oz)"],
    ["1960M01", 1.63, "…", 35.27, 0.9137],
    ["1960M02", 1.63, "..", 35.27, 0.9137],
    ["2026M10", 60, 61.5, 4050.2, 48.9],
  ];

  test("reads a column of months by its heading, whatever its signs", async () => {
    const bytes = await workbookOf({ "Monthly Prices": sheet });
    const answer = { bytes, text: "", delimited: true };
    expect(rowsOf(await read(worldbank, [answer], asked("Silver")))).toEqual([
      ["1960-01-01", 0.9137],
      ["1960-02-01", 0.9137],
      ["2026-10-01", 48.9],
    ]);
    expect(rowsOf(await read(worldbank, [answer], asked("Crude oil, WTI")))).toEqual([
      ["2026-10-01", 61.5],
    ]);
    await expect(read(worldbank, [answer], asked("Copper"))).rejects.toThrow(
      'no single column "Copper"',
    );
  });

  test("refuses a workbook without the sheet, and one without months", async () => {
    const other = { bytes: await workbookOf({ Sheet1: sheet }), text: "", delimited: true };
    await expect(read(worldbank, [other], asked("Gold"))).rejects.toThrow("it has Sheet1");
    const plain = {
      bytes: await workbookOf({ "Monthly Prices": [["a", 1]] }),
      text: "",
      delimited: true,
    };
    await expect(read(worldbank, [plain], asked("Gold"))).rejects.toThrow("no months like 1960M01");
  });
});

describe("shiller", () => {
  const sheet = [
    ['Stock Market Data Used in "Irrational Exuberance"'],
    [null, "S&P", null, null, "Consumer"],
    [
      "Date",
      "P",
      "D",
      "E",
      "CPI",
      "Fraction",
      "Rate GS10",
      "Price",
      "Dividend",
      "Price",
      "Earnings",
      "Earnings",
      "CAPE",
    ],
    [1871.01, 4.44, 0.26, 0.4, 12.46, 1871.04, 5.32, 109, 6.4, 109, 9.8, 9.8, "NA"],
    [1871.02, 4.5, 0.26, 0.4, 12.84, 1871.12, 5.32, 107, 6.2, 107, 9.5, 9.5, "NA"],
    [1871.1, 4.6, 0.26, 0.4, 12.84, 1871.79, 5.32, 107, 6.2, 107, 9.5, 9.5, 18.5],
    ["Notes: October is written 1871.1"],
  ];

  test("reads months that are numbers, and the return with dividends", async () => {
    const answer = { bytes: await workbookOf({ Data: sheet }), text: "", delimited: true };
    expect(rowsOf(await read(shiller, [answer], asked("P")))).toEqual([
      ["1871-01-01", 4.44],
      ["1871-02-01", 4.5],
      ["1871-10-01", 4.6],
    ]);
    expect(rowsOf(await read(shiller, [answer], asked("CAPE")))).toEqual([["1871-10-01", 18.5]]);
    // (4.5 + 0.26 / 12) / 4.44
    const returns = rowsOf(await read(shiller, [answer], asked("TR")));
    expect(returns[0]).toEqual(["1871-01-01", 1]);
    expect(returns[1]![1]).toBeCloseTo(1.0183933933933933, 12);
  });
});

describe("ecb", () => {
  test("divides two euro rates on the days of both", async () => {
    expect(addresses(ecb, asked("THB/USD"))).toEqual([
      "https://data-api.ecb.europa.eu/service/data/EXR/D.THB.EUR.SP00.A?format=csvdata",
      "https://data-api.ecb.europa.eu/service/data/EXR/D.USD.EUR.SP00.A?format=csvdata",
    ]);
    const answers = [
      body(
        ecbCsv("THB", [
          ["2026-11-18", "38"],
          ["2026-11-19", "38.5"],
          ["2026-11-20", "39"],
        ]),
      ),
      body(
        ecbCsv("USD", [
          ["2026-11-18", "1.25"],
          ["2026-11-19", ""],
          ["2026-11-20", "1.2"],
        ]),
      ),
    ];
    expect(rowsOf(await read(ecb, answers, asked("THB/USD")))).toEqual([
      ["2026-11-18", 30.4],
      ["2026-11-20", 39 / 1.2],
    ]);
  });

  test("refuses what is no pair, and another currency", async () => {
    expect(() => ecb.requests(asked("THB"))).toThrow("no pair of currencies");
    const other = body(ecbCsv("JPY", [["2026-11-18", "170"]]));
    await expect(read(ecb, [other], asked("USD/EUR"))).rejects.toThrow("JPY came instead of USD");
  });
});

describe("bot", () => {
  test("asks month by month and reads the middle rate", async () => {
    const question = asked("USD", { key: "k", since: day("2026-10-20") });
    expect(addresses(bot, question).map((one) => one.split("?")[1])).toEqual([
      "start_period=2026-10-20&end_period=2026-10-31&currency=USD",
      "start_period=2026-11-01&end_period=2026-11-21&currency=USD",
    ]);
    expect(bot.requests(question)[0]!.secrets).toEqual([
      { place: "header", name: "Authorization", value: "k" },
    ]);
    const answers = [
      json(
        thaiRates("USD", [
          ["2026-10-21", "32.2000000"],
          ["2026-10-20", "32.1000000"],
        ]),
      ),
      json(thaiRates("USD", [["2026-11-20", "32.3000000"]])),
    ];
    expect(rowsOf(await read(bot, answers, question))).toEqual([
      ["2026-10-20", 32.1],
      ["2026-10-21", 32.2],
      ["2026-11-20", 32.3],
    ]);
  });
});

describe("bcch", () => {
  const id = "F073.TCO.PRE.Z.D";

  test("reads days written day first; days without trading are none", async () => {
    const answer = json(
      chileanSeries(id, [
        ["20-11-2026", "930.12", "OK"],
        ["21-11-2026", "NaN", "ND"],
      ]),
    );
    expect(rowsOf(await read(bcch, [answer], asked(id, { key: "u:p" })))).toEqual([
      ["2026-11-20", 930.12],
    ]);
  });

  test("tells what the service says of the account, and refuses a key that is none", async () => {
    const answer = json({ Codigo: -5, Descripcion: "Invalid username or password", Series: {} });
    await expect(read(bcch, [answer], asked(id, { key: "u:p" }))).rejects.toThrow(
      "Invalid username",
    );
    expect(() => bcch.requests(asked(id, { key: "only" }))).toThrow("user:password");
  });
});

describe("treasury", () => {
  const head = 'Date,"1 Mo","1.5 Month","2 Mo","3 Mo","10 Yr"\n';

  test("asks year by year and reads latest-first months of a maturity", async () => {
    const question = asked("10 Yr", { since: day("2025-06-01") });
    const asks = addresses(treasury, question);
    expect(asks).toHaveLength(2);
    expect(asks[0]).toContain(
      "/daily-treasury-rates.csv/2025/all?type=daily_treasury_yield_curve&field_tdr_date_value=2025&",
    );
    const answers = [
      body('Date,"1 Mo","10 Yr"\n12/31/2025,3.7,4.2\n12/30/2025,3.7,N/A\n'),
      body(`${head}11/20/2026,3.9,3.9,3.9,3.9,4.10\n11/19/2026,3.9,3.9,3.9,3.9,4.05`),
    ];
    expect(rowsOf(await read(treasury, answers, question))).toEqual([
      ["2025-12-31", 4.2],
      ["2026-11-19", 4.05],
      ["2026-11-20", 4.1],
    ]);
  });

  test("refuses a maturity that no year has", async () => {
    await expect(
      read(treasury, [body(`${head}11/20/2026,1,1,1,1,1\n`)], asked("50 Yr")),
    ).rejects.toThrow('no year of the curve has a maturity "50 Yr"');
  });
});
