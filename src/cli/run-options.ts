import { resolve } from "node:path";
import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, readDay } from "../series/day.ts";
import type { Words } from "./command.ts";
import { missingFile } from "./missing-file.ts";
import type { Detail } from "./output.ts";

/** What `assay run` was asked for, checked. What was not said is undefined. */
export interface RunOptions {
  readonly study: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly numeraires: readonly string[] | undefined;
  readonly frequency: "monthly" | "daily" | undefined;
  readonly directories: readonly string[];
  readonly out: string | undefined;
  readonly seed: number | undefined;
  readonly svg: string | undefined;
  readonly png: string | undefined;
  readonly open: boolean;
  readonly json: boolean;
  readonly register: boolean;
  readonly strict: boolean;
  readonly watch: boolean;
  readonly detail: Detail;
}

export const DEFAULT_STUDY = "strategies/essay.ts";

/** Flags of which one excludes the others. */
const EXCLUSIVE = [
  ["json", "quiet", "verbose"],
  ["watch", "json"],
  ["watch", "register"],
  ["watch", "strict"],
] as const;

/** @throws InputError with all faults of the words at once. */
export function readRunOptions(words: Words): RunOptions {
  const faults: string[] = [];
  const one = (name: string): string | undefined => {
    const value = words[name];
    if (Array.isArray(value)) faults.push(`--${name}: given ${value.length} times; give it once`);
    return typeof value === "string" ? value : undefined;
  };
  const day = (name: string): Day | undefined => {
    const text = one(name);
    const read = text === undefined ? undefined : readDay(text);
    if (text !== undefined && read === undefined)
      faults.push(`--${name}: "${text}" is not a calendar day; write YYYY-MM-DD`);
    return read;
  };
  const options: RunOptions = {
    study: one("study") ?? DEFAULT_STUDY,
    from: day("from"),
    to: day("to"),
    numeraires: numerairesOf(words.in, faults),
    frequency: frequencyOf(one("frequency"), faults),
    directories: directoriesOf(words.data, faults),
    out: one("out"),
    seed: seedOf(one("seed"), faults),
    svg: one("svg"),
    png: one("png"),
    open: words.open === true,
    json: words.json === true,
    register: words.register === true,
    strict: words.strict === true,
    watch: words.watch === true,
    detail: words.quiet === true ? "quiet" : words.verbose === true ? "verbose" : "usual",
  };
  for (const names of EXCLUSIVE) {
    const given = names.filter((name) => words[name] === true).map((name) => `--${name}`);
    if (given.length > 1) faults.push(`${given.join(", ")}: given together; give one of them`);
  }
  const { from, to } = options;
  if (from !== undefined && to !== undefined && from >= to)
    faults.push(
      `--from: ${formatDay(from)} is not before --to ${formatDay(to)}; give an earlier day`,
    );
  if (words.study === undefined && missingFile(DEFAULT_STUDY) !== undefined)
    faults.push(
      `no study file given, and there is no ${resolve(DEFAULT_STUDY)}; name a study file`,
    );
  if (faults.length > 0) throw new InputError(faults);
  return options;
}

function numerairesOf(words: unknown, faults: string[]): string[] | undefined {
  if (!Array.isArray(words)) return undefined;
  const names = words.flatMap((word) => String(word).split(",")).map((name) => name.trim());
  if (names.includes(""))
    faults.push(`--in: "${words.join(",")}" has an empty name; write for example usd,gold`);
  return [...new Set(names)];
}

function frequencyOf(word: string | undefined, faults: string[]): "monthly" | "daily" | undefined {
  if (word === undefined || word === "monthly" || word === "daily") return word;
  faults.push(`--frequency: got "${word}"; give monthly or daily`);
  return undefined;
}

function seedOf(word: string | undefined, faults: string[]): number | undefined {
  if (word === undefined) return undefined;
  const seed = /^\d{1,10}$/.test(word) ? Number(word) : Number.NaN;
  if (seed <= 0xffffffff) return seed;
  faults.push(`--seed: got "${word}"; give a whole number from 0 to ${0xffffffff}`);
  return undefined;
}

function directoriesOf(words: unknown, faults: string[]): string[] {
  const directories = Array.isArray(words) ? words.map((word) => String(word)) : [];
  for (const directory of directories) {
    const missing = missingFile(directory, "directory");
    if (missing !== undefined) faults.push(`--data ${missing}`);
  }
  return directories;
}
