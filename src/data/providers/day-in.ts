import { type Day, dayOf, formatDay, readDay } from "../../series/day.ts";
import { ProviderFault } from "./provider-fault.ts";

/** A day at the beginning of an ISO text, such as `2024-01-02T00:00:00Z`. @throws ProviderFault */
export function isoDay(text: unknown, place: string): Day {
  const day = typeof text === "string" ? readDay(text.slice(0, 10)) : undefined;
  return day ?? noDay(text, place);
}

/** A day whose parts stand in the order that the pattern's groups name. @throws ProviderFault */
export function dayIn(text: string, pattern: RegExp, place: string): Day {
  const { year, month = "1", day = "1" } = pattern.exec(text)?.groups ?? {};
  if (year === undefined) return noDay(text, place);
  const found = dayOf(Number(year), Number(month), Number(day));
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return formatDay(found) === written ? found : noDay(text, place);
}

function noDay(text: unknown, place: string): never {
  throw new ProviderFault("value", `${place}: "${String(text).slice(0, 40)}" is no day`);
}
