import { InputError } from "../input/input-error.ts";
import type { Series } from "../series/series.ts";
import type { Study } from "./study.ts";

/** The currency that a unit begins with, such as that of `EUR, adjusted`; null for `index` and the like. */
function currencyIn(unit: string): string | null {
  return /^[A-Z]{3}\b/.exec(unit)?.[0] ?? null;
}

/**
 * Books count every move of what they hold as their own currency's, so that nothing may be held that is
 * quoted in another one.
 * @throws InputError with every asset whose unit begins with another currency than that of the books
 */
export function checkCurrencies({ numeraires }: Study, assets: readonly Series[]): void {
  const books = currencyIn(numeraires.find(({ series }) => series === null)?.unit ?? "");
  if (books === null) return;
  const foreign = assets.flatMap(({ id, unit }) => {
    const own = currencyIn(unit);
    return own === null || own === books ? [] : [foreignWords(id, own, books)];
  });
  if (foreign.length > 0) throw new InputError(foreign);
}

function foreignWords(id: string, own: string, books: string): string {
  const rate = `${own}${books}`.toLowerCase();
  return `asset "${id}": ${id} counts ${own}, the books ${books}; multiply it by an exchange rate: formula("${id} * ${rate}", { unit: "${books}", ... })`;
}
