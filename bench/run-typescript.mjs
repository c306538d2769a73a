import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles a TypeScript file of the repository and runs it, packages left outside. */
export async function runTypeScript(url) {
  const name = `assay-run-${process.pid}.mjs`;
  const outfile = fileURLToPath(new URL(`../node_modules/.cache/${name}`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(url)],
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
}
