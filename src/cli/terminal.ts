/** What the place that output goes to can show. */
export interface Terminal {
  /** Characters a line: 80 in a pipe, and at least 60, below which no table keeps its columns. */
  readonly columns: number;
  readonly colour: boolean;
  /** False where the locale names another character set than UTF-8. */
  readonly unicode: boolean;
  /** True for a screen that somebody watches. */
  readonly watched: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const [LEAST_COLUMNS, PIPE_COLUMNS] = [60, 80];

/** Colour as NO_COLOR and FORCE_COLOR ask, otherwise on screens only; character set as POSIX finds it. */
export function terminalOf(stream: Stream, environment: NodeJS.ProcessEnv): Terminal {
  const watched = stream.isTTY === true && environment.TERM !== "dumb";
  return {
    columns: Math.max(LEAST_COLUMNS, (watched && stream.columns) || PIPE_COLUMNS),
    colour: !environment.NO_COLOR && (Boolean(environment.FORCE_COLOR) || watched),
    unicode: isUnicode(environment),
    watched,
  };
}

function isUnicode(environment: NodeJS.ProcessEnv): boolean {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG;
  return !locale || /utf-?8/i.test(locale);
}

const ASCII: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "×": "x",
  "…": "~",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
};

/** The text in ASCII: accents dropped, signs replaced by their nearest, the rest shown as "?". */
export function ascii(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\n -~]/gu, (sign) => ASCII[sign] ?? "?");
}

/** The text, or its beginning and a sign that there is more. */
export function cut(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, columns - 1)}…`;
}

/** The text broken between words into lines of at most so many characters. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** A label, and the text beside it in as many lines as it needs. */
export function hung(label: string, text: string, columns: number): string[] {
  const blank = " ".repeat(label.length);
  return wrapped(text, columns - label.length).map((line, at) => (at === 0 ? label : blank) + line);
}

/** Lines as the terminal can show them, each ended. */
export function shown(lines: readonly string[], terminal: Terminal): string {
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}
