import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FetchFault } from "../../../src/data/fetch/fetch-fault.ts";
import { type Fetching, fetched, LIMITS } from "../../../src/data/fetch/fetched.ts";
import type { Limits } from "../../../src/data/fetch/fetched-once.ts";
import type { Format, Request } from "../../../src/data/providers/provider.ts";
import { CHALLENGE } from "../providers/formats.ts";
import { answer, type Handler, type Served, served } from "./server.ts";

const CSV = "Date,Close\n2026-11-19,1\n2026-11-20,2\n";

interface Tried {
  readonly server: Served;
  readonly pauses: number[];
  readonly result: Promise<Awaited<ReturnType<typeof fetched>>>;
}

/** Fetches from a server; pauses take no time and are written down. */
async function tried(
  handler: Handler,
  more: {
    format?: Format;
    limits?: Partial<Limits>;
    signal?: AbortSignal;
    request?: Partial<Request>;
    version?: { etag?: string; lastModified?: string };
    random?: number;
  } = {},
): Promise<Tried> {
  const server = await served(handler);
  const pauses: number[] = [];
  const fetching: Fetching = {
    turn: async () => {},
    means: {
      now: () => Date.parse("2026-11-20T12:00:00Z"),
      random: () => more.random ?? 0.5,
      wait: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    },
    limits: { ...LIMITS, ...more.limits },
    signal: more.signal ?? new AbortController().signal,
  };
  const request = {
    address: `${server.url}/data.csv`,
    format: more.format ?? "csv",
    ...more.request,
  };
  const result = fetched(request as Request, more.version ?? {}, fetching);
  result.catch(() => {});
  return { server, pauses, result };
}

async function textOf({ result }: Tried): Promise<string> {
  const found = await result;
  return found.isSame ? "same" : found.body.text;
}

async function faultOf({ result }: Tried): Promise<FetchFault> {
  const found = await result.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(found instanceof FetchFault)) throw new Error(`no fault: ${String(found)}`);
  return found;
}

describe("an answer", () => {
  test("comes plain, with its version", async () => {
    const one = await tried((_, response) =>
      answer(response, CSV, { etag: '"v1"', "last-modified": "Fri, 20 Nov 2026 10:00:00 GMT" }),
    );
    expect(await one.result).toMatchObject({
      isSame: false,
      body: { text: CSV, delimited: true },
      version: { etag: '"v1"', lastModified: "Fri, 20 Nov 2026 10:00:00 GMT" },
    });
    expect(one.server.headers[0]!["user-agent"]).toContain("assay");
  });

  test("comes packed", async () => {
    const one = await tried((_, response) =>
      answer(response, gzipSync(CSV), { "content-encoding": "gzip" }),
    );
    expect(await textOf(one)).toBe(CSV);
  });

  test("with a mark of byte order is read without it", async () => {
    expect(await textOf(await tried((_, response) => answer(response, `\uFEFF${CSV}`)))).toBe(CSV);
  });

  test("is not sent again where the version is the same", async () => {
    const one = await tried(
      (request, response) => {
        const isSame = request.headers["if-none-match"] === '"v1"';
        if (isSame) response.writeHead(304).end();
        else answer(response, CSV);
      },
      { version: { etag: '"v1"', lastModified: "Fri, 20 Nov 2026 10:00:00 GMT" } },
    );
    expect(await textOf(one)).toBe("same");
    expect(one.server.headers[0]!["if-modified-since"]).toBe("Fri, 20 Nov 2026 10:00:00 GMT");
  });

  test("without a stated length is marked as one whose end is not sure", async () => {
    const one = await tried((request) => {
      request.socket.end(`HTTP/1.0 200 OK\r\nContent-Type: text/csv\r\n\r\n${CSV}`);
    });
    expect(await one.result).toMatchObject({ body: { text: CSV, delimited: false } });
  });
});

describe("a fault that may pass is tried again", () => {
  test.each([500, 502, 503, 504, 408, 429])("%s, then an answer", async (status) => {
    const one = await tried((_, response, count) =>
      count < 3 ? answer(response, "", {}, status) : answer(response, CSV),
    );
    expect(await textOf(one)).toBe(CSV);
    expect(one.pauses).toEqual([250, 500]);
  });

  test("after as long as the server asks, in seconds or until a time of its own clock", async () => {
    const seconds = await tried((_, response, count) =>
      count === 1 ? answer(response, "", { "retry-after": "7" }, 429) : answer(response, CSV),
    );
    expect(await textOf(seconds)).toBe(CSV);
    expect(seconds.pauses).toEqual([7250]);
    const date = await tried((_, response, count) =>
      count === 1
        ? answer(
            response,
            "",
            {
              date: "Fri, 20 Nov 2026 09:00:00 GMT",
              "retry-after": "Fri, 20 Nov 2026 09:00:30 GMT",
            },
            503,
          )
        : answer(response, CSV),
    );
    expect(await textOf(date)).toBe(CSV);
    expect(date.pauses).toEqual([30_250]);
  });

  test("but not where it asks for longer than a minute: the user comes back then", async () => {
    const one = await tried((_, response) => answer(response, "", { "retry-after": "3600" }, 429));
    expect(await faultOf(one)).toMatchObject({
      kind: "busy",
      wait: 3600,
      message: "the server answers 429",
    });
    expect(one.server.asked).toHaveLength(1);
  });

  test("four times in all, and the pauses are drawn below a bound that doubles", async () => {
    const one = await tried((_, response) => answer(response, "", {}, 503), { random: 0.999 });
    expect(await faultOf(one)).toMatchObject({ kind: "status" });
    expect(one.server.asked).toHaveLength(4);
    expect(one.pauses).toEqual([499, 999, 1998]);
    const none = await tried((_, response) => answer(response, "", {}, 503), { random: 0 });
    await faultOf(none);
    expect(none.pauses).toEqual([0, 0, 0]);
  });

  test("a body that breaks off", async () => {
    const one = await tried((request, response, count) => {
      if (count > 1) answer(response, CSV);
      else
        request.socket.end(
          `HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 99\r\n\r\n${CSV}`,
        );
    });
    expect(await textOf(one)).toBe(CSV);
    expect(one.pauses).toHaveLength(1);
  });

  test("a packed body that breaks off, and JSON without its end", async () => {
    const packed = gzipSync(CSV.repeat(100));
    const one = await tried((request, response) => {
      response.writeHead(200, {
        "content-type": "text/csv",
        "content-encoding": "gzip",
        "content-length": String(packed.length),
      });
      response.write(packed.subarray(0, packed.length - 20), () => request.socket.end());
    });
    expect(await faultOf(one)).toMatchObject({ kind: "cut" });
    const cut = await tried((_, response) => answer(response, '{"chart":{"result":[{"me'), {
      format: "json",
    });
    expect(await faultOf(cut)).toMatchObject({ kind: "cut", message: "the answer breaks off" });
    expect(cut.server.asked).toHaveLength(4);
  });

  test("an empty body", async () => {
    const one = await tried((_, response, count) => answer(response, count === 1 ? "" : CSV));
    expect(await textOf(one)).toBe(CSV);
  });

  test("no connection", async () => {
    const one = await tried(() => {}, { request: { address: "http://127.0.0.1:1/" } });
    expect(await faultOf(one)).toMatchObject({ kind: "network" });
    expect(one.pauses).toHaveLength(3);
  });

  test("a server that does not begin, and one that does not end", async () => {
    const silent = await tried(() => {}, { limits: { begin: 40 } });
    expect(await faultOf(silent)).toMatchObject({
      kind: "timeout",
      message: "no answer after 0.04 s",
    });
    expect(silent.server.asked).toHaveLength(4);
    const slow = await tried(
      (_, response) => {
        response.writeHead(200, { "content-type": "text/csv" });
        response.write("Date,");
      },
      { limits: { whole: 60 } },
    );
    expect(await faultOf(slow)).toMatchObject({
      kind: "timeout",
      message: "the answer is not whole after 0.06 s",
    });
  });
});

describe("an answer that is none is not asked for again", () => {
  test.each([
    [
      "a challenge with status 200",
      CHALLENGE,
      "text/html; charset=UTF-8",
      "csv",
      "html",
      'a page for people came instead of figures: "Just a moment..."',
    ],
    ["the same under a false type", CHALLENGE, "text/csv", "json", "html", "Just a moment"],
    ["a page of plain text type", "plain", "text/html", "csv", "html", "a page for people"],
    ["an image", "GIF89a", "image/gif", "csv", "type", "image/gif came instead of figures"],
    ["a workbook that is text", CSV, "text/csv", "workbook", "type", "no workbook"],
    ["JSON that is CSV", CSV, "text/csv", "json", "type", 'no JSON came: "Date,Close'],
    ["an error in XML", '<?xml version="1.0"?><Error/>', "text/plain", "csv", "type", "XML came"],
    ["binary data", "PK\u0003\u0004\u0000\u0000", "text/csv", "csv", "type", "binary data"],
  ] as const)("%s", async (_, text, type, format, kind, message) => {
    const one = await tried(
      (_request, response) => answer(response, text, { "content-type": type }),
      { format },
    );
    const fault = await faultOf(one);
    expect(fault.kind).toBe(kind);
    expect(fault.message).toContain(message);
    expect(one.server.asked).toHaveLength(1);
  });

  test("a workbook without its end is asked for again", async () => {
    const one = await tried((_, response) => answer(response, "PK\u0003\u0004 and no more"), {
      format: "workbook",
    });
    expect(await faultOf(one)).toMatchObject({ kind: "cut" });
    expect(one.server.asked).toHaveLength(4);
  });

  test("one that is too large, also packed, is broken off", async () => {
    const large = await tried((_, response) => answer(response, "x".repeat(5000)), {
      limits: { bytes: 2 ** 10 },
    });
    expect(await faultOf(large)).toMatchObject({ kind: "large" });
    const bomb = gzipSync(Buffer.alloc(4 * 2 ** 20));
    expect(bomb.length).toBeLessThan(2 ** 13);
    const packed = await tried(
      (_, response) => answer(response, bomb, { "content-encoding": "gzip" }),
      {
        limits: { bytes: 2 ** 20 },
      },
    );
    expect(await faultOf(packed)).toMatchObject({
      kind: "large",
      message: "the answer is larger than 1 MB",
    });
    expect(packed.server.asked).toHaveLength(1);
  });

  test.each([400, 401, 403, 404])("%s, with what the server says", async (status) => {
    const one = await tried((_, response) =>
      answer(
        response,
        '{"error_code":400,"error_message":"The series does not exist."}',
        {},
        status,
      ),
    );
    expect(await faultOf(one)).toMatchObject({
      kind: "status",
      message: `the server answers ${status}: The series does not exist.`,
    });
    expect(one.server.asked).toHaveLength(1);
  });
});

describe("redirects", () => {
  const to = (location: string) => (response: Parameters<Handler>[1]) =>
    response.writeHead(302, { location }).end();

  test("are followed five times", async () => {
    const five = await tried((_, response, count) =>
      count <= 5 ? to(`/step-${count}`)(response) : answer(response, CSV),
    );
    expect(await textOf(five)).toBe(CSV);
    const six = await tried((_, response, count) => to(`/step-${count}`)(response));
    expect(await faultOf(six)).toMatchObject({
      kind: "redirect",
      message: "the server redirects more than 5 times",
    });
    expect(six.server.asked).toHaveLength(6);
  });

  test.each([
    ["/data.csv", "in a circle"],
    ["file:///etc/passwd", "redirects to file:"],
    ["http://[", "to what is no address"],
  ])("not to %s", async (location, why) => {
    const one = await tried((_, response) => to(location)(response));
    expect((await faultOf(one)).message).toContain(why);
    expect(one.server.asked).toHaveLength(1);
  });

  test("elsewhere take no key in a header along", async () => {
    const other = await served((_, response) => answer(response, CSV));
    const one = await tried((_, response) => to(`${other.url}/there`)(response), {
      request: { secrets: [{ place: "header", name: "authorization", value: "S3cret" }] },
    });
    expect(await textOf(one)).toBe(CSV);
    expect(one.server.headers[0]!.authorization).toBe("S3cret");
    expect(other.headers[0]!.authorization).toBeUndefined();
  });

  test("at home keep it", async () => {
    const one = await tried(
      (_, response, count) => (count === 1 ? to("/there")(response) : answer(response, CSV)),
      {
        request: { secrets: [{ place: "header", name: "authorization", value: "S3cret" }] },
      },
    );
    expect(await textOf(one)).toBe(CSV);
    expect(one.server.headers[1]!.authorization).toBe("S3cret");
  });
});

describe("a stop", () => {
  test("ends a request under way, and is no fault of the server", async () => {
    const stop = new AbortController();
    const one = await tried(() => stop.abort(), { signal: stop.signal });
    expect(await faultOf(one)).toMatchObject({ kind: "stopped" });
    expect(one.server.asked).toHaveLength(1);
  });
});

test("a key in the query is in the request alone", async () => {
  const one = await tried((_, response) => answer(response, CSV), {
    request: { secrets: [{ place: "query", name: "api_key", value: "S3cret&x" }] },
  });
  await one.result;
  expect(one.server.asked[0]).toBe("/data.csv?api_key=S3cret%26x");
});
