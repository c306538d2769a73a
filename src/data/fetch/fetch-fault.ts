/**
 * Why there is no answer: `network` no connection or one that broke off, `timeout`, `status` an error of
 * the server, `busy` it asks to wait, `redirect` one that is not followed, `large`, `html` a page for
 * people, `type` something else than figures, `empty`, `cut` the end is missing, `stopped` by the user.
 */
export type FetchFaultKind =
  | "network"
  | "timeout"
  | "status"
  | "busy"
  | "redirect"
  | "large"
  | "html"
  | "type"
  | "empty"
  | "cut"
  | "stopped";

/** No answer, for a reason: a clause without any key in it. */
export class FetchFault extends Error {
  override readonly name = "FetchFault";
  readonly kind: FetchFaultKind;
  /** True where the same request may succeed in a moment. */
  readonly passing: boolean;
  /** Seconds that the server asks to wait. */
  readonly wait?: number;

  constructor(kind: FetchFaultKind, text: string, more: { passing?: boolean; wait?: number } = {}) {
    super(text);
    this.kind = kind;
    this.passing = more.passing ?? false;
    if (more.wait !== undefined) this.wait = more.wait;
  }
}
