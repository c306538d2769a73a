import yargs from "yargs";
import manifest from "../../package.json" with { type: "json" };
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { type Command, WORD } from "./command.ts";
import { ASK, completionCommand } from "./completion.ts";
import { dataCommand } from "./data.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { reportCommand } from "./report.ts";
import { runCommand } from "./run.ts";

const commands: readonly Command[] = [
  runCommand,
  reportCommand,
  diffCommand,
  dataCommand,
  explainCommand,
  completionCommand,
];

/**
 * Reads the words after `assay` and does what they say; without words, prints the help.
 * The only place that knows yargs. @throws InputError for words that are not understood.
 */
export async function commandLine(words: readonly string[]): Promise<void> {
  if (words[0] === ASK) {
    const { completions } = await import("./complete.ts");
    const lines = await completions(words.slice(2), commands);
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
    return;
  }
  const faults = flagFaults(words);
  if (faults.length > 0) throw new InputError(faults);
  if (words.includes("--no-color")) process.env.NO_COLOR = "1";
  const parser = yargs(isIncomplete(words) ? [...words, "--help"] : [...words])
    .scriptName("assay")
    .usage(`${ABOUT}\n\nUsage: $0 <command>`)
    .locale("en")
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    });
  for (const { module } of commands) parser.command(module);
  await parser
    .strict()
    .demandCommand(1, `no command given; known: ${commandNames().join(", ")}`)
    .option("no-color", { type: "boolean", describe: "No colours, as with NO_COLOR=1" })
    .version(manifest.version)
    .help()
    .example("$0 run", "run strategies/essay.ts, write its report")
    .example("$0 run my-study.ts --open", "run a study of your own, open the report")
    .example("$0 report reports/essay", "its page and tables again, from its findings")
    .example("$0 diff A B", "what changed between two reports, and why")
    .example("$0 data list gold", "the series that speak of gold")
    .example("$0 data show gold", "where a series comes from, its faults")
    .example("$0 explain", "every word of the report and of study files")
    .example("$0 explain sharpe", "what a measure means, and what other tools print")
    .epilogue("Exit codes: 0 done, 1 the run failed, 2 the input is wrong.")
    .showHelpOnFail(false)
    .exitProcess(false)
    .fail((message: string | null, error: unknown) => {
      // With a message, yargs itself did not understand; without one, a command failed.
      throw message === null ? error : new InputError(faultsOf(message, words));
    })
    .parseAsync();
}

const ABOUT =
  "assay tests an investment thesis on dated data: run runs a study and writes its\n" +
  "report, report draws it again, diff tells what changed between two, data shows\n" +
  "the figures behind it, explain tells what its words mean.";

/** True for words that name nothing to do: none at all, or a command that only has commands under it. */
function isIncomplete([first, ...others]: readonly string[]): boolean {
  const command = commands.find(({ name }) => name === first);
  return others.length === 0 && (first === undefined || (command?.parts.length ?? 0) > 0);
}

function commandNames(): string[] {
  return commands.map((command) => command.name);
}

/** Flags that were given a value: yargs would read `--json=yes` as no, in silence. */
function flagFaults(words: readonly string[]): string[] {
  const flags = commands.flatMap(({ options }) =>
    Object.keys(options).filter((name) => options[name]?.type === "boolean"),
  );
  const valued = ["help", "version", "no-color", ...flags].filter((flag) =>
    words.some((word) => word.startsWith(`--${flag}=`)),
  );
  return [...new Set(valued)].map(
    (flag) => `--${flag}: takes no value; write --${flag} or leave it out`,
  );
}

/** What yargs says, in the grammar of our own messages. */
function faultsOf(message: string, words: readonly string[]): string[] {
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/s.exec(message)?.[1];
  if (unknown !== undefined) return unknown.split(", ").map((name) => unknownWord(name, words));
  const hungry = /^Not enough arguments following: (.+)$/s.exec(message)?.[1];
  if (hungry !== undefined) return [`--${hungry}: no value given; write --${hungry} VALUE`];
  if (message.startsWith("Not enough non-option arguments")) return [unsaid(words)];
  return [message];
}

/** What a command needs and was not given, with an example. */
function unsaid(words: readonly string[]): string {
  const command = commands.find(({ name }) => name === words[0]);
  const part = command?.parts.find((one) => one === words[1]);
  const place = [command?.name, part].filter((word) => word !== undefined).join(" ");
  const needs = command?.needs?.[part ?? WORD];
  return needs === undefined
    ? `${place}: a word is missing; see assay ${place} --help`
    : `${place}: needs ${needs.what}, e.g. assay ${place} ${needs.example}`;
}

function unknownWord(name: string, words: readonly string[]): string {
  const command = commands.find((candidate) => candidate.name === words[0]);
  const option = words
    .map((word) => word.split("=")[0]!)
    .find((word) => /^--?/.test(word) && word.replace(/^--?/, "") === name);
  if (option !== undefined) {
    const known = ["help", "version", "no-color", ...Object.keys(command?.options ?? {})];
    if (known.some((other) => `--${other}` === option)) {
      const part = [command?.name, ...(command?.parts.filter((one) => one === words[1]) ?? [])];
      return `${option}: is no option of assay ${part.join(" ")}; see assay ${part.join(" ")} --help`;
    }
    return unknownName(
      "option",
      option,
      known.map((other) => `--${other}`),
    );
  }
  if (command === undefined) return unknownName("command", name, commandNames());
  if (words[1] === name && command.parts.length > 0)
    return unknownName(`${command.name} command`, name, command.parts);
  return `unexpected word "${name}"; see assay ${command.name} --help`;
}
