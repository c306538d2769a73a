import type { Options } from "yargs";
import { InputError } from "../input/input-error.ts";
import { type Command, WORD, type Words } from "./command.ts";
import { ofRunOffered, wordsOffered } from "./offered.ts";
import { terminalOf } from "./terminal.ts";

const options = {
  findings: {
    type: "string",
    requiresArg: true,
    describe: "Run to take numbers from [default: reports/essay/findings.json, if there]",
  },
  portfolio: {
    type: "string",
    requiresArg: true,
    describe: "Portfolio of it [default: the first]",
  },
  in: { type: "string", requiresArg: true, describe: "Unit of it [default: the first]" },
  json: { type: "boolean", describe: "Print everything as JSON" },
} as const satisfies Record<string, Options>;

/** `assay explain [word]`: what a measure, convention, option or term means, and how other tools differ. */
export const explainCommand: Command = {
  name: "explain",
  parts: [],
  options,
  values: {
    [WORD]: wordsOffered,
    findings: "files",
    portfolio: ofRunOffered("portfolios"),
    in: ofRunOffered("numeraires"),
  },
  module: {
    command: "explain [word..]",
    describe: "Tell what a measure, option or term means, and how other tools differ",
    builder: (parser) =>
      parser
        .usage(
          "Usage: $0 explain [word]\n\nTells what a measure, option or term means, and how other tools differ.",
        )
        .positional("word", {
          type: "string",
          array: true,
          describe: "Key or name; all unless given",
        })
        .options(options)
        .example("$0 explain", "all words")
        .example("$0 explain sharpe", "definition, formula, source, other tools")
        .example("$0 explain sharpe --in gold", "the number of a run in gold, tool by tool")
        .example("$0 explain portfolioMargin", "an option of a study file"),
    handler: explain,
  },
};

async function explain(words: Words): Promise<void> {
  const { wordsNamed } = await import("../words/word.ts");
  const { WORDS } = await import("../words/words.ts");
  const { asText, definitionsOf, listing } = await import("./explain/text.ts");
  const terminal = terminalOf(process.stdout, process.env);
  const asked = Array.isArray(words.word) ? words.word.join(" ").trim() : "";
  if (asked === "") {
    process.stdout.write(words.json ? json(WORDS) : listing(WORDS, terminal));
    return;
  }
  const found = wordsNamed(asked, WORDS);
  const { examplesOf, numbersOf, shownBy } = await import("./explain/example.ts");
  const from = {
    findings: one(words, "findings"),
    portfolio: one(words, "portfolio"),
    unit: one(words, "in"),
  };
  const hasNumber = found.some(({ key }) => numbersOf(key).length > 0);
  if (!hasNumber && Object.values(from).some((value) => value !== undefined))
    throw new InputError(
      `explain: "${asked}" has no number in a run; leave out --findings, --portfolio and --in`,
    );
  const run = hasNumber ? await shownBy(from) : undefined;
  const explained = found.map((word) => ({
    word,
    examples: run === undefined ? [] : examplesOf(numbersOf(word.key), run),
  }));
  if (!words.json) {
    process.stdout.write(asText(explained, terminal));
    return;
  }
  const plain = explained.map(({ word, examples }) => ({
    ...word,
    tools: numbersOf(word.key).map((measure) => ({
      measure,
      definitions: definitionsOf(measure),
    })),
    examples,
  }));
  process.stdout.write(json(plain));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @throws InputError for an option that was given more than once. */
function one(words: Words, name: string): string | undefined {
  const value = words[name];
  if (Array.isArray(value))
    throw new InputError(`--${name}: given ${value.length} times; give it once`);
  return typeof value === "string" ? value : undefined;
}
