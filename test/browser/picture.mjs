// Bundles picture.ts and runs it: `node test/browser/picture.mjs [page] [picture]`.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = fileURLToPath(
  new URL("../../node_modules/.cache/assay-picture.mjs", import.meta.url),
);
await build({
  entryPoints: [fileURLToPath(new URL("picture.ts", import.meta.url))],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
