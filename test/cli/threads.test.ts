import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { describingThread } from "../../src/cli/describing-thread.ts";
import { InputError } from "../../src/input/input-error.ts";
import { openDraw } from "../../src/report/draw.ts";
import { drawingThread } from "../../src/report/drawing-thread.ts";
import { renderReport } from "../../src/report/page.ts";
import { describe as described } from "../../src/study/describe.ts";
import { measuredRun } from "../../src/study/measured-run.ts";
import { lasting } from "../../src/study/memory.ts";
import { figuresOf } from "../../src/study/remembering.ts";
import essay from "../../strategies/essay.ts";
import { sampleFindings } from "../report/sample-findings.ts";
import { folderWith, root } from "./assay.ts";
import { farm } from "./farm.ts";

const built = (name: string) => pathToFileURL(join(root, "dist", name));

const rule = {
  id: "one",
  spec: { data: { values: [{ a: 1 }] }, mark: "rule", encoding: { x: { field: "a" } } },
  linear: undefined,
  rows: {},
  traces: {},
} as const;

describe("the thread that draws", () => {
  test("makes the same page, byte by byte, as drawing here", async () => {
    const draw = drawingThread(built("drawing-worker.mjs"));
    const apart = await renderReport(sampleFindings, { draw });
    expect(apart === (await renderReport(sampleFindings))).toBe(true);
  });

  test("tells what went wrong with one chart, and draws the next", async () => {
    const draw = drawingThread(built("drawing-worker.mjs"));
    const wrong = { ...rule, id: "wrong", spec: { ...rule.spec, mark: "no such mark" as "rule" } };
    const [refused, drawn] = await Promise.allSettled([draw(wrong), draw(rule)]);
    const here = await openDraw();
    const error = await here(wrong).catch((one: Error) => one.message);
    expect(refused).toMatchObject({ status: "rejected", reason: { message: error } });
    const value = await here(rule);
    expect(JSON.stringify(drawn)).toBe(JSON.stringify({ status: "fulfilled", value }));
  });

  test("fails every chart where it cannot start", async () => {
    const draw = drawingThread(built("no-such-worker.mjs"));
    await expect(draw(rule)).rejects.toThrow("no-such-worker.mjs");
    await expect(draw(rule)).rejects.toThrow("no-such-worker.mjs");
  });
});

describe("the thread that describes a run", () => {
  const opened = () => describingThread(built("describing-worker.mjs"));
  const thread = (study: string, options = {}) => opened()(study, options)();

  test("finds what is found here, to the last bit", async () => {
    const run = await measuredRun(essay, {});
    const apart = await thread(join(root, "strategies/essay.ts"));
    expect(JSON.stringify(apart.described) === JSON.stringify(described(run))).toBe(true);
    expect(apart.madeFrom.figures).toBe(lasting().digest(figuresOf(run)));
  });

  test("describes one run after another, each from the files as they are then, and goes on after a mistake", async () => {
    const cwd = folderWith(farm);
    const study = join(cwd, "study.ts");
    const describing = opened();
    const first = await describing(study, {})();
    writeFileSync(study, "export default 1;");
    await expect(describing(study, {})()).rejects.toThrow("is no study");
    writeFileSync(study, farm["study.ts"]!);
    writeFileSync(join(cwd, "figures/farm.csv"), farm["figures/farm.csv"]!.replace("270,", "280,"));
    const second = await describing(study, {})();
    expect(second.madeFrom.code).toBe(first.madeFrom.code);
    expect(second.madeFrom.figures).not.toBe(first.madeFrom.figures);
    const ends = [first, second].map(({ described }) => described.portfolios[1]!.wealth);
    expect(ends[0]).not.toEqual(ends[1]);
  });

  test("tells a mistake of the user as one, with its faults", async () => {
    const study = join(folderWith(farm), "study.ts");
    const failure = await thread(study, { numeraires: ["furlong"] }).catch((one: unknown) => one);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).faults).toEqual([
      expect.stringContaining('unknown numeraire "furlong"'),
    ]);
  });

  test("fails where it cannot start", async () => {
    const wait = describingThread(built("no-such-worker.mjs"))("study.ts", {});
    await expect(wait()).rejects.toThrow("no-such-worker.mjs");
  });
});
