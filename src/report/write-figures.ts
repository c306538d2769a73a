import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { figuresIn } from "./page-figures.ts";
import { startPainting } from "./png.ts";
import { standaloneSvg } from "./standalone-svg.ts";

export type FigureFormat = "svg" | "png";

/**
 * Writes every drawing of a page as a file of its own into a folder, named by the figure. All are made
 * beside it first: a failure leaves the folder as it was.
 */
export async function writeFigures(
  page: string,
  directory: string,
  format: FigureFormat,
): Promise<string[]> {
  const figures = figuresIn(await readFile(page, "utf8"));
  const paint = format === "png" ? await startPainting() : async (svg: string) => svg;
  const target = resolve(directory);
  await mkdir(dirname(target), { recursive: true });
  const workshop = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const made = figures.map(async (figure) => {
      const picture = await paint(standaloneSvg(figure));
      await writeFile(join(workshop, `${figure.id}.${format}`), picture);
    });
    await Promise.all(made);
    await mkdir(target, { recursive: true });
    const names = (await readdir(workshop)).sort();
    for (const name of names) await rename(join(workshop, name), join(target, name));
    return names.map((name) => join(directory, name));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
