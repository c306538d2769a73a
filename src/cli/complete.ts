import { type Command, type Named, type Values, WORD } from "./command.ts";

/**
 * What may come next in words that are being written, the last of them not whole: a line each, with its
 * meaning after a tab, and `:files` or `:folders` where the shell looks for these itself.
 */
export async function completions(
  asked: readonly string[],
  commands: readonly Command[],
): Promise<string[]> {
  // bash takes an equals sign for a word of its own.
  const words = asked.at(-1) === "=" ? [...asked.filter(isWord), ""] : asked.filter(isWord);
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? "";
  const command = commands.find(({ name }) => name === before[0]);
  if (before.length === 0 && !current.startsWith("-"))
    return lines(
      commands.map(({ name, module }) => [name, String(module.describe)]),
      current,
    );
  const hungry = optionNamed(before.at(-1), command);
  if (hungry !== undefined && command?.options[hungry]?.type !== "boolean")
    return found(command?.values?.[hungry], before, current);
  if (current.startsWith("-")) return lines(optionsLeft(command, before), current);
  if (command === undefined) return [];
  if (command.parts.length > 0 && before.length === 1) return lines(command.parts, current);
  return found(command.values?.[WORD], before, current);
}

function isWord(word: string): boolean {
  return word !== "=";
}

/** The option that a word names, of those that a command has. */
function optionNamed(word: string | undefined, command: Command | undefined): string | undefined {
  const name = word?.startsWith("--") ? word.slice(2) : undefined;
  return name !== undefined && command?.options[name] !== undefined ? name : undefined;
}

/** Options that were not said yet, and those that may be said again. */
function optionsLeft(command: Command | undefined, before: readonly string[]): Named[] {
  const options = Object.entries(command?.options ?? {})
    .filter(([name, { type }]) => type === "array" || !before.includes(`--${name}`))
    .map(([name, { describe }]) => [`--${name}`, describe ?? ""] as const);
  const always = command === undefined ? ["--help", "--version"] : ["--help", "--no-color"];
  return [...options, ...always.filter((name) => !before.includes(name))];
}

async function found(
  values: Values | undefined,
  before: readonly string[],
  current: string,
): Promise<string[]> {
  if (typeof values === "string") return [`:${values}`];
  // Names that cannot be found now, in a study with a mistake for example, are none to offer.
  const names = (await values?.(before).catch(() => [])) ?? [];
  return lines(names, current);
}

/** The names that go on as the current word does; after a comma, those of the list that it is. */
function lines(names: readonly Named[], current: string): string[] {
  const list = current.slice(0, current.lastIndexOf(",") + 1);
  return names
    .map((one) => (typeof one === "string" ? ([one, ""] as const) : one))
    .filter(([name]) => `${list}${name}`.startsWith(current))
    .map(([name, meaning]) => (meaning === "" ? `${list}${name}` : `${list}${name}\t${meaning}`));
}
