/**
 * What is wrong with an answer: `header` columns other than expected, `value` a cell that is no number,
 * `cut` the end is missing, `empty` no figures, `symbol` the provider does not have it, `limit` too much
 * was asked for today, `key` none or a wrong one, `other` another series than asked.
 */
export type ProviderFaultKind =
  | "header"
  | "value"
  | "cut"
  | "empty"
  | "symbol"
  | "limit"
  | "key"
  | "other";

/** An answer that is not what was asked for: a clause that says what came instead. */
export class ProviderFault extends Error {
  override readonly name = "ProviderFault";
  readonly kind: ProviderFaultKind;

  constructor(kind: ProviderFaultKind, text: string) {
    super(text);
    this.kind = kind;
  }
}
