// Answers in the true form of each provider, with figures made up.

const SECONDS = 86_400;
const secondsOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 1000;

/** The CSV behind FRED's charts: a header with the id, holidays as points. */
export function fredCsv(id: string, rows: readonly (readonly [string, string])[]): string {
  return ["observation_date", ...rows.map(([day]) => day)]
    .map((day, at) => `${day},${at === 0 ? id : rows[at - 1]![1]}\n`)
    .join("");
}

/** FRED's API: `series/observations` as JSON. */
export function fredObservations(
  rows: readonly (readonly [string, string])[],
  asOf = "2026-11-20",
) {
  return {
    realtime_start: asOf,
    realtime_end: asOf,
    observation_start: "1600-01-01",
    observation_end: "9999-12-31",
    units: "lin",
    output_type: 1,
    file_type: "json",
    order_by: "observation_date",
    sort_order: "asc",
    count: rows.length,
    offset: 0,
    limit: 100_000,
    observations: rows.map(([date, value]) => ({
      realtime_start: asOf,
      realtime_end: asOf,
      date,
      value,
    })),
  };
}

export interface Quote {
  readonly day: string;
  readonly close: number | null;
  readonly adjclose?: number | null;
}

/** Yahoo's chart of a fund in New York; its quotes are stamped 09:30 local, the last one when it was made. */
export function yahooChart(
  symbol: string,
  quotes: readonly Quote[],
  {
    today = "2026-11-20",
    marketTime = "21:00:01",
    liveRow = false,
    events = {},
  }: {
    today?: string;
    marketTime?: string;
    liveRow?: boolean;
    events?: object;
  } = {},
) {
  const open = secondsOf(today) + 14.5 * 3600;
  const quoted = Date.parse(`${today}T${marketTime}Z`) / 1000;
  const times = quotes.map(({ day }, at) =>
    liveRow && at === quotes.length - 1 ? quoted : secondsOf(day) + 14.5 * 3600,
  );
  return {
    chart: {
      result: [
        {
          meta: {
            currency: "USD",
            symbol,
            exchangeName: "NMS",
            instrumentType: "ETF",
            firstTradeDate: 921_076_200,
            regularMarketTime: quoted,
            gmtoffset: -18_000,
            timezone: "EST",
            exchangeTimezoneName: "America/New_York",
            regularMarketPrice: quotes.at(-1)?.close ?? null,
            priceHint: 2,
            currentTradingPeriod: {
              pre: { timezone: "EST", start: open - 19_800, end: open, gmtoffset: -18_000 },
              regular: { timezone: "EST", start: open, end: open + 23_400, gmtoffset: -18_000 },
              post: {
                timezone: "EST",
                start: open + 23_400,
                end: open + 37_800,
                gmtoffset: -18_000,
              },
            },
            dataGranularity: "1d",
            range: "",
            validRanges: ["1d", "5d", "max"],
          },
          ...(quotes.length === 0 ? {} : { timestamp: times }),
          ...(Object.keys(events).length === 0 ? {} : { events }),
          indicators: {
            quote: [quotes.length === 0 ? {} : { close: quotes.map(({ close }) => close) }],
            adjclose: [
              quotes.length === 0
                ? {}
                : { adjclose: quotes.map(({ close, adjclose }) => adjclose ?? close) },
            ],
          },
        },
      ],
      error: null,
    },
  };
}

export const yahooEventTime = (day: string) => secondsOf(day) + 14.5 * 3600;

/** A fixing of the LBMA: dollars, pounds, euros. */
export const fixing = (d: string, usd: number | null) => ({
  is_cms_locked: 0,
  d,
  v: [usd, 15.68, 0],
});

/** A page of Coin Metrics' community API. */
export function coinPage(
  asset: string,
  rows: readonly (readonly [string, string])[],
  next?: string,
) {
  return {
    data: rows.map(([day, PriceUSD]) => ({
      asset,
      time: `${day}T00:00:00.000000000Z`,
      PriceUSD,
    })),
    ...(next === undefined ? {} : { next_page_token: "0.MjAxOQ", next_page_url: next }),
  };
}

/** A page of EIA's second API. */
export function eiaPage(
  series: string,
  rows: readonly (readonly [string, string])[],
  offset: number,
  total: number,
) {
  return {
    response: {
      total: String(total),
      dateFormat: "YYYY-MM-DD",
      frequency: "daily",
      data: rows.map(([period, value]) => ({
        period,
        duoarea: "YCUOK",
        "area-name": "NA",
        product: "EPCWTI",
        "product-name": "WTI Crude Oil",
        process: "PF4",
        series,
        "series-description": "Cushing, OK WTI Spot Price FOB (Dollars per Barrel)",
        value,
        units: "$/BBL",
      })),
      description: "Spot prices",
    },
    request: { command: "/v2/petroleum/pri/spt/data/", params: { offset, length: 5000 } },
    apiVersion: "2.1.8",
  };
}

/** The service of the Central Bank of Chile. */
export function chileanSeries(id: string, rows: readonly (readonly [string, string, string])[]) {
  return {
    Codigo: 0,
    Descripcion: "Success",
    Series: {
      descripEsp: "Tipo de cambio del dólar observado diario",
      descripIng: "Daily observed dollar exchange rate",
      seriesId: id,
      Obs: rows.map(([indexDateString, value, statusCode]) => ({
        indexDateString,
        value,
        statusCode,
      })),
    },
    SeriesInfos: [],
  };
}

/** The API of the Bank of Thailand. */
export function thaiRates(currency: string, rows: readonly (readonly [string, string])[]) {
  return {
    result: {
      success: "true",
      api: "DAILY_AVG_EXG_RATE",
      timestamp: "2026-11-20 18:05:00",
      data: {
        data_header: { last_updated: "2026-11-20" },
        data_detail: rows.map(([period, mid_rate]) => ({
          period,
          currency_id: currency,
          currency_name_eng: "USA : DOLLAR (USD)",
          buying_sight: "32.0000000",
          buying_transfer: "32.1000000",
          selling: "32.5000000",
          mid_rate,
        })),
      },
    },
  };
}

/** The European Central Bank's `csvdata`. */
export function ecbCsv(currency: string, rows: readonly (readonly [string, string])[]): string {
  const header =
    "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE\r\n";
  const lines = rows.map(
    ([day, value]) =>
      `EXR.D.${currency}.EUR.SP00.A,D,${currency},EUR,SP00,A,${day},${value},A,"${currency}, ECB reference"\r\n`,
  );
  return header + lines.join("");
}

/** A page that a server shows to what it takes for a robot. */
export const CHALLENGE =
  '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={};</script></body></html>';

export { SECONDS };
