import { join } from "node:path";
import { hashOfFile } from "./hash-of-file.ts";
import { listStore } from "./provenance.ts";

/** The files of a store that are not what the provenance beside them was written for, in words. */
export async function unlikeProvenance(directory: string): Promise<string[]> {
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
  return told.flat();
}
