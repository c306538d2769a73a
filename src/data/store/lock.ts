import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, open, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { InputError } from "../../input/input-error.ts";

/** Who holds the lock. */
interface Holder {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
  /** When the process began, as the system counts: another process may get the same number later. */
  readonly began: string | null;
}

const NAME = ".lock";
/** What processes left that ended while they asked for the lock, or broke one. */
export const UNTAKEN = /^\.lock\..*\.(?:new|broken)$/;
const PAUSE_MS = 20;
const MOST_TRIES = 1500;

/**
 * Does work while no other process, and no other call in this one, writes into a store. A lock whose
 * process has ended is broken; one that is held is waited for, half a minute at most.
 * @param mostTries how often it is asked for, a fiftieth of a second apart
 * @throws InputError where it is held longer
 */
export async function locked<T>(
  directory: string,
  work: () => Promise<T>,
  mostTries = MOST_TRIES,
): Promise<T> {
  const path = join(directory, NAME);
  const own: Holder = {
    token: randomBytes(12).toString("hex"),
    host: hostname(),
    pid: process.pid,
    began: beganOf(process.pid),
  };
  await taken(path, own, mostTries);
  try {
    return await work();
  } finally {
    if ((await holderIn(path))?.token === own.token) await rm(path, { force: true });
  }
}

async function taken(path: string, own: Holder, mostTries: number): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    if (await created(path, own)) return;
    const holder = await holderIn(path);
    if (holder !== undefined && hasEnded(holder)) await broken(path, holder, own);
    else await setTimeout(PAUSE_MS);
  }
  throw new InputError(
    `${path}: another process is writing into the store; wait for its end, or remove the file if there is none`,
  );
}

/** Makes a lock with its content in one step; false where there is one already. */
async function created(path: string, own: Holder): Promise<boolean> {
  const part = `${path}.${own.token}.new`;
  const text = JSON.stringify(own);
  await writeFile(part, text, { flag: "wx" });
  try {
    await link(part, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Its own part is gone where the holder of the lock tidied up.
    if (code === "EEXIST" || code === "ENOENT") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS")
      throw error;
    return await createdWithoutLinks(path, text);
  } finally {
    await rm(part, { force: true });
  }
}

/** As `created`, on a file system without hard links. */
async function createdWithoutLinks(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a process that has ended. Whoever makes the file that is named after the lock's
 * token may remove the lock, and only while it still has that token: of two processes that find the same
 * dead lock, none removes the lock that the other has taken since.
 */
async function broken(path: string, dead: Holder, own: Holder): Promise<void> {
  const right = `${path}.${dead.token}.broken`;
  if (!(await created(right, own))) {
    const breaker = await holderIn(right);
    if (breaker !== undefined && hasEnded(breaker)) await rm(right, { force: true });
    else await setTimeout(PAUSE_MS);
    return;
  }
  if ((await holderIn(path))?.token === dead.token) await rm(path, { force: true });
  await rm(right, { force: true });
}

/** Who holds a lock; undefined where it is gone, or is being written. */
async function holderIn(path: string): Promise<Holder | undefined> {
  try {
    const value = JSON.parse(await readFile(path, "utf8")) as Partial<Holder> | null;
    const { token, host, pid, began = null } = value ?? {};
    if (typeof token !== "string" || !/^[0-9a-f]{24}$/.test(token)) return undefined;
    return typeof host === "string" && typeof pid === "number"
      ? { token, host, pid, began }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process of a lock is known to have ended; of another machine's nothing is known. */
function hasEnded({ host, pid, began }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  return began !== null && beganOf(pid) !== null && began !== beganOf(pid);
}

/** When a process began, in ticks since the system did; null where the system does not tell. */
function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the process stands in brackets and may hold spaces; it began in field 22.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
