import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** A report that is shown by this process, and read again by the browser when it has changed. */
export interface LivePage {
  readonly address: string;
  /** Tells all open pages to load themselves again. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
/** Where an open page listens for changes. */
const CHANGES = "/changes";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Loads the page again, at the same place and in the same view, when it is told to. */
const RELOADING = `new EventSource("${CHANGES}").onmessage = () => location.reload();`;

/**
 * Shows the folder of a report at an address of this machine alone. The page that is sent differs from
 * the file in one script, which loads it again when it is told to; the file stays what it is.
 */
export async function livePage(folder: string): Promise<LivePage> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answered(request, response).catch(() => end(response, 404));
  });
  async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port } = server.address() as AddressInfo;
    // Another name than ours is a page elsewhere that had its name point here.
    if (request.headers.host !== `${HOST}:${port}`) return end(response, 403);
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
    const path = decodeURIComponent(new URL(request.url ?? "/", `http://${HOST}`).pathname);
    if (path === CHANGES) return listen(response);
    const name = path === "/" ? "index.html" : path.slice(1);
    if (!/^[\w-][\w.-]*$/.test(name)) return end(response, 404);
    const file = await readFile(join(folder, name));
    const body = name === "index.html" ? reloading(file.toString("utf8")) : file;
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  }
  function listen(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("\n");
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, HOST, resolve);
  });
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    reload: () => {
      for (const response of listeners) response.write("data: changed\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}

/** The page with the script that loads it again, which its policy is made to allow. */
export function reloading(page: string): string {
  const hash = createHash("sha256").update(RELOADING).digest("base64");
  const allowed = page.replace("script-src ", `connect-src 'self'; script-src 'sha256-${hash}' `);
  const at = allowed.lastIndexOf("</body>");
  return `${allowed.slice(0, at)}<script>${RELOADING}</script>\n${allowed.slice(at)}`;
}
