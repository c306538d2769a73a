import { ticks } from "./clock.ts";
import type { Terminal } from "./terminal.ts";

/** Tells what is being done and, where the amount of work is known, how far it is. */
export interface Stages {
  readonly show: (stage: string, done?: number, total?: number) => void;
  /** Ends the last stage and leaves no line behind. */
  readonly clear: () => void;
}

export interface StagesOptions {
  /** Each stage stays, a line with the time it took: for a log as well as for a screen. */
  readonly verbose?: boolean;
  /** Milliseconds since some moment. */
  readonly clock?: () => number;
}

interface Stream {
  write(text: string): unknown;
}

const ERASE_LINE = "\r\u001b[K";
/** A line is not written again sooner than this, in milliseconds. */
const PAUSE = 100;
/** Before so many milliseconds, and before this share is done, nobody knows how long it will take. */
const [SETTLED, KNOWN] = [1000, 0.05];
const BAR = 20;

/**
 * One line on a watched screen, replaced as the work goes on; a line a stage where it is verbose;
 * silent else. The clock is read for the eye alone: nothing that is found depends on it.
 */
export function stagesOn(
  stream: Stream,
  terminal: Terminal,
  { verbose = false, clock = ticks }: StagesOptions = {},
): Stages {
  if (!terminal.watched && !verbose) return { show: () => {}, clear: () => {} };
  let stage: string | undefined;
  let [began, wrote] = [0, 0];
  const erase = () => terminal.watched && stream.write(ERASE_LINE);
  const end = (now: number) => {
    if (stage === undefined) return;
    erase();
    if (verbose) stream.write(`${seconds(now - began).padStart(8)}  ${stage}\n`);
    stage = undefined;
  };
  return {
    show: (name, done, total) => {
      const now = clock();
      const isNew = name !== stage;
      if (isNew) {
        end(now);
        [stage, began] = [name, now];
      }
      if (!terminal.watched || (!isNew && now - wrote < PAUSE)) return;
      wrote = now;
      const line = lineOf(name, { done, total, passed: now - began }, terminal.unicode);
      stream.write(`${ERASE_LINE}${line.slice(0, terminal.columns - 1)}`);
    },
    clear: () => end(clock()),
  };
}

interface Progress {
  readonly done: number | undefined;
  readonly total: number | undefined;
  /** Milliseconds. */
  readonly passed: number;
}

/** `drawing the report ███░░░ 7/20, 3 s left`. */
function lineOf(stage: string, { done, total, passed }: Progress, unicode: boolean): string {
  if (done === undefined || !total) return `${stage} ...`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * BAR);
  const [block, space] = unicode ? ["█", "░"] : ["#", "."];
  const bar = block.repeat(full) + space.repeat(BAR - full);
  const isKnown = passed >= SETTLED && share >= KNOWN && share < 1;
  const left = isKnown ? `, ${timeLeft((passed * (1 - share)) / share)} left` : "";
  return `${stage} ${bar} ${done}/${total}${left}`;
}

/** Rounded up, so that it does not say 0 s while there is something left. */
function timeLeft(milliseconds: number): string {
  const whole = Math.ceil(milliseconds / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
