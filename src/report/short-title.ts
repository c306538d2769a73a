import { shortTitle } from "../series/format.ts";
import type { Findings } from "../study/findings.ts";

/**
 * A portfolio's title for a sentence: the short one that the study gives, else its title cut where no other
 * portfolio or series would be called so. Its id where the findings do not list it.
 */
export function shortTitleIn({ portfolios, inputs }: Findings, id: string): string {
  const own = portfolios.find((portfolio) => portfolio.id === id);
  if (own === undefined) return id;
  if (own.short !== undefined) return own.short;
  const others = portfolios.filter((portfolio) => portfolio !== own);
  return shortTitle(own.title, [
    ...others.flatMap(({ title, short }) => (short === undefined ? [title] : [title, short])),
    ...inputs.map(({ title }) => title),
  ]);
}

/** The title of an input up to its first comma or colon, or its id where it is not one (cash, costs). */
export function assetTitleIn({ inputs }: Pick<Findings, "inputs">, id: string): string {
  const title = inputs.find((input) => input.id === id)?.title ?? id;
  return title.split(/[,:] /)[0] ?? title;
}
