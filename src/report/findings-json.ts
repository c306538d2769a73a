import type { Findings } from "../study/findings.ts";

/** Lists up to this many characters stand on one line. */
const LINE = 120;

/** What JSON can hold as it is, without a list or a record inside. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean" || value === null;
}

/** True for parts that one line holds; long texts are measured and not copied. */
function isShort(parts: readonly string[]): boolean {
  let length = 2 * parts.length;
  for (const part of parts) length += part.length;
  return length <= LINE && !parts.some((part) => part.includes("\n"));
}

function written(value: unknown, path: string, indent: string): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`findings: ${path} is ${value}; what is not known must be null`);
  if (value === undefined) throw new Error(`findings: ${path} is undefined`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const list = Array.isArray(value);
  if (list && value.every(isPlain)) return JSON.stringify(value);
  const parts = list
    ? value.map((entry, place) => written(entry, `${path}[${place}]`, deeper))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(
          ([key, entry]) => `${JSON.stringify(key)}: ${written(entry, `${path}.${key}`, deeper)}`,
        );
  const [open, close] = list ? "[]" : "{}";
  if (parts.length === 0) return `${open}${close}`;
  if (isShort(parts)) return list ? `[${parts.join(",")}]` : `{ ${parts.join(", ")} }`;
  return `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/**
 * The findings as JSON: keys in their order, short records and all lists of plain values on one line,
 * numbers in full precision, so that the same findings are the same bytes.
 * @throws on a number that is not finite, which is a bug of whoever made it.
 */
export function renderFindingsJson(findings: Findings): string {
  return `${written(findings, "$", "")}\n`;
}
