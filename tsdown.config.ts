import { defineConfig } from "tsdown";

/**
 * One build of all entries, so that the command line and the strategy files that it loads share one
 * copy of every module: `index`, the vocabulary of strategy files, and `cli`, the command;
 * the workers are threads beside it.
 * Libraries are bundled because Node opens some hundred files for them otherwise, which costs more
 * than everything a run computes. esbuild, open and resvg start
 * programs or hold machine code of their own and stay outside, as do the readers that a user may install.
 */
export default defineConfig({
  entry: {
    index: "src/index.ts",
    cli: "src/cli/main.ts",
    "describing-worker": "src/cli/describing-worker.ts",
    "drawing-worker": "src/report/drawing-worker.ts",
  },
  platform: "node",
  target: "node20.19",
  dts: { entry: "src/index.ts" },
  deps: {
    alwaysBundle: (id: string) =>
      !id.startsWith("node:") &&
      !/^(esbuild|open|@resvg\/resvg-js|@e965\/xlsx|hyparquet)$/.test(id),
    onlyBundle: false,
  },
});
