import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { assay, bin, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const PATIENCE = { timeout: 60_000, interval: 50 };

function started(cwd: string): { readonly child: ChildProcess; readonly told: () => string } {
  expect(inject("build")).toBe("fresh");
  const child = spawn(process.execPath, [bin, "run", "study.ts", "--watch"], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream!.on("data", (text: Buffer) => {
      told += text.toString();
    });
  return { child, told: () => told };
}

test("assay run --watch runs again on a save, tells mistakes and goes on, and ends with Ctrl-C", {
  timeout: 240_000,
}, async () => {
  const cwd = folderWith(farm);
  const { child, told } = started(cwd);
  const waits = (count: number) =>
    expect.poll(() => told().split("Watching for changes").length - 1, PATIENCE).toBe(count);
  const save = (text: string) => writeFileSync(join(cwd, "study.ts"), text);
  const study = farm["study.ts"]!;
  await waits(1);

  const address = /^Page: (http:\S+)$/m.exec(told())![1]!;
  const page = await (await fetch(address)).text();
  expect(page).toContain("new EventSource");
  expect(page).toContain("connect-src 'self'; script-src 'sha256-");
  const file = readFileSync(join(cwd, "reports/farm/index.html"), "utf8");
  expect(file).not.toContain("EventSource");
  expect((await fetch(`${address}findings.json`)).status).toBe(200);
  expect((await fetch(`${address}..%2f..%2fstudy.ts`)).status).toBe(404);
  const changes = (await fetch(`${address}changes`)).body!.getReader();

  save(study.replace("Wheat against rye", "Rye against wheat"));
  await waits(2);
  expect(told()).toMatch(/^Rye against wheat$/m);
  let heard = "";
  while (!heard.includes("data: changed"))
    heard += new TextDecoder().decode((await changes.read()).value);
  expect(await (await fetch(address)).text()).toContain("<title>Rye against wheat");

  save(study.replace("export default", "export defualt"));
  await waits(3);
  expect(told()).toMatch(/^assay: study\.ts:\d+:\d+: /m);

  save(study.replace("Wheat against rye", "Mended"));
  await waits(4);
  expect(told()).toMatch(/^Mended$/m);

  writeFileSync(join(cwd, "figures/farm.csv"), farm["figures/farm.csv"]!.replace("270,", "280,"));
  await waits(5);

  const warm = readFileSync(join(cwd, "reports/farm/findings.json"), "utf8");
  expect(assay(["run", "study.ts", "--out", "cold"], { cwd }).code).toBe(0);
  expect(warm).toBe(readFileSync(join(cwd, "cold/findings.json"), "utf8"));

  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  await expect(fetch(address)).rejects.toThrow();
});
