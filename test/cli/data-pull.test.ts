import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { answer, type Handler, served } from "../data/fetch/server.ts";
import {
  CHALLENGE,
  coinPage,
  fixing,
  fredCsv,
  fredObservations,
  yahooChart,
} from "../data/providers/formats.ts";
import { workbookOf } from "../data/providers/workbooks.ts";
import { bin, type Ended, folderWith } from "./assay.ts";

const KEY = "S3cretKey0123456789";
const JSON_TYPE = { "content-type": "application/json" };

interface Place {
  readonly store: string;
  readonly mirror?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends Ctrl-C when stderr says this. */
  readonly stopAt?: string;
}

/** Runs `assay data pull` in a folder of its own; every provider is the mirror. */
function pull(words: readonly string[], place: Place): Promise<Ended> {
  return data(["pull", ...words], place);
}

function data(
  words: readonly string[],
  { store, mirror, env = {}, stopAt }: Place,
): Promise<Ended> {
  expect(inject("build")).toBe("fresh");
  const { PATH = "" } = process.env;
  const providers = [
    "FRED",
    "YAHOO",
    "LBMA",
    "COINMETRICS",
    "STOOQ",
    "EIA",
    "WORLDBANK",
    "ECB",
    "BOT",
    "BCCH",
    "TREASURY",
  ];
  const mirrors = mirror === undefined ? [] : providers.map((id) => [`ASSAY_${id}_URL`, mirror]);
  const child = spawn(process.execPath, [bin, "data", ...words], {
    cwd: folderWith({}),
    env: { PATH, HOME: store, ASSAY_DATA: store, ...Object.fromEntries(mirrors), ...env },
  });
  let [stdout, stderr] = ["", ""];
  let isStopped = false;
  child.stdout.on("data", (text: Buffer) => {
    stdout += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
    if (stopAt === undefined || isStopped || !stderr.includes(stopAt)) return;
    isStopped = true;
    child.kill("SIGINT");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

const quotes = [16, 17, 18, 19, 20].map((day) => ({
  day: `2026-11-${day}`,
  close: 600 + day,
  adjclose: 590 + day,
}));

/** Each provider in its true form, for any symbol. */
const everyone: Handler = (request, response) => {
  const url = new URL(request.url ?? "", "http://h");
  const yahoo = /^\/v8\/finance\/chart\/(.+)$/.exec(url.pathname)?.[1];
  if (yahoo !== undefined)
    answer(response, JSON.stringify(yahooChart(decodeURIComponent(yahoo), quotes)), JSON_TYPE);
  else if (url.pathname === "/graph/fredgraph.csv")
    answer(
      response,
      fredCsv(url.searchParams.get("id")!, [
        ["2026-10-01", "1"],
        ["2026-11-01", "."],
      ]),
    );
  else if (url.pathname.startsWith("/json/"))
    answer(response, JSON.stringify([fixing("2026-11-19", 4000)]), JSON_TYPE);
  else if (url.pathname.startsWith("/v4/"))
    answer(response, JSON.stringify(coinPage("btc", [["2026-11-19", "90000"]])), JSON_TYPE);
  else answer(response, "", {}, 404);
};

const textOf = (store: string, file: string) => readFileSync(join(store, file), "utf8");

/** Everything in a store, in one text. */
const allOf = (store: string) =>
  readdirSync(store, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => textOf(store, name))
    .join("\n");

describe("assay data pull", () => {
  test("fills the store, telling terms at first use, progress, and what was new", async () => {
    const store = folderWith({});
    const { url } = await served(everyone);
    const first = await pull(["spx", "qqq", "gold"], { store, mirror: url });
    expect(first.stdout).toContain(
      "new        SPX.csv (spx): 5 new of 5 rows, 2026-11-16 to 2026-11-20",
    );
    expect(first.stdout).toContain("new        QQQ.csv (qqq, qqqTotal): 5 new of 5 rows");
    expect(first.stdout).toContain(`Store: ${store}`);
    expect(first.stderr).toContain("Yahoo Finance: For personal use, not for redistribution.");
    expect(first.stderr).toMatch(/\[\d\/3\] SPX\.csv: 5 new, 5 rows to 2026-11-20/);
    expect(first.code).toBe(0);
    expect(textOf(store, "QQQ.csv").split("\n").slice(0, 2)).toEqual([
      "date,close,adjclose",
      "2026-11-16,616,606",
    ]);
    expect(textOf(store, "SOURCES.md")).toContain("personal use, not for redistribution");
    const second = await pull(["spx", "qqq", "gold"], { store, mirror: url });
    expect(second.stdout).toContain("unchanged  SPX.csv, QQQ.csv, GOLD_LBMA.csv");
    expect(second.stderr).not.toContain("For personal use");
    expect(second.code).toBe(0);
  }, 30_000);

  test("waits where a server asks to, and says so", async () => {
    const store = folderWith({});
    const { url, asked } = await served((request, response, count) =>
      count === 1
        ? answer(response, "", { "retry-after": "1" }, 429)
        : everyone(request, response, count),
    );
    const { code, stderr } = await pull(["spx"], { store, mirror: url });
    expect(stderr).toMatch(/\^GSPC: the server answers 429; again in 1\.\d s/);
    expect([code, asked.length]).toEqual([0, 2]);
  }, 30_000);

  test("says what no provider serves and what needs a key", async () => {
    const store = folderWith({});
    const { url, asked } = await served(everyone);
    const { code, stdout } = await pull(["copper", "usdclp"], { store, mirror: url });
    const text = stdout.replace(/\s+/g, " ");
    expect(text).toContain("left out no provider serves copper: import them");
    expect(text).toContain(
      "usdclp, usdclpAverage: Central Bank of Chile: needs a key, BCCH_KEY, from https://",
    );
    expect([code, asked.length]).toEqual([1, 0]);
  }, 30_000);

  test("keeps the store as it was where a page for people comes, and fails", async () => {
    const store = folderWith({});
    const good = await served(everyone);
    await pull(["spx"], { store, mirror: good.url });
    const before = allOf(store);
    const { url } = await served((_, response) =>
      answer(response, CHALLENGE, { "content-type": "text/html" }),
    );
    const { code, stdout } = await pull(["spx"], { store, mirror: url });
    expect(stdout.replace(/\s+/g, " ")).toContain(
      'failed SPX.csv (spx): a page for people came instead of figures: "Just a moment..."',
    );
    expect(code).toBe(1);
    expect(allOf(store)).toBe(before);
  }, 30_000);

  test("tells a history that changed, with its first day and its size", async () => {
    const store = folderWith({});
    const good = await served(everyone);
    await pull(["qqq"], { store, mirror: good.url });
    const halved = quotes.map(({ day, close, adjclose }) => ({
      day,
      close: close / 2,
      adjclose: adjclose / 2,
    }));
    const { url } = await served((_, response) =>
      answer(response, JSON.stringify(yahooChart("QQQ", halved)), JSON_TYPE),
    );
    const { code, stdout } = await pull(["qqq"], { store, mirror: url });
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "history changed: close on 2026-11-16 was 616 and is 308 (-50 %), 5 days differ",
    );
    expect(code).toBe(0);
    expect(textOf(store, "QQQ.csv")).toContain("2026-11-16,308,303\n");
  }, 30_000);

  test("never shows a key, whatever the server repeats", async () => {
    const store = folderWith({});
    const env = { FRED_API_KEY: KEY };
    const bad = await served((request, response) =>
      answer(
        response,
        `{"error_message":"The value for api_key is bad: ${request.url}"}`,
        JSON_TYPE,
        400,
      ),
    );
    const failed = await pull(["dgs10"], { store, mirror: bad.url, env });
    expect(bad.asked[0]).toContain(`api_key=${KEY}`);
    expect(failed.code).toBe(1);
    expect(failed.stdout.replace(/\s+/g, " ")).toContain("The value for api_key is bad");
    const fine = await served((_, response) =>
      answer(response, JSON.stringify(fredObservations([["2026-11-19", "4.1"]])), JSON_TYPE),
    );
    const done = await pull(["dgs10", "--json"], { store, mirror: fine.url, env });
    expect(done.code).toBe(0);
    const planned = await pull(["dgs10", "--dry-run"], { store, mirror: fine.url, env });
    const all =
      [failed, done, planned].map(({ stdout, stderr }) => stdout + stderr).join("\n") +
      allOf(store);
    expect(all).not.toContain(KEY);
    const refused = await pull(["dgs10"], {
      store,
      mirror: fine.url,
      env: { FRED_API_KEY: `${KEY} x` },
    });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("FRED_API_KEY: holds spaces");
    expect(refused.stderr).not.toContain(KEY);
  }, 30_000);

  test("plans without asking anything", async () => {
    const store = join(folderWith({}), "none");
    const { url, asked } = await served(everyone);
    const { code, stdout } = await pull(["gold", "dgs10", "--dry-run"], { store, mirror: url });
    expect(stdout).toContain(
      "GOLD_LBMA.csv: gold_pm+gold_am of lbma, https://prices.lbma.org.uk/json/gold_pm.json and 1 more\n",
    );
    expect(stdout).toContain(
      "DGS10.csv: DGS10 of fred, https://fred.stlouisfed.org/graph/fredgraph.csv?id=DGS10\n",
    );
    expect([code, asked.length, existsSync(store)]).toEqual([0, 0, false]);
  }, 30_000);

  test("stopped by Ctrl-C goes on the next time with what is left", async () => {
    const store = folderWith({});
    const breaking = await served((request, response, count) => {
      if ((request.url ?? "").includes("QQQ")) return;
      everyone(request, response, count);
    });
    const broken = await pull(["spx", "qqq", "ndx"], {
      store,
      mirror: breaking.url,
      stopAt: "[1/3] SPX.csv",
    });
    expect(broken.code).toBe(130);
    expect(broken.stdout.replace(/\s+/g, " ")).toContain(
      "Stopped with 2 of 3 files left; the same command goes on",
    );
    expect(readdirSync(store).filter((name) => name.endsWith(".csv"))).toEqual(["SPX.csv"]);
    const { url, asked } = await served(everyone);
    const next = await pull(["spx", "qqq", "ndx"], { store, mirror: url });
    expect(next.stdout).toContain("1 file was done before the last pull was stopped");
    expect(next.code).toBe(0);
    expect(asked.map((one) => one.split("?")[0])).toEqual([
      "/v8/finance/chart/QQQ",
      "/v8/finance/chart/%5ENDX",
    ]);
  }, 30_000);

  test("by two processes at once does no harm", async () => {
    const store = folderWith({});
    const { url } = await served(everyone);
    const both = await Promise.all([1, 2].map(() => pull(["spx", "qqq"], { store, mirror: url })));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(textOf(store, "QQQ.csv").split("\n")).toHaveLength(7);
    expect(JSON.parse(textOf(store, "SPX.json"))).toMatchObject({ rows: 5, provider: "yahoo" });
    expect(readdirSync(store).filter((name) => /tmp|lock|round/.test(name))).toEqual([]);
  }, 30_000);

  test("reads the workbook that the user gives", async () => {
    const store = folderWith({});
    const file = join(store, "ie_data.xls");
    writeFileSync(
      file,
      await workbookOf({
        Data: [
          ["Date", "P", "D", "CAPE"],
          [1871.01, 4.44, 0.26, null],
          [1881.01, 6.19, 0.27, 18.5],
        ],
      }),
    );
    const { code, stdout, stderr } = await pull(["cape", "--file", file], { store });
    expect(stderr).toContain("Robert J. Shiller, online data: Free with attribution");
    expect(stdout).toContain("SHILLER_CAPE.csv (cape): 1 new of 1 rows, 1881-01-01");
    expect(code).toBe(0);
    const none = await pull(["cape"], { store });
    expect(none.stdout.replace(/\s+/g, " ")).toContain(
      "cape: Robert J. Shiller, online data: fetch the workbook from",
    );
    expect(none.code).toBe(1);
  }, 30_000);

  test.each([
    [["spx", "--provider", "yaho"], '--provider: unknown provider "yaho"; did you mean "yahoo"?'],
    [["spx", "--since", "2026-13-01"], '--since: "2026-13-01" is not a calendar day'],
    [["sxp"], 'data pull: unknown series "sxp"; did you mean "spx"?'],
    [["cape", "--file", "none.xls"], "none.xls: no such file"],
    [["spx", "--porvider", "x"], 'unknown option "--porvider"; did you mean "--provider"?'],
  ])(
    "refuses %j",
    async (words, text) => {
      const { code, stderr } = await pull(words, { store: folderWith({}) });
      expect(stderr).toContain(text);
      expect(code).toBe(2);
    },
    30_000,
  );

  test("refuses a mirror that is no address, not showing what it is", async () => {
    const env = { ASSAY_YAHOO_URL: "ftp://user:S3cret@host" };
    const { code, stderr } = await pull(["spx"], { store: folderWith({}), env });
    expect(stderr).toBe(
      "assay: ASSAY_YAHOO_URL: is no address; write http://HOST or https://HOST\n",
    );
    expect(code).toBe(2);
  }, 30_000);
});

describe("assay data add", () => {
  test("pulls a symbol that the catalog lacks and prints the line that a study needs", async () => {
    const store = folderWith({});
    const { url } = await served(everyone);
    const words = ["add", "uraniumMiners", "yahoo:URNM", "--kind", "total", "--column", "adjclose"];
    const { code, stdout } = await data(words, { store, mirror: url });
    expect(stdout).toContain("new        YAHOO_URNM.csv (uraniumMiners): 5 new of 5 rows");
    expect(stdout).toContain(
      'In the study: series: ownSeries({\n  uraniumMiners: fromProvider("yahoo", "URNM", ' +
        '{ title: "URNM", unit: "USD", kind: "total", column: "adjclose" }),\n})',
    );
    expect(code).toBe(0);
    expect(textOf(store, "YAHOO_URNM.csv").split("\n").slice(0, 2)).toEqual([
      "date,adjclose",
      "2026-11-16,606",
    ]);
  }, 30_000);

  test.each([
    [["add", "gold", "yahoo:GLD"], "data add: gold is in the catalog already; give it another id"],
    [["add", "a-b", "yahoo:GLD"], 'data add: "a-b" cannot be an id; write letters and digits'],
    [["add", "oats", "OATS"], 'data add: "OATS" names no provider; write PROVIDER:SYMBOL'],
    [["add", "oats", "yaho:ZO"], 'unknown provider "yaho"; did you mean "yahoo"?'],
    [["add", "oats", "yahoo:ZO", "--kind", "prize"], '--kind: "prize" is no kind of series'],
  ])(
    "refuses %j",
    async (words, text) => {
      const { code, stderr } = await data(words, { store: folderWith({}) });
      expect(stderr).toContain(text);
      expect(code).toBe(2);
    },
    30_000,
  );
});
