/**
 * Where a catalog makes its ids known to the compiler. A catalog file augments it:
 * `declare module "assay" { interface Register { catalog: typeof shipped } }`. A study's own series stand
 * beside it as `own`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in a catalog file
export interface Register {}

/** Id of a series in the registered catalog, or of a registered own series; any text where none is registered. */
export type SeriesId = Register extends { catalog: { series: infer S } }
  ? Extract<keyof S, string> | OwnId
  : string;

type OwnId = Register extends { own: infer S } ? Extract<keyof S, string> : never;
