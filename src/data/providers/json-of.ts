import { beginning, DECIMAL } from "./csv-cells.ts";
import type { Body } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

/** A JSON answer. @throws ProviderFault where it is none */
export function jsonOf(body: Body): unknown {
  try {
    return JSON.parse(body.text) as unknown;
  } catch {
    throw new ProviderFault("header", `no JSON came: "${beginning(body.text)}"`);
  }
}

/** What stands at a path of names in an answer; undefined where the path ends. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

/** A list at a path. @throws ProviderFault `header` where there is none */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found))
    throw new ProviderFault("header", `the answer has no list "${path.join(".")}"`);
  return found;
}

/** A number, or a plain decimal as text; NaN for null and the empty text. @throws ProviderFault `value` for others */
export function numberOf(value: unknown, place: string): number {
  if (value === null || value === undefined || value === "") return Number.NaN;
  const number =
    typeof value === "string" ? (DECIMAL.test(value) ? Number(value) : Number.NaN) : value;
  if (typeof number !== "number" || !Number.isFinite(number))
    throw new ProviderFault(
      "value",
      `${place}: ${JSON.stringify(value).slice(0, 60)} is no number`,
    );
  return number;
}
