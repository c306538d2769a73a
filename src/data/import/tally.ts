/** Faults of one file, those of one kind told together where the first of them stands. */
export interface Tally {
  /** Notes one fault; its text is asked only of the first of its kind. */
  add(kind: string, line: number, text: () => string): void;
  readonly isEmpty: boolean;
  /** The faults in order of their lines, each with its place. */
  told(): string[];
}

interface Kind {
  readonly line: number;
  readonly text: string;
  count: number;
}

/** An empty tally of a file. */
export function tallyOf(place: string): Tally {
  const kinds = new Map<string, Kind>();
  return {
    add: (kind, line, text) => {
      const known = kinds.get(kind);
      if (known === undefined) kinds.set(kind, { line, text: text(), count: 1 });
      else known.count += 1;
    },
    get isEmpty() {
      return kinds.size === 0;
    },
    told: () =>
      [...kinds.values()]
        .sort((a, b) => a.line - b.line)
        .map(({ line, text, count }) => {
          const more = count === 1 ? "" : ` (and ${count - 1} more like it)`;
          return `${place}${line === 0 ? "" : ` line ${line}`}${text}${more}`;
        }),
  };
}

/** A text as a message shows it: not longer than needed, without signs that a terminal obeys. */
export function quoted(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "?");
  return `"${plain.length > 40 ? `${plain.slice(0, 40)}…` : plain}"`;
}
