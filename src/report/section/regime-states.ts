import type { RegimeFinding } from "../../study/findings.ts";
import { HUES } from "../palette.ts";

export interface RegimeState {
  readonly id: string;
  readonly title: string;
  readonly color: string;
  readonly thin: boolean;
}

/** Of two states the stronger colour and the quieter one; of more their hues in turn. */
const PAIR = ["var(--hue-2)", "var(--hue-1)"] as const;

/** The states of a regime in the order of their lanes, each with its colour. */
export function statesOf({ labels, durations }: RegimeFinding): readonly RegimeState[] {
  return labels.map(({ id, title }, place) => ({
    id,
    title,
    color: PAIR[place] ?? `var(--hue-${(place % HUES.length) + 1})`,
    thin: durations[id]?.thin ?? false,
  }));
}
