import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { locked } from "../store/lock.ts";
import { openForWriting } from "../store/put.ts";
import { written } from "../store/whole-file.ts";

/** A pull of many files under way: which are done, so that one that was broken off goes on. */
export interface Round {
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  /** What was asked for, in one text. */
  readonly asked: string;
  readonly done: readonly string[];
}

const NAME = ".round.json";
/** For how long a broken round is gone on with: afterwards its figures are old. */
const LASTS = 12 * 3_600_000;

/** The files that a broken round of the same pull has done; none where there is no such round. */
export async function doneBefore(
  directory: string,
  asked: string,
  now: number,
): Promise<ReadonlySet<string>> {
  try {
    const round = JSON.parse(await readFile(join(directory, NAME), "utf8")) as Partial<Round>;
    const isSame = round.asked === asked && typeof round.began === "number";
    const age = now - (round.began ?? 0);
    return isSame && age >= 0 && age < LASTS && Array.isArray(round.done)
      ? new Set(round.done.map(String))
      : new Set();
  } catch {
    return new Set();
  }
}

/** Writes down how far a round is, whole or not at all. */
export async function writeRound(directory: string, round: Round): Promise<void> {
  await openForWriting(directory);
  // Whoever holds the lock removes the unfinished files of others.
  await locked(directory, async () => {
    await (await written(join(directory, NAME), [`${JSON.stringify(round)}\n`])).place();
  });
}

/** Forgets the round: it is over. */
export async function endRound(directory: string): Promise<void> {
  await rm(join(directory, NAME), { force: true });
}
