import { resolve } from "node:path";
import { InputError } from "../input/input-error.ts";

/** Opens a page, a file or an address, in the program that BROWSER names, if it is set, or in that of the system. */
export async function openPage(page: string): Promise<void> {
  const { default: open } = await import("open");
  const browser = process.env.BROWSER;
  const target = page.startsWith("http:") ? page : resolve(page);
  await open(target, browser ? { app: { name: browser } } : {}).catch((error: unknown) => {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
    throw new InputError(
      `--open: ${browser || "the browser"} does not start (${code ?? String(error)}); open ${page} yourself`,
    );
  });
}
