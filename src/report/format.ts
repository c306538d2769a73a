export * from "../series/format.ts";
