import type { Day } from "../../series/day.ts";
import type { Answer } from "../fetch/fetched-once.ts";
import type { Means } from "../fetch/means.ts";
import type { Turn } from "../fetch/pace.ts";
import type { Provider } from "../providers/provider.ts";

/** Where and with what a pull is done. */
export interface Pulling {
  readonly directory: string;
  readonly means: Means;
  readonly signal: AbortSignal;
  readonly since?: Day;
  readonly turnOf: (provider: Provider) => Turn;
  readonly keyOf: (provider: Provider) => string | undefined;
  readonly mirrorOf: (provider: Provider) => string | undefined;
  /** The content of a file that the user gives for a provider without an address. */
  readonly fileOf: (provider: Provider) => Uint8Array | undefined;
  /** Answers that hold many series, kept for the time of one pull. */
  readonly answers: Map<string, Promise<Answer>>;
  readonly onPause: (file: string, why: string, milliseconds: number) => void;
}

/** A key and, where it is an account, its parts. */
export function keysOf(provider: Provider, { keyOf }: Pulling): string[] {
  const key = keyOf(provider);
  if (key === undefined) return [];
  return [key, ...key.split(":").filter((part) => part.length > 3)];
}
