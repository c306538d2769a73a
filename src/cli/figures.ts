import type { Options } from "yargs";
import { unwritable } from "../input/unwritable.ts";

/** Options of commands that make a report: its figures as files. */
export const figureOptions = {
  svg: { type: "string", requiresArg: true, describe: "Folder for every figure as an SVG file" },
  png: { type: "string", requiresArg: true, describe: "Folder for every figure as a PNG file" },
} as const satisfies Record<string, Options>;

/** Folders for the figures of a report; undefined where they were not asked for. */
export interface FigureFolders {
  readonly svg: string | undefined;
  readonly png: string | undefined;
}

/** Finds out before a long run whether pictures can be made here. @throws InputError where they cannot */
export async function checkFigures({ png }: FigureFolders): Promise<void> {
  if (png !== undefined) await (await import("../report/png.ts")).startPainting();
}

/** Writes every figure of a page into the folders asked for, if any. */
export async function exportFigures(page: string, folders: FigureFolders): Promise<void> {
  const asked = (["svg", "png"] as const).filter((format) => folders[format] !== undefined);
  if (asked.length === 0) return;
  const { writeFigures } = await import("../report/write-figures.ts");
  for (const format of asked)
    await writeFigures(page, folders[format]!, format).catch((error: unknown) => {
      throw unwritable(`--${format} ${folders[format]}`, error);
    });
}
