/**
 * Where a catalog makes its ids known to the compiler. A catalog file augments it:
 * `declare module "assay" { interface Register { catalog: typeof shipped } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in a catalog file
export interface Register {}

/** Id of a series in the registered catalog; any text where none is registered. */
export type SeriesId = Register extends { catalog: { series: infer S } }
  ? Extract<keyof S, string>
  : string;
