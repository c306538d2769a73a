import { constants } from "node:os";
import { dirname } from "node:path";
import { watch as watchFiles } from "chokidar";
import { lasting } from "../study/memory.ts";
import { ticks } from "./clock.ts";
import { failureText } from "./failure.ts";
import { type LivePage, livePage } from "./live-page.ts";
import { openPage } from "./open-page.ts";
import { openThreads, type Performed, perform } from "./perform.ts";
import type { RunOptions } from "./run-options.ts";
import type { Stages } from "./stages.ts";
import { concerns, foldersOf, type Sources } from "./watched.ts";

/** Changes that come within so many milliseconds of one another are one. */
const SETTLED = 60;

/** Shows what a run found; reruns are told from the first run. */
export type Show = (performed: Performed, isFirst: boolean) => void;

/**
 * Runs a study, and again whenever its files or figures change, until a signal ends it. The report is
 * shown at a local address, where open pages load themselves again; a mistake is told and the watch goes
 * on. The only place that knows chokidar. Gives the exit code of the signal.
 */
export async function watch(asked: RunOptions, stages: Stages, show: Show): Promise<number> {
  const memory = lasting();
  const threads = openThreads();
  let runs = 0;
  let sources: Sources = { files: [asked.study], folders: asked.directories };
  let hasFailed = false;
  let shown: { readonly page: string; readonly live: LivePage } | undefined;
  const watcher = watchFiles(foldersOf(sources), { ignoreInitial: true, depth: 0 });
  const changes = settling(SETTLED);
  watcher.on("all", (_event, path) => {
    if (concerns(sources, path, hasFailed)) changes.note();
  });

  async function run(): Promise<void> {
    const began = ticks();
    try {
      const performed = await perform(asked, stages, { memory, ...threads, runs });
      hasFailed = false;
      ({ sources } = performed);
      watcher.add(foldersOf(sources));
      stages.clear();
      show(performed, shown === undefined);
      process.stdout.write(`Ran in ${((ticks() - began) / 1000).toFixed(2)} s.\n`);
      await refresh(performed.page);
    } catch (error) {
      stages.clear();
      hasFailed = true;
      process.stderr.write(failureText(error));
    }
    runs += 1;
    process.stderr.write("Watching for changes; Ctrl-C ends it.\n");
  }

  async function refresh(page: string): Promise<void> {
    if (shown?.page === page) return shown.live.reload();
    await shown?.live.close();
    shown = { page, live: await livePage(dirname(page)) };
    process.stdout.write(`Page: ${shown.live.address}\n`);
    if (asked.open) await openPage(shown.live.address);
  }

  let ended: number | undefined;
  while (ended === undefined) {
    await run();
    ended = await idle(changes);
  }
  await Promise.all([watcher.close(), shown?.live.close()]);
  return ended;
}

interface Changes {
  readonly note: () => void;
  /** Calls when there are changes and no more are coming; gives a way not to be called. */
  readonly once: (call: () => void) => () => void;
}

/** Changes, told together when they have settled; those that come while nobody waits are kept. */
function settling(milliseconds: number): Changes {
  let timer: NodeJS.Timeout | undefined;
  let hasSettled = false;
  let waiting: (() => void) | undefined;
  const tell = () => {
    if (!hasSettled || waiting === undefined) return;
    hasSettled = false;
    waiting();
  };
  return {
    note: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hasSettled = true;
        tell();
      }, milliseconds);
    },
    once: (call) => {
      waiting = call;
      tell();
      return () => {
        waiting = undefined;
      };
    },
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits for changes, which give undefined, or for a signal, which gives its exit code. Only then are signals heard. */
function idle(changes: Changes): Promise<number | undefined> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals) => done(128 + constants.signals[signal]);
    for (const signal of SIGNALS) process.on(signal, end);
    let forget = () => {};
    function done(code: number | undefined): void {
      forget();
      for (const signal of SIGNALS) process.off(signal, end);
      resolve(code);
    }
    forget = changes.once(() => done(undefined));
  });
}
