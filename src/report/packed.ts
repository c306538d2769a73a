import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { type Html, verbatim } from "./html.ts";

/**
 * A text that the page carries for its script alone: deflated (RFC 1950) and in base64, whose letters
 * can neither close an element nor be taken for markup. The same text gives the same letters.
 */
export async function packed(text: string): Promise<Html> {
  return verbatim((await promisify(deflate)(text, { level: 9 })).toString("base64"));
}
