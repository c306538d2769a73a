/** A user's own figures: a folder with one CSV file a series and its provenance beside it. */
export { storeDirectory } from "./directory.ts";
export type { Figures } from "./figures.ts";
export { listStore, type Provenance, provenanceOf, type Version } from "./provenance.ts";
export { type Origin, type Put, putSeries, putUnlessMoved } from "./put.ts";
export { readSeries } from "./read.ts";
