import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashOfFile } from "./hash-of-file.ts";
import { filesWithout, isStore, listStore } from "./provenance.ts";

/**
 * The files of a store that are not what the provenance beside them was written for, and those that have
 * none, in words. A folder that is not `known` to be a store is taken for one where a file has its
 * provenance: other folders of figures need none.
 */
export async function unlikeProvenance(directory: string, known = false): Promise<string[]> {
  const all = await listStore(directory);
  const told = await Promise.all(
    all.map(async ({ file, sha256, retrieved }) => {
      const path = join(directory, file);
      return (await hashOfFile(path)) === sha256
        ? []
        : [
            `${path}: is not the file of ${retrieved} that its provenance tells of: it was edited by hand, ` +
              "or its writer was stopped; import or pull it again",
          ];
    }),
  );
  if (!known && !(await isStore(directory, await readdir(directory)))) return told.flat();
  const without = (await filesWithout(directory)).map(
    (file) =>
      `${join(directory, file)}: no provenance: a write was cut off, or it was put there by hand; ` +
      "import or pull it again",
  );
  return [...told.flat(), ...without];
}
