import type { CommandModule, Options } from "yargs";

/** A command of the terminal, with its options kept apart so that a misspelt one is told the nearest. */
export interface Command {
  readonly name: string;
  /** Names of the commands under it, if it has any. */
  readonly parts: readonly string[];
  readonly options: Readonly<Record<string, Options>>;
  readonly module: CommandModule;
}

/** The words of a command as they were read: by name, unchecked. */
export type Words = Readonly<Record<string, unknown>>;
