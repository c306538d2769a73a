import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fred } from "../../../src/data/providers/fred.ts";
import type { Provider } from "../../../src/data/providers/provider.ts";
import { providerOf } from "../../../src/data/providers/providers.ts";
import { treasury } from "../../../src/data/providers/treasury.ts";
import type { Order, Part } from "../../../src/data/pull/orders.ts";
import { pull } from "../../../src/data/pull/pull.ts";
import { type Pulled, pulled } from "../../../src/data/pull/pulled.ts";
import type { Pulling } from "../../../src/data/pull/pulling.ts";
import { provenanceOf, putSeries } from "../../../src/data/store/store.ts";
import { answer, type Handler, served } from "../fetch/server.ts";
import {
  CHALLENGE,
  coinPage,
  fixing,
  fredCsv,
  fredObservations,
  yahooChart,
} from "../providers/formats.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const KEY = "S3cretKey0123456789";

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), "assay-pull-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function pulling(directory: string, mirror: string, more: Partial<Pulling> = {}): Pulling {
  return {
    directory,
    means: { now: () => NOW, random: () => 0, wait: async () => {} },
    signal: new AbortController().signal,
    turnOf: () => async () => {},
    keyOf: () => undefined,
    mirrorOf: () => mirror,
    fileOf: () => undefined,
    answers: new Map(),
    onPause: () => {},
    ...more,
  };
}

function order(
  file: string,
  provider: Provider,
  symbol: string,
  ...columns: Part["columns"][number][]
): Order {
  return {
    file,
    ids: [file.toLowerCase()],
    parts: [{ provider, symbol, columns, editions: false }],
  };
}

const DGS10 = order("DGS10.csv", fred, "DGS10", { column: "close" });
const QQQ = order(
  "QQQ.csv",
  providerOf("yahoo", ""),
  "QQQ",
  { column: "close" },
  { column: "adjclose" },
);

const csvIn = (directory: string, file: string) => readFileSync(join(directory, file), "utf8");

/** The files of a store and what is in them. */
function contentOf(directory: string): Record<string, string> {
  const names = readdirSync(directory, { withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, csvIn(directory, name)]));
}

const rows = (...figures: string[]) =>
  figures.map((value, at) => [`2026-11-${String(16 + at)}`, value] as const);

/** A store with three days of a yield, and what a pull of an answer did to it. */
async function afterwards(handler: Handler, more: Partial<Pulling> = {}, what = DGS10) {
  const directory = folder();
  const good = await served((_, response) =>
    answer(response, fredCsv("DGS10", rows("4.10", "4.20", "4.30"))),
  );
  expect((await pulled(DGS10, pulling(directory, good.url))).outcome).toBe("new");
  const before = contentOf(directory);
  const server = await served(handler);
  const result = await pulled(what, pulling(directory, server.url, more));
  return { directory, before, after: contentOf(directory), result, server };
}

describe("a first pull", () => {
  test("writes the figures, where they came from and on what terms", async () => {
    const directory = folder();
    const { url } = await served((_, response) =>
      answer(response, fredCsv("DGS10", rows("4.10", ".", "4.30")), { etag: '"v1"' }),
    );
    const result = await pulled(DGS10, pulling(directory, url));
    expect(result).toMatchObject({
      outcome: "new",
      added: 2,
      rows: 2,
      first: "2026-11-16",
      last: "2026-11-18",
    });
    expect(csvIn(directory, "DGS10.csv")).toBe("date,close\n2026-11-16,4.1\n2026-11-18,4.3\n");
    expect(await provenanceOf(directory, "DGS10.csv")).toMatchObject({
      provider: "fred",
      address: `${url}/graph/fredgraph.csv?id=DGS10`,
      retrieved: "2026-11-21T12:00:00.000Z",
      terms: fred.terms,
      etag: '"v1"',
    });
    expect(csvIn(directory, "SOURCES.md")).toContain("DGS10");
  });

  test("puts two providers' columns into one file", async () => {
    const directory = folder();
    const { url } = await served((request, response) =>
      (request.url ?? "").includes("fredgraph")
        ? answer(response, fredCsv("CLP", [["2026-11-01", "930"]]))
        : answer(response, JSON.stringify(coinPage("clp", [["2026-11-02", "931"]])), {
            "content-type": "application/json",
          }),
    );
    const both: Order = {
      file: "USDCLP.csv",
      ids: ["daily", "monthly"],
      parts: [
        {
          provider: providerOf("coinmetrics", ""),
          symbol: "clp",
          columns: [{ column: "close" }],
          editions: false,
        },
        { provider: fred, symbol: "CLP", columns: [{ column: "value" }], editions: false },
      ],
    };
    expect(await pulled(both, pulling(directory, url))).toMatchObject({ outcome: "new", rows: 2 });
    expect(csvIn(directory, "USDCLP.csv")).toBe(
      "date,close,value\n2026-11-01,,930\n2026-11-02,931,\n",
    );
  });

  test("reads editions, those that the store has and those of the catalog", async () => {
    const directory = folder();
    await putSeries(
      directory,
      "M2.csv",
      { days: Float64Array.of(20_000), columns: new Map([["2025-01-31", Float64Array.of(1)]]) },
      { provider: "import", address: "x", retrieved: "", terms: "", notes: [] },
    );
    const { url, asked } = await served((request, response) =>
      answer(
        response,
        JSON.stringify(
          fredObservations([
            ["2024-10-04", String((request.url ?? "").includes("2025-01-31") ? 1 : 2)],
          ]),
        ),
        {
          "content-type": "application/json",
        },
      ),
    );
    const editions: Order = {
      file: "M2.csv",
      ids: ["m2"],
      parts: [
        { provider: fred, symbol: "M2SL", columns: [{ column: "2025-12-23" }], editions: true },
      ],
    };
    const result = await pulled(editions, pulling(directory, url, { keyOf: () => KEY }));
    expect(result).toMatchObject({ outcome: "new" });
    expect(asked).toHaveLength(2);
    expect(csvIn(directory, "M2.csv")).toBe("date,2025-01-31,2025-12-23\n2024-10-04,1,2\n");
  });
});

describe("a later pull", () => {
  test("adds what is new", async () => {
    const { directory, result } = await afterwards((_, response) =>
      answer(response, fredCsv("DGS10", rows("4.10", "4.20", "4.30", "4.40"))),
    );
    expect(result).toMatchObject({ outcome: "new", added: 1, rows: 4, last: "2026-11-19" });
    expect(csvIn(directory, "DGS10.csv")).toContain("2026-11-19,4.4\n");
  });

  test("of the same figures changes nothing but when they came", async () => {
    const { before, after, result } = await afterwards((_, response) =>
      answer(response, fredCsv("DGS10", rows("4.10", "4.20", "4.30"))),
    );
    expect(result.outcome).toBe("unchanged");
    expect(after["DGS10.csv"]).toBe(before["DGS10.csv"]);
  });

  test("asks whether there is another version, and takes no for an answer", async () => {
    const directory = folder();
    const { url, asked } = await served((request, response) =>
      request.headers["if-none-match"] === '"v1"'
        ? response.writeHead(304).end()
        : answer(response, fredCsv("DGS10", rows("4.10")), { etag: '"v1"' }),
    );
    await pulled(DGS10, pulling(directory, url));
    const before = contentOf(directory);
    expect(await pulled(DGS10, pulling(directory, url))).toMatchObject({
      outcome: "unchanged",
      last: "2026-11-16",
    });
    expect(asked).toHaveLength(2);
    expect(contentOf(directory)).toEqual(before);
  });

  test("asks without a version where the file is not what was downloaded, or was a part of it", async () => {
    const directory = folder();
    const headers: (string | undefined)[] = [];
    const { url } = await served((request, response) => {
      headers.push(request.headers["if-none-match"]);
      answer(response, fredCsv("DGS10", rows("4.10", "4.20")), { etag: '"v1"' });
    });
    const since = Date.parse("2026-11-16") / 86_400_000;
    await pulled(DGS10, pulling(directory, url, { since }));
    await pulled(DGS10, pulling(directory, url));
    await pulled(DGS10, pulling(directory, url));
    writeFileSync(join(directory, "DGS10.csv"), "date,close\n2026-11-16,4.1\n");
    const mended = await pulled(DGS10, pulling(directory, url));
    expect(headers).toEqual([undefined, undefined, '"v1"', undefined]);
    expect(mended).toMatchObject({ outcome: "new", added: 1, rows: 2 });
  });

  test("since a day asks for the whole where the days of both do not agree", async () => {
    const { directory, result, server } = await afterwards(
      (request, response) =>
        answer(
          response,
          (request.url ?? "").includes("cosd=")
            ? fredCsv("DGS10", rows("4.10", "4.25", "4.30").slice(1))
            : fredCsv("DGS10", rows("4.10", "4.25", "4.30", "4.40")),
        ),
      { since: Date.parse("2026-11-17") / 86_400_000 },
    );
    expect(server.asked.map((one) => one.includes("cosd="))).toEqual([true, false]);
    expect(result).toMatchObject({ outcome: "changed", added: 1 });
    expect(csvIn(directory, "DGS10.csv")).toBe(
      "date,close\n2026-11-16,4.1\n2026-11-17,4.25\n2026-11-18,4.3\n2026-11-19,4.4\n",
    );
  });

  test("of a provider by pieces asks only for the last of them", async () => {
    const directory = folder();
    const year = (request: { url?: string | undefined }) =>
      /csv\/(\d+)\//.exec(request.url ?? "")![1];
    const { url, asked } = await served((request, response) =>
      answer(response, `Date,"10 Yr"\n11/20/${year(request)},4.1\n11/19/${year(request)},4.0\n`),
    );
    const curve = order("DGS10.csv", treasury, "10 Yr", { column: "close" });
    const first = await pulled(curve, pulling(directory, url));
    expect(first).toMatchObject({ outcome: "new", rows: 2 * 37 });
    expect(asked).toHaveLength(37);
    expect(await pulled(curve, pulling(directory, url))).toMatchObject({ outcome: "unchanged" });
    expect(asked.slice(37)).toHaveLength(1);
  });
});

describe("a history that changed under us", () => {
  const chart =
    (closes: readonly number[], adjusted: readonly number[]): Handler =>
    (_, response) =>
      answer(
        response,
        JSON.stringify(
          yahooChart(
            "QQQ",
            closes.map((close, at) => ({
              day: `2026-11-${16 + at}`,
              close,
              adjclose: adjusted[at]!,
            })),
          ),
        ),
        { "content-type": "application/json" },
      );

  async function both(first: Handler, second: Handler) {
    const directory = folder();
    const one = await served(first);
    await pulled(QQQ, pulling(directory, one.url));
    const two = await served(second);
    return { directory, result: await pulled(QQQ, pulling(directory, two.url)) };
  }

  test("by a split is taken whole, and told with its first day and its size", async () => {
    const { directory, result } = await both(
      chart([600, 604], [598, 604]),
      chart([300, 302, 303], [299, 302, 303]),
    );
    expect(result).toMatchObject({
      outcome: "changed",
      added: 1,
      changes: [
        { column: "close", before: 600, now: 300, days: 2 },
        { column: "adjclose", before: 598, now: 299, days: 2 },
      ],
    });
    expect(csvIn(directory, "QQQ.csv")).toBe(
      "date,close,adjclose\n2026-11-16,300,299\n2026-11-17,302,302\n2026-11-18,303,303\n",
    );
    expect((await provenanceOf(directory, "QQQ.csv"))!.versions).toHaveLength(1);
  });

  test("by a dividend changes the adjusted column alone, and never half of it", async () => {
    const { directory, result } = await both(
      chart([600, 604], [600, 604]),
      chart([600, 604, 603], [597, 601, 603]),
    );
    expect(result).toMatchObject({
      outcome: "changed",
      changes: [{ column: "adjclose", days: 2 }],
    });
    expect(csvIn(directory, "QQQ.csv")).toContain("2026-11-16,600,597\n");
  });

  test("and that is shorter than before is refused", async () => {
    const { directory, result } = await both(chart([600, 604], [600, 604]), chart([300], [300]));
    expect(result).toMatchObject({ outcome: "refused" });
    expect(csvIn(directory, "QQQ.csv")).toBe(
      "date,close,adjclose\n2026-11-16,600,600\n2026-11-17,604,604\n",
    );
  });
});

describe("an answer that is no download leaves the store as it was", () => {
  const JSON_TYPE = { "content-type": "application/json" };
  const plain =
    (text: string, headers = {}, status = 200): Handler =>
    (_, response) =>
      answer(response, text, headers, status);
  const csv = fredCsv("DGS10", rows("4.10", "4.20", "4.30", "4.40"));

  test.each<readonly [string, Handler, Pulled["outcome"], string]>([
    [
      "a challenge with status 200",
      plain(CHALLENGE, { "content-type": "text/html" }),
      "failed",
      'a page for people came instead of figures: "Just a moment..."',
    ],
    [
      "429 with Retry-After beyond a minute",
      plain("", { "retry-after": "900" }, 429),
      "failed",
      "429",
    ],
    ["503 that does not pass", plain("", {}, 503), "failed", "503"],
    ["404", plain("", {}, 404), "failed", "404"],
    ["an empty body", plain(""), "failed", "the answer is empty"],
    ["a header without rows", plain("observation_date,DGS10\n"), "failed", "a header without rows"],
    [
      "a changed header",
      plain(csv.replace("DGS10", "VALUE")),
      "failed",
      'the header has no "DGS10"',
    ],
    ["holidays only", plain(fredCsv("DGS10", rows(".", "."))), "failed", "holds no figures"],
    ["a cut last line", plain(csv.slice(0, -7)), "failed", "the answer breaks off"],
    ["a broken connection", (request) => request.socket.destroy(), "failed", "breaks off"],
    [
      "a body shorter than said",
      (request) => request.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n${csv}`),
      "failed",
      "breaks off",
    ],
    ["words for numbers", plain(csv.replace("4.20", "n.a.")), "failed", '"n.a." is no number'],
    ["an image", plain("GIF89a", { "content-type": "image/gif" }), "failed", "image/gif came"],
    ["JSON for CSV", plain('{"error":"no"}', JSON_TYPE), "failed", 'the header has no "DGS10"'],
    [
      "a redirect in a circle",
      (_, response) => response.writeHead(302, { location: "/" }).end(),
      "failed",
      "circle",
    ],
    [
      "another history that is shorter",
      plain(fredCsv("DGS10", rows("9.10", "9.20"))),
      "refused",
      "rows of two histories do not join",
    ],
  ])("%s", async (_, handler, outcome, why) => {
    const { before, after, result } = await afterwards(handler);
    expect(result.outcome).toBe(outcome);
    expect("why" in result ? result.why : "").toContain(why);
    expect(after).toEqual(before);
  });

  test("one that is older or has gaps adds nothing and takes nothing", async () => {
    const { before, after, result } = await afterwards(
      plain(fredCsv("DGS10", rows("4.10", ".", "."))),
    );
    expect(result).toMatchObject({
      outcome: "unchanged",
      notes: ["2 stored days are not in the download and stay"],
    });
    expect(after["DGS10.csv"]).toBe(before["DGS10.csv"]);
  });

  test("one whose end is not sure adds all but its last line", async () => {
    const { after, result } = await afterwards((request) => {
      request.socket.end(`HTTP/1.0 200 OK\r\n\r\n${csv}2026-11-20,4.5`);
    });
    expect(result.outcome).toBe("new");
    expect(after["DGS10.csv"]).toMatch(/2026-11-19,4.4\n$/);
    expect(result.notes).toEqual(["the last line may be cut and is left out until the next pull"]);
  });

  test("when to come back is told", async () => {
    const { result } = await afterwards(plain("", { "retry-after": "900" }, 429));
    expect(result).toMatchObject({ outcome: "failed", wait: 900 });
  });
});

describe("a key", () => {
  test.each<readonly [string, Handler]>([
    [
      "an error that repeats it",
      (request, response) =>
        answer(response, `{"error_message":"Bad key in ${request.url}"}`, {}, 400),
    ],
    [
      "a page that repeats it",
      (request, response) =>
        answer(response, `<!doctype html><title>${request.url}</title>`, {}, 200),
    ],
    [
      "a redirect that repeats it",
      (request, response) => response.writeHead(302, { location: `ftp://h${request.url}` }).end(),
    ],
    [
      "another answer that repeats it",
      (request, response) =>
        answer(response, `${new URL(request.url ?? "", "http://h").searchParams.get("api_key")}\n`),
    ],
  ])("is nowhere after %s", async (_, handler) => {
    const paused: string[] = [];
    const { result, after } = await afterwards(handler, {
      keyOf: () => KEY,
      onPause: (_file, why) => paused.push(why),
    });
    expect(result.outcome).toBe("failed");
    expect(JSON.stringify([result, after, paused])).not.toContain(KEY);
  });

  test("is nowhere after a pull that went well", async () => {
    const { result, after, server } = await afterwards(
      (_, response) =>
        answer(response, JSON.stringify(fredObservations(rows("4.10", "4.20", "4.30", "4.40"))), {
          "content-type": "application/json",
        }),
      { keyOf: () => KEY },
    );
    expect(result.outcome).toBe("new");
    expect(server.asked[0]).toContain(`api_key=${KEY}`);
    expect(JSON.stringify([result, after])).not.toContain(KEY);
  });
});

describe("a pull of several files", () => {
  const files = ["A", "B", "C"].map((id) => order(`${id}.csv`, fred, id, { column: "value" }));
  const idOf = (url = "") => new URL(url, "http://h").searchParams.get("id")!;
  const good: Handler = (request, response) =>
    answer(response, fredCsv(idOf(request.url), rows("1")));

  test("tells the terms of a provider once, before its first figures", async () => {
    const directory = folder();
    const { url } = await served(good);
    const terms: string[] = [];
    const told = { onTerms: ({ id }: Provider) => terms.push(id), onDone: () => {} };
    await pull(files, pulling(directory, url), { isAnew: false }, told);
    await pull(files, pulling(directory, url), { isAnew: false }, told);
    expect(terms).toEqual(["fred"]);
  });

  test("that was stopped goes on with what it had not done, unless all is asked for anew", async () => {
    const directory = folder();
    const stop = new AbortController();
    const silent = { onTerms: () => {}, onDone: () => {} };
    const breaking = await served((request, response, count) => {
      if (count === 2) stop.abort();
      else good(request, response, count);
    });
    const broken = await pull(
      files,
      pulling(directory, breaking.url, { signal: stop.signal }),
      { isAnew: false },
      silent,
    );
    expect(broken.pulled.map(({ outcome }) => outcome)).toEqual(["new", "stopped", "stopped"]);
    const { url, asked } = await served(good);
    const next = await pull(files, pulling(directory, url), { isAnew: false }, silent);
    expect(next).toMatchObject({
      before: ["A.csv"],
      pulled: [{ file: "B.csv" }, { file: "C.csv" }],
    });
    expect(asked.map(idOf)).toEqual(["B", "C"]);
    await pull(files, pulling(directory, url), { isAnew: false }, silent);
    expect(asked.map(idOf)).toEqual(["B", "C", "A", "B", "C"]);
    expect(readdirSync(directory).filter((name) => name.includes("round"))).toEqual([]);
  });

  test("asks for an answer that holds many series once", async () => {
    const directory = folder();
    const { url, asked } = await served((_, response) =>
      answer(response, 'Date,"2 Yr","10 Yr"\n11/20/2026,3.9,4.1\n', { etag: '"v1"' }),
    );
    const since = Date.parse("2026-11-01") / 86_400_000;
    const curve = ["2 Yr", "10 Yr"].map((symbol, at) =>
      order(`DGS${at}.csv`, treasury, symbol, { column: "close" }),
    );
    const one = pulling(directory, url, { since });
    const { pulled: results } = await pull(
      curve,
      one,
      { isAnew: false },
      { onTerms: () => {}, onDone: () => {} },
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
    expect(csvIn(directory, "DGS1.csv")).toBe("date,close\n2026-11-20,4.1\n");
    expect(asked).toHaveLength(1);
  });

  test("goes on after one that fails, and tells each in the order asked for", async () => {
    const directory = folder();
    const { url } = await served((request, response, count) =>
      idOf(request.url) === "B" ? answer(response, "", {}, 404) : good(request, response, count),
    );
    const { pulled: results } = await pull(
      files,
      pulling(directory, url),
      { isAnew: false },
      { onTerms: () => {}, onDone: () => {} },
    );
    expect(results.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      "A.csv new",
      "B.csv failed",
      "C.csv new",
    ]);
  });

  test("fixings of two files are one download", async () => {
    const directory = folder();
    const { url } = await served((request, response) =>
      answer(
        response,
        JSON.stringify(
          (request.url ?? "").includes("_am")
            ? [fixing("2026-11-17", 4001)]
            : [fixing("2026-11-16", 4000), fixing("2026-11-18", 4010)],
        ),
      ),
    );
    const gold = order("GOLD.csv", providerOf("lbma", ""), "gold_pm+gold_am", { column: "close" });
    expect(await pulled(gold, pulling(directory, url))).toMatchObject({
      outcome: "new",
      rows: 3,
      notes: ["1 days are of gold_am"],
    });
  });
});
