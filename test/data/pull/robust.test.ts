import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fred } from "../../../src/data/providers/fred.ts";
import type { Provider } from "../../../src/data/providers/provider.ts";
import { providerOf } from "../../../src/data/providers/providers.ts";
import type { Order } from "../../../src/data/pull/orders.ts";
import { pull } from "../../../src/data/pull/pull.ts";
import { pulled } from "../../../src/data/pull/pulled.ts";
import type { Pulling } from "../../../src/data/pull/pulling.ts";
import { provenanceOf, putSeries } from "../../../src/data/store/store.ts";
import { answer, type Handler, served } from "../fetch/server.ts";
import { coinPage, fredCsv, yahooChart } from "../providers/formats.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const KEY = "S3cretKey0123456789";
const JSON_TYPE = { "content-type": "application/json" };

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

function order(file: string, provider: Provider, symbol: string): Order {
  const levels = new Map([["close", "quoted"]] as const);
  const part = { provider, symbol, columns: [{ column: "close" }], editions: false, levels };
  return { file, ids: [file.toLowerCase()], parts: [part] };
}

const DGS10 = order("DGS10.csv", fred, "DGS10");
const QQQ = order("QQQ.csv", providerOf("yahoo", ""), "QQQ");
const BTC = order("BTC.csv", providerOf("coinmetrics", ""), "btc");

const csvIn = (directory: string, file: string) => readFileSync(join(directory, file), "utf8");
const chart =
  (closes: readonly number[], currency = "USD", first = 16): Handler =>
  (_, response) => {
    const quotes = closes.map((close, at) => ({
      day: `2026-11-${String(first + at).padStart(2, "0")}`,
      close,
      adjclose: close,
    }));
    const text = JSON.stringify(yahooChart("QQQ", quotes));
    answer(response, text.replace('"currency":"USD"', `"currency":"${currency}"`), JSON_TYPE);
  };

describe("a stored history", () => {
  async function afterwards(handler: Handler, more: Partial<Pulling> = {}) {
    const directory = folder();
    await pulled(QQQ, pulling(directory, (await served(chart([600, 604, 602]))).url));
    const before = csvIn(directory, "QQQ.csv");
    const server = await served(handler);
    const result = await pulled(QQQ, pulling(directory, server.url, more));
    return { before, after: csvIn(directory, "QQQ.csv"), result, server, directory };
  }

  test("outlives figures of nothing, of another unit, and of another currency", async () => {
    for (const [handler, why] of [
      [chart([0, 0, 0, 0]), "is 0 on 2026-11-16"],
      [chart([6, 6.04, 6.02]), "constant factor of 0.01"],
      [chart([600, 604, 602, 603], "EUR"), "it is in EUR, and the stored figures are in USD"],
      [chart([600, 604, 602, 60_300]), "by more than a factor of 5"],
    ] as const) {
      const { before, after, result } = await afterwards(handler);
      expect(result).toMatchObject({ outcome: "refused", why: expect.stringContaining(why) });
      expect(after).toBe(before);
    }
  });

  test("notes its currency where it came from, and not as news", async () => {
    const { directory, result } = await afterwards(chart([600, 604, 602, 603]));
    expect(result).toMatchObject({ outcome: "new", added: 1, notes: [] });
    expect((await provenanceOf(directory, "QQQ.csv"))!.notes).toEqual(["in USD"]);
  });

  test("that a part does not reach is asked for as a whole", async () => {
    const since = Date.parse("2026-11-19") / 86_400_000;
    const { result, server } = await afterwards(
      (request, response, at) =>
        ((request.url ?? "").includes("period1=-")
          ? chart([300, 302, 301, 303])
          : chart([303], "USD", 19))(request, response, at),
      { since },
    );
    expect(server.asked).toHaveLength(2);
    expect(result).toMatchObject({ outcome: "changed", rows: 4 });
  });

  test("that another process wrote meanwhile is merged as it is then", async () => {
    const directory = folder();
    const origin = { provider: "import", address: "x", retrieved: "", terms: "", notes: [] };
    const put = (days: readonly number[], values: readonly number[]) =>
      putSeries(
        directory,
        "DGS10.csv",
        {
          days: Float64Array.from(days),
          columns: new Map([["close", Float64Array.from(values)]]),
        },
        origin,
      );
    const day = Date.parse("2026-11-16") / 86_400_000;
    await put([day], [4.1]);
    const { url } = await served((_, response) => {
      void put([day - 1, day], [4, 4.1]).then(() =>
        answer(
          response,
          fredCsv("DGS10", [
            ["2026-11-16", "4.1"],
            ["2026-11-17", "4.2"],
          ]),
        ),
      );
    });
    expect(await pulled(DGS10, pulling(directory, url))).toMatchObject({ added: 1, rows: 3 });
    expect(csvIn(directory, "DGS10.csv")).toBe(
      "date,close\n2026-11-15,4\n2026-11-16,4.1\n2026-11-17,4.2\n",
    );
  });
});

describe("a fault is told, not thrown", () => {
  test("where nothing is stored and the server has nothing newer", async () => {
    const { url } = await served((_, response) => response.writeHead(304).end());
    expect(await pulled(DGS10, pulling(folder(), url))).toMatchObject({
      outcome: "failed",
      why: "the server has nothing newer, and nothing is stored",
    });
  });

  test("where the next page is at what is no address", async () => {
    const page = { ...coinPage("btc", [["2026-11-02", "931"]]), next_page_url: "nonsense" };
    const { url } = await served((_, response) =>
      answer(response, JSON.stringify(page), JSON_TYPE),
    );
    expect(await pulled(BTC, pulling(folder(), url))).toMatchObject({
      outcome: "failed",
      why: "the next page is at what is no address",
    });
  });

  test("where the provenance is odd, which then tells nothing", async () => {
    for (const odd of [
      { notes: [null, 3] },
      { notes: "none" },
      { columns: [{}] },
      { versions: [null] },
      { etag: 7 },
      { etag: "a\nb" },
    ]) {
      const directory = folder();
      const { url } = await served((_, response) =>
        answer(response, fredCsv("DGS10", [["2026-11-16", "4.1"]])),
      );
      await pulled(DGS10, pulling(directory, url));
      const path = join(directory, "DGS10.json");
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...odd }));
      expect(await pulled(DGS10, pulling(directory, url))).toMatchObject({ outcome: "unchanged" });
    }
  });

  test("where it is one of this program, and the other files are pulled", async () => {
    const directory = folder();
    const { url } = await served((_, response) =>
      answer(response, fredCsv("DGS10", [["2026-11-16", "4.1"]])),
    );
    const broken: Provider = {
      ...fred,
      read: () => {
        throw new TypeError("x is undefined");
      },
    };
    const summary = await pull(
      [order("A.csv", broken, "DGS10"), DGS10],
      pulling(directory, url),
      { isAnew: true },
      { onTerms: () => {}, onDone: () => {} },
    );
    expect(summary.pulled).toMatchObject([
      { outcome: "failed", why: "an error of assay itself: x is undefined" },
      { outcome: "new" },
    ]);
    expect(readdirSync(directory).filter((name) => name.includes(".tmp"))).toEqual([]);
  });
});

describe("what a server says", () => {
  test("shows no part of a key, wherever it is cut", async () => {
    for (let before = 0; before < 200; before += 1) {
      const text = `${"x".repeat(before)}${KEY}`;
      for (const [status, body, type] of [
        [400, JSON.stringify({ error_message: `${text}${"y".repeat(100)}` }), "application/json"],
        [200, `<html><title>${text}</title></html>`, "text/html"],
        [200, `<other>${text}</other>`, "text/xml"],
        [200, text, "text/plain"],
        [200, `{${text}}`, "application/json"],
        [200, JSON.stringify({ observations: [{ date: text, value: "1" }] }), "application/json"],
        [200, JSON.stringify({ observations: [{ date: "2026-11-16", value: text }] }), "text/json"],
      ] as const) {
        if (before % 9 !== 0 && status === 400) continue;
        const why = await whyOf((_, response) => {
          response.writeHead(status, { "content-type": type }).end(body);
        });
        for (let length = 4; length <= KEY.length; length += 1)
          expect(why).not.toContain(KEY.slice(0, length));
      }
      before += 6;
    }
  });

  test("does not steer the terminal", async () => {
    const said = JSON.stringify({ error_message: "bad\u001b[2J\u0007\u202e request" });
    const why = await whyOf((_, response) => answer(response, said, JSON_TYPE));
    expect(why).toBe("bad [2J  request");
  });

  async function whyOf(handler: Handler): Promise<string> {
    const { url } = await served(handler);
    const result = await pulled(DGS10, pulling(folder(), url, { keyOf: () => KEY }));
    if (result.outcome !== "failed") throw new Error(result.outcome);
    return result.why;
  }
});
