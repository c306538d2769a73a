import type { Day } from "../../series/day.ts";
import type { Figures } from "../store/figures.ts";

/** A source of figures on the internet: what is asked of it, and how its answers read. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  /** Address of its site, for people. */
  readonly home: string;
  /** On what terms its figures may be used, in short. */
  readonly terms: string;
  /** Origin of its requests; a mirror takes its place. Empty where the user gives the file. */
  readonly base: string;
  readonly pace: Pace;
  readonly key?: Key;
  /** True where the whole history takes many requests: later pulls ask only for what is new. */
  readonly piecemeal?: true;
  /** True where the answers hold many series: one pull asks for each of them once. */
  readonly shared?: true;
  /** What to ask. @throws ProviderFault for a symbol that it cannot have. */
  requests(asked: Asked): readonly Request[];
  /** The next page, where an answer has one. */
  next?(body: Body, asked: Asked): Request | undefined;
  /** The figures in the answers, in the order of their requests. @throws ProviderFault for anything else. */
  read(bodies: readonly Body[], asked: Asked): Fetched | Promise<Fetched>;
}

/** No more than so many requests in so many seconds. */
export interface Pace {
  readonly requests: number;
  readonly seconds: number;
}

/** The environment variable that holds a user's key, and whether nothing comes without it. */
export interface Key {
  readonly variable: string;
  readonly needed: boolean;
  /** Where a user gets one. */
  readonly from: string;
}

export interface Asked {
  readonly symbol: string;
  /** The first day that is wanted; the whole history unless given. */
  readonly since?: Day;
  /** The last day that can be: today. */
  readonly until: Day;
  readonly key?: string;
  /** Days (`YYYY-MM-DD`) as of which the figures are wanted: one column each. */
  readonly vintages?: readonly string[];
}

/** One request. Its address holds no key: keys are added when it is sent and nowhere else. */
export interface Request {
  readonly address: string;
  readonly format: Format;
  readonly secrets?: readonly Secret[];
}

export type Format = "csv" | "json" | "workbook";

/** A key and where it goes. */
export interface Secret {
  readonly place: "query" | "header";
  readonly name: string;
  readonly value: string;
}

/** An answer, whole. */
export interface Body {
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8 text; empty for a workbook. */
  readonly text: string;
  /** True where the answer said how long it is: its last line is then whole. */
  readonly delimited: boolean;
}

export interface Fetched {
  readonly figures: Figures;
  /** The day of a session that had not ended: its row is left out. */
  readonly unfinished?: Day;
  /** The currency of the levels, as the provider writes it; pence differ from pounds. */
  readonly currency?: string;
  /** What a user should know of this download, a clause each. */
  readonly notes: readonly string[];
}
