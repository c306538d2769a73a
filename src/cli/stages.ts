import type { Terminal } from "./terminal.ts";

/** One line that tells a watcher what is being done; silent where nobody watches. */
export interface Stages {
  readonly show: (stage: string) => void;
  readonly clear: () => void;
}

const ERASE_LINE = "\r\u001b[K";

export function stagesOn(stream: { write(text: string): unknown }, terminal: Terminal): Stages {
  if (!terminal.watched) return { show: () => {}, clear: () => {} };
  return {
    show: (stage) => stream.write(`${ERASE_LINE}${stage} ...`),
    clear: () => stream.write(ERASE_LINE),
  };
}
