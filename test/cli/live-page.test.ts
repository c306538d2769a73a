import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { livePage, reloading } from "../../src/cli/live-page.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-live-"));
writeFileSync(join(folder, "index.html"), "<html><body>hello</body></html>");
afterAll(() => rmSync(folder, { recursive: true }));

const asked = (address: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });

test("the script that reloads goes before the end of the body, and the policy allows it alone", () => {
  const page = reloading("<meta content=\"default-src 'none'; script-src 'x'\"><body>a</body>");
  expect(page).toMatch(/connect-src 'self'; script-src 'sha256-[\w+/=]+' 'x'/);
  expect(page).toMatch(/a<script>new EventSource.*<\/script>\n<\/body>$/);
});

test("only this machine's own name is answered, and nothing outside the folder", async () => {
  const live = await livePage(folder);
  const host = new URL(live.address).host;
  expect(await asked(live.address, host)).toBe(200);
  expect(await asked(live.address, "elsewhere.example")).toBe(403);
  expect(await asked(`${live.address}%2e%2e%2fetc`, host)).toBe(404);
  expect(await asked(`${live.address}.hidden`, host)).toBe(404);
  expect(await asked(`${live.address}%zz`, host)).toBe(404);
  await live.close();
  await expect(asked(live.address, host)).rejects.toThrow();
});
