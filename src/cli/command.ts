import type { CommandModule, Options } from "yargs";

/** A command of the terminal, with its options kept apart so that a misspelt one is told the nearest. */
export interface Command {
  readonly name: string;
  /** Names of the commands under it, if it has any. */
  readonly parts: readonly string[];
  readonly options: Readonly<Record<string, Options>>;
  /** What may be said, for completion: by name of an option, or `WORD` for its other words. */
  readonly values?: Readonly<Record<string, Values>>;
  /** The words without which it, or a command under it, can do nothing: by name of that, or `WORD`. */
  readonly needs?: Readonly<Record<string, { readonly what: string; readonly example: string }>>;
  readonly module: CommandModule;
}

/** The words of a command as they were read: by name, unchecked. */
export type Words = Readonly<Record<string, unknown>>;

/** Under which a command says what its words may be. */
export const WORD = "";

/** Names that may stand in a place, given the words before it; or what of the disk does. */
export type Values = "files" | "folders" | ((before: readonly string[]) => Promise<Named[]>);

/** A name, or a name and what it means. */
export type Named = string | readonly [name: string, meaning: string];
