// Runs the benchmarks: `npm run bench`.
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript(new URL("main.ts", import.meta.url));
