import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface Served {
  readonly url: string;
  /** What was asked, in order: paths with queries. */
  readonly asked: string[];
  readonly headers: IncomingMessage["headers"][];
}

/** A server on this machine for the time of a test; `count` is 1 for the first request. */
export async function served(handler: Handler): Promise<Served> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    headers.push(request.headers);
    handler(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, headers };
}

/** Answers with a text and headers. */
export function answer(
  response: ServerResponse,
  text: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response.writeHead(status, { "content-type": "text/csv", ...headers });
  response.end(text);
}
